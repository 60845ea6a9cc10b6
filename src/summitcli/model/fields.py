"""Introspection of the record types: what each field holds, and the metadata of its type."""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

FieldPath: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, eq=False)  # the hash of its parts would take long
class FieldType:
    """A type hint split into the bare type, the types it contains, and its metadata."""

    full: Any  # the hint as msgspec needs it, with metadata
    bare: Any  # without metadata and without None
    kind: str  # "record", "list", "mapping" or "leaf"
    optional: bool
    inner: tuple["FieldType", ...]  # of a list the item; of a mapping the key and the value
    record: type | None
    metadata: tuple[tuple[str, object], ...]


@cache
def field_type_of(annotation: Any) -> FieldType:
    """Split a type hint of the model into its parts."""
    metadata: dict[str, object] = {}
    bare, optional = annotation, False
    while True:
        origin = get_origin(bare)
        if origin is Annotated:
            bare, *metas = get_args(bare)
            for meta in metas:
                metadata.update(meta.extra or {})
        elif origin in (Union, UnionType) and NoneType in get_args(bare):
            (bare,) = (arg for arg in get_args(bare) if arg is not NoneType)
            optional = True
        else:
            break
    arguments = [arg for arg in get_args(bare) if arg is not Ellipsis]
    kind = {tuple: "list", dict: "mapping"}.get(
        get_origin(bare), "record" if is_dataclass(bare) else "leaf"
    )
    inner = tuple(field_type_of(arg) for arg in arguments) if kind in ("list", "mapping") else ()
    record = bare if kind == "record" else None
    return FieldType(annotation, bare, kind, optional, inner, record, tuple(metadata.items()))


@cache
def fields_of(record: Any) -> dict[str, tuple[FieldType, bool]]:
    """Return the fields of a record type: name → its type, and whether it is required."""
    hints = get_type_hints(record, include_extras=True)
    return {
        item.name: (
            field_type_of(hints[item.name]),
            item.default is MISSING and item.default_factory is MISSING,
        )
        for item in fields(record)
    }


def iter_values_with(
    record: object, key: str, path: FieldPath = ()
) -> Iterator[tuple[FieldPath, object, str]]:
    """Yield the values whose types have a metadata key, as (path, the key's value, the value)."""
    kind: Any = type(record)
    for name, field_type in _fields_with(kind, key):
        value = getattr(record, name)
        if value is not None and value != ():
            yield from _iter_values_with(value, field_type, key, (*path, name))


@cache
def _fields_with(record: Any, key: str) -> list[tuple[str, FieldType]]:
    """Return the fields of a record type whose types have a metadata key, or any inside them."""
    return [
        (name, field_type)
        for name, (field_type, _) in fields_of(record).items()
        if has_metadata(field_type, key)
    ]


def _iter_values_with(
    value: Any, field_type: FieldType, key: str, path: FieldPath
) -> Iterator[tuple[FieldPath, object, str]]:
    if field_type.kind == "record":
        yield from iter_values_with(value, key, path)
    elif field_type.kind == "list":
        for index, item in enumerate(value):
            yield from _iter_values_with(item, field_type.inner[0], key, (*path, index))
    elif field_type.kind == "mapping":
        for name, item in value.items():
            yield from _iter_values_with(name, field_type.inner[0], key, (*path, name))
            yield from _iter_values_with(item, field_type.inner[1], key, (*path, name))
    else:
        for name, meaning in field_type.metadata:
            if name == key:
                yield path, meaning, value


def iter_plain_values_with(
    data: object, field_type: FieldType, key: str, path: FieldPath = ()
) -> Iterator[tuple[FieldPath, object, object]]:
    """Yield the same as `iter_values_with` for plain data that may not fit their type."""
    if not has_metadata(field_type, key):
        return
    if field_type.record is not None and isinstance(data, dict):
        for name, (inner, _) in fields_of(field_type.record).items():
            yield from iter_plain_values_with(data.get(name), inner, key, (*path, name))
    elif field_type.kind == "list" and isinstance(data, list):
        for index, item in enumerate(data):
            yield from iter_plain_values_with(item, field_type.inner[0], key, (*path, index))
    elif field_type.kind == "mapping" and isinstance(data, dict):
        for name, item in data.items():
            yield from iter_plain_values_with(name, field_type.inner[0], key, (*path, name))
            yield from iter_plain_values_with(item, field_type.inner[1], key, (*path, name))
    elif field_type.kind == "leaf":
        yield path, dict(field_type.metadata)[key], data


@cache
def has_metadata(field_type: FieldType, key: str) -> bool:
    """Return whether a field's type, or any type inside it, has a metadata key."""
    if any(name == key for name, _ in field_type.metadata):
        return True
    inner = field_type.inner
    if field_type.record is not None:
        inner = tuple(item for item, _ in fields_of(field_type.record).values())
    return any(has_metadata(item, key) for item in inner)
