"""Validation of plain data against the record types."""

import re
from difflib import get_close_matches
from functools import cache
from types import NoneType

import msgspec

from summitcli.dataset.problems import short
from summitcli.model.characters import character_fault, is_plain
from summitcli.model.fields import FieldPath, FieldType, fields_of

MAX_TEXT = 1_000_000  # characters of one text, as long as a long book
MAX_ERRORS = 100  # of one record; more would not help to fix it

# The names of types in the messages of msgspec, in the words of people who edit YAML.
_WORDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
    "array": "a list",
    "object": "keys and values",
}


def fits_as_it_is(data: object, field_type: FieldType) -> bool:
    """Return whether plain data have no unknown key and no text that is too long or unsafe.

    These are not seen by msgspec, which looks at all else in a fifth of the time that it takes to
    look at each value here.
    """
    return _has_known_keys(data, field_type) and _has_fit_texts(data)


def _has_known_keys(data: object, field_type: FieldType) -> bool:
    if field_type.record is not None:
        known = fields_of(field_type.record)
        if not isinstance(data, dict):
            return True
        return data.keys() <= known.keys() and all(
            _has_known_keys(data[name], kind)
            for name, kind in _fields_with_records(field_type.record)
            if name in data
        )
    inner = field_type.inner
    items = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return not inner or all(_has_known_keys(item, inner[-1]) for item in items)


@cache
def _fields_with_records(record: type) -> list[tuple[str, FieldType]]:
    """Return the fields of a record type that hold other records."""
    return [(name, kind) for name, (kind, _) in fields_of(record).items() if _holds_records(kind)]


def _holds_records(kind: FieldType) -> bool:
    return kind.record is not None or any(map(_holds_records, kind.inner))


def _has_fit_texts(data: object) -> bool:
    """Return whether no text is too long or unsafe; all of them together are looked at first."""
    texts: list[str] = []
    rest = [data]
    while rest:
        item = rest.pop()
        if isinstance(item, str):
            texts.append(item)
        elif isinstance(item, dict):
            rest += item.values()
        elif isinstance(item, list):
            rest += item
    together = " ".join(texts)
    if len(together) <= MAX_TEXT and is_plain(together):
        return True
    return all(len(text) <= MAX_TEXT and character_fault(text) is None for text in texts)


def validation_errors(
    data: object, field_type: FieldType, path: FieldPath = ()
) -> list[tuple[FieldPath, str]]:
    """Return every place where plain data do not fit a type, as (path, message)."""
    if data is None and field_type.optional:
        return []
    found: list[tuple[FieldPath, str]] = []
    if field_type.kind == "record" and field_type.record is not None:
        return _record_errors(data, field_type.record, path)
    if field_type.kind == "list" and isinstance(data, list):
        for index, item in enumerate(data):
            found += validation_errors(item, field_type.inner[0], (*path, index))
            if len(found) >= MAX_ERRORS:
                break
    elif field_type.kind == "mapping" and isinstance(data, dict):
        for key, item in data.items():
            found += validation_errors(key, field_type.inner[0], (*path, key))
            found += validation_errors(item, field_type.inner[1], (*path, key))
            if len(found) >= MAX_ERRORS:
                break
    return found or _leaf_errors(data, field_type, path)


def _record_errors(data: object, record: type, path: FieldPath) -> list[tuple[FieldPath, str]]:
    if not isinstance(data, dict):
        return [(path, f"expected keys and values, got {_type_name(data)}")]
    known = fields_of(record)
    found: list[tuple[FieldPath, str]] = []
    for key, value in data.items():
        if key in known:
            found += validation_errors(value, known[key][0], (*path, key))
        else:
            near = get_close_matches(key, known, 1)
            advice = f"did you mean '{near[0]}'?" if near else f"the keys are {', '.join(known)}"
            found.append(((*path, key), f"unknown key; {advice}"))
        if len(found) >= MAX_ERRORS:
            break
    found += [
        (path, f"'{name}' is missing; add it")
        for name, (_, required) in known.items()
        if required and name not in data
    ]
    return found


def _leaf_errors(
    data: object, field_type: FieldType, path: FieldPath
) -> list[tuple[FieldPath, str]]:
    if isinstance(data, str) and len(data) > MAX_TEXT:
        return [(path, f"{len(data):,} characters; a text may have at most {MAX_TEXT:,}")]
    if isinstance(data, str) and (fault := character_fault(data)) is not None:
        return [(path, f"contains {fault}; remove it")]
    try:
        msgspec.convert(data, field_type.full)
    except msgspec.ValidationError as error:
        return [(path, _reword_msgspec(str(error), data, field_type))]
    return []


def _reword_msgspec(message: str, data: object, field_type: FieldType) -> str:
    """Return a message of msgspec in the words of people who edit YAML."""
    allowed = getattr(field_type.bare, "__members__", None)
    if allowed is not None and isinstance(data, str):
        values = [str(member.value) for member in allowed.values()]
        near = get_close_matches(short(data), values, 1)
        advice = f"did you mean '{near[0]}'? " if near else ""
        choices = ", ".join(values)
        return f"'{short(data)}' is not an allowed value; {advice}Choose from {choices}"
    metadata = dict(field_type.metadata)
    if "matching regex" in message and "expected" in metadata:
        return f"'{short(data)}' is not {metadata['expected']}"
    message = message.split(" - at ", maxsplit=1)[0]
    message = re.sub(r"`([^`]*)`", lambda match: _in_words(match[1]), message)
    return message[:1].lower() + message[1:]


def _in_words(kinds: str) -> str:
    """Return types as msgspec writes them, `int | null`, in words."""
    names = [name for name in kinds.split(" | ") if name != "null"]
    return " or ".join(_WORDS.get(name, name) for name in names or ["null"])


def _type_name(data: object) -> str:
    """Return the type of a value in words, or a scalar itself."""
    names = {dict: "keys and values", list: "a list", str: "text", NoneType: "nothing"}
    return names.get(type(data), short(data))
