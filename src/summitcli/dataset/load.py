"""From a path to a Dataset: read, validate, check the rules, join the sections."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NoReturn, Protocol

import msgspec

from summitcli.dataset.bundled import shipped
from summitcli.dataset.entry import Entry
from summitcli.dataset.problems import MAX_PROBLEMS, Problem
from summitcli.dataset.read import read, read_entries, without_collector
from summitcli.dataset.references import KnownIds, find_duplicate_ids
from summitcli.dataset.rules import check_rules
from summitcli.dataset.validate import fits_as_it_is, validation_errors
from summitcli.dataset.yaml_records import TooManyProblemsError
from summitcli.errors import DatasetError
from summitcli.model import Dataset, DatasetInfo, Record
from summitcli.model.fields import FieldType, fields_of

OnProgress = Callable[[str, int], None]
"Is told which step is going on, `read` or `index`, and how many records have gone through it."

REPORT_EVERY = 100  # records


class Records(Protocol):
    """Where records are kept while a dataset is read: in memory, or in a store."""

    def add(self, section: str, record: Record) -> None:
        """Add a record to a section."""

    def of(self, section: str) -> Iterable[Record]:
        """Return the records of a section in the order in which they were added."""


class RecordsInMemory:
    """Records kept in lists."""

    def __init__(self) -> None:
        self.sections: dict[str, list[Any]] = {name: [] for name in _section_types()}

    def add(self, section: str, record: Record) -> None:
        """Add a record to a section."""
        self.sections[section].append(record)

    def of(self, section: str) -> Iterable[Record]:
        """Return the records of a section in the order in which they were added."""
        return self.sections[section]


def load(path: Path | str | None = None, on_progress: OnProgress | None = None) -> Dataset:
    """Parse the dataset at a path, by default the shipped one.

    Raise DatasetError, with a message of one line, if it cannot be read or breaks a rule.
    """
    dataset, problems = load_with_problems(Path(path) if path is not None else None, on_progress)
    if dataset is None:
        raise_first(problems)
    return dataset


def raise_first(problems: list[Problem]) -> NoReturn:
    """Raise DatasetError with the first of several problems."""
    raise DatasetError(str(problems[0]), more_problems=len(problems) - 1)


def load_with_problems(
    path: Path | None = None, on_progress: OnProgress | None = None
) -> tuple[Dataset | None, list[Problem]]:
    """Parse the dataset at a path, by default the shipped one, and return all its problems.

    The dataset is None if there are problems. Raise DatasetError if nothing can be read.
    """
    records = RecordsInMemory()
    info, problems = load_into(records, path or shipped(), on_progress)
    if info is None:
        return None, problems
    sections = {name: tuple(part) for name, part in records.sections.items() if name != "dataset"}
    return Dataset(info=info, **sections), []


def load_into(
    records: Records, path: Path, on_progress: OnProgress | None = None
) -> tuple[DatasetInfo | None, list[Problem]]:
    """Parse a dataset, put each record where records are kept, and check all of them.

    Return the description of the dataset, or None and the problems. In memory are the ids and
    places of all records, besides what `records` keeps.
    """
    reading = _Reading(records)
    with without_collector(path):
        try:
            if on_progress is not None:
                on_progress("read", 0)
            for entry in read_entries(path, frozenset(_section_types()), reading.problems):
                reading.add(entry)
                if on_progress is not None and len(reading.entries) % REPORT_EVERY == 0:
                    on_progress("read", len(reading.entries))
            problems = reading.problems + reading.errors + reading.broken_rules(path)
        except TooManyProblemsError as error:  # references to what was not read would be reported
            problems = [*reading.problems, error.args[0]]
    return (None, sorted(set(problems))) if problems else (reading.infos[0], [])


class _Reading:
    """A dataset that is being read: its entries without their data, and the problems so far."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.infos: list[DatasetInfo] = []
        self.entries: list[Entry] = []
        self.valid: dict[str, list[Entry]] = {name: [] for name in _section_types()}
        self.invalid: list[Entry] = []
        self.problems: list[Problem] = []
        "Problems that the reader found."
        self.errors: list[Problem] = []
        "Values of wrong types."

    def add(self, entry: Entry) -> None:
        """Convert an entry to a record and keep that. Raise TooManyProblemsError."""
        record, errors = _convert(entry)
        self.entries.append(entry)
        self.errors += errors
        if len(self.problems) + len(self.errors) >= MAX_PROBLEMS - 1:  # and the one below
            self.problems = (self.problems + self.errors)[: MAX_PROBLEMS - 1]
            message = "too many problems; stopped checking here"
            raise TooManyProblemsError(entry.problem((), message))
        if record is None:
            self.invalid.append(entry)
            return
        self.valid[entry.section].append(entry)
        if isinstance(record, DatasetInfo):
            self.infos.append(record)
        else:
            self.records.add(entry.section, record)
            entry.data = None

    def broken_rules(self, path: Path) -> list[Problem]:
        """Return the problems that only the whole dataset shows."""
        ids, problems = find_duplicate_ids(self.entries)
        infos = [entry for entry in self.entries if entry.section == "dataset"]
        if infos:
            known = KnownIds(ids, _ids_in(infos[0], "sides"), _ids_in(infos[0], "parties"))
            problems += _repeated_infos(infos)
            problems += check_rules(self._checked(), known, self.invalid, _section_types())
        elif not (self.problems or self.errors or problems):
            where = self.entries[0].file if self.entries else str(path)
            message = "the section 'dataset' is missing; add it, with 'title' and 'sides'"
            problems.append(Problem(where, 1, "dataset", message))
        return problems

    def _checked(self) -> Iterator[tuple[Entry, object]]:
        """Yield the records that have the right types, with their entries."""
        for section, entries in self.valid.items():
            records = self.infos if section == "dataset" else self.records.of(section)
            yield from zip(entries, records, strict=True)


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


def _convert(entry: Entry) -> tuple[Any, list[Problem]]:
    """Return the record of an entry, or None and its problems.

    Problems of a value that was read only in part are left out: reading has reported it.
    """
    field_type = _section_types()[entry.section]
    if not entry.skipped_paths and fits_as_it_is(entry.data, field_type):
        with suppress(msgspec.ValidationError):
            return msgspec.convert(entry.data, field_type.full), []
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
