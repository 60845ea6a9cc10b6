"""RIS: the bibliographies of EndNote, Mendeley and library catalogues."""

from collections.abc import Iterable
from typing import BinaryIO

from summitcli.export.bibliography import (
    Kind,
    credits_of,
    date_parts,
    keywords_of,
    kind_of,
    notes_of,
    one_spaced,
)
from summitcli.export.extras import library
from summitcli.model import Source

with library("rispy", "ris"):
    from rispy import RisWriter

_TYPES = {
    Kind.DOCUMENT: "GEN",
    Kind.NEWSPAPER: "NEWS",
    Kind.JOURNAL: "JOUR",
    Kind.REPORT: "RPRT",
    Kind.WEBPAGE: "ELEC",
    Kind.ENCYCLOPEDIA: "ENCYC",
}


class _Writer(RisWriter):  # type: ignore[misc]
    """rispy's writer, without the numbers that it sets above the records: RIS has none."""

    def set_header(self, count: int) -> str:  # noqa: ARG002
        return ""


def write(sources: Iterable[Source], out: BinaryIO) -> None:
    """Write sources as RIS records, in UTF-8."""
    out.write(_Writer().formats([_fields_of(source) for source in sources]).encode())


def _fields_of(source: Source) -> dict[str, object]:
    """Return a source as the fields of a RIS record, under rispy's names."""
    kind, credit = kind_of(source), credits_of(source)
    names = [name.inverted for name in credit.names]
    if credit.others:
        names.append("others")
    fields: dict[str, object] = {
        "type_of_reference": _TYPES[kind],
        "id": source.id,
        "title": one_spaced(source.title),
        "secondary_authors" if credit.editors else "authors": names,
        "secondary_title" if kind.is_part else "publisher": one_spaced(source.publisher or ""),
        "year": (source.date or "")[:4],
        "date": _date(source.date),
        "urls": [source.url] if source.url else [],
        "language": source.language,
        "keywords": keywords_of(source),
        "notes": notes_of(source),
    }
    return {key: value for key, value in fields.items() if value}


def _date(date: str | None) -> str:
    """Return a date in RIS's form `2018/07/16/`; what is not known is left empty."""
    if not date:
        return ""
    parts = [f"{part:02}" for part in date_parts(date)]
    return "/".join([date[:4], *parts[1:], "", "", ""][:4])
