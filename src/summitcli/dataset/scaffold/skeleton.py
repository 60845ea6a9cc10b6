"""The skeleton of a record: what a dataset's other records suggest, and TODO where they do not."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain, count
from pathlib import Path

from summitcli.dataset.problems import Problem
from summitcli.dataset.read import read
from summitcli.dataset.scaffold.templates import fill, scalar
from summitcli.errors import UsageError
from summitcli.model import SECTIONS, TYPE_NAMES
from summitcli.model.values import MAX_ID

SECTION_OF = {TYPE_NAMES[kind]: section for section, kind in SECTIONS.items()}

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DATED = re.compile(r"(?:(.*?)-)?([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)")
_TODO = "TODO"

# How the ids of contacts at a distance begin, and their kinds.
_REMOTE = {"call": "phone-call", "letter": "letter", "statement": "joint-statement"}


@dataclass(frozen=True, slots=True)
class Known:
    """What the files of a dataset hold, even if they have problems."""

    places: dict[str, Callable[[], Problem]]
    "Every id, with a function that finds its line."
    sides: list[str]
    leaders: dict[str, str]
    "Side id → the leader of its focus, or its first leader."
    sources: list[str]


def known_records(path: Path) -> Known:
    """Read the ids to which a new record may refer. Raise DatasetError if there are no files."""
    known = Known({}, [], {}, [])
    focus: dict[str, str] = {}
    for entry in read(path, frozenset({"dataset", *SECTIONS})).entries:
        record = _texts(entry.data)
        if entry.section == "dataset" and isinstance(entry.data, dict):
            focus = _texts(entry.data.get("focus"))
            listed = entry.data.get("sides")
            sides = [_texts(side) for side in listed] if isinstance(listed, list) else []
            known.sides.extend(side["id"] for side in sides if "id" in side)
        elif "id" in record:
            known.places.setdefault(record["id"], partial(entry.problem, ("id",), ""))
            if entry.section == "people" and "side" in record:
                known.leaders.setdefault(record["side"], record["id"])
            elif entry.section == "sources":
                known.sources.append(record["id"])
    known.leaders.update(focus)
    return known


def _texts(data: object) -> dict[str, str]:
    """Return the values of a mapping that are texts."""
    found = data.items() if isinstance(data, dict) else ()
    return {str(key): value for key, value in found if isinstance(value, str)}


def choose_id(type_name: str, identifier: str | None, known: Known) -> str:
    """Return the id that was asked for, or a free one; raise UsageError if it cannot be used."""
    if identifier is None:
        numbered = (f"new-{type_name}-{number}" for number in count(2))
        return next(
            name for name in chain([f"new-{type_name}"], numbered) if name not in known.places
        )
    if not _ID.fullmatch(identifier) or len(identifier) > MAX_ID:
        raise UsageError(
            f"'{identifier[:MAX_ID]}' is not an id: write lower-case words joined by hyphens, "
            "such as geneva-1985"
        )
    if identifier in known.places:
        place = known.places[identifier]()
        raise UsageError(f"the id '{identifier}' is used already: {place.file}:{place.line}")
    return identifier


def skeleton(type_name: str, identifier: str, known: Known) -> str:
    """Return the text of a new record. Its id gives a date, a place or a name if it can."""
    dated = _DATED.fullmatch(identifier)
    words, date = (dated[1] or "", dated[2]) if dated else (identifier, "")
    if identifier.startswith(f"new-{type_name}"):
        words = ""
    kind = _REMOTE.get(words, "bilateral")
    name = words.replace("-", " ")
    values = {
        "id": scalar(identifier),
        "name": scalar(name.title() or f"{_TODO} name"),
        "heading": scalar(name.capitalize() or f"{_TODO} name"),
        "date": scalar(date or _TODO),
        "kind": kind,
        "place": "" if words in _REMOTE else _place(name.title()),
        "leaders": _leaders(known),
        "side": scalar(next(iter(known.sides), "todo")),
        "source": scalar(next(iter(known.sources), "todo")),
    }
    text = fill(f"skeletons/{type_name}.yaml", values)
    return "".join(line for line in text.splitlines(keepends=True) if line.strip())


def _place(city: str) -> str:
    return f"place:\n    city: {scalar(city or f'{_TODO} city')}\n    country: {_TODO} country"


def _leaders(known: Known) -> str:
    """Return the lines of the field `leaders`: of each side the leader in focus, or the first."""
    lines = [
        f"{scalar(side)}:\n    - {scalar(known.leaders.get(side, 'todo'))}"
        for side in known.sides or ["todo"]
    ]
    return "\n    ".join(lines)
