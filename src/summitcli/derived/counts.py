"""Counts and lengths of meetings, by year, leader, kind, country, theme, initiator or month."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from functools import partial

from summitcli.derived.terms import terms_of_meetings
from summitcli.model import Dataset, MeetingLike, Office, title_of
from summitcli.model.dates import MONTHS
from summitcli.model.record import record
from summitcli.search.select import JOINT, OTHER

NOT_KNOWN = "not-known"


class By(StrEnum):
    """Properties by which meetings are counted."""

    YEAR = "year"
    LEADER = "leader"
    KIND = "kind"
    COUNTRY = "country"
    THEME = "theme"
    INITIATOR = "initiator"
    MONTH = "month"
    WEEKDAY = "weekday"


class Measure(StrEnum):
    """Quantities that are added up."""

    COUNT = "count"
    MINUTES = "minutes"


class Across(StrEnum):
    """Properties by which counts are split into columns."""

    PRESIDENCY = "presidency"


@record
class Tally:
    """The meetings counted under one key."""

    key: str
    "The year, id or other value that these meetings have in common."
    label: str
    "The key as readers see it."
    count: int
    "Number of meetings."
    minutes: int | None
    "Sum of the known lengths; null if none is known."
    timed: int
    "Number of meetings with a known length."
    across: dict[str, int | None] | None = None
    "The measure for each president or term of office; null unless the counts are split."

    def of(self, measure: Measure) -> int | None:
        """Return the count or the minutes."""
        return self.count if measure is Measure.COUNT else self.minutes


def count_meetings(
    meetings: list[MeetingLike], by: By, measure: Measure, dataset: Dataset, split: bool = False
) -> list[Tally]:
    """Return one tally for each key, in the natural order of the keys or the largest first.

    Years, months and weekdays without meetings are included in counts. Keys without a known length
    are left out of lengths.
    """
    sides = dataset.info.side_names
    keys = partial(_initiative, sides=sides) if by is By.INITIATOR else _KEYS[by]
    terms = term_keys(meetings, dataset) if split else {}
    groups: dict[str, list[MeetingLike]] = {key: [] for key in _every_key(by, meetings)}
    for meeting in meetings:
        for key in dict.fromkeys(keys(meeting)):
            groups.setdefault(key, []).append(meeting)
    tallies = [
        Tally(
            key=key,
            label=_label(by, key, dataset),
            count=len(group),
            minutes=total_minutes(group),
            timed=sum(1 for meeting in group if actual_minutes(meeting) is not None),
            across=_across(group, measure, terms) if split else None,
        )
        for key, group in groups.items()
    ]
    if measure is Measure.MINUTES:
        tallies = [item for item in tallies if item.timed]
    if by not in (By.YEAR, By.MONTH, By.WEEKDAY):
        tallies.sort(key=lambda item: (-(item.of(measure) or 0), item.label))
    return tallies


def actual_minutes(meeting: MeetingLike) -> int | None:
    """Return the actual length in minutes, or None if it is not known."""
    return meeting.duration.actual_minutes if meeting.duration else None


def total_minutes(meetings: list[MeetingLike]) -> int | None:
    """Return the total of the known lengths: 0 for no meetings, None if no length is known."""
    known = [minutes for minutes in map(actual_minutes, meetings) if minutes is not None]
    return sum(known) if known or not meetings else None


def presidents(meetings: list[MeetingLike], dataset: Dataset) -> dict[str, str]:
    """Return the names of the first side's leaders, in order of their first meeting.

    The keys are ids. A leader who held meetings in several terms of office appears once for each,
    under `donald-trump-2017` and `Donald Trump, 2017–2021`.
    """
    keys = term_keys(meetings, dataset)
    terms = terms_of_meetings(meetings, dataset)
    names: dict[str, str] = {}
    for meeting in sorted(meetings, key=lambda item: item.date or "9999"):
        if meeting.id in keys:
            person, office = terms[meeting.id]
            several = keys[meeting.id] != person.id and office is not None
            years = f", {_years(office)}" if several and office is not None else ""
            names.setdefault(keys[meeting.id], person.name + years)
    return names


def _years(office: Office) -> str:
    return f"{office.start_date[:4]}–{(office.end_date or '')[:4]}"


def term_keys(meetings: list[MeetingLike], dataset: Dataset) -> dict[str, str]:
    """Return, by meeting id, the first side's leader: the key that `presidents` names."""
    in_order = sorted(meetings, key=lambda item: item.date or "9999")
    terms = terms_of_meetings(in_order, dataset)
    starts: dict[str, set[str]] = {}
    for person, office in terms.values():
        starts.setdefault(person.id, set()).add(office.start_date[:4] if office else "")
    return {
        meeting: f"{person.id}-{office.start_date[:4]}"
        if office is not None and len(starts[person.id]) > 1
        else person.id
        for meeting, (person, office) in terms.items()
    }


def _across(
    group: list[MeetingLike], measure: Measure, terms: dict[str, str]
) -> dict[str, int | None]:
    """Return the measure for each term of office, in order of the keys' first meetings."""
    meetings_of: dict[str, list[MeetingLike]] = {term: [] for term in terms.values()}
    for meeting in group:
        if meeting.id in terms:
            meetings_of[terms[meeting.id]].append(meeting)
    return {
        term: len(meetings) if measure is Measure.COUNT else total_minutes(meetings)
        for term, meetings in meetings_of.items()
    }


def _day(meeting: MeetingLike) -> date | None:
    exact = meeting.date is not None and len(meeting.date) == len("2018-07-16")
    return date.fromisoformat(meeting.date) if exact and meeting.date else None


def _month(meeting: MeetingLike) -> list[str]:
    return [meeting.date[5:7]] if meeting.date and "-" in meeting.date else []


def _weekday(meeting: MeetingLike) -> list[str]:
    day = _day(meeting)
    return [str(day.isoweekday())] if day else []


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_KEYS: dict[By, Callable[[MeetingLike], Iterable[str]]] = {
    By.YEAR: lambda m: [m.date[:4]] if m.date else [],
    By.LEADER: lambda m: m.everyone,
    By.KIND: lambda m: [m.kind],
    By.COUNTRY: lambda m: [m.place.country] if m.place else [],
    By.THEME: lambda m: m.themes,
    By.MONTH: _month,
    By.WEEKDAY: _weekday,
}


def _initiative(meeting: MeetingLike, sides: Mapping[str, str]) -> list[str]:
    """Return who asked for a meeting: a side, both jointly, somebody else, or not known."""
    if meeting.initiator is None:
        return [NOT_KNOWN]
    return [meeting.initiator if meeting.initiator in (*sides, JOINT) else OTHER]


def _every_key(by: By, meetings: list[MeetingLike]) -> list[str]:
    if by is By.MONTH:
        return [f"{month:02}" for month in range(1, 13)]
    if by is By.WEEKDAY:
        return [str(day) for day in range(1, 8)]
    years = [int(meeting.date[:4]) for meeting in meetings if meeting.date]
    if by is By.YEAR and years:
        return [f"{year:04}" for year in range(min(years), max(years) + 1)]
    return []


def _label(by: By, key: str, dataset: Dataset) -> str:
    if by in (By.LEADER, By.THEME):
        return title_of(dataset.by_id[key])
    if by is By.INITIATOR:
        sides = dataset.info.side_names
        return sides.get(key, key.replace("-", " "))
    if by is By.MONTH:
        return MONTHS[int(key) - 1]
    return _WEEKDAYS[int(key) - 1] if by is By.WEEKDAY else key
