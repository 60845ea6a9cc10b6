"""Counts and lengths of meetings, by year, leader, kind, country, theme, month or weekday."""

from calendar import day_name, month_name
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from summitcli.derived.terms import first_leader
from summitcli.model import Dataset, MeetingLike, title_of


class By(StrEnum):
    """What meetings are counted by."""

    YEAR = "year"
    LEADER = "leader"
    KIND = "kind"
    COUNTRY = "country"
    THEME = "theme"
    MONTH = "month"
    WEEKDAY = "weekday"


class Measure(StrEnum):
    """What is added up."""

    COUNT = "count"
    MINUTES = "minutes"


class Across(StrEnum):
    """What counts are split into columns by."""

    PRESIDENCY = "presidency"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What is counted under one key."""

    key: str
    "Year, id, or another value by which is counted."
    label: str
    "The key as readers see it."
    count: int
    "How many meetings there were."
    minutes: int | None
    "Their lengths added up, as far as these are known; null where none of them is."
    timed: int
    "How many of them have a known length."
    across: dict[str, int | None] | None = None
    "With a split: the measure for each president, by person id; null without one."

    def of(self, measure: Measure) -> int | None:
        """The measure that was asked for."""
        return self.count if measure is Measure.COUNT else self.minutes


Keys = Callable[[MeetingLike], Iterable[str]]


def tally(
    meetings: list[MeetingLike], by: By, measure: Measure, dataset: Dataset, split: bool = False
) -> list[Tally]:
    """Meetings counted by something: in its own order where it has one, else the most first.

    Years, months and weekdays in which there was none are there too, with nought.
    """
    keys = _KEYS[by]
    people = list(presidents(meetings, dataset)) if split else []
    groups: dict[str, list[MeetingLike]] = {key: [] for key in _every_key(by, meetings)}
    for meeting in meetings:
        for key in dict.fromkeys(keys(meeting)):
            groups.setdefault(key, []).append(meeting)
    tallies = [
        Tally(
            key=key,
            label=_label(by, key, dataset),
            count=len(group),
            minutes=total(group),
            timed=sum(1 for meeting in group if minutes(meeting) is not None),
            across=_across(group, measure, people, dataset) if split else None,
        )
        for key, group in groups.items()
    ]
    if by not in (By.YEAR, By.MONTH, By.WEEKDAY):
        tallies.sort(key=lambda item: (-(item.of(measure) or 0), item.label))
    return tallies


def minutes(meeting: MeetingLike) -> int | None:
    """Actual length in minutes, where it is known."""
    return meeting.duration.actual_minutes if meeting.duration else None


def total(meetings: list[MeetingLike]) -> int | None:
    """Known lengths added up: nought of no meetings, None where no length is known of any."""
    known = [length for length in map(minutes, meetings) if length is not None]
    return sum(known) if known or not meetings else None


def presidents(meetings: list[MeetingLike], dataset: Dataset) -> dict[str, str]:
    """Person id → name of the first side's leaders, in order of their first meeting."""
    found: dict[str, str] = {}
    for meeting in sorted(meetings, key=lambda item: item.date or "9999"):
        person = first_leader(meeting, dataset)
        if person is not None:
            found.setdefault(person.id, person.name)
    return found


def _across(
    group: list[MeetingLike], measure: Measure, people: list[str], dataset: Dataset
) -> dict[str, int | None]:
    """The measure for each of the people, in their order."""
    score_parts: dict[str, list[MeetingLike]] = {person: [] for person in people}
    for meeting in group:
        person = first_leader(meeting, dataset)
        if person is not None:
            score_parts[person.id].append(meeting)
    return {
        person: len(share) if measure is Measure.COUNT else total(share)
        for person, share in score_parts.items()
    }


def _day(meeting: MeetingLike) -> date | None:
    whole = meeting.date is not None and meeting.date.count("-") == len("md")
    return date.fromisoformat(meeting.date) if whole and meeting.date else None


def _month(meeting: MeetingLike) -> list[str]:
    return [meeting.date[5:7]] if meeting.date and "-" in meeting.date else []


def _weekday(meeting: MeetingLike) -> list[str]:
    day = _day(meeting)
    return [str(day.isoweekday())] if day else []


_KEYS: dict[By, Keys] = {
    By.YEAR: lambda m: [m.date[:4]] if m.date else [],
    By.LEADER: lambda m: m.everyone,
    By.KIND: lambda m: [m.kind],
    By.COUNTRY: lambda m: [m.place.country] if m.place else [],
    By.THEME: lambda m: m.themes,
    By.MONTH: _month,
    By.WEEKDAY: _weekday,
}


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
    if by is By.MONTH:
        return month_name[int(key)]
    return day_name[int(key) - 1] if by is By.WEEKDAY else key
