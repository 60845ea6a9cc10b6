"""What citations and bibliographies have in common: names, kinds of text, dates, notes."""

import re
from dataclasses import dataclass
from enum import StrEnum

from summitcli.model import Source, SourceType


class Kind(StrEnum):
    """The kinds of text that reference managers distinguish, under their names in CSL."""

    DOCUMENT = "document"
    NEWSPAPER = "article-newspaper"
    JOURNAL = "article-journal"
    REPORT = "report"
    WEBPAGE = "webpage"
    ENCYCLOPEDIA = "entry-encyclopedia"

    @property
    def is_part(self) -> bool:
        """Whether the text is part of a periodical, a site or a work, and not published alone."""
        return self not in (Kind.DOCUMENT, Kind.REPORT)


_JOURNAL = re.compile(r"\b(Journal|Quarterly)\b|\bvol\.|\bno\. ?\d|\d[./]\d+$")
_ENCYCLOPEDIA = re.compile(r"encyclop|wiki", re.IGNORECASE)
_ISSUES_REPORTS = re.compile(
    r"\b(Archive|Association|Cent(er|re)|Commission|Committee|Council|Department|Endowment"
    r"|Foundation|Institut(e|ion)|Ministry|Research Service|University)\b"
)


def kind_of(source: Source) -> Kind:
    """Return the kind of text that a source is, judged by its type and its publisher."""
    publisher = source.publisher or ""
    alone = Kind.WEBPAGE if source.url else Kind.DOCUMENT
    if source.type is SourceType.PRIMARY:
        return Kind.DOCUMENT
    if source.type is SourceType.NEWS:
        return Kind.NEWSPAPER
    if source.type is SourceType.REFERENCE:
        return Kind.ENCYCLOPEDIA if _ENCYCLOPEDIA.search(publisher) else alone
    if _JOURNAL.search(publisher):
        return Kind.JOURNAL
    return Kind.REPORT if _ISSUES_REPORTS.search(publisher) else alone


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name in its parts. An institution has only a family name."""

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        """Return the name as it is read: `W. Taylor Fain III`."""
        return " ".join(filter(None, (self.given, self.particle, self.family, self.suffix)))

    @property
    def inverted(self) -> str:
        """The name as it is sorted: `Fain, W. Taylor, III`."""
        family = f"{self.particle} {self.family}".strip()
        return ", ".join(filter(None, (family, self.given, self.suffix)))


@dataclass(frozen=True, slots=True)
class Credits:
    """Who wrote or edited a text."""

    names: tuple[Name, ...] = ()
    others: bool = False
    editors: bool = False
    remark: str = ""


# Words that no personal name has.
_INSTITUTION = re.compile(
    r"^The |\d|\b(of|for|Agency|Archive|Association|Bureau|Cent(er|re)|Commission|Committee"
    r"|Congress|Council|Department|Editors?|Embassy|Foundation|Government|Institut(e|ion)|Library"
    r"|Ministry|Nations|News|Office|Organi[sz]ation|Parliament|Press|Research Service|Secretariat"
    r"|Senate|Staff|Union|University|White House)\b"
)
_SUFFIX = re.compile(r"(Jr|Sr)\.?|I{2,3}|IV")
_REMARK = re.compile(r"(.*\S)\s*\(([^()]*)\)")
_OTHERS = re.compile(r"(.*?)[\s,;]+(?:and +|& *)?(?:others|et al\.?)")
_SEPARATOR = re.compile(r"\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|&)\s+")


def credits_of(source: Source) -> Credits:
    """Return the authors of a source, taken apart; none if no author is recorded.

    Authors are separated by semicolons, commas or 'and'; 'and others' may follow, and a remark in
    brackets such as '(eds)'.
    """
    text = one_spaced(source.author or "")
    remark = ""
    if found := _REMARK.fullmatch(text):
        text, remark = found[1], found[2]
    others = _OTHERS.fullmatch(text)
    if others:
        text = others[1]
    names = tuple(name for part in re.split(r"\s*;\s*", text) for name in _names_in(part))
    editors = re.fullmatch(r"eds?\.?|editors?", remark) is not None
    return Credits(names, others is not None, editors, "" if editors else remark)


def _names_in(text: str) -> list[Name]:
    """Return the names in a part of the author field that has no semicolon."""
    if not text:
        return []
    if _INSTITUTION.search(text):
        return [Name(text)]
    parts: list[str] = []
    for part in _SEPARATOR.split(text):
        if parts and _SUFFIX.fullmatch(part):
            parts[-1] += f" {part}"
        elif part:
            parts.append(part)
    if len(parts) == 2 and "," in text and " " not in parts[0]:  # Baker, Peter
        parts = [f"{parts[1]} {parts[0]}"]
    return [_personal_name(part) for part in parts]


def _personal_name(text: str) -> Name:
    """Take a name apart as BibTeX does: a lower-case word begins the family name's particle."""
    words = text.split()
    if words[0][0].islower():  # a family name alone: de Gaulle
        return Name(text)
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    first = next((i for i, word in enumerate(words) if i and word[0].islower()), len(words) - 1)
    last = next((i for i in range(first, len(words)) if not words[i][0].islower()), len(words) - 1)
    return Name(
        given=" ".join(words[:first]),
        particle=" ".join(words[first:last]),
        family=" ".join(words[last:]),
        suffix=suffix,
    )


def date_parts(date: str | None) -> list[int]:
    """Return year, month and day of a partial date, as far as they are given."""
    return [int(part) for part in date.split("-")] if date else []


_LANGUAGES = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "cs": "Czech",
    "de": "German",
    "el": "Greek",
    "es": "Spanish",
    "et": "Estonian",
    "fi": "Finnish",
    "fr": "French",
    "hr": "Croatian",
    "hu": "Hungarian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "lt": "Lithuanian",
    "mk": "Macedonian",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def notes_of(source: Source) -> list[str]:
    """Return what a reader should know of a source and no field of a bibliography has room for."""
    notes = []
    language = source.language.split("-")[0]
    if source.title.startswith("[") and language != "en":
        notes.append(f"title translated from {_LANGUAGES.get(language, source.language)}")
    if source.reprint:
        notes.append("reprint of another outlet's text; look for the original")
    if source.same_text_as:
        notes.append(f"same agency text as {source.same_text_as}")
    if remark := credits_of(source).remark:
        notes.append(f"author's part: {remark}")
    return notes


def keywords_of(source: Source) -> list[str]:
    """Return the type and the marks of a source, which reference managers keep as tags."""
    marks = (("reprint", source.reprint), ("state media", source.state_media))
    return [source.type.value, *(word for word, given in marks if given)]


def one_spaced(text: str) -> str:
    """Return a text on one line, its words separated by single spaces."""
    return " ".join(text.split())
