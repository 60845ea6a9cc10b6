"""Links between records that the dataset implies but does not spell out."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta

from summitcli.model import Claim, ContextEvent, Dataset, Meeting, MeetingStatus, Record, Source
from summitcli.model.dates import parse_span
from summitcli.search.select import ordered

MAX_DISTANCE = timedelta(days=30)
"The longest time between an event and a meeting that is linked to it."


def meetings_near(event: ContextEvent, dataset: Dataset) -> list[Meeting]:
    """Return the meetings and remote contacts within 30 days of an event, in order of time."""
    return [meeting for meeting in ordered(dataset.meetings) if _near(meeting, event)]


def events_near(meeting: Meeting, dataset: Dataset) -> list[ContextEvent]:
    """Return the background events within 30 days of a meeting, in order of time."""
    near = [event for event in dataset.context if _near(meeting, event)]
    return sorted(near, key=lambda event: event.date)


def _near(meeting: Meeting, event: ContextEvent) -> bool:
    """Return whether both are dated to the month or day and at most 30 days apart."""
    if meeting.date is None or meeting.status is not MeetingStatus.HELD:
        return False
    if "-" not in meeting.date or "-" not in event.date:
        return False
    meeting_days = parse_span(meeting.date, meeting.end_date)
    event_days = parse_span(event.date, event.end_date)
    return (
        meeting_days.first - event_days.last <= MAX_DISTANCE
        and event_days.first - meeting_days.last <= MAX_DISTANCE
    )


def split_held(meetings: list[Meeting]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of the meetings that were held, in order of time: in person, and remote."""
    held = [m for m in ordered(meetings) if m.status is MeetingStatus.HELD]
    in_person = tuple(meeting.id for meeting in held if meeting.in_person)
    return in_person, tuple(meeting.id for meeting in held if not meeting.in_person)


def source_ids(record: object) -> Iterator[str]:
    """Yield the ids of the sources that a record cites, those of its parts first."""
    for item in fields(record):  # type: ignore[arg-type]
        value = getattr(record, item.name)
        if isinstance(value, tuple) and item.name != "sources":
            for part in value:
                if hasattr(part, "sources"):
                    yield from source_ids(part)
    yield from getattr(record, "sources", ())
    if isinstance(record, Claim):
        yield record.article


def cited_sources(record: Record, dataset: Dataset) -> tuple[Source, ...]:
    """Return every source that a record cites, once, in order of first mention."""
    found = (dataset.by_id[identifier] for identifier in dict.fromkeys(source_ids(record)))
    return tuple(source for source in found if isinstance(source, Source))


def cited_by(source: str, dataset: Dataset) -> Iterator[str]:
    """Yield the ids of the records that cite a source or have the same text."""
    for record in dataset.by_id.values():
        same_text = isinstance(record, Source) and record.same_text_as == source
        if same_text or source in source_ids(record):
            yield record.id
