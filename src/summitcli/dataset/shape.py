"""Holds plain data against the record types; walks the values of a record that bear a mark."""

import re
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec

from summitcli.dataset.problems import short

MAX_TEXT = 1_000_000  # characters of one text: a long book; more only makes a terminal stand still
MAX_FAULTS = 100  # of one record; it is broken, and a million more say no more

Path_ = tuple[str | int, ...]

# What msgspec says of a leaf, in the words of someone who edits YAML.
_WORDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
    "array": "a list",
    "object": "keys and values",
}


@dataclass(frozen=True, slots=True)
class Hint:
    """A type hint taken apart: its bare type, what it holds, and the marks put on it."""

    full: Any  # the hint for msgspec, marks included
    bare: Any  # without marks and without None
    kind: str  # "record", "list", "mapping" or "leaf"
    optional: bool
    inner: tuple["Hint", ...]  # list: item; mapping: key, value
    record: type | None
    marks: tuple[tuple[str, object], ...]


@cache
def hint_of(annotation: Any) -> Hint:
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
    inner = tuple(hint_of(arg) for arg in arguments) if kind in ("list", "mapping") else ()
    record = bare if kind == "record" else None
    return Hint(annotation, bare, kind, optional, inner, record, tuple(marks.items()))


@cache
def fields_of(record: Any) -> dict[str, tuple[Hint, bool]]:
    """The fields of a record type: name → its hint, and whether it must be there."""
    hints = get_type_hints(record, include_extras=True)
    return {
        item.name: (
            hint_of(hints[item.name]),
            item.default is MISSING and item.default_factory is MISSING,
        )
        for item in fields(record)
    }


def faults(data: object, hint: Hint, path: Path_ = ()) -> list[tuple[Path_, str]]:
    """Everything in plain data that does not fit a hint, as (path, what is wrong)."""
    if data is None and hint.optional:
        return []
    found: list[tuple[Path_, str]] = []
    if hint.kind == "record" and hint.record is not None:
        return _record_faults(data, hint.record, path)
    if hint.kind == "list" and isinstance(data, list):
        for index, item in enumerate(data):
            found += faults(item, hint.inner[0], (*path, index))
            if len(found) >= MAX_FAULTS:
                break
    elif hint.kind == "mapping" and isinstance(data, dict):
        for key, item in data.items():
            found += faults(key, hint.inner[0], (*path, key))
            found += faults(item, hint.inner[1], (*path, key))
            if len(found) >= MAX_FAULTS:
                break
    return found or _leaf_faults(data, hint, path)


def _record_faults(data: object, record: type, path: Path_) -> list[tuple[Path_, str]]:
    if not isinstance(data, dict):
        return [(path, f"expected keys and values, got {_named(data)}")]
    known = fields_of(record)
    found: list[tuple[Path_, str]] = []
    for key, value in data.items():
        if key in known:
            found += faults(value, known[key][0], (*path, key))
        else:
            near = get_close_matches(key, known, 1)
            advice = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
            found.append(((*path, key), f"no such key; {advice}"))
        if len(found) >= MAX_FAULTS:
            break
    found += [
        (path, f"'{name}' is missing")
        for name, (_, required) in known.items()
        if required and name not in data
    ]
    return found


def _leaf_faults(data: object, hint: Hint, path: Path_) -> list[tuple[Path_, str]]:
    if isinstance(data, str) and len(data) > MAX_TEXT:
        return [(path, f"{len(data):,} characters; a text has no more than {MAX_TEXT:,}")]
    try:
        msgspec.convert(data, hint.full)
    except msgspec.ValidationError as error:
        return [(path, _worded(str(error), data, hint))]
    return []


def _worded(message: str, data: object, hint: Hint) -> str:
    """A message of msgspec in the words of someone who edits YAML."""
    allowed = getattr(hint.bare, "__members__", None)
    if allowed is not None and isinstance(data, str):
        values = [str(member.value) for member in allowed.values()]
        near = get_close_matches(short(data), values, 1)
        advice = f"did you mean '{near[0]}'? " if near else ""
        return f"'{short(data)}' is not one of the values; {advice}There are {', '.join(values)}"
    marks = dict(hint.marks)
    if "matching regex" in message and "form" in marks:
        return f"'{short(data)}' is not {marks['form']}"
    message = message.split(" - at ", maxsplit=1)[0]
    message = re.sub(r"`([^`]*)`", lambda match: _in_words(match[1]), message)
    return message[:1].lower() + message[1:]


def _in_words(kinds: str) -> str:
    """The types of msgspec, `int | null`, in the words of someone who edits YAML."""
    several = [kind for kind in kinds.split(" | ") if kind != "null"]
    return " or ".join(_WORDS.get(kind, kind) for kind in several or ["null"])


def _named(data: object) -> str:
    names = {dict: "keys and values", list: "a list", str: "text", NoneType: "nothing"}
    return names.get(type(data), short(data))


def marked(record: object, mark: str, path: Path_ = ()) -> Iterator[tuple[Path_, object, str]]:
    """The values in a record whose type bears a mark, as (path, the mark's value, the value)."""
    kind: Any = type(record)
    for name, (hint, _) in fields_of(kind).items():
        if bears(hint, mark):
            yield from _marked(getattr(record, name), hint, mark, (*path, name))


def _marked(value: Any, hint: Hint, mark: str, path: Path_) -> Iterator[tuple[Path_, object, str]]:
    if value is None:
        return
    if hint.kind == "record":
        yield from marked(value, mark, path)
    elif hint.kind == "list":
        for index, item in enumerate(value):
            yield from _marked(item, hint.inner[0], mark, (*path, index))
    elif hint.kind == "mapping":
        for key, item in value.items():
            yield from _marked(key, hint.inner[0], mark, (*path, key))
            yield from _marked(item, hint.inner[1], mark, (*path, key))
    else:
        yield path, dict(hint.marks)[mark], value


@cache
def bears(hint: Hint, mark: str) -> bool:
    """Whether a hint, or anything inside it, bears a mark: what does not is not walked."""
    if any(name == mark for name, _ in hint.marks):
        return True
    inner = [item for item, _ in fields_of(hint.record).values()] if hint.record else hint.inner
    return any(bears(item, mark) for item in inner)
