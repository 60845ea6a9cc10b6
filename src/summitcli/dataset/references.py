"""Rules for ids and for what they refer to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from summitcli.dataset.entry import Entry
from summitcli.dataset.problems import Problem, short
from summitcli.model import DatasetInfo, Id
from summitcli.model.fields import (
    FieldPath,
    FieldType,
    iter_plain_values_with,
    iter_values_with,
)


@dataclass(frozen=True, slots=True)
class KnownIds:
    """All ids of a dataset, including those of invalid records: they are not missing as well."""

    records: Mapping[str, Entry]
    sides: frozenset[str]
    parties: frozenset[str]


def find_duplicate_ids(entries: list[Entry]) -> tuple[dict[str, Entry], list[Problem]]:
    """Return the entry of every id, and a problem for each id that is used again."""
    ids: dict[str, Entry] = {}
    problems = []
    for entry in entries:
        identifier = entry.id
        if entry.section == "dataset" or identifier is None:
            continue
        first = ids.setdefault(identifier, entry)
        if first is not entry:
            where = first.problem(("id",), "")
            message = (
                f"duplicate id '{short(identifier)}', first used at {where.file}:{where.line}; "
                "change one of the two"
            )
            problems.append(entry.problem(("id",), message))
    return ids, problems


def check_references(
    entry: Entry, record: object, known: KnownIds, used: set[str]
) -> Iterator[Problem]:
    """Yield a problem for each id that refers to nothing; add the others to `used`."""
    for path, section, identifier in iter_values_with(record, "refers_to"):
        yield from _check_reference(entry, path, str(section), identifier, known)
        if section not in ("sides", "parties"):
            used.add(identifier)


def check_invalid_references(
    entry: Entry, field_type: FieldType, known: KnownIds
) -> Iterator[Problem]:
    """Yield a problem for each id in an invalid record that refers to nothing.

    Values that do not have the form of an id are left out, because validation has reported them.
    """
    for path, section, value in iter_plain_values_with(entry.data, field_type, "refers_to"):
        if isinstance(value, str) and _has_form_of_id(value):
            yield from _check_reference(entry, path, str(section), value, known)


def _has_form_of_id(value: str) -> bool:
    try:
        msgspec.convert(value, Id)
    except msgspec.ValidationError:
        return False
    return True


def _check_reference(
    entry: Entry, path: FieldPath, section: str, identifier: str, known: KnownIds
) -> Iterator[Problem]:
    if section == "sides":
        if identifier not in known.sides:
            yield entry.problem(path, _unknown_side(identifier, known.sides))
    elif section == "parties":
        if identifier not in known.sides | known.parties:
            yield entry.problem(path, _unknown_party(identifier, known))
    else:
        yield from _check_record_id(entry, path, section, identifier, known)


def _check_record_id(
    entry: Entry, path: FieldPath, section: str, identifier: str, known: KnownIds
) -> Iterator[Problem]:
    target = known.records.get(identifier)
    if target is None:
        message = f"no record '{identifier}' in {section}; add it or correct the id"
        yield entry.problem(path, message)
    elif target.section != section:
        message = f"'{identifier}' is in {target.section}; an id from {section} is needed"
        yield entry.problem(path, message)
    elif target is entry:
        yield entry.problem(path, "refers to itself; name another record")


def _unknown_side(identifier: str, sides: frozenset[str]) -> str:
    return f"no side '{identifier}'; the sides are {_listed(sides)}"


def _unknown_party(identifier: str, known: KnownIds) -> str:
    choices = _listed(known.sides | known.parties)
    return (
        f"no side or party '{identifier}'; use one of {choices}, "
        "or add it with its name to dataset.parties"
    )


def _listed(ids: frozenset[str]) -> str:
    listed = sorted(ids)
    more = ", ..." if len(listed) > 5 else ""  # room for two sides and a few parties
    return short(", ".join(listed[:5]) + more) or "not given"


def check_side(
    entry: Entry, path: FieldPath, person: str, side: str, known: KnownIds
) -> Iterator[Problem]:
    """Yield a problem if a person belongs to another side than the given one."""
    target = known.records.get(person)
    actual = target.side if target is not None else side
    if actual != side and side in known.sides:
        message = f"'{person}' belongs to the side '{short(actual)}', not to '{side}'"
        yield entry.problem(path, message)


def check_info(entry: Entry, info: DatasetInfo, known: KnownIds) -> Iterator[Problem]:
    """Yield the problems of the sides, the parties and the focus pair."""
    for side, person in (info.focus or {}).items():
        yield from check_side(entry, ("focus", side), person, side, known)
    sides = {side.id for side in info.sides}
    if len(sides) < len(info.sides):
        yield entry.problem(("sides",), "the two sides have the same id; change one of them")
    seen: set[str] = set()
    for index, party in enumerate(info.parties):
        path = ("parties", index, "id")
        if party.id in sides:
            yield entry.problem(path, f"'{party.id}' is the id of a side; use another id")
        elif party.id in seen:
            yield entry.problem(path, f"duplicate party '{party.id}'; remove one of the two")
        seen.add(party.id)
