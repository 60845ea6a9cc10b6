"""Narrow a selection by a field and a value that someone typed: `leader` and `yeltsin`."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from summitcli.errors import UsageError
from summitcli.model import RECORD_TYPES, Dataset
from summitcli.search.select import KINDS, STATUSES, Selection

if TYPE_CHECKING:
    from summitcli.search.resolve import Resolved


def narrow(
    selection: Selection, field: str, typed: str, dataset: Dataset
) -> "tuple[Selection, Resolved | None]":
    """Return a selection with one more value of a field, and what the value was resolved to.

    A year, or the exact name of a type, kind or status, needs no resolving; None is returned for
    it. Raise UsageError if the value is not a year or matches no name.
    """
    if field == "year":
        return replace(selection, years=selection.years | {parse_year(typed)}), None
    if field in _VALUES:
        exact = typed.strip().casefold().replace(" ", "-").replace("_", "-")
        if exact in _VALUES[field]:
            return _with(selection, field, {exact}), None
    resolved = _resolve(field, typed, dataset)
    return _with(selection, field, resolved.ids), resolved


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
        case "theme":
            return resolve(field, typed, themes(dataset))
        case _:
            return resolve(field, typed, values(_VALUES[field]))


def _with(selection: Selection, field: str, ids: Iterable[str]) -> Selection:
    match field:
        case "leader":
            return replace(selection, leaders=selection.leaders.union(ids))
        case "place":
            return replace(selection, meetings=selection.meetings.union(ids))
        case "theme":
            return replace(selection, themes=selection.themes.union(ids))
        case "type":
            return replace(selection, types=selection.types.union(ids))
        case "kind":
            kinds = (KINDS[name] for name in ids)
            return replace(selection, kinds=selection.kinds.union(*kinds))
        case _:
            statuses = (STATUSES[name] for name in ids)
            return replace(selection, statuses=selection.statuses.union(*statuses))


def parse_year(typed: str) -> int:
    """Return the year that someone typed; raise UsageError if it is not one."""
    text = typed.strip()
    if not (text.isdecimal() and text.isascii()):
        raise UsageError(f"'{typed}' is not a year; expected a year such as 2018")
    if not date.min.year <= int(text) <= date.max.year:
        raise UsageError(f"{text} is not a valid year; expected 1 to 9999")
    return int(text)
