"""A Selection (the filters), and the meetings that it picks."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from summitcli.model import (
    CALLS,
    IN_PERSON,
    REMOTE,
    ContextEvent,
    Dataset,
    Meeting,
    MeetingKind,
    MeetingLike,
    MeetingStatus,
)
from summitcli.model.dates import Span, span

MeetingT = TypeVar("MeetingT", bound=MeetingLike)

ANY = "any"

# Words for `--kind` that stand for several kinds.
KIND_GROUPS: dict[str, frozenset[MeetingKind]] = {
    "in-person": IN_PERSON,
    "call": CALLS,
    "remote": REMOTE,
    ANY: frozenset(MeetingKind),
}
KINDS = {**{str(kind): frozenset({kind}) for kind in MeetingKind}, **KIND_GROUPS}
STATUSES = {
    **{str(status): frozenset({status}) for status in MeetingStatus},
    ANY: frozenset(MeetingStatus),
}


class Sort(StrEnum):
    """Orders of a list; with a minus, the other way round."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which meetings are asked for. Values are ids or enumeration members, already resolved.

    Within one field any value will do, all fields must fit. Without `all_leaders` or `leaders`, only
    meetings of the dataset's focus pair are picked.
    """

    years: frozenset[int] = frozenset()
    within: Span | None = None
    leaders: frozenset[str] = frozenset()
    meetings: frozenset[str] | None = None
    themes: frozenset[str] = frozenset()
    kinds: frozenset[MeetingKind] = IN_PERSON
    statuses: frozenset[MeetingStatus] = frozenset({MeetingStatus.HELD})
    all_leaders: bool = False


def select(dataset: Dataset, selection: Selection) -> list[MeetingLike]:
    """The meetings that a selection picks, as far as they are known without reading all of each."""
    first, last = _years(selection)
    return [head for head in dataset.summaries(first, last) if _fits(head, selection, dataset)]


def select_whole(dataset: Dataset, selection: Selection) -> list[Meeting]:
    """The meetings that a selection picks, whole."""
    return whole(select(dataset, selection), dataset)


def whole(heads: Iterable[MeetingLike], dataset: Dataset) -> list[Meeting]:
    """Meetings, read whole, in the same order."""
    return [dataset.meeting(head.id) for head in heads]


def _years(selection: Selection) -> tuple[int, int]:
    """The years outside of which a selection picks nothing."""
    years = selection.years or {date.min.year, date.max.year}
    first, last = min(years), max(years)
    if selection.within is not None:
        first = max(first, selection.within.first.year)
        last = min(last, selection.within.last.year)
    return first, last


def _fits(meeting: MeetingLike, wanted: Selection, dataset: Dataset) -> bool:
    return (
        meeting.kind in wanted.kinds
        and meeting.status in wanted.statuses
        and _in_scope(meeting, wanted, dataset)
        and (not wanted.themes or not wanted.themes.isdisjoint(meeting.themes))
        and (wanted.meetings is None or meeting.id in wanted.meetings)
        and _in_time(meeting, wanted)
    )


def _in_scope(meeting: MeetingLike, wanted: Selection, dataset: Dataset) -> bool:
    if wanted.leaders:
        return any(not wanted.leaders.isdisjoint(people) for people in meeting.leaders.values())
    return wanted.all_leaders or in_focus(meeting, dataset)


def in_focus(meeting: MeetingLike, dataset: Dataset) -> bool:
    """Whether a meeting is one of the focus pair's; every meeting is where there is no focus."""
    focus = dataset.info.focus
    return focus is None or all(
        person in meeting.leaders.get(side, ()) for side, person in focus.items()
    )


def _in_time(meeting: MeetingLike, wanted: Selection) -> bool:
    if wanted.within is None and not wanted.years:
        return True
    if meeting.date is None:
        return False
    return span(meeting.date, meeting.end_date).matches(wanted.years, wanted.within)


def select_events(
    dataset: Dataset, within: Span | None, themes: frozenset[str] = frozenset()
) -> list[ContextEvent]:
    """The background events in a time and on a theme, in order of time."""
    found = [
        event
        for event in dataset.context
        if (within is None or span(event.date, event.end_date).touches(within))
        and (not themes or not themes.isdisjoint(event.themes))
    ]
    return sorted(found, key=lambda event: (event.date, event.id))


def ordered(meetings: Iterable[MeetingT], sort: Sort = Sort.DATE) -> list[MeetingT]:
    """Meetings in an order; what has no date, length or place comes last in either direction."""
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
    """City and country, as far as they are known."""
    if meeting.place is None:
        return ""
    return ", ".join(part for part in (meeting.place.city, meeting.place.country) if part)


@dataclass(frozen=True, slots=True)
class BroaderSelection:
    """A wider question that would find something: how to ask it, and how much it finds."""

    advice: str
    count: int


def suggest_broader(dataset: Dataset, selection: Selection) -> list[BroaderSelection]:
    """Single steps that widen a selection which found nothing so that it finds something."""
    steps: Sequence[tuple[str, Selection]] = (
        ("--kind any", replace(selection, kinds=KINDS[ANY])),
        ("--status any", replace(selection, statuses=STATUSES[ANY])),
        ("--all", replace(selection, all_leaders=True)),
        (
            "--all --kind any --status any",
            replace(selection, kinds=KINDS[ANY], statuses=STATUSES[ANY], all_leaders=True),
        ),
    )
    counted = [BroaderSelection(advice, len(select(dataset, wider))) for advice, wider in steps]
    return [step for step in counted if step.count][:1]
