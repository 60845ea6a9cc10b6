"""Meetings, contacts and background events in one line of time, and what lies near a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from summitcli.model import CALLS, ContextEvent, Meeting, MeetingKind
from summitcli.model.dates import Span, span
from summitcli.search.select import place_name


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """Something that happened, as a line of the timeline."""

    date: str
    "First day, as exactly as it is known."
    end_date: str | None
    "Last day, where there is more than one."
    what: str
    "`meeting`, `call`, `letter`, `statement` or `event`."
    kind: str
    "Kind of the meeting, or the field of the event."
    status: str | None
    "Whether the meeting came about; null for events."
    id: str
    "Id of the record."
    title: str
    "Its title."
    place: str | None
    "City and country, where there is a place."
    summary: str
    "What happened."


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntry(TimelineEntry):
    """Something that happened on a day of the year, or next to it in time."""

    relation: str
    "`on this day`, `before` or `after`."
    days: int
    "Days from the day that was asked for; negative before it."


_WORDS = {
    MeetingKind.LETTER: "letter",
    MeetingKind.FIRST_LADY_LETTER: "letter",
    MeetingKind.JOINT_STATEMENT: "statement",
    **dict.fromkeys(CALLS, "call"),
}


def entry(record: Meeting | ContextEvent) -> TimelineEntry:
    """A meeting or event as a line; a meeting without a date has none."""
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
        what=_WORDS.get(record.kind, "meeting"),
        kind=record.kind,
        status=record.status,
        id=record.id,
        title=record.title,
        place=place_name(record) or None,
        summary=record.summary,
    )


def timeline(records: Iterable[Meeting | ContextEvent]) -> list[TimelineEntry]:
    """Records with a date, in order of time; at the same date, what is dated less exactly first."""
    entries = [entry(record) for record in records if record.date]
    return sorted(entries, key=lambda item: (item.date, item.end_date or "", item.id))


def around(day: date, has_year: bool, entries: list[TimelineEntry]) -> list[DayEntry]:
    """What happened on a day of the year in any year, and what lay nearest before and after.

    With a year, nearest in time; without one, nearest in the calendar, whatever the year. Only
    what is dated to the day is looked at, and nothing that was going on then is before or after.
    """
    exact = [item for item in entries if len(item.date) == len("2018-07-16")]
    spans = [(item, span(item.date, item.end_date)) for item in exact]
    on_day = [_beside(item, "on this day", 0) for item, days in spans if _same_day(day, days)]
    found = {item.id for item in on_day}
    measure = _in_time if has_year else _in_calendar
    distances = [(measure(day, days), item) for item, days in spans if item.id not in found]
    before = max(((d, i) for d, i in distances if d < 0), key=lambda pair: pair[0], default=None)
    after = min(((d, i) for d, i in distances if d > 0), key=lambda pair: pair[0], default=None)
    return [
        *([_beside(before[1], "before", before[0])] if before else []),
        *on_day,
        *([_beside(after[1], "after", after[0])] if after else []),
    ]


_SHORT = 14  # days up to which all of a range count as its days; of a longer one, its ends do


def _same_day(day: date, days: Span) -> bool:
    ends = {(end.month, end.day) for end in (days.first, days.last)}
    if (day.month, day.day) in ends:
        return True
    if (days.last - days.first).days > _SHORT:
        return False
    try:
        years = (days.first.year, days.last.year)
        return any(days.first <= day.replace(year=year) <= days.last for year in years)
    except ValueError:  # 29 February in another year
        return False


def _in_time(day: date, days: Span) -> int:
    """Days from a day to a range of days, negative if it lies before it; nought within it."""
    return min(0, (days.last - day).days) or max(0, (days.first - day).days)


_YEAR = 366  # every day of the calendar, 29 February too


def _in_calendar(day: date, days: Span) -> int:
    """The same in the calendar, where the year begins again after 31 December."""
    if (days.last - days.first).days >= _YEAR:
        return 0
    wanted, first, last = (_place_in_year(item) for item in (day, days.first, days.last))
    if (wanted - first) % _YEAR <= (last - first) % _YEAR:
        return 0
    since, until = (wanted - last) % _YEAR, (first - wanted) % _YEAR
    return -since if since <= until else until


def _place_in_year(day: date) -> int:
    return day.replace(year=2000).timetuple().tm_yday


def _beside(item: TimelineEntry, relation: str, days: int) -> DayEntry:
    values = {name: getattr(item, name) for name in TimelineEntry.__dataclass_fields__}
    return DayEntry(**values, relation=relation, days=days)
