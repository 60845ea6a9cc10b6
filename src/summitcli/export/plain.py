"""Plain text for pipes: one record a line, tab-separated, no header, nothing cut."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from summitcli.pages.page import Pages, text_of
from summitcli.tables.fields import format_cell, with_fields
from summitcli.tables.result import Result, table_of


def write_plain(result: Result, fields: tuple[str, ...] | None, out: BinaryIO) -> None:
    """Write the columns of a table, or the chosen fields, one record a line.

    For records shown in full, write one field a line (path, tab, value), with an empty line
    between records.
    """
    if isinstance(result, Pages) and fields is None:
        out.write("\n".join(map(_record, result.views)).encode("utf-8", "replace"))
        return
    table = table_of(result)
    columns = table.plain_columns if fields is None else with_fields(table, fields).columns
    for row in table.rows:
        cells = (" ".join(text_of(column.cell(row)).split()) for column in columns)
        out.write(("\t".join(cells) + "\n").encode("utf-8", "replace"))


def _record(view: object) -> str:
    return "".join(f"{path}\t{value}\n" for path, value in _leaves(msgspec.to_builtins(view)))


def _leaves(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield the values inside a record with their paths, `topics[0].label`; skip empty ones."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, f"{path}.{key}" if path else key)
    elif isinstance(value, tuple | list) and any(isinstance(item, dict) for item in value):
        for index, item in enumerate(value):
            yield from _leaves(item, f"{path}[{index}]")
    elif value not in (None, [], ()):
        yield path, " ".join(format_cell(value).split())
