"""JSON (RFC 8259) and JSON Lines: every key always there, null where unknown, UTF-8 unescaped."""

import msgspec

from summitcli.tables.table import Listing


def _rows(listing: Listing, fields: tuple[str, ...] | None) -> list[object]:
    if fields is None:
        return list(listing.rows)
    from summitcli.tables.fields import get_path

    return [{path: get_path(row, path) for path in fields} for row in listing.rows]


def json(listing: Listing, fields: tuple[str, ...] | None) -> str:
    """An array of objects; of a listing of one record, the object."""
    rows = _rows(listing, fields)
    whole: object = rows[0] if listing.whole and len(rows) == 1 else rows
    if fields is None and listing.document is not None:
        whole = listing.document
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def jsonl(listing: Listing, fields: tuple[str, ...] | None) -> str:
    """One object a line."""
    return "".join(msgspec.json.encode(row).decode() + "\n" for row in _rows(listing, fields))
