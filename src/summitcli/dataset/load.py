"""The one way from a path to a Dataset: read, hold against the types, check, join the sections."""

from pathlib import Path
from typing import Any

import msgspec

from summitcli.dataset.bundled import shipped
from summitcli.dataset.problems import MAX_PROBLEMS, Problem
from summitcli.dataset.read import Entry, read
from summitcli.dataset.rules import check, doubles
from summitcli.dataset.validate import validation_errors
from summitcli.errors import DatasetError
from summitcli.model import Dataset, DatasetInfo
from summitcli.model.fields import FieldType, fields_of


def _sections() -> dict[str, FieldType]:
    """Section → the hint of one of its records; the sections are the fields of Dataset."""
    hints = {name: hint for name, (hint, _) in fields_of(Dataset).items()}
    hints["dataset"] = hints.pop("info")  # the section's name in the files
    return {name: hint.inner[0] if hint.inner else hint for name, hint in hints.items()}


def inspect(path: Path | None = None) -> tuple[Dataset | None, list[Problem]]:
    """Read a dataset, the shipped one by default; with it, every problem found.

    The dataset is None where there are problems. Raises DatasetError where there is no dataset
    to read.
    """
    sections = _sections()
    raw = read(path or shipped(), frozenset(sections))
    problems = raw.problems
    checked: list[tuple[Entry, object]] = []
    failed: list[Entry] = []
    for entry in raw.entries:
        record, found = _convert(entry, sections[entry.section])
        said = entry.unread
        problems += [fault for fault in found if not any(_within(p, fault.path) for p in said)]
        if len(problems) >= MAX_PROBLEMS:
            problems.append(entry.problem((), "and more; the rest is not checked"))
            return None, sorted(set(problems))
        if found or said:
            failed.append(entry)
        else:
            checked.append((entry, record))
    ids, taken = doubles(raw.entries)
    problems += taken
    infos = [entry for entry in raw.entries if entry.section == "dataset"]
    if not infos and not problems:
        where = raw.entries[0].file if raw.entries else str(path)
        message = "there is no section 'dataset'; it gives title and sides"
        problems.append(Problem(where, 1, "dataset", message))
    problems += [
        entry.problem((), f"the section is there already, in {infos[0].file}")
        for entry in infos[1:]
    ]
    if infos:
        problems += check(checked, ids, _side_ids(infos[0]), failed)
    if problems:
        return None, sorted(set(problems))
    return _joined(checked), []


def load(path: Path | str | None = None) -> Dataset:
    """The dataset at a path, or the shipped one; raises DatasetError, in one line, if it is bad."""
    target = Path(path) if path is not None else None
    dataset, problems = inspect(target)
    if dataset is None:
        more = len(problems) - 1
        others = f" (and {more} more; 'summit check' lists all)" if more else ""
        raise DatasetError(f"{problems[0]}{others}")
    return dataset


def shipped_info() -> DatasetInfo:
    """What the shipped dataset is, without reading the rest of it."""
    raw = read(shipped() / "dataset.yaml", frozenset(_sections()))
    return msgspec.convert(raw.entries[0].data, DatasetInfo)


def _within(path: str, outer: str) -> bool:
    """Whether a path is another one or leads on from it."""
    return path == outer or path.startswith((f"{outer}.", f"{outer}["))


def _convert(entry: Entry, hint: FieldType) -> tuple[object, list[Problem]]:
    found = [entry.problem(path, message) for path, message in validation_errors(entry.data, hint)]
    return (None if found else msgspec.convert(entry.data, hint.full)), found


def _side_ids(entry: Entry) -> frozenset[str]:
    sides: Any = entry.data.get("sides") if isinstance(entry.data, dict) else None
    found = sides if isinstance(sides, list) else []
    return frozenset(
        side["id"] for side in found if isinstance(side, dict) and isinstance(side.get("id"), str)
    )


def _joined(checked: list[tuple[Entry, object]]) -> Dataset:
    parts: dict[str, list[Any]] = {name: [] for name in _sections()}
    for entry, record in checked:
        parts[entry.section].append(record)
    (info,) = parts.pop("dataset")
    return Dataset(info=info, **{name: tuple(part) for name, part in parts.items()})
