"""What types cannot say of a dataset: ids, references, dates and their order, unused sources."""

from collections.abc import Iterator

from summitcli.dataset.problems import Problem, short
from summitcli.dataset.read import Entry
from summitcli.model import DatasetInfo, Meeting, Office, Person, Place, Record
from summitcli.model.dates import parse_span
from summitcli.model.fields import iter_values_with

Checked = list[tuple[Entry, object]]

# Pairs of fields of which the first may not be later than the second.
_IN_ORDER = (
    ("date", "end_date"),
    ("start_date", "end_date"),
    ("announced_on", "cancelled_on"),
    ("born", "died"),
)


def check(
    checked: Checked, ids: dict[str, Entry], sides: frozenset[str], failed: list[Entry]
) -> Iterator[Problem]:
    """Problems beyond types, of records that have passed them.

    `ids` has the entry of every id in the files, `sides` the ids of the sides; both also hold what
    failed on its types, so that one mistake is not reported twice.
    """
    used = {text for entry in failed for text in _texts(entry.data)}
    for entry, record in checked:
        yield from _dates(entry, record)
        yield from _references(entry, record, ids, sides, used)
        if isinstance(record, Meeting):
            yield from _meeting(entry, record, ids, sides)
        if isinstance(record, DatasetInfo):
            yield from _focus(entry, record, ids, sides)
    for identifier, entry in ids.items():
        if entry.section == "sources" and identifier not in used:
            yield entry.problem(("id",), f"no record names the source '{identifier}'; take it out")


def _texts(data: object) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _texts(part)


def _dates(entry: Entry, record: object) -> Iterator[Problem]:
    for path, _, value in iter_values_with(record, "partial_date"):
        try:
            parse_span(value)
        except ValueError as error:
            yield entry.problem(path, str(error))
    yield from _order(entry, record, ())
    if isinstance(record, Person):
        for index, office in enumerate(record.offices):
            yield from _order(entry, office, ("offices", index))


def _order(entry: Entry, part: "object | Office", path: tuple[str | int, ...]) -> Iterator[Problem]:
    for earlier, later in _IN_ORDER:
        if not (hasattr(part, earlier) and hasattr(part, later)):
            continue
        start, end = getattr(part, earlier), getattr(part, later)
        if end is None:
            continue
        if start is None:
            if later == "end_date":
                yield entry.problem((*path, later), f"there is no {earlier} for it to end")
            continue
        try:
            parse_span(start)
            parse_span(end)
        except ValueError:
            continue  # said already
        try:
            parse_span(start, end)
        except ValueError:
            message = f"{later} {end} is before {earlier} {start}"
            yield entry.problem((*path, later), message)


def _references(
    entry: Entry, record: object, ids: dict[str, Entry], sides: frozenset[str], used: set[str]
) -> Iterator[Problem]:
    for path, section, identifier in iter_values_with(record, "refers_to"):
        if section == "sides":
            if identifier not in sides:
                names = short(", ".join(sorted(sides)[:3])) or "none"
                yield entry.problem(path, f"no side '{identifier}'; the dataset's sides: {names}")
            continue
        target = ids.get(identifier)
        if target is None:
            yield entry.problem(path, f"no record '{identifier}' in {section}")
        elif target.section != section:
            message = f"'{identifier}' is in {target.section}, not in {section}"
            yield entry.problem(path, message)
        elif target is entry:
            yield entry.problem(path, "names itself")
        else:
            used.add(identifier)


def _meeting(
    entry: Entry, meeting: Meeting, ids: dict[str, Entry], sides: frozenset[str]
) -> Iterator[Problem]:
    if meeting.date is None and meeting.status == "held":
        yield entry.problem((), "a meeting that was held has a date")
    if not any(meeting.leaders.values()):
        yield entry.problem(("leaders",), "at least one side's leader is named")
    for side, people in meeting.leaders.items():
        for index, person in enumerate(people):
            yield from _of_side(entry, ("leaders", side, index), person, side, ids, sides)
    if isinstance(meeting.place, Place):
        for one, other in (("lat", "lon"), ("lon", "lat")):
            if getattr(meeting.place, one) is None and getattr(meeting.place, other) is not None:
                yield entry.problem(("place", other), f"{other} stands without {one}")


def _focus(
    entry: Entry, info: DatasetInfo, ids: dict[str, Entry], sides: frozenset[str]
) -> Iterator[Problem]:
    for side, person in (info.focus or {}).items():
        yield from _of_side(entry, ("focus", side), person, side, ids, sides)
    names = [side.id for side in info.sides]
    if len(set(names)) < len(names):
        yield entry.problem(("sides",), "the two sides have the same id")


def _of_side(
    entry: Entry,
    path: tuple[str | int, ...],
    person: str,
    side: str,
    ids: dict[str, Entry],
    sides: frozenset[str],
) -> Iterator[Problem]:
    target = ids.get(person)
    data = target.data if target is not None else None
    theirs = data.get("side") if isinstance(data, dict) else side
    if theirs != side and side in sides:
        yield entry.problem(path, f"'{person}' is of the side '{short(theirs)}', not of '{side}'")


def doubles(entries: list[Entry]) -> tuple[dict[str, Entry], list[Problem]]:
    """The entry of every id, and a problem for each id that is there again."""
    ids: dict[str, Entry] = {}
    problems = []
    for entry in entries:
        identifier = entry.data.get("id") if isinstance(entry.data, dict) else None
        if entry.section == "dataset" or not isinstance(identifier, str):
            continue
        first = ids.setdefault(identifier, entry)
        if first is not entry:
            where = first.problem(("id",), "")
            message = f"the id '{short(identifier)}' is taken at {where.file}:{where.line}"
            problems.append(entry.problem(("id",), message))
    return ids, problems


__all__ = ["Checked", "Record", "check", "doubles"]
