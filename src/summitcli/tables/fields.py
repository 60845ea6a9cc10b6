"""Dotted paths into records, `place.city`: checking them, and taking what stands there."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import Enum
from typing import Any

from summitcli.errors import UsageError
from summitcli.model.fields import FieldType, field_type_of, fields_of
from summitcli.tables.table import Column, Listing


def paths_of(listing: Listing) -> list[str]:
    """All dotted paths that the rows of a listing have, in the order of the fields."""
    types = (field_type_of(row_type) for row_type in listing.row_types)
    return list(dict.fromkeys(path for hint in types for path in _paths(hint, listing.keys)))


def _paths(hint: FieldType, keys: frozenset[str]) -> Iterable[str]:
    if hint.kind == "record" and hint.record is not None:
        for name, (inner, _) in fields_of(hint.record).items():
            yield name
            yield from (f"{name}.{path}" for path in _paths(inner, keys))
    elif hint.kind == "list":
        yield from _paths(hint.inner[0], keys)
    elif hint.kind == "mapping":
        for key in sorted(keys):
            yield key
            yield from (f"{key}.{path}" for path in _paths(hint.inner[1], keys))


def parse_fields(text: str, listing: Listing) -> tuple[str, ...]:
    """The paths named in `--fields`, in their order; raises UsageError for an unknown one."""
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    known = dict.fromkeys(paths_of(listing))
    top = ", ".join(path for path in known if "." not in path)
    if not names:
        raise UsageError(f"--fields names no field; there are {top}")
    for name in names:
        if name not in known:
            from summitcli.search.match import nearest

            near = nearest(name.replace(".", " "), [path.replace(".", " ") for path in known], 3)
            advice = (
                f"did you mean {' or '.join(path.replace(' ', '.') for path in near)}?"
                if near
                else f"there are {top}"
            )
            raise UsageError(f"--fields: no field '{name}'; {advice}")
    return names


def get_path(value: Any, path: str) -> Any:
    """What stands at a path: through a list it is a flat list of what each item has there."""
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
    return getattr(value, step, None)  # rows of several types: a path may be of another


def as_columns(listing: Listing, fields: tuple[str, ...]) -> Listing:
    """The listing with one column a parse_fields field, for a table."""

    def column(path: str) -> Column:
        return Column(
            path, lambda row: format_cell(get_path(row, path)), fixed=path in ("id", "date")
        )

    return replace(listing, columns=tuple(column(path) for path in fields), articles=None)


def format_cell(value: Any) -> str:
    """A value as one format_cell of a flat table.

    A list of plain values is joined by `; ` with each value once; what has parts of its own is
    compact JSON.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple | list) and not any(_has_parts(item) for item in value):
        return "; ".join(dict.fromkeys(format_cell(item) for item in value if item is not None))
    if _has_parts(value) or isinstance(value, tuple | list):
        import msgspec

        return msgspec.json.encode(value).decode()
    return str(value)


def _has_parts(value: Any) -> bool:
    return isinstance(value, Mapping) or dataclasses.is_dataclass(value)
