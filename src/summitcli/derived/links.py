"""Which records belong together: links that are not written down but follow from the dataset."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import timedelta

from summitcli.model import Claim, ContextEvent, Dataset, Meeting, MeetingStatus, Record, Source
from summitcli.model.dates import span
from summitcli.search.select import ordered

NEAR = timedelta(days=30)
"Days before or after an event within which a meeting is shown beside it."


def meetings_near(event: ContextEvent, dataset: Dataset) -> list[Meeting]:
    """Meetings and contacts that were held within 30 days of an event, in order of time."""
    return [meeting for meeting in ordered(dataset.meetings) if _near(meeting, event)]


def events_near(meeting: Meeting, dataset: Dataset) -> list[ContextEvent]:
    """Background events within 30 days of a meeting, in order of time."""
    near = [event for event in dataset.context if _near(meeting, event)]
    return sorted(near, key=lambda event: event.date)


def _near(meeting: Meeting, event: ContextEvent) -> bool:
    """Whether both are dated to the month at least, and not more than 30 days lie between them."""
    if meeting.date is None or meeting.status is not MeetingStatus.HELD:
        return False
    if "-" not in meeting.date or "-" not in event.date:
        return False
    met = span(meeting.date, meeting.end_date)
    was = span(event.date, event.end_date)
    return met.first - NEAR <= was.last and was.first <= met.last + NEAR


def split_held(meetings: list[Meeting]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of what was held among meetings, in order of time: in person, and by wire."""
    came_about = [m for m in ordered(meetings) if m.status is MeetingStatus.HELD]
    in_person = tuple(meeting.id for meeting in came_about if meeting.in_person)
    return in_person, tuple(meeting.id for meeting in came_about if not meeting.in_person)


def source_ids(record: object) -> Iterator[str]:
    """Ids of the sources that a record names, as they come: those of its parts before its own."""
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
    """Every source that a record names, once, in order of first mention."""
    found = (dataset.by_id[identifier] for identifier in dict.fromkeys(source_ids(record)))
    return tuple(source for source in found if isinstance(source, Source))


def cited_by(source: str, dataset: Dataset) -> Iterator[str]:
    """Ids of the records that name a source."""
    for record in dataset.by_id.values():
        same_text = isinstance(record, Source) and record.same_text_as == source
        if same_text or source in source_ids(record):
            yield record.id
