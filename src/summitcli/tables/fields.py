"""Dotted paths into records (`place.city`): check them, and get the values that they lead to."""

import dataclasses
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from msgspec.structs import replace

from summitcli.model.fields import FieldType, field_type_of, fields_of
from summitcli.tables.table import Column, Fit, Table


class UnknownFieldError(Exception):
    """A path that leads to no field: the name, the nearest paths, and the top-level fields."""

    def __init__(self, name: str, near: tuple[str, ...], top_level: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.near = near
        self.top_level = top_level


def paths_of(table: Table[Any]) -> list[str]:
    """Return all dotted paths into the rows of a table, in the order of the fields."""
    return paths_of_types(table.row_types, table.keys)


def paths_of_types(row_types: Iterable[type], keys: frozenset[str]) -> list[str]:
    """Return all dotted paths into records of some types; `keys` are those of mappings."""
    types = map(field_type_of, row_types)
    return list(dict.fromkeys(path for hint in types for path in _paths(hint, keys)))


def top_level_fields(table: Table[Any]) -> tuple[str, ...]:
    """Return the paths of one step."""
    return tuple(path for path in paths_of(table) if "." not in path)


def _paths(hint: FieldType, keys: frozenset[str]) -> Iterable[str]:
    return (path for path, _ in _paths_with_owners(hint, keys))


def _paths_with_owners(
    hint: FieldType, keys: frozenset[str]
) -> Iterable[tuple[str, tuple[type, str] | None]]:
    """Yield each path into a type, with the record type and field to which it leads."""
    if hint.kind == "record" and hint.record is not None:
        for name, (inner, _) in fields_of(hint.record).items():
            yield name, (hint.record, name)
            for path, owner in _paths_with_owners(inner, keys):
                yield f"{name}.{path}", owner
    elif hint.kind == "list":
        yield from _paths_with_owners(hint.inner[0], keys)
    elif hint.kind == "mapping":
        for key in sorted(keys):
            yield key, None
            for path, owner in _paths_with_owners(hint.inner[1], keys):
                yield f"{key}.{path}", owner


def describe_paths(table: Table[Any]) -> dict[str, str]:
    """Return the meaning of each path into the rows of a table; empty for keys of mappings."""
    from summitcli.model.schema import field_texts

    described: dict[str, str] = {}
    for row_type in table.row_types:
        for path, owner in _paths_with_owners(field_type_of(row_type), table.keys):
            meaning = "" if owner is None else field_texts(owner[0]).get(owner[1], "")
            described.setdefault(path, meaning.replace("`", "'"))
    return described


def check_fields(names: Iterable[str], table: Table[Any]) -> None:
    """Raise UnknownFieldError for the first name that is not a path into the table's rows."""
    known = dict.fromkeys(paths_of(table))
    for name in names:
        if name not in known:
            raise UnknownFieldError(name, _near_paths(name, list(known)), top_level_fields(table))


def _near_paths(name: str, known: list[str]) -> tuple[str, ...]:
    """Return the paths that may have been meant: in the same object if there is such an object."""
    from summitcli.search.match import nearest

    parent = name.rpartition(".")[0]
    if parent in known:
        start = len(parent) + 1
        inside = {path[start:]: path for path in known if path.startswith(f"{parent}.")}
        beside = {step: path for step, path in inside.items() if "." not in step}
        near = nearest(name[start:], beside) or list(beside)
        return tuple(beside[step] for step in near)
    spaced = {path.replace(".", " "): path for path in known}
    return tuple(spaced[words] for words in nearest(name.replace(".", " "), spaced, 3))


def get_path(value: Any, path: str) -> Any:
    """Return the value at a path; through a list, a flat list of the values of its items."""
    for step in path.split("."):
        value = _step(value, step)
    return value


def _step(value: Any, step: str) -> Any:
    if value is None:
        return None
    if isinstance(value, tuple | list):
        found: list[Any] = []
        for item in value:
            part = _step(item, step)
            found += part if isinstance(part, tuple | list) else [part]
        return found
    if isinstance(value, Mapping):
        return value.get(step)
    return getattr(value, step, None)  # rows may have several types, of which one has the path


def with_fields(table: Table[Any], fields: tuple[str, ...]) -> Table[Any]:
    """Return a table with a column for each of the chosen fields."""

    def column(path: str) -> Column[Any]:
        fit = Fit(fixed=path in ("id", "date"))
        return Column(path, lambda row: format_cell(get_path(row, path)), fit)

    return replace(table, columns=tuple(map(column, fields)), drawn_columns=None)


def format_cell(value: Any) -> str:
    """Return a value as the text of a cell.

    A list of simple values is joined by `; `, without repetitions; objects, and lists of objects,
    become compact JSON.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple | list) and not any(has_parts(item) for item in value):
        return "; ".join(dict.fromkeys(format_cell(item) for item in value if item is not None))
    if has_parts(value) or isinstance(value, tuple | list):
        import msgspec

        return msgspec.json.encode(value).decode()
    return str(value)


def has_parts(value: Any) -> bool:
    """Return whether a value is an object, not a simple value or a list."""
    return isinstance(value, Mapping) or dataclasses.is_dataclass(value)
