"""Fast reading of JSON and JSON Lines, the formats of large datasets, without a tree of nodes.

A JSON file has sections like a YAML file. A JSON Lines file has one record on each line. Its
section is the first word of the file's name (`meetings.jsonl`, `meetings-1990s.jsonl`), unless the
line wraps the record with its section: {"section": "meetings", "record": {...}}.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summitcli.dataset.place import MAX_LINE_SEARCH, Place


class NotPlainError(Exception):
    """Anything but plain JSON; another parser has to find the problem and its line."""


@dataclass(frozen=True, slots=True)
class Item:
    """A record of a JSON file, or the problem that was found in its place."""

    section: str
    index: int | None
    line: int
    place: Place
    data: Any = None
    fault: str = ""


def json_records(text: str) -> Iterator[Item]:
    """Yield the records of a JSON file. Raise NotPlainError for anything else."""
    sections = _parsed(text)
    place = Place(text if len(text) <= MAX_LINE_SEARCH else "")
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


def json_lines(file: Path, lines: Iterable[str]) -> Iterator[Item]:
    """Yield the records of the lines of a JSON Lines file, one at a time."""
    section = re.split(r"[-_.]", file.name)[0]
    counts: Counter[str] = Counter()
    for number, line in enumerate(lines, 1):
        if line.strip():
            place = Place("", number)
            try:
                own, record = _unwrapped(_parsed(line), section)
                index = None if own == "dataset" else counts[own]
                yield Item(own, index, number, place, record)
            except NotPlainError:
                own = section
                fault = "not plain JSON; each line must be one record"
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
        return json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise NotPlainError from None


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object. Raise NotPlainError if it has a key twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotPlainError
    return found


def _refuse(constant: str) -> None:
    raise NotPlainError(constant)
