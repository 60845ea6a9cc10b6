"""From the filters as typed to a Selection: names resolved, dates read, mistakes said in a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from summitcli import naming
from summitcli.cli.streams import say
from summitcli.dates import Span, span
from summitcli.errors import UsageError
from summitcli.model import IN_PERSON, Dataset, MeetingKind, MeetingStatus
from summitcli.query import KINDS, STATUSES, Selection
from summitcli.search.filters import Filters
from summitcli.search.names import Named

T = TypeVar("T", MeetingKind, MeetingStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The filters of a command line, as they were typed."""

    years: list[int] | None = None
    since: str | None = None
    until: str | None = None
    leaders: list[str] | None = None
    places: list[str] | None = None
    themes: list[str] | None = None
    kinds: list[str] | None = None
    statuses: list[str] | None = None
    everyone: bool = False


def selection(typed: Typed, dataset: Dataset) -> Selection:
    """The selection that typed filters mean; raises UsageError for what means nothing."""
    return Selection(
        years=frozenset(_year(year) for year in typed.years or ()),
        within=period(typed.since, typed.until),
        leaders=_ids("--leader", typed.leaders, naming.leaders(dataset)) or frozenset(),
        meetings=_ids("--place", typed.places, naming.places(dataset)),
        themes=theme_ids(typed.themes, dataset),
        kinds=_members("--kind", typed.kinds, KINDS) or IN_PERSON,
        statuses=_members("--status", typed.statuses, STATUSES) or STATUSES["held"],
        everyone=typed.everyone,
    )


def _year(year: int) -> int:
    if not date.min.year <= year <= date.max.year:
        raise UsageError(f"--year: {year} is on no calendar; years go from 1 to 9999")
    return year


def search_filters(typed: Typed, dataset: Dataset) -> Filters:
    """What search hits have to be; without a filter nothing is asked of them."""
    return Filters(
        years=frozenset(_year(year) for year in typed.years or ()),
        within=period(typed.since, typed.until),
        leaders=_ids("--leader", typed.leaders, naming.leaders(dataset)) or frozenset(),
        meetings=_ids("--place", typed.places, naming.places(dataset)),
        themes=theme_ids(typed.themes, dataset),
        kinds=_members("--kind", typed.kinds, KINDS),
        statuses=_members("--status", typed.statuses, STATUSES),
    )


def period(since: str | None, until: str | None) -> Span | None:
    """The days from `--since` to `--until`, both included; None where neither was given."""
    if since is None and until is None:
        return None
    first = date.min if since is None else _days("--since", since).first
    last = date.max if until is None else _days("--until", until).last
    if last < first:
        raise UsageError(f"--since {since} is after --until {until}; turn them round")
    return Span(first, last)


def _days(option: str, text: str) -> Span:
    try:
        return span(text.strip())
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None


def _ids(option: str, typed: list[str] | None, things: list[Named]) -> frozenset[str] | None:
    if not typed:
        return None
    ids: set[str] = set()
    for value in typed:
        found, remark = naming.resolve(option, value, things)
        ids |= found
        if remark:
            say(remark)
    return frozenset(ids)


def theme_ids(typed: list[str] | None, dataset: Dataset) -> frozenset[str]:
    """The themes that `--theme` names; none where it was not given."""
    return _ids("--theme", typed, naming.themes(dataset)) or frozenset()


def _members(
    option: str, typed: list[str] | None, known: Mapping[str, frozenset[T]]
) -> frozenset[T]:
    members: set[T] = set()
    for value in typed or ():
        exact = known.get(value.strip().casefold().replace(" ", "-").replace("_", "-"))
        if exact is not None:
            members |= exact
            continue
        found, remark = naming.resolve(option, value, naming.values(known))
        if remark:
            say(remark)
        for name in found:
            members |= known[name]
    return frozenset(members)


def one_of(option: str, typed: str | None, known: list[str]) -> str | None:
    """The one value of an option that was meant; None where none was given."""
    if typed is None:
        return None
    found, remark = naming.resolve(option, typed, naming.values(dict.fromkeys(known)))
    if len(found) > 1:
        raise UsageError(f"{option}: '{typed}' may be {' or '.join(sorted(found))}; give one")
    if remark:
        say(remark)
    return next(iter(found))
