"""Citations for people: one line for a source, or for a record of the dataset itself."""

import re
from enum import StrEnum

from summitcli.export.bibliography import Credits, Name, credits_of, date_parts, one_spaced
from summitcli.model import DatasetInfo, Record, Source, title_of
from summitcli.model.dates import MONTHS


class Style(StrEnum):
    """How a citation is written."""

    NOTE = "note"
    APA = "apa"
    MLA = "mla"
    BIBTEX = "bibtex"


def cite_source(source: Source, style: Style) -> str:
    """Return a source as a note (Chicago), in APA or MLA style, or as a BibTeX entry.

    Raise SummitError for BibTeX if pybtex is not installed. Only BibTeX has several lines.
    """
    if style is Style.BIBTEX:
        from summitcli.export.bibtex import source_text

        return source_text(source)
    write = {Style.NOTE: _source_note, Style.APA: _source_apa, Style.MLA: _source_mla}
    return write[style](source)


def cite_record(record: Record, info: DatasetInfo, style: Style) -> str:
    """Return a record as a part of its dataset, with the dataset's version.

    A source is cited as itself, not as a record.
    """
    if isinstance(record, Source):
        return cite_source(record, style)
    if style is Style.BIBTEX:
        from summitcli.export.bibtex import record_text

        return record_text(record, info)
    write = {Style.NOTE: _record_note, Style.APA: _record_apa, Style.MLA: _record_mla}
    return write[style](record, info)


# Chicago, notes


def _source_note(source: Source) -> str:
    names = _note_names(credits_of(source))
    rest = _commas(
        _publisher(source),
        "reprint" if source.reprint else "",
        _american_date(source.date) or "n.d.",
        source.url or "",
    )
    return _spaced(f"{names}," if names else "", _quoted(source.title, ","), _end(rest))


def _record_note(record: Record, info: DatasetInfo) -> str:
    where = f"record {record.id} in {one_spaced(info.title)}"
    as_of = f"as of {_american_date(info.as_of)}" if info.as_of else ""
    return _spaced(_quoted(title_of(record), ","), f"{_commas(where, _version(info), as_of)}.")


def _note_names(credit: Credits) -> str:
    names = [str(name) for name in credit.names]
    if names and (credit.others or len(names) > 3):
        return f"{names[0]} et al."
    return _commas(_series(names, " and "), _editors(credit, "ed.", "eds."))


def _american_date(date: str | None) -> str:
    year, month, day = _date_words(date, MONTHS)
    return f"{month} {day}, {year}" if day else _spaced(month, year)


# APA, seventh edition


def _source_apa(source: Source) -> str:
    names = _apa_names(credits_of(source))
    title = _end(_curl(source.title) + (" [Reprint]" if source.reprint else ""))
    date = f"({_apa_date(source.date)})."
    lead = (names, date, title) if names else (title, date)
    return _spaced(*lead, _end(_publisher(source)), source.url or "")


def _record_apa(record: Record, info: DatasetInfo) -> str:
    title = f"{_curl(title_of(record)).removesuffix('.')} [Record {record.id}]."
    version = f" (Version {info.version})" if info.version else ""
    dataset = f"In {one_spaced(info.title)}{version} [Data set]."
    return _spaced(title, f"({_apa_date(info.as_of)}).", dataset)


def _apa_names(credit: Credits) -> str:
    names = [_with_initials(name) for name in credit.names]
    if credit.others:
        return _commas(*names, "et al.")
    return _end(_spaced(_series(names, ", & "), _editors(credit, "(Ed.)", "(Eds.)")))


def _with_initials(name: Name) -> str:
    """Return a name as APA lists it: `Fain, W. T., III`."""
    words = re.sub(r"\b([A-Z])(?=[A-Z]\b)", r"\1 ", name.given).split()
    initials = ["-".join(f"{part[0]}." for part in word.split("-") if part) for word in words]
    given = " ".join(initials)
    return Name(name.family, given=given, particle=name.particle, suffix=name.suffix).inverted


