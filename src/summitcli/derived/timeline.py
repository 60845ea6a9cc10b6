"""Timelines of meetings, remote contacts and background events, and what is near a day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from summitcli.model import (
    CALLS,
    ContextEvent,
    Dataset,
    Meeting,
    MeetingKind,
    MeetingLike,
    Record,
)
from summitcli.model.dates import Span, parse_span
from summitcli.model.record import record
from summitcli.search.select import place_name

if TYPE_CHECKING:
    from summitcli.search.attendance import Attendee


@record
class TimelineEntry:
    """A meeting, remote contact or event, as a line of the timeline."""

    date: str
    "First day, as exactly as it is known."
    end_date: str | None
    "Last day, if there is more than one."
    what: str
    "`meeting`, `call`, `letter`, `statement` or `event`."
    kind: str
    "Kind of the meeting, or the field of the event."
    status: str | None
    "Status of the meeting; null for events."
    id: str
    "Id of the record."
    title: str
    "Its title."
    place: str | None
    "City and country, if there is a place."
    summary: str
    "Summary of the record."


@record
class DayEntry(TimelineEntry):
    """An entry on a day of the year, or the nearest one before or after it."""

    relation: str
    "`on this day`, `before` or `after`."
    days: int
    "Days from the requested day; negative if before it."


_WHAT = {
    MeetingKind.LETTER: "letter",
    MeetingKind.FIRST_LADY_LETTER: "letter",
    MeetingKind.JOINT_STATEMENT: "statement",
    **dict.fromkeys(CALLS, "call"),
}


def recorded_years(dataset: Dataset) -> set[int]:
    """Return the years in which the dataset has any meeting or event."""
    years: set[int] = set()
    for dated in (*dataset.summaries(), *dataset.context):
        if dated.date is not None:
            last = dated.end_date or dated.date
            years.update(range(int(dated.date[:4]), int(last[:4]) + 1))
    return years


def timeline_entry(record: Meeting | ContextEvent) -> TimelineEntry:
    """Return a meeting that has a date, or an event, as an entry."""
    if isinstance(record, ContextEvent):
        return TimelineEntry(
            date=record.date,
            end_date=record.end_date,
            what="event",
            kind=record.category,
            status=None,
            id=record.id,
            title=record.title,
            place=None,
            summary=record.summary,
        )
    return TimelineEntry(
        date=record.date or "",
        end_date=record.end_date,
        what=_WHAT.get(record.kind, "meeting"),
        kind=record.kind,
        status=record.status,
        id=record.id,
        title=record.title,
        place=place_name(record) or None,
        summary=record.summary,
    )


def build_timeline(records: Iterable[Meeting | ContextEvent]) -> list[TimelineEntry]:
    """Return the records that have a date, in order of time, a month before its days."""
    entries = [timeline_entry(record) for record in records if record.date]
    return sorted(entries, key=_order)


def timeline_around(
    record: "Record | Attendee", dataset: Dataset, count: int, most: int
) -> tuple[list[TimelineEntry], int]:
    """Return the records nearest in time to a dated record, up to `count` before and after it.

    For a record without a date, return the meetings and events that it has to do with, at most the
    last `most`. Return as well how many there are in all.
    """
    dated = [item for item in (*dataset.summaries(), *dataset.context) if item.date]
    ids = [item.id for item in sorted(dated, key=_order)]
    if isinstance(record, Meeting | ContextEvent) and record.date is not None:
        place = ids.index(record.id)
        ids = ids[max(0, place - count) : place + count + 1]
    else:
        related = _related(record, dataset)
        ids = [identifier for identifier in ids if identifier in related]
    chosen = (
        item for item in dataset.find(ids[-most:]) if isinstance(item, Meeting | ContextEvent)
    )
    return build_timeline(chosen), len(ids)


def _related(record: "Record | Attendee", dataset: Dataset) -> set[str]:
    """Return the ids of the meetings and events that a record has to do with."""
    from summitcli.derived.views import build_view

    view = build_view(record, dataset)
    names = ("meetings", "remote", "events")
    return {identifier for name in names for identifier in getattr(view, name, ())}


def _order(item: MeetingLike | ContextEvent | TimelineEntry) -> tuple[str, str, str]:
    return item.date or "", item.end_date or "", item.id


def entries_around(day: date, has_year: bool, entries: list[TimelineEntry]) -> list[DayEntry]:
    """Return the entries on a day of the year, and the nearest ones before and after it.

    With a year, the nearest in time; without one, the nearest in the calendar, in any year. Only
    entries dated to the day count; an entry in progress on that day is neither before nor after it.
    """
    exact = [item for item in entries if len(item.date) == len("2018-07-16")]
    spans = [(item, parse_span(item.date, item.end_date)) for item in exact]
    on_day = [
        _day_entry(item, "on this day", 0)
        for item, days in spans
        if (day.month, day.day) in days_of_year(days)
    ]
    found = {item.id for item in on_day}
    measure = _in_time if has_year else _in_calendar
    distances = [(measure(day, days), item) for item, days in spans if item.id not in found]
    before = max(((d, i) for d, i in distances if d < 0), key=lambda pair: pair[0], default=None)
    after = min(((d, i) for d, i in distances if d > 0), key=lambda pair: pair[0], default=None)
    return [
        *([_day_entry(before[1], "before", before[0])] if before else []),
        *on_day,
        *([_day_entry(after[1], "after", after[0])] if after else []),
    ]


_MAX_DAYS = 14  # of a longer range, only the first and the last day count as its days


def days_of_year(days: Span) -> set[tuple[int, int]]:
    """Return the days of the year on which a range falls, as month and day."""
    length = (days.last - days.first).days
    inside = range(length + 1) if length <= _MAX_DAYS else (0, length)
    each = (days.first + timedelta(number) for number in inside)
    return {(day.month, day.day) for day in each}


def _in_time(day: date, days: Span) -> int:
    """Return the days from a day to a range: negative if the range is earlier, 0 within it."""
    return min(0, (days.last - day).days) or max(0, (days.first - day).days)


_CALENDAR_DAYS = 366  # with 29 February


def _in_calendar(day: date, days: Span) -> int:
    """Return the days from a day to a range in the calendar, where December meets January."""
    if (days.last - days.first).days >= _CALENDAR_DAYS:
        return 0
    wanted, first, last = (_day_number(item) for item in (day, days.first, days.last))
    if (wanted - first) % _CALENDAR_DAYS <= (last - first) % _CALENDAR_DAYS:
        return 0
    since, until = (wanted - last) % _CALENDAR_DAYS, (first - wanted) % _CALENDAR_DAYS
    return -since if since <= until else until


def _day_number(day: date) -> int:
    return day.replace(year=2000).timetuple().tm_yday


def _day_entry(item: TimelineEntry, relation: str, days: int) -> DayEntry:
    values = {name: getattr(item, name) for name in TimelineEntry.__dataclass_fields__}
    return DayEntry(**values, relation=relation, days=days)
