"""iCalendar (RFC 5545): meetings as events in calendars.

Every event lasts whole days. The record has clock times at the place of a meeting but no time
zones, so a time in the calendar would be wrong for most readers; the times are in the description.
All properties come from the record, so the same dataset gives the same bytes.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import BinaryIO

from summitcli.derived.links import cited_sources
from summitcli.export.described import (
    describe_left_out,
    headline,
    location,
    paragraphs,
    theme_titles,
)
from summitcli.export.extras import library
from summitcli.export.selection import Extract, NothingToWriteError
from summitcli.model import Dataset, DatasetInfo, Meeting, MeetingStatus, SourceType
from summitcli.model.dates import parse_span
from summitcli.pages.wording import humanize

with library("icalendar", "ics"):
    from icalendar import Calendar, Event

_STATUSES = {
    MeetingStatus.HELD: "CONFIRMED",
    MeetingStatus.CANCELLED: "CANCELLED",
    MeetingStatus.NOT_HELD: "CANCELLED",
    MeetingStatus.PLANNED: "TENTATIVE",
    MeetingStatus.DISPUTED: "TENTATIVE",
}
_LAST_DATE = date.max


def write(extract: Extract, out: BinaryIO, anniversaries: bool = False) -> str | None:
    """Write an event for each meeting that is dated to the day, and return a note on the others.

    With `anniversaries`, the events of meetings that were held recur every year. Raise
    NothingToWriteError if no meeting is dated to the day.
    """
    head, foot = _frame(extract.info)
    stamp, total, count = _stamp(extract.info), 0, 0
    for meeting in extract.meetings():
        total += 1
        if _day(meeting.date) is None:
            continue
        event = _event(meeting, extract.dataset, stamp)
        if anniversaries and meeting.status is MeetingStatus.HELD:
            event.add("rrule", {"freq": "yearly"})
        out.write(b"" if count else head)
        out.write(event.to_ical())
        count += 1
    if not count:  # RFC 5545 does not allow an empty calendar
        raise NothingToWriteError("no meeting is dated to the day")
    out.write(foot)
    return describe_left_out(total - count, total, "exact date", "in the calendar")


def meeting_calendar(meeting: Meeting, dataset: Dataset) -> bytes | None:
    """Return a calendar with one meeting, or None if the meeting is not dated to the day."""
    if _day(meeting.date) is None:
        return None
    head, foot = _frame(dataset.info)
    event: bytes = _event(meeting, dataset, _stamp(dataset.info)).to_ical()
    return head + event + foot


def _frame(info: DatasetInfo) -> tuple[bytes, bytes]:
    """Return the lines before and after the events."""
    calendar = Calendar()
    calendar.add("prodid", "-//summitcli//summit//EN")
    calendar.add("version", "2.0")
    title = " ".join(info.title.split())  # icalendar does not escape a line feed in the second
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)  # understood by more programs than NAME
    content: bytes = calendar.to_ical()
    end = content.rindex(b"END:VCALENDAR")
    return content[:end], content[end:]


def _event(meeting: Meeting, dataset: Dataset, stamp: datetime) -> "Event":
    event = Event()
    event.add("uid", uid_of(meeting, dataset.info))
    event.add("dtstamp", stamp)
    first = _day(meeting.date)
    last = _day(meeting.end_date) or first
    event.add("dtstart", first)
    if last is not None and last < _LAST_DATE:
        event.add("dtend", last + timedelta(days=1))  # RFC 5545: the end is not included
    event.add("summary", headline(meeting))
    event.add("status", _STATUSES[meeting.status])
    event.add("transp", "TRANSPARENT")  # it does not make the owner of the calendar busy
    event.add("categories", [humanize(meeting.kind), *theme_titles(meeting, dataset)])
    event.add("description", "\n\n".join(paragraphs(meeting, dataset)))
    if where := location(meeting):
        event.add("location", where)
    place = meeting.place
    if place is not None and place.lat is not None and place.lon is not None:
        event.add("geo", (place.lat, place.lon))
    if address := _address(meeting, dataset):
        event.add("url", address)
    return event


def uid_of(meeting: Meeting, info: DatasetInfo) -> str:
    """Return the permanent id of an event, different from those of other datasets."""
    return f"{meeting.id}@{'-'.join(side.id for side in info.sides)}.summitcli"


def _stamp(info: DatasetInfo) -> datetime:
    """Return the time of the record: the first day of the dataset's date, or of 1970."""
    day = parse_span(info.as_of).first if info.as_of else date(1970, 1, 1)
    return datetime.combine(day, time(), UTC)


def _day(text: str | None) -> date | None:
    """Return a date that has a day, or None."""
    return date.fromisoformat(text) if text and len(text) == len("2018-07-16") else None


def _address(meeting: Meeting, dataset: Dataset) -> str | None:
    """Return the address of the first primary source that has one, or else of the first source."""
    cited = [source for source in cited_sources(meeting, dataset) if source.url]
    primary = [source for source in cited if source.type is SourceType.PRIMARY]
    return next((source.url for source in (*primary, *cited)), None)