def _apa_date(date: str | None) -> str:
    year, month, day = _date_words(date, MONTHS)
    return _commas(year or "n.d.", _spaced(month, day))


# MLA, ninth edition, which leaves out a date that is not known


def _source_mla(source: Source) -> str:
    rest = _commas(_publisher(source), _mla_date(source.date), source.url or "")
    reprint = "Reprint." if source.reprint else ""
    names = _mla_names(credits_of(source))
    return _spaced(names, _quoted(source.title, "."), _end(rest), reprint)


def _record_mla(record: Record, info: DatasetInfo) -> str:
    number = f"record {record.id}"
    where = _commas(one_spaced(info.title), _version(info), _mla_date(info.as_of), number)
    return _spaced(_quoted(title_of(record), "."), f"{where}.")


def _mla_names(credit: Credits) -> str:
    if not credit.names:
        return ""
    first, *more = credit.names
    if credit.others or len(more) > 1:
        return f"{first.inverted}, et al."
    names = _series([first.inverted, *map(str, more)], ", and ")
    return _end(_commas(names, _editors(credit, "editor", "editors")))


_MLA_MONTHS = (
    "Jan.",
    "Feb.",
    "Mar.",
    "Apr.",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
)


def _mla_date(date: str | None) -> str:
    year, month, day = _date_words(date, _MLA_MONTHS)
    return _spaced(day, month, year)


# Parts of all styles


def _publisher(source: Source) -> str:
    """Return the publisher of a source, or nothing if it is the author as well."""
    publisher = one_spaced(source.publisher or "")
    return "" if publisher == one_spaced(source.author or "") else publisher


def _version(info: DatasetInfo) -> str:
    return f"version {info.version}" if info.version else ""


def _editors(credit: Credits, one: str, several: str) -> str:
    """Return the word for the editors' role, if the names are those of editors."""
    if not credit.editors:
        return ""
    return several if len(credit.names) > 1 else one


def _series(names: list[str], last: str) -> str:
    """Return names as a list: `A`, `A and B`, `A, B, and C`; `last` joins the final two."""
    if len(names) < 3:
        return last.join(names)
    final = f",{last}" if last[0] == " " else last
    return f"{', '.join(names[:-1])}{final}{names[-1]}"


def _date_words(date: str | None, months: tuple[str, ...]) -> tuple[str, str, str]:
    """Return year, month and day of a partial date as words, empty if not known."""
    parts = [*date_parts(date), 0, 0, 0][:3]
    year, day = (str(part) if part else "" for part in (parts[0], parts[2]))
    return year, months[parts[1] - 1] if parts[1] else "", day


def _quoted(title: str, mark: str) -> str:
    """Return a title in double quotation marks that include the punctuation after it."""
    text = _curl(title).translate(_NESTED).removesuffix(".")
    if mark == "." and text.endswith(("?", "!")):
        mark = ""
    if text.endswith("’") and "‘" in text:  # a quotation ends the title
        return f"“{text[:-1]}{mark}’”"
    return f"“{text}{mark}”"


_NESTED = str.maketrans("“”", "‘’")
_OPENING = r"(^|[\s(\[/«“‘–—-])"


def _curl(text: str) -> str:
    """Return a text with typographic quotation marks and apostrophes."""
    text = one_spaced(text)
    for straight, opening, closing in (('"', "“", "”"), ("'", "‘", "’")):
        text = re.sub(f"{_OPENING}{straight}", rf"\1{opening}", text).replace(straight, closing)
    return text


def _end(text: str) -> str:
    """Return a text with a full stop, unless it is empty or has an end already."""
    return text if not text or text.endswith((".", "?", "!")) else f"{text}."


def _spaced(*parts: str) -> str:
    return " ".join(filter(None, parts))


def _commas(*parts: str) -> str:
    return ", ".join(filter(None, parts))
