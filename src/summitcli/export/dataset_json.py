"""A whole dataset as JSON or JSON Lines, in the form in which `--data` reads it.

Like the files of a dataset, both leave out what is not known. JSON has one record a line below its
section. In JSON Lines every record is wrapped, {"section": "meetings", "record": {...}}, because
claims have a field of the name `section` themselves.
"""

from dataclasses import fields
from functools import cache
from typing import Any, BinaryIO

import msgspec

from summitcli.export.selection import Extract
from summitcli.model import SECTIONS


def write_json(extract: Extract, out: BinaryIO) -> None:
    """Write one object with all sections."""
    out.write(b'{\n"dataset": ' + _encode(extract.info))
    for section in SECTIONS:
        separator = b',\n"%b": [\n' % section.encode()
        for record in extract.stream(section):
            out.write(separator + _encode(record))
            separator = b",\n"
        if extract.ids(section):
            out.write(b"\n]")
    out.write(b"\n}\n")


def write_jsonl(extract: Extract, out: BinaryIO) -> None:
    """Write one record a line, with its section; the description of the dataset comes first."""
    out.write(_line("dataset", extract.info))
    for section in SECTIONS:
        for record in extract.stream(section):
            out.write(_line(section, record))


def _line(section: str, record: object) -> bytes:
    return b'{"section":"%b","record":%b}\n' % (section.encode(), _encode(record))


def _encode(record: object) -> bytes:
    return msgspec.json.encode(_known(record))


def _known(value: Any) -> Any:
    """Return a value as plain data, without the fields of records that have no content."""
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_known(item) for item in value]
    if isinstance(value, dict):
        return {key: _known(item) for key, item in value.items()}
    kind: Any = type(value)
    return {
        name: _known(content)
        for name in _names(kind)
        if (content := getattr(value, name)) is not None and content != ()
    }


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """Return the names of the fields of a record type."""
    return tuple(item.name for item in fields(kind))
