"""Plain text for pipes: one record a line, tab-separated, no header, nothing cut."""

from collections.abc import Iterator
from typing import Any

import msgspec

from summitcli.tables.fields import format_cell, get_path
from summitcli.tables.table import Listing


def plain(listing: Listing, fields: tuple[str, ...] | None) -> str:
    """The columns of the table, or the chosen fields.

    Of records shown whole, one field a line: path, tab, value; an empty line between records.
    """
    if fields is not None:
        lines = [[format_cell(get_path(row, path)) for path in fields] for row in listing.rows]
    elif listing.whole:
        return "\n".join(_whole(row) for row in listing.rows)
    else:
        lines = [[column.cell(row) for column in listing.columns] for row in listing.rows]
    return "".join("\t".join(" ".join(value.split()) for value in line) + "\n" for line in lines)


def _whole(row: object) -> str:
    return "".join(f"{path}\t{value}\n" for path, value in _leaves(msgspec.to_builtins(row)))


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """The values inside a record with their paths, `topics[0].label`; what is empty is left out."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, f"{path}.{key}" if path else key)
    elif isinstance(value, tuple | list) and any(isinstance(item, dict) for item in value):
        for index, item in enumerate(value):
            yield from _leaves(item, f"{path}[{index}]")
    elif value not in (None, [], ()):
        yield path, " ".join(format_cell(value).split())
