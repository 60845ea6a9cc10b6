"""JSON and JSON Lines, in which large datasets come: read at once, without a tree of nodes.

A JSON file has sections, as a YAML file has. A JSON Lines file has one record a line; its section
is the first word of its name (`meetings.jsonl`, `meetings-1990s.jsonl`).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from summitcli.dataset.files import LINES
from summitcli.dataset.yaml_text import UNSAFE, Node, YamlError, compose, line_of

# Escapes of what UNSAFE refuses, and pairs of surrogates, which are fine: where there is one, every
# text is looked at.
_ESCAPED = re.compile(
    r"\\u(?:00[0189][0-9a-f]|007f|202[a-e]|206[6-9]|d[89a-f][0-9a-f]{2})", re.IGNORECASE
)
_MOST_LINES_SOUGHT = 20_000_000  # characters of a text in which the line of a problem is sought


class NotPlainError(Exception):
    """JSON that has to be looked at value by value to say what is wrong with it, and where."""


@dataclass(frozen=True)
class Text:
    """A JSON text, in which the line of a value is sought only when something is wrong with it."""

    text: str
    first: int = 1
    "Line on which it begins; a text of one line has all its values there."

    def line(self, section: str, index: int | None, path: tuple[str | int, ...]) -> int:
        """The line of a value of a record."""
        if self._tree is None:
            return self.first
        whole = (section, *(() if index is None else (index,)), *path)
        return line_of(self._tree, whole)

    @cached_property
    def _tree(self) -> Node | None:
        if "\n" not in self.text or len(self.text) > _MOST_LINES_SOUGHT:
            return None
        try:
            return compose(self.text)
        except YamlError:
            return None


@dataclass(frozen=True, slots=True)
class Item:
    """A record of a JSON file; with a fault, what is wrong in its place."""

    section: str
    index: int | None
    line: int
    place: Text
    data: Any = None
    fault: str = ""


def json_records(file: Path, text: str) -> Iterator[Item]:
    """The records of a JSON or JSON Lines file. Raises NotPlainError at the first surprise."""
    if file.suffix.lower() in LINES:
        section = re.split(r"[-_.]", file.name)[0]
        yield from _lines(section, text)
        return
    sections = _parsed(text)
    place = Text(text)
    if not isinstance(sections, dict):
        raise NotPlainError
    for section, records in sections.items():
        if section == "dataset" or not isinstance(records, list):
            if section != "dataset" and records is not None:
                raise NotPlainError
            yield Item(section, None, 1, place, records)
            continue
        for index, record in enumerate(records):
            yield Item(section, index, 1, place, record)


def _lines(section: str, text: str) -> Iterator[Item]:
    index = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            place = Text("", number)
            try:
                yield Item(section, index, number, place, _parsed(line))
            except NotPlainError:
                fault = "no plain JSON; each line is one record, without control characters"
                yield Item(section, index, number, place, fault=fault)
            index += 1


def _parsed(text: str) -> Any:
    try:
        found = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise NotPlainError from None
    if (UNSAFE.search(text) or _ESCAPED.search(text)) and not _safe(found):
        raise NotPlainError
    return found


def _safe(value: Any) -> bool:
    """Whether no text in a value holds a character that could steer a terminal."""
    if isinstance(value, str):
        return not UNSAFE.search(value)
    if isinstance(value, dict):
        return all(_safe(key) and _safe(item) for key, item in value.items())
    return not isinstance(value, list) or all(map(_safe, value))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, each of whose keys is there once."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotPlainError
    return found


def _refuse(constant: str) -> None:
    raise NotPlainError(constant)
