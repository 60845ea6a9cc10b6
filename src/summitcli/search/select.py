"""A Selection restricts which records are wanted; select() returns the meetings that satisfy it."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from summitcli.model import (
    CALLS,
    IN_PERSON,
    REMOTE,
    Claim,
    ContextEvent,
    Dataset,
    Meeting,
    MeetingKind,
    MeetingLike,
    MeetingStatus,
    MeetingSummary,
    Outcome,
    Record,
    Theme,
    type_of,
)
from summitcli.model.dates import Span, parse_span

MeetingT = TypeVar("MeetingT", bound=MeetingLike)
AssessedT = TypeVar("AssessedT", Outcome, Claim)

ANY = "any"
# Values of `asked-by` besides the ids of the sides.
JOINT = "joint"
OTHER = "other"

# Names of kinds and of groups of kinds.
KIND_GROUPS: dict[str, frozenset[MeetingKind]] = {
    "in-person": IN_PERSON,
    "call": CALLS,
    "remote": REMOTE,
    ANY: frozenset(MeetingKind),
}
KINDS = {**{str(kind): frozenset({kind}) for kind in MeetingKind}, **KIND_GROUPS}
ALL_KINDS = KINDS[ANY]
STATUSES = {
    **{str(status): frozenset({status}) for status in MeetingStatus},
    ANY: frozenset(MeetingStatus),
}


class Sort(StrEnum):
    """Orders of a list; a minus reverses the order."""

    DATE = "date"
    DATE_DOWN = "-date"
    LENGTH = "length"
    LENGTH_DOWN = "-length"
    PLACE = "place"
    PLACE_DOWN = "-place"
    TITLE = "title"
    TITLE_DOWN = "-title"
    ID = "id"
    ID_DOWN = "-id"

    @property
    def reversed(self) -> "Sort":
        """The same order in the other direction."""
        return Sort(self.removeprefix("-") if self.startswith("-") else f"-{self}")


class Selection(Struct, frozen=True, kw_only=True):
    """Restrictions on records, as ids and enumeration members. An empty field restricts nothing.

    A record must satisfy every field; within a field, any one value is enough, except in
    `together`. Only meetings can satisfy the fields that say who met, where and how.
    """

    types: frozenset[str] = frozenset()
    "Names of record types."
    years: frozenset[int] = frozenset()
    within: Span | None = None
    leaders: frozenset[str] = frozenset()
    "Ids of people, any of whom took part."
    together: frozenset[str] = frozenset()
    "Ids of people, all of whom took part."
    participants: frozenset[str] = frozenset()
    "Ids of the meetings in which the people asked for took part."
    places: frozenset[str] = frozenset()
    "Ids of the meetings at the places asked for."
    meetings: frozenset[str] = frozenset()
    "Ids of meetings; records about a meeting satisfy it too."
    initiators: frozenset[str] = frozenset()
    "Who asked for the meeting, as the record says it."
    themes: frozenset[str] = frozenset()
    kinds: frozenset[MeetingKind] = frozenset()
    statuses: frozenset[MeetingStatus] = frozenset()

    @property
    def only_meetings(self) -> bool:
        """Whether only meetings can satisfy it."""
        return bool(self.only_some_meetings or self.together or self.kinds or self.statuses)

    @property
    def only_some_meetings(self) -> bool:
        """Whether it names people or places, of which every meeting has others."""
        return bool(self.leaders or self.participants or self.initiators or self.places)


def is_selected(record: Record | MeetingSummary, wanted: Selection) -> bool:
    """Return whether a record satisfies a selection."""
    if isinstance(record, (Meeting, MeetingSummary)):
        record_type = "meeting"
        if not _is_meeting_selected(record, wanted):
            return False
    else:
        record_type = type_of(record)
        if wanted.only_meetings or not _is_about(record, wanted.meetings):
            return False
    if wanted.types and record_type not in wanted.types:
        return False
    if wanted.themes and wanted.themes.isdisjoint(_themes_of(record)):
        return False
    return not (wanted.years or wanted.within) or _is_in_time(record, wanted)


def _is_meeting_selected(meeting: MeetingLike, wanted: Selection) -> bool:
    return (
        (not wanted.kinds or meeting.kind in wanted.kinds)
        and (not wanted.statuses or meeting.status in wanted.statuses)
        and (not wanted.meetings or meeting.id in wanted.meetings)
        and (not wanted.places or meeting.id in wanted.places)
        and (not wanted.participants or meeting.id in wanted.participants)
        and (not wanted.initiators or meeting.initiator in wanted.initiators)
        and (not wanted.leaders or not wanted.leaders.isdisjoint(meeting.everyone))
        and (not wanted.together or wanted.together.issubset(meeting.everyone))
    )


def _is_about(record: Record, meetings: frozenset[str]) -> bool:
    """Return whether a record of another type is about any of some meetings, if any are given."""
    return not meetings or not meetings.isdisjoint(getattr(record, "meetings", ()))


def _themes_of(record: Record | MeetingSummary) -> tuple[str, ...]:
    if isinstance(record, Theme):
        return (record.id,)
    return getattr(record, "themes", ())


def _is_in_time(record: Record | MeetingSummary, wanted: Selection) -> bool:
    when = getattr(record, "date", None)
    if when is None:
        return False
    span = parse_span(when, getattr(record, "end_date", None))
    return span.matches(wanted.years, wanted.within)


def select(dataset: Dataset, selection: Selection) -> list[MeetingLike]:
    """Return the meetings that satisfy a selection; a stored dataset gives their summaries."""
    first, last = _first_and_last_year(selection)
    meetings = dataset.summaries(first, last, selection.together)
    return [meeting for meeting in meetings if is_selected(meeting, selection)]


def select_whole(dataset: Dataset, selection: Selection) -> list[Meeting]:
    """Return the meetings that satisfy a selection, with all their fields."""
    return whole(select(dataset, selection), dataset)


def whole(summaries: Iterable[MeetingLike], dataset: Dataset) -> list[Meeting]:
    """Return meetings with all their fields, in the same order."""
    records = dataset.find(summary.id for summary in summaries)
    return [record for record in records if isinstance(record, Meeting)]


def _first_and_last_year(selection: Selection) -> tuple[int, int]:
    """Return the first and last year in which a selection can find anything."""
    years = selection.years or {date.min.year, date.max.year}
    first, last = min(years), max(years)
    if selection.within is not None:
        first = max(first, selection.within.first.year)
        last = min(last, selection.within.last.year)
    return first, last


def focus_pair(dataset: Dataset) -> frozenset[str]:
    """Return the ids of the leaders that the dataset looks at first; none if it names none."""
    return frozenset((dataset.info.focus or {}).values())


def in_focus(meeting: MeetingLike, dataset: Dataset) -> bool:
    """Return whether the focus pair met; true of every meeting if the dataset names no pair."""
    return focus_pair(dataset).issubset(meeting.everyone)


def select_events(dataset: Dataset, wanted: Selection) -> list[ContextEvent]:
    """Return the background events that satisfy a selection, in order of time."""
    found = [event for event in dataset.context if is_selected(event, wanted)]
    return sorted(found, key=lambda event: (event.date, event.id))


def select_about(
    records: Iterable[AssessedT], wanted: Selection, dataset: Dataset
) -> list[AssessedT]:
    """Return the outcomes or claims on the chosen themes and about the chosen meetings."""
    found = [
        record
        for record in records
        if not wanted.themes or not wanted.themes.isdisjoint(record.themes)
    ]
    of_meetings = replace(wanted, themes=frozenset())
    if of_meetings == Selection():
        return found
    meetings = {meeting.id for meeting in select(dataset, of_meetings)}
    return [record for record in found if not meetings.isdisjoint(record.meetings)]


def ordered(meetings: Iterable[MeetingT], sort: Sort = Sort.DATE) -> list[MeetingT]:
    """Return meetings in an order; those without the value come last in either direction."""
    key = _KEYS[sort.value.removeprefix("-")]
    known = [meeting for meeting in meetings if key(meeting) is not None]
    unknown = [meeting for meeting in meetings if key(meeting) is None]
    known.sort(key=lambda meeting: meeting.id)
    known.sort(key=lambda meeting: str(key(meeting)), reverse=sort.value.startswith("-"))
    return known + unknown


def _length(meeting: MeetingLike) -> str | None:
    minutes = meeting.duration.actual_minutes if meeting.duration else None
    return None if minutes is None else f"{minutes:09}"


def _place(meeting: MeetingLike) -> str | None:
    return place_name(meeting) or None


_KEYS: dict[str, Callable[[MeetingLike], str | None]] = {
    "date": lambda meeting: meeting.date,
    "length": _length,
    "place": _place,
    "title": lambda meeting: meeting.title.casefold(),
    "id": lambda meeting: meeting.id,
}


def place_name(meeting: MeetingLike) -> str:
    """Return the city and country of a meeting, as far as they are known."""
    if meeting.place is None:
        return ""
    return ", ".join(part for part in (meeting.place.city, meeting.place.country) if part)
