"""Records as commands give them: with the records that point at them, and the sources they name.

A view has all fields of its record; what it adds is derived from the rest of the dataset, so that
every link can be followed both ways.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from typing import Any, Literal, TypeVar

from summitcli.model import (
    Dataset,
    Meeting,
    MeetingId,
    MeetingStatus,
    Outcome,
    Person,
    Record,
    Source,
    Theme,
)
from summitcli.query import ordered

ViewT = TypeVar("ViewT")


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingView(Meeting):
    """A meeting, its outcomes, and its sources in full."""

    record_type: Literal["meeting"] = "meeting"
    "Type of the record."
    outcomes: tuple[str, ...]
    "Ids of assessed outcomes that name this meeting."
    cited: tuple[Source, ...]
    "Every source that the record names, in order of first mention."


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeView(Theme):
    """A theme, and where it came up."""

    record_type: Literal["theme"] = "theme"
    "Type of the record."
    meetings: tuple[MeetingId, ...]
    "Ids of meetings in person that were held and at which it came up, in order of time."
    contacts: tuple[MeetingId, ...]
    "Ids of calls, letters and statements in which it came up, in order of time."
    outcomes: tuple[str, ...]
    "Ids of assessed outcomes that concern it."
    years: dict[str, int]
    "How many meetings and contacts there were on it, by year."


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeView(Outcome):
    """An outcome, and its sources in full."""

    record_type: Literal["outcome"] = "outcome"
    "Type of the record."
    cited: tuple[Source, ...]
    "Every source that the record names, in order of first mention."


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView(Person):
    """A leader, and the meetings at which the leader sat."""

    record_type: Literal["person"] = "person"
    "Type of the record."
    meetings: tuple[MeetingId, ...]
    "Ids of meetings in person that were held, in order of time."
    contacts: tuple[MeetingId, ...]
    "Ids of calls, letters and statements that took place, in order of time."


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView(Source):
    """A source, and the records that name it."""

    record_type: Literal["source"] = "source"
    "Type of the record."
    cited_by: tuple[str, ...]
    "Ids of the records that name it."


View = MeetingView | ThemeView | OutcomeView | PersonView | SourceView


def _widen(view: type[ViewT], record: Record, **added: Any) -> ViewT:
    return view(**{item.name: getattr(record, item.name) for item in fields(record)}, **added)


def view(record: Record, dataset: Dataset) -> View:
    """The view of one record of any type."""
    if isinstance(record, Meeting):
        return _widen(
            MeetingView,
            record,
            outcomes=tuple(item.id for item in dataset.outcomes if record.id in item.meetings),
            cited=cited(record, dataset),
        )
    if isinstance(record, Theme):
        return theme_view(record, dataset, dataset.meetings)
    if isinstance(record, Outcome):
        return _widen(OutcomeView, record, cited=cited(record, dataset))
    if isinstance(record, Person):
        met = [
            meeting
            for meeting in dataset.meetings
            if any(record.id in people for people in meeting.leaders.values())
        ]
        in_person, by_wire = _held(met)
        return _widen(PersonView, record, meetings=in_person, contacts=by_wire)
    return _widen(SourceView, record, cited_by=tuple(citing(record.id, dataset)))


def theme_view(theme: Theme, dataset: Dataset, meetings: Iterable[Meeting]) -> ThemeView:
    """A theme with those of the given meetings at which it came up."""
    raised = [meeting for meeting in meetings if theme.id in meeting.themes]
    in_person, by_wire = _held(raised)
    years: dict[str, int] = {}
    for meeting in ordered(raised):
        if meeting.status is MeetingStatus.HELD and meeting.date:
            years[meeting.date[:4]] = years.get(meeting.date[:4], 0) + 1
    outcomes = tuple(item.id for item in dataset.outcomes if theme.id in item.themes)
    return _widen(
        ThemeView, theme, meetings=in_person, contacts=by_wire, outcomes=outcomes, years=years
    )


def _held(meetings: list[Meeting]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ids of what was held among the meetings: in person, and by wire."""
    held = [meeting for meeting in ordered(meetings) if meeting.status is MeetingStatus.HELD]
    in_person = tuple(meeting.id for meeting in held if meeting.in_person)
    return in_person, tuple(meeting.id for meeting in held if not meeting.in_person)


def source_ids(record: object) -> Iterator[str]:
    """Ids of the sources that a record names, as they come: those of its parts before its own."""
    own = getattr(record, "sources", ())
    for item in fields(record):  # type: ignore[arg-type]
        value = getattr(record, item.name)
        if isinstance(value, tuple) and item.name != "sources":
            for part in value:
                if hasattr(part, "sources"):
                    yield from source_ids(part)
    yield from own


def cited(record: Record, dataset: Dataset) -> tuple[Source, ...]:
    """Every source that a record names, once, in order of first mention."""
    found = (dataset.by_id[identifier] for identifier in dict.fromkeys(source_ids(record)))
    return tuple(source for source in found if isinstance(source, Source))


def citing(source: str, dataset: Dataset) -> Iterator[str]:
    """Ids of the records that name a source."""
    for record in dataset.by_id.values():
        same_text = isinstance(record, Source) and record.same_text_as == source
        if same_text or source in source_ids(record):
            yield record.id
