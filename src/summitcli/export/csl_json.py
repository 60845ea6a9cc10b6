"""CSL-JSON: the bibliographies of Zotero, pandoc and citeproc."""

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from summitcli.export.bibliography import (
    Name,
    credits_of,
    date_parts,
    keywords_of,
    kind_of,
    notes_of,
    one_spaced,
)
from summitcli.model import Source


def write(sources: Iterable[Source], out: BinaryIO) -> None:
    """Write sources as a JSON array of CSL items."""
    items = msgspec.json.encode([item_of(source) for source in sources])
    out.write(msgspec.json.format(items, indent=2) + b"\n")


def item_of(source: Source) -> dict[str, object]:
    """Return a source as a CSL item."""
    kind, credit = kind_of(source), credits_of(source)
    names = [_name(name) for name in credit.names]
    if credit.others:
        names.append({"literal": "others"})
    notes = notes_of(source)
    item: dict[str, object] = {
        "id": source.id,
        "type": kind.value,
        "title": one_spaced(source.title),
        "editor" if credit.editors else "author": names,
        "container-title" if kind.is_part else "publisher": one_spaced(source.publisher or ""),
        "issued": {"date-parts": [date_parts(source.date)]} if source.date else None,
        "URL": source.url,
        "language": source.language,
        "keyword": ", ".join(keywords_of(source)),
        "note": "; ".join(notes),
    }
    return {key: value for key, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {key: value for key, value in parts.items() if value}
