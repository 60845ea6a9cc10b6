"""Counts and lengths of meetings, by year, leader, kind, country, theme, month or weekday."""

from calendar import day_name, month_name
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from summitcli.model import Dataset, Meeting, title_of
from summitcli.presidency import first_leader


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
    minutes: int
    "Their lengths added up, as far as these are known."
    timed: int
    "How many of them have a known length."
    across: dict[str, int] | None = None
    "With a split: the measure for each president, by person id; null without one."

    def of(self, measure: Measure) -> int:
        """The measure that was asked for."""
        return self.count if measure is Measure.COUNT else self.minutes


Keys = Callable[[Meeting], Iterable[str]]


def tally(
    meetings: list[Meeting], by: By, measure: Measure, dataset: Dataset, split: bool = False
) -> list[Tally]:
    """Meetings counted by something: in its own order where it has one, else the most first.

    Years, months and weekdays in which there was none are there too, with nought.
    """
    keys = _KEYS[by]
    groups: dict[str, list[Meeting]] = {key: [] for key in _every_key(by, meetings)}
    for meeting in meetings:
        for key in dict.fromkeys(keys(meeting)):
            groups.setdefault(key, []).append(meeting)
    tallies = [
        Tally(
            key=key,
            label=_label(by, key, dataset),
            count=len(group),
            minutes=sum(map(minutes, group)),
            timed=sum(1 for meeting in group if minutes(meeting)),
            across=_across(group, measure, dataset) if split else None,
        )
        for key, group in groups.items()
    ]
    if by not in (By.YEAR, By.MONTH, By.WEEKDAY):
        tallies.sort(key=lambda item: (-item.of(measure), item.label))
    return tallies


def minutes(meeting: Meeting) -> int:
    """Actual length in minutes; nought where it is not known."""
    return (meeting.duration.actual_minutes if meeting.duration else None) or 0


def presidents(meetings: list[Meeting], dataset: Dataset) -> dict[str, str]:
    """Person id → surname of the first side's leaders, in order of their first meeting."""
    found: dict[str, str] = {}
    for meeting in sorted(meetings, key=lambda item: item.date or "9999"):
        person = first_leader(meeting, dataset)
        if person is not None:
            found.setdefault(person.id, person.name)
    return found


def _across(group: list[Meeting], measure: Measure, dataset: Dataset) -> dict[str, int]:
    counts: dict[str, int] = {}
    for meeting in group:
        person = first_leader(meeting, dataset)
        if person is not None:
            worth = 1 if measure is Measure.COUNT else minutes(meeting)
            counts[person.id] = counts.get(person.id, 0) + worth
    return counts


def _day(meeting: Meeting) -> date | None:
    whole = meeting.date is not None and meeting.date.count("-") == len("md")
    return date.fromisoformat(meeting.date) if whole and meeting.date else None


def _month(meeting: Meeting) -> list[str]:
    return [meeting.date[5:7]] if meeting.date and "-" in meeting.date else []


def _weekday(meeting: Meeting) -> list[str]:
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


def _every_key(by: By, meetings: list[Meeting]) -> list[str]:
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
