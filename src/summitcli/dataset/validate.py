"""Holds plain data against the record types; walks the values of a record that bear a mark."""

import re
from difflib import get_close_matches
from types import NoneType

import msgspec

from summitcli.dataset.problems import short
from summitcli.model.fields import FieldPath, FieldType, fields_of

MAX_TEXT = 1_000_000  # characters of one text: a long book; more only makes a terminal stand still
MAX_ERRORS = 100  # of one record; it is broken, and a million more say no more


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


def validation_errors(
    data: object, hint: FieldType, path: FieldPath = ()
) -> list[tuple[FieldPath, str]]:
    """Everything in plain data that does not fit a hint, as (path, what is wrong)."""
    if data is None and hint.optional:
        return []
    found: list[tuple[FieldPath, str]] = []
    if hint.kind == "record" and hint.record is not None:
        return _record_faults(data, hint.record, path)
    if hint.kind == "list" and isinstance(data, list):
        for index, item in enumerate(data):
            found += validation_errors(item, hint.inner[0], (*path, index))
            if len(found) >= MAX_ERRORS:
                break
    elif hint.kind == "mapping" and isinstance(data, dict):
        for key, item in data.items():
            found += validation_errors(key, hint.inner[0], (*path, key))
            found += validation_errors(item, hint.inner[1], (*path, key))
            if len(found) >= MAX_ERRORS:
                break
    return found or _leaf_faults(data, hint, path)


def _record_faults(data: object, record: type, path: FieldPath) -> list[tuple[FieldPath, str]]:
    if not isinstance(data, dict):
        return [(path, f"expected keys and values, got {_named(data)}")]
    known = fields_of(record)
    found: list[tuple[FieldPath, str]] = []
    for key, value in data.items():
        if key in known:
            found += validation_errors(value, known[key][0], (*path, key))
        else:
            near = get_close_matches(key, known, 1)
            advice = f"did you mean '{near[0]}'?" if near else f"there are {', '.join(known)}"
            found.append(((*path, key), f"no such key; {advice}"))
        if len(found) >= MAX_ERRORS:
            break
    found += [
        (path, f"'{name}' is missing")
        for name, (_, required) in known.items()
        if required and name not in data
    ]
    return found


def _leaf_faults(data: object, hint: FieldType, path: FieldPath) -> list[tuple[FieldPath, str]]:
    if isinstance(data, str) and len(data) > MAX_TEXT:
        return [(path, f"{len(data):,} characters; a text has no more than {MAX_TEXT:,}")]
    try:
        msgspec.convert(data, hint.full)
    except msgspec.ValidationError as error:
        return [(path, _reword_msgspec(str(error), data, hint))]
    return []


def _reword_msgspec(message: str, data: object, hint: FieldType) -> str:
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
