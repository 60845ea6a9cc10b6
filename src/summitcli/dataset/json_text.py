"""Fast reading of JSON and JSON Lines, the formats of large datasets, without a tree of nodes.

A JSON file has sections like a YAML file. A JSON Lines file has one record on each line. Its
section is the first word of the file's name (`meetings.jsonl`, `meetings-1990s.jsonl`), unless the
line wraps the record with its section: {"section": "meetings", "record": {...}}.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from summitcli.dataset.files import LINES
from summitcli.dataset.yaml_text import UNSAFE, Node, YamlError, compose, line_of
from summitcli.model.fields import FieldPath

# Escapes of the characters in UNSAFE, and of surrogate pairs, which are allowed. Only if a file has
# such an escape is each of its texts searched for unsafe characters.
_ESCAPED = re.compile(
    r"\\u(?:00[0189][0-9a-f]|007f|202[a-e]|206[6-9]|d[89a-f][0-9a-f]{2})", re.IGNORECASE
)
_MAX_LINE_SEARCH = 20_000_000  # characters of a text that is parsed to find the line of a problem


class NotPlainError(Exception):
    """Anything but plain JSON; another parser has to find the problem and its line."""


@dataclass(frozen=True)
class Text:
    """A JSON text that is parsed for the lines of its values only if there is a problem."""

    text: str
    first: int = 1
    "Number of its first line; the lines of values are known only in a text of several lines."

    def line(self, section: str, index: int | None, path: FieldPath) -> int:
        """Return the line of a value of a record."""
        if self._tree is None:
            return self.first
        record: FieldPath = (section,) if index is None else (section, index)
        return line_of(self._tree, (*record, *path))

    @cached_property
    def _tree(self) -> Node | None:
        if "\n" not in self.text or len(self.text) > _MAX_LINE_SEARCH:
            return None
        try:
            return compose(self.text)
        except YamlError:
            return None


@dataclass(frozen=True, slots=True)
class Item:
    """A record of a JSON file, or the problem that was found in its place."""

    section: str
    index: int | None
    line: int
    place: Text
    data: Any = None
    fault: str = ""


def json_records(file: Path, text: str) -> Iterator[Item]:
    """Yield the records of a JSON or JSON Lines file. Raise NotPlainError for anything else."""
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
    counts: Counter[str] = Counter()
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            place = Text("", number)
            try:
                own, record = _unwrapped(_parsed(line), section)
                index = None if own == "dataset" else counts[own]
                yield Item(own, index, number, place, record)
            except NotPlainError:
                own = section
                fault = "not plain JSON; each line must be one record, without control characters"
                yield Item(own, counts[own], number, place, fault=fault)
            counts[own] += 1


def _unwrapped(data: Any, section: str) -> tuple[str, Any]:
    """Return the section and the record of a line; those of a claim are fields of its own."""
    if isinstance(data, dict) and data.keys() == {"section", "record"}:
        own = data["section"]
        if isinstance(own, str):
            return own, data["record"]
    return section, data


def _parsed(text: str) -> Any:
    try:
        found = json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise NotPlainError from None
    if (UNSAFE.search(text) or _ESCAPED.search(text)) and not _safe(found):
        raise NotPlainError
    return found


def _safe(value: Any) -> bool:
    """Return whether a value contains no character that could control a terminal."""
    if isinstance(value, str):
        return not UNSAFE.search(value)
    if isinstance(value, dict):
        return all(_safe(key) and _safe(item) for key, item in value.items())
    return not isinstance(value, list) or all(map(_safe, value))


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object. Raise NotPlainError if it has a key twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotPlainError
    return found


def _refuse(constant: str) -> None:
    raise NotPlainError(constant)
