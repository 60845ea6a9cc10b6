"""Narrow a selection by a field and a value that someone typed: `leader` and `yeltsin`."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from summitcli.errors import UsageError
from summitcli.model import RECORD_TYPES, Dataset
from summitcli.search.select import KINDS, STATUSES, Selection

if TYPE_CHECKING:
    from summitcli.search.match import Named
    from summitcli.search.resolve import Resolved


def narrow(
    selection: Selection, field: str, typed: str, dataset: Dataset
) -> "tuple[Selection, Resolved | None]":
    """Return a selection with one more value of a field, and how a name was understood.

    There is nothing to understand in a year or in the exact name of a type, kind or status. Raise
    UsageError if the value is not a year or matches no name.
    """
    if field == "year":
        return replace(selection, years=selection.years | {parse_year(typed)}), None
    if field in _VALUES:
        exact = typed.strip().casefold().replace(" ", "-").replace("_", "-")
        if exact in _VALUES[field]:
            return _with(selection, field, {exact}), None
    resolved = _resolve(field, typed, dataset)
    return _with(selection, field, resolved.ids), resolved


_VALUES: dict[str, Iterable[str]] = {
    "type": RECORD_TYPES,
    "kind": KINDS,
    "status": STATUSES,
}


def _resolve(field: str, typed: str, dataset: Dataset) -> "Resolved":
    from summitcli.search import resolve

    match field:
        case "place":
            return resolve.resolve_place(typed, dataset)
        case "leader":
            things: list[Named] = resolve.leaders(dataset)
        case "theme":
            things = resolve.themes(dataset)
        case _:
            things = resolve.values(_VALUES[field])
    return resolve.resolve(field, typed, things)


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
