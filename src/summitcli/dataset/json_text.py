"""JSON and JSON Lines, in which large datasets come: read at once, without a tree of nodes.

A JSON file has sections, as a YAML file has. A JSON Lines file has one record a line; the section
is the first word of its name (`meetings.jsonl`, `meetings-1990s.jsonl`).
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LINES = frozenset({".jsonl", ".ndjson"})


class NotPlainError(Exception):
    """JSON that has to be looked at value by value to say what is wrong with it, and where."""


def section_of(file: Path) -> str:
    """The section whose records a JSON Lines file holds, by its name."""
    return file.name.split(".")[0].split("-")[0].split("_")[0]


def sections(text: str) -> dict[str, Any]:
    """The sections of a JSON text. Raises NotPlainError where it is no such text."""
    found = _parsed(text)
    if not isinstance(found, dict):
        raise NotPlainError
    return found


def records(text: str) -> Iterator[tuple[int, Any]]:
    """The records of a JSON Lines text, each with its line; None where a line is no JSON."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield number, _parsed(line)
            except NotPlainError:
                yield number, None


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise NotPlainError from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, each of whose keys is there once."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotPlainError
    return found


def _refuse(constant: str) -> None:
    raise NotPlainError(constant)
