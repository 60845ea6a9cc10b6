"""A table of chosen fields, as people read it."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from summitcli.tables.fields import format_cell, get_path, has_parts
from summitcli.tables.table import Column, Fit, Table

Values: TypeAlias = tuple[Any, ...]


def drawn_with_fields(table: Table[Any], fields: tuple[str, ...]) -> Table[Values]:
    """Return a table with a column for each of the chosen fields, as people read them.

    Of a list from which several fields are chosen, each item has a line of its own, so that what
    belongs together is side by side: `participants.name,participants.office`.
    """
    parents = [path.rpartition(".")[0] for path in fields]
    lists = {
        parent
        for parent in parents
        if parent and parents.count(parent) > 1
        if any(isinstance(get_path(row, parent), tuple | list) for row in table.rows)
    }
    rows = [line for row in table.rows for line in _lines(row, fields, lists)]

    def column(number: int, path: str) -> Column[Values]:
        values = [row[number] for row in rows if row[number] not in (None, "–")]
        numbers = all(isinstance(v, int | float) and not isinstance(v, bool) for v in values)
        fit = Fit(fixed=numbers or path in ("id", "date"), minimum=max(12, len(path)))
        return Column(path, lambda row: format_words(row[number]), fit, right=numbers)

    return Table((tuple,), rows, tuple(column(*item) for item in enumerate(fields)), fields)


def _lines(row: Any, fields: tuple[str, ...], lists: set[str]) -> Iterator[Values]:
    """Yield the values of a row: of some lists one item a line, with dashes for unknown parts."""
    items = {parent: get_path(row, parent) or () for parent in lists}
    for number in range(max([1, *map(len, items.values())])):
        values: list[Any] = []
        for path in fields:
            parent, _, name = path.rpartition(".")
            if parent not in lists:
                values.append(None if number else get_path(row, path))
            elif number < len(items[parent]):
                value = get_path(items[parent][number], name)
                values.append("–" if value in (None, "", ()) else value)
            else:
                values.append(None)
        yield tuple(values)


def format_words(value: Any) -> str:
    """Return a value as people read it: an object as its first text, with the others in brackets.

    An object that begins with a number has the name of each part instead. The items of a list are
    separated by `; `, without repetitions.
    """
    if isinstance(value, tuple | list):
        items = list(dict.fromkeys(filter(None, map(format_words, value))))
        return "; ".join([*(item.rstrip(".") for item in items[:-1]), *items[-1:]])
    if not has_parts(value):
        return format_cell(value)
    parts = value if isinstance(value, Mapping) else _parts_of(value)
    known = {name: part for name, part in parts.items() if part not in (None, (), {})}
    texts = {name: format_words(part) for name, part in known.items()}
    if isinstance(value, Mapping) or isinstance(next(iter(known.values()), ""), int | float):
        return "; ".join(f"{name}: {text.rstrip('.')}" for name, text in texts.items())
    first, *others = texts.values() or ("",)
    return f"{first} ({', '.join(others)})" if others else first


def _parts_of(value: Any) -> dict[str, Any]:
    return {item.name: getattr(value, item.name) for item in dataclasses.fields(value)}
