"""From a record to the records that refer to it, by indexes that are made in one pass."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from msgspec.structs import replace

from summitcli.derived.nearness import ByDay
from summitcli.model import (
    ContextEvent,
    Dataset,
    MeetingLike,
    MeetingStatus,
    MeetingSummary,
    Record,
)
from summitcli.search.select import Selection, ordered, select_events

RecordT = TypeVar("RecordT", bound=Record | MeetingSummary)
Ids = tuple[str, ...]


def group(
    records: Iterable[RecordT], keys: Callable[[RecordT], Iterable[str]]
) -> dict[str, list[RecordT]]:
    """Return the records that have each key, in their order."""
    groups: dict[str, list[RecordT]] = {}
    for record in records:
        for key in dict.fromkeys(keys(record)):
            groups.setdefault(key, []).append(record)
    return groups


class Backlinks:
    """The records of a dataset by what they refer to; each index is made when it is needed."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    @cached_property
    def meetings_with(self) -> Mapping[str, list[MeetingLike]]:
        """The meetings of a leader, by their summary fields."""
        return group(self._dataset.summaries(), lambda meeting: meeting.everyone)

    @cached_property
    def meetings_on(self) -> Mapping[str, list[MeetingLike]]:
        """The meetings at which a theme came up, by their summary fields."""
        return group(self._dataset.summaries(), lambda meeting: meeting.themes)

    @cached_property
    def outcomes_of(self) -> Mapping[str, Ids]:
        """The ids of the outcomes of a meeting."""
        return _ids(group(self._dataset.outcomes, lambda outcome: outcome.meetings))

    @cached_property
    def claims_about(self) -> Mapping[str, Ids]:
        """The ids of the claims about a meeting."""
        return _ids(group(self._dataset.claims, lambda claim: claim.meetings))

    @cached_property
    def outcomes_on(self) -> Mapping[str, Ids]:
        """The ids of the outcomes that concern a theme."""
        return _ids(group(self._dataset.outcomes, lambda outcome: outcome.themes))

    @cached_property
    def events_on(self) -> Mapping[str, Ids]:
        """The ids of the background events that concern a theme."""
        return _ids(group(self._dataset.context, lambda event: event.themes))

    @cached_property
    def outlook_on(self) -> Mapping[str, Ids]:
        """The ids of the drivers and scenarios that concern a theme."""
        return _ids(group(self._dataset.outlook, lambda entry: entry.themes))

    @cached_property
    def claims_on(self) -> Mapping[str, Ids]:
        """The ids of the claims about a theme."""
        return _ids(group(self._dataset.claims, lambda claim: claim.themes))

    def events_near(self, meeting: MeetingLike) -> list[ContextEvent]:
        """Return the background events within 30 days of a meeting, in order of time."""
        return self._events.near(meeting) if meeting.status is MeetingStatus.HELD else []

    def meetings_near(self, event: ContextEvent) -> list[MeetingLike]:
        """Return the meetings and contacts held within 30 days of an event, in order of time."""
        return self._meetings.near(event)

    @cached_property
    def _events(self) -> ByDay[ContextEvent]:
        return ByDay(sorted(self._dataset.context, key=lambda event: event.date))

    @cached_property
    def _meetings(self) -> ByDay[MeetingLike]:
        meetings = ordered(self._dataset.summaries())
        return ByDay(meeting for meeting in meetings if meeting.status is MeetingStatus.HELD)


def _ids(groups: Mapping[str, list[RecordT]]) -> Mapping[str, Ids]:
    return {key: tuple(record.id for record in records) for key, records in groups.items()}


def backlinks(dataset: Dataset) -> Backlinks:
    """Return the backlinks of a dataset, which it keeps."""
    known: Backlinks | None = dataset.__dict__.get("_backlinks")
    if known is None:
        known = dataset.__dict__["_backlinks"] = Backlinks(dataset)
    return known


def events_around(dataset: Dataset, wanted: Selection) -> list[ContextEvent]:
    """Return the background events of a selection, near its meetings if it names any."""
    events = select_events(dataset, replace(wanted, meetings=frozenset()))
    if not wanted.meetings:
        return events
    links = backlinks(dataset)
    meetings = (meeting for meeting in dataset.summaries() if meeting.id in wanted.meetings)
    near = {event.id for meeting in meetings for event in links.events_near(meeting)}
    return [event for event in events if event.id in near]
