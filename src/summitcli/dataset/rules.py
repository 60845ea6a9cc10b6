"""The rules of a dataset that types cannot express, applied to all its records."""

from collections.abc import Iterable, Iterator, Mapping

from summitcli.dataset.date_rules import check_dates
from summitcli.dataset.entry import Entry
from summitcli.dataset.meeting_rules import check_meeting, check_participants
from summitcli.dataset.problems import Problem
from summitcli.dataset.references import (
    KnownIds,
    check_info,
    check_invalid_references,
    check_references,
)
from summitcli.model import DatasetInfo, Meeting, Participant, Person
from summitcli.model.fields import FieldType


def check_rules(
    checked: Iterable[tuple[Entry, object]],
    known: KnownIds,
    invalid: list[Entry],
    types: Mapping[str, FieldType],
) -> Iterator[Problem]:
    """Yield the problems of records that have the right types, and wrong ids in invalid ones.

    `types` has the type of a record of each section. The texts of `invalid` entries are searched
    for ids, so that a source named only there does not count as unused.
    """
    used = {text for entry in invalid for text in _texts(entry.data)}
    people: list[Person] = []
    participants: list[tuple[Entry, tuple[Participant, ...]]] = []
    for entry in invalid:
        yield from check_invalid_references(entry, types[entry.section], known)
    for entry, record in checked:
        yield from check_dates(entry, record)
        yield from check_references(entry, record, known, used)
        if isinstance(record, Meeting):
            yield from check_meeting(entry, record, known)
            participants.append((entry, record.participants))
        elif isinstance(record, DatasetInfo):
            yield from check_info(entry, record, known)
        elif isinstance(record, Person):
            people.append(record)
    invalid_ids = {entry.id for entry in invalid}
    yield from check_participants(participants, people, known, invalid_ids)
    for identifier, entry in known.records.items():
        if entry.section == "sources" and identifier not in used:
            message = f"no record refers to the source '{identifier}'; remove it or cite it"
            yield entry.problem(("id",), message)


def _texts(data: object) -> Iterator[str]:
    """Yield every text in plain data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _texts(part)
