"""The field types of record types taken apart: what a field holds, and the metadata put on it."""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

FieldPath = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class FieldType:
    """A type hint taken apart: its bare type, what it holds, and the marks put on it."""

    full: Any  # the hint for msgspec, marks included
    bare: Any  # without marks and without None
    kind: str  # "record", "list", "mapping" or "leaf"
    optional: bool
    inner: tuple["FieldType", ...]  # list: item; mapping: key, value
    record: type | None
    marks: tuple[tuple[str, object], ...]


@cache
def field_type_of(annotation: Any) -> FieldType:
    """Take an annotation of the model apart."""
    marks: dict[str, object] = {}
    bare, optional = annotation, False
    while True:
        origin = get_origin(bare)
        if origin is Annotated:
            bare, *metas = get_args(bare)
            for meta in metas:
                marks.update(meta.extra or {})
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
    return FieldType(annotation, bare, kind, optional, inner, record, tuple(marks.items()))


@cache
def fields_of(record: Any) -> dict[str, tuple[FieldType, bool]]:
    """The fields of a record type: name → its hint, and whether it must be there."""
    hints = get_type_hints(record, include_extras=True)
    return {
        item.name: (
            field_type_of(hints[item.name]),
            item.default is MISSING and item.default_factory is MISSING,
        )
        for item in fields(record)
    }


def iter_values_with(
    record: object, mark: str, path: FieldPath = ()
) -> Iterator[tuple[FieldPath, object, str]]:
    """The values in a record whose type has_metadata a mark, as (path, the mark's value, the value)."""
    kind: Any = type(record)
    for name, (hint, _) in fields_of(kind).items():
        if has_metadata(hint, mark):
            yield from _iter_values_with(getattr(record, name), hint, mark, (*path, name))


def _iter_values_with(
    value: Any, hint: FieldType, mark: str, path: FieldPath
) -> Iterator[tuple[FieldPath, object, str]]:
    if value is None:
        return
    if hint.kind == "record":
        yield from iter_values_with(value, mark, path)
    elif hint.kind == "list":
        for index, item in enumerate(value):
            yield from _iter_values_with(item, hint.inner[0], mark, (*path, index))
    elif hint.kind == "mapping":
        for key, item in value.items():
            yield from _iter_values_with(key, hint.inner[0], mark, (*path, key))
            yield from _iter_values_with(item, hint.inner[1], mark, (*path, key))
    else:
        yield path, dict(hint.marks)[mark], value


@cache
def has_metadata(hint: FieldType, mark: str) -> bool:
    """Whether a hint, or anything inside it, has_metadata a mark: what does not is not walked."""
    if any(name == mark for name, _ in hint.marks):
        return True
    inner = [item for item, _ in fields_of(hint.record).values()] if hint.record else hint.inner
    return any(has_metadata(item, mark) for item in inner)
