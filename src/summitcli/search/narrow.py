"""Narrow a selection by a field and a value that someone typed: `leader` and `yeltsin`."""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from summitcli.errors import UsageError
from summitcli.model import RECORD_TYPES, Dataset, Meeting
from summitcli.search.select import JOINT, KINDS, OTHER, STATUSES, Selection

if TYPE_CHECKING:
    from summitcli.search.match import Named
    from summitcli.search.resolve import Resolved


def narrow(
    selection: Selection, field: str, typed: str, dataset: Dataset
) -> "tuple[Selection, Resolved | None]":
    """Return a selection with one more value of a field, and what the value was resolved to.

    Years, or the exact name of a type, kind or status, need no resolving; None is returned for
    them. Raise UsageError if the value is not a year or matches no name.
    """
    if field == "year":
        return replace(selection, years=selection.years | parse_year(typed)), None
    if field in _VALUES:
        exact = typed.strip().casefold().replace(" ", "-").replace("_", "-")
        if exact in _VALUES[field]:
            return _with(selection, field, {exact}), None
    resolved = _resolve(field, typed, dataset)
    ids: Iterable[str] = resolved.ids
    if field == "participant":
        ids = _meetings_of(resolved.ids, dataset)
    elif field == "asked-by":
        ids = _initiators(resolved.ids, dataset)
    return _with(selection, field, ids), resolved


def narrow_by_each(
    selection: Selection, field: str, typed: str, dataset: Dataset
) -> "tuple[Selection, list[Resolved]]":
    """Return a selection with the values of a field that someone typed, separated by commas.

    Raise UsageError as `narrow` does.
    """
    parts = [part.strip() for part in typed.split(",") if part.strip()]
    if len(parts) < 2 or (field == "place" and _is_place(typed, dataset)):
        parts = [typed]
    found = []
    for part in parts:
        selection, resolved = narrow(selection, field, part, dataset)
        found += [resolved] if resolved is not None else []
    return selection, found


def _is_place(typed: str, dataset: Dataset) -> bool:
    """Return whether a text with commas is the name of one place: `Helsinki, Finland`."""
    from summitcli.search.resolve import UnknownNameError, resolve_place

    try:
        return not resolve_place(typed, dataset).guessed
    except UnknownNameError:
        return False


def parse_year(typed: str) -> frozenset[int]:
    """Return the year, or the range of years, that someone typed; raise UsageError otherwise."""
    from summitcli.search.typed_dates import parse_years

    try:
        return parse_years(typed)
    except ValueError as error:
        raise UsageError(str(error)) from None


_VALUES: dict[str, Collection[str]] = {
    "type": RECORD_TYPES,
    "kind": KINDS,
    "status": STATUSES,
}


def _resolve(field: str, typed: str, dataset: Dataset) -> "Resolved":
    from summitcli.search.resolve import leaders, resolve, resolve_place, themes, values

    match field:
        case "place":
            return resolve_place(typed, dataset)
        case "leader":
            return resolve(field, typed, leaders(dataset))
        case "participant":
            from summitcli.search.attendance import attendees

            return resolve(field, typed, attendees(dataset))
        case "theme":
            return resolve(field, typed, themes(dataset))
        case "meeting":
            from summitcli.search.find import find_named
            from summitcli.search.finder import title_of_any
            from summitcli.search.resolve import Resolved

            found = find_named(typed, dataset, Meeting)
            title = title_of_any(found.record)
            return Resolved(
                field, typed, frozenset({found.record.id}), (title,), not found.exact, False
            )
        case "asked-by":
            return resolve(field, typed, initiatives(dataset))
        case _:
            return resolve(field, typed, values(_VALUES[field]))


def initiatives(dataset: Dataset) -> "list[Named]":
    """Return everyone who can ask for a meeting: each side, both jointly, or somebody else."""
    from summitcli.search.match import Named

    sides = [Named(side.id, side.name) for side in dataset.info.sides]
    return [*sides, Named(JOINT, JOINT), Named(OTHER, OTHER)]


def _initiators(ids: Iterable[str], dataset: Dataset) -> set[str]:
    """Return the values of `initiator` that belong to some initiatives."""
    found = set(ids)
    if OTHER in found:
        named = {side.id for side in dataset.info.sides} | {JOINT}
        initiators = (meeting.initiator for meeting in dataset.summaries())
        found.update(who for who in initiators if who is not None and who not in named)
    return found


def _meetings_of(people: frozenset[str], dataset: Dataset) -> set[str]:
    """Return the ids of the meetings in which any of some people took part."""
    from summitcli.search.attendance import attendees

    taken_part = (item.meetings for item in attendees(dataset) if item.id in people)
    return {meeting for meetings in taken_part for meeting in meetings}


# The fields of a selection that are sets of ids, by the names of the filters.
_ID_FIELDS = {
    "leader": "leaders",
    "participant": "participants",
    "place": "places",
    "meeting": "meetings",
    "asked-by": "initiators",
    "theme": "themes",
    "type": "types",
}


def _with(selection: Selection, field: str, ids: Iterable[str]) -> Selection:
    """Return a selection with more values of a field."""
    if field == "kind":
        kinds = (KINDS[name] for name in ids)
        return replace(selection, kinds=selection.kinds.union(*kinds))
    if field == "status":
        statuses = (STATUSES[name] for name in ids)
        return replace(selection, statuses=selection.statuses.union(*statuses))
    name = _ID_FIELDS[field]
    values: dict[str, Any] = {name: getattr(selection, name).union(ids)}
    return replace(selection, **values)
