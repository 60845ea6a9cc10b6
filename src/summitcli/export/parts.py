"""The texts and the citations inside a record, wherever they are."""

from collections.abc import Iterator
from typing import get_args

from summitcli.model import Record, Text
from summitcli.model.fields import FieldPath, iter_values_with

_TEXT = get_args(Text)[1].extra["expected"]  # distinguishes texts from ids, dates and addresses


def texts_of(record: Record) -> Iterator[tuple[str, int | None, str]]:
    """Yield every text of a record: the path of its field, its number if it has one, the text."""
    for path, expected, value in iter_values_with(record, "expected"):
        if expected == _TEXT:
            yield _field(path), _number(path), str(value)


def citations_of(record: Record) -> Iterator[tuple[str | None, int | None, str]]:
    """Yield every citation in a record: the part that cites, its number, and the source's id."""
    for path, section, value in iter_values_with(record, "refers_to"):
        if section == "sources" and path[0] != "same_text_as":
            part = None if path[0] == "sources" else str(path[0])
            yield part, None if part is None else _number(path), str(value)


def _field(path: FieldPath) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def _number(path: FieldPath) -> int | None:
    """Return the number, from 1, of the first item on a path; None if the path has no lists."""
    return next((step + 1 for step in path if isinstance(step, int)), None)
