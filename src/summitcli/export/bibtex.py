"""BibTeX: the bibliographies of LaTeX. Keys are the ids of the sources."""

import io
from collections.abc import Iterable
from typing import BinaryIO

from summitcli.export.bibliography import (
    Kind,
    Name,
    credits_of,
    date_parts,
    keywords_of,
    kind_of,
    notes_of,
    one_spaced,
)
from summitcli.export.extras import library
from summitcli.model import DatasetInfo, Record, Source, title_of
from summitcli.model.dates import MONTHS

with library("pybtex", "bibtex"):
    from pybtex.database import BibliographyData, Entry, Person
    from pybtex.database.output.bibtex import Writer

# Braces are written as words, since BibTeX counts even escaped ones.
_ESCAPES = str.maketrans(
    {
        **{letter: f"\\{letter}" for letter in "$&%#_"},
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
    }
)

# Addresses are read verbatim, so only what would end the field has to go.
_IN_ADDRESS = str.maketrans({letter: f"%{ord(letter):02X}" for letter in "{}\\"})

_TYPES = {
    Kind.NEWSPAPER: ("article", "journal"),
    Kind.JOURNAL: ("article", "journal"),
    Kind.REPORT: ("techreport", "institution"),
}


class _Writer(Writer):  # type: ignore[misc]
    """pybtex's writer, without its escaping, which breaks addresses and misses braces."""

    def _encode(self, text: str) -> str:
        return text


def write(sources: Iterable[Source], out: BinaryIO) -> None:
    """Write sources as BibTeX entries, in UTF-8."""
    out.write(_text({source.id: _source_entry(source) for source in sources}).encode())


def source_text(source: Source) -> str:
    """Return the BibTeX entry of one source."""
    return _text({source.id: _source_entry(source)})


def record_text(record: Record, info: DatasetInfo) -> str:
    """Return the BibTeX entry of a record of the dataset itself."""
    version = f", version {info.version}" if info.version else ""
    fields = {
        "title": f"{{{_escape(title_of(record))}}}",
        "howpublished": _escape(f"Record {record.id} in {info.title}{version}"),
        **_date(info.as_of),
    }
    return _text({record.id: Entry("misc", fields=fields)})


def _text(entries: "dict[str, Entry]") -> str:
    text = io.StringIO()
    _Writer(encoding="UTF-8").write_stream(BibliographyData(entries=entries), text)
    return text.getvalue()


def _source_entry(source: Source) -> "Entry":
    type_, place = _TYPES.get(kind_of(source), ("misc", "howpublished"))
    if not source.publisher:
        type_ = "misc"  # the others must name a journal or an institution
    credit = credits_of(source)
    persons = [_person(name) for name in credit.names]
    if credit.others:
        persons.append(Person(last="others"))
    fields = {
        # In a second pair of braces, since styles put titles into lower case.
        "title": f"{{{_escape(source.title)}}}",
        place: _escape(source.publisher or ""),
        **_date(source.date),
        "url": (source.url or "").translate(_IN_ADDRESS),
        "language": source.language,
        "keywords": ", ".join(keywords_of(source)),
        "note": _escape("; ".join(notes_of(source))),
    }
    role = "editor" if credit.editors else "author"
    given = {key: value for key, value in fields.items() if value}
    return Entry(type_, fields=given, persons={role: persons} if persons else {})


def _date(date: str | None) -> dict[str, str]:
    """Return the fields of a date: year and month for BibTeX, the whole of it for BibLaTeX."""
    if date is None:
        return {}
    parts = date_parts(date)
    month = {"month": MONTHS[parts[1] - 1]} if len(parts) > 1 else {}
    return {"year": date[:4], **month, "date": date}


def _person(name: Name) -> "Person":
    family = _escape(name.family)
    if not name.given:
        return Person(last=f"{{{family}}}")
    return Person(
        first=_escape(name.given),
        prelast=_escape(name.particle),
        last=family,
        lineage=_escape(name.suffix),
    )


def _escape(text: str) -> str:
    return one_spaced(text).translate(_ESCAPES)
