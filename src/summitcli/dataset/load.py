"""From a path to a Dataset: read, validate, check the rules, join the sections."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from summitcli.dataset.bundled import shipped
from summitcli.dataset.entry import Entry
from summitcli.dataset.problems import MAX_PROBLEMS, Problem
from summitcli.dataset.read import read
from summitcli.dataset.references import KnownIds, find_duplicate_ids
from summitcli.dataset.rules import check_rules
from summitcli.dataset.validate import validation_errors
from summitcli.errors import DatasetError
from summitcli.model import Dataset, DatasetInfo
from summitcli.model.fields import FieldType, fields_of


def load(path: Path | str | None = None) -> Dataset:
    """Parse the dataset at a path, by default the shipped one.

    Raise DatasetError, with a message of one line, if it cannot be read or breaks a rule.
    """
    dataset, problems = load_with_problems(Path(path) if path is not None else None)
    if dataset is None:
        more = len(problems) - 1
        raise DatasetError(str(problems[0]), more_problems=more)
    return dataset


def load_with_problems(path: Path | None = None) -> tuple[Dataset | None, list[Problem]]:
    """Parse the dataset at a path, by default the shipped one, and return all its problems.

    The dataset is None if there are problems. Raise DatasetError if nothing can be read.
    """
    raw = read(path or shipped(), frozenset(_section_types()))
    problems = raw.problems
    checked: list[tuple[Entry, object]] = []
    invalid: list[Entry] = []
    for entry in raw.entries:
        record, found = _convert(entry)
        problems += found
        if len(problems) >= MAX_PROBLEMS:
            problems.append(entry.problem((), "too many problems; stopped checking here"))
            return None, sorted(set(problems))
        if record is None:
            invalid.append(entry)
        else:
            checked.append((entry, record))
    ids, duplicates = find_duplicate_ids(raw.entries)
    problems += duplicates
    infos = [entry for entry in raw.entries if entry.section == "dataset"]
    if infos:
        known = KnownIds(ids, _ids_in(infos[0], "sides"), _ids_in(infos[0], "parties"))
        problems += _repeated_infos(infos)
        problems += check_rules(checked, known, invalid, _section_types())
    elif not problems:
        where = raw.entries[0].file if raw.entries else str(path)
        message = "the section 'dataset' is missing; add it, with 'title' and 'sides'"
        problems.append(Problem(where, 1, "dataset", message))
    if problems:
        return None, sorted(set(problems))
    return _join_sections(checked), []


def shipped_info() -> DatasetInfo:
    """Return the description of the shipped dataset, without reading its records."""
    raw = read(shipped() / "dataset.yaml", frozenset(_section_types()))
    return msgspec.convert(raw.entries[0].data, DatasetInfo)


@cache
def _section_types() -> dict[str, FieldType]:
    """Return the type of a record of each section; the sections are the fields of Dataset."""
    types = {name: field_type for name, (field_type, _) in fields_of(Dataset).items()}
    types["dataset"] = types.pop("info")  # the name of the section in files
    return {name: kind.inner[0] if kind.inner else kind for name, kind in types.items()}


def _convert(entry: Entry) -> tuple[object | None, list[Problem]]:
    """Return the record of an entry, or None and its problems.

    Problems of a value that was read only in part are left out: reading has reported it.
    """
    field_type = _section_types()[entry.section]
    errors = validation_errors(entry.data, field_type)
    found = [entry.problem(path, message) for path, message in errors]
    if found or entry.skipped_paths:
        skipped = entry.skipped_paths
        return None, [p for p in found if not any(_is_within(path, p.path) for path in skipped)]
    return msgspec.convert(entry.data, field_type.full), []


def _is_within(path: str, outer: str) -> bool:
    """Return whether a path is the same as another, or inside it."""
    return path == outer or path.startswith((f"{outer}.", f"{outer}["))


def _ids_in(entry: Entry, key: str) -> frozenset[str]:
    """Return the ids of the sides or parties in a description that may be invalid."""
    items: Any = entry.data.get(key) if isinstance(entry.data, dict) else None
    found = items if isinstance(items, list) else []
    return frozenset(
        item["id"] for item in found if isinstance(item, dict) and isinstance(item.get("id"), str)
    )


def _repeated_infos(infos: list[Entry]) -> list[Problem]:
    message = f"the section 'dataset' is already in {infos[0].file}; remove one of the two"
    return [entry.problem((), message) for entry in infos[1:]]


def _join_sections(checked: list[tuple[Entry, object]]) -> Dataset:
    parts: dict[str, list[Any]] = {name: [] for name in _section_types()}
    for entry, record in checked:
        parts[entry.section].append(record)
    (info,) = parts.pop("dataset")
    return Dataset(info=info, **{name: tuple(part) for name, part in parts.items()})
