"""The results of commands, and the records that programs read from them."""

from typing import Any, TypeAlias

from summitcli.pages.page import Pages
from summitcli.tables.table import Document, Table

Result: TypeAlias = Table[Any] | Pages | Document


def is_page(result: Result) -> bool:
    """Return whether people read a result as a page, not as a list."""
    return isinstance(result, Pages | Document)


def table_of(result: Result) -> Table[Any]:
    """Return the table of any result; that of pages has fields, but no columns."""
    if isinstance(result, Document):
        return result.table
    return _fields_of(result) if isinstance(result, Pages) else result


def _fields_of(pages: Pages) -> Table[Any]:
    types = tuple(dict.fromkeys(type(view) for view in pages.views))
    names = dict.fromkeys(name for kind in types for name in kind.__dataclass_fields__)
    return Table(
        types,
        pages.views,
        (),
        tuple(name for name in names if name != "cited"),
        keys=frozenset(side.id for side in pages.dataset.info.sides),
    )


def records_of(result: Result, fields: tuple[str, ...] | None) -> object:
    """Return a result as data: a list of records, one record shown in full, or one object.

    With fields, a record has only these, each under its dotted path.
    """
    if isinstance(result, Document) and fields is None:
        return result.content
    rows = rows_of(result, fields)
    return rows[0] if isinstance(result, Pages) and len(rows) == 1 else rows


def rows_of(result: Result, fields: tuple[str, ...] | None) -> list[object]:
    """Return the rows of a result, or the chosen fields of each row."""
    rows = list(table_of(result).rows)
    if fields is None:
        return rows
    from summitcli.tables.fields import get_path

    return [{path: get_path(row, path) for path in fields} for row in rows]
