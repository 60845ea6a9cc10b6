"""Records as commands give them: with the records that point at them, and the sources they name.

A view has all fields of its record; what it adds is derived from the rest of the dataset, so that
every link can be followed both ways.
"""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, Literal, TypeVar

from summitcli.derived.links import cited_by, cited_sources, events_near, meetings_near, split_held
from summitcli.model import (
    Claim,
    ContextEvent,
    Dataset,
    Meeting,
    MeetingStatus,
    Outcome,
    Outlook,
    Person,
    Record,
    Source,
    Theme,
)
from summitcli.model.record import record
from summitcli.search.select import ordered

ViewT = TypeVar("ViewT")
Ids = tuple[str, ...]


@record
class MeetingView(Meeting):
    """A meeting, what came of it, what happened around it, and its sources in full."""

    record_type: Literal["meeting"] = "meeting"
    "Type of the record."
    outcomes: Ids
    "Ids of assessed outcomes that name this meeting."
    claims: Ids
    "Ids of claims about it."
    events: Ids
    "Ids of background events within 30 days."
    cited: tuple[Source, ...]
    "Every source that the record names, in order of first mention."


@record
class ThemeView(Theme):
    """A theme, and where it came up."""

    record_type: Literal["theme"] = "theme"
    "Type of the record."
    meetings: Ids
    "Ids of meetings in person that were held and at which it came up, in order of time."
    remote: Ids
    "Ids of calls, letters and statements in which it came up, in order of time."
    outcomes: Ids
    "Ids of assessed outcomes that concern it."
    events: Ids
    "Ids of background events that concern it."
    outlook: Ids
    "Ids of drivers and scenarios that concern it."
    claims: Ids
    "Ids of claims about it."
    years: dict[str, int]
    "How many meetings and contacts there were on it, by year."


@record
class OutcomeView(Outcome):
    """An outcome, and its sources in full."""

    record_type: Literal["outcome"] = "outcome"
    "Type of the record."
    cited: tuple[Source, ...]
    "Every source that the record names, in order of first mention."


@record
class PersonView(Person):
    """A leader, and the meetings at which the leader sat."""

    record_type: Literal["person"] = "person"
    "Type of the record."
    meetings: Ids
    "Ids of meetings in person that were held, in order of time."
    remote: Ids
    "Ids of calls, letters and statements that took place, in order of time."


@record
class EventView(ContextEvent):
    """A background event, the meetings around it, and its sources in full."""

    record_type: Literal["event"] = "event"
    "Type of the record."
    meetings: Ids
    "Ids of meetings in person that were held within 30 days."
    remote: Ids
    "Ids of calls, letters and statements within 30 days."
    cited: tuple[Source, ...]
    "Every source that the record names, in order of first mention."


@record
class OutlookView(Outlook):
    """A driver or scenario, and its sources in full."""

    record_type: Literal["outlook"] = "outlook"
    "Type of the record."
    cited: tuple[Source, ...]
    "Every source that the record names, in order of first mention."


@record
class ClaimView(Claim):
    """A claim, and its sources in full."""

    record_type: Literal["claim"] = "claim"
    "Type of the record."
    cited: tuple[Source, ...]
    "Every source that the record names, in order of first mention, the article last."


@record
class SourceView(Source):
    """A source, and the records that name it."""

    record_type: Literal["source"] = "source"
    "Type of the record."
    cited_by: Ids
    "Ids of the records that name it."


View = (
    MeetingView
    | ThemeView
    | OutcomeView
    | PersonView
    | EventView
    | OutlookView
    | ClaimView
    | SourceView
)


def _widen(view: type[ViewT], record: Record, **added: Any) -> ViewT:
    return view(**{item.name: getattr(record, item.name) for item in fields(record)}, **added)


def view(record: Record, dataset: Dataset) -> View:
    """The view of one record of any type."""
    sources = cited_sources(record, dataset)
    match record:
        case Meeting():
            return _widen(
                MeetingView,
                record,
                outcomes=tuple(o.id for o in dataset.outcomes if record.id in o.meetings),
                claims=tuple(c.id for c in dataset.claims if record.id in c.meetings),
                events=tuple(event.id for event in events_near(record, dataset)),
                cited=sources,
            )
        case Theme():
            return theme_view(record, dataset, dataset.meetings)
        case Outcome():
            return _widen(OutcomeView, record, cited=sources)
        case Person():
            met = [m for m in dataset.meetings if record.id in m.everyone]
            in_person, remote = split_held(met)
            return _widen(PersonView, record, meetings=in_person, remote=remote)
        case ContextEvent():
            in_person, remote = split_held(meetings_near(record, dataset))
            return _widen(EventView, record, meetings=in_person, remote=remote, cited=sources)
        case Outlook():
            return _widen(OutlookView, record, cited=sources)
        case Claim():
            return _widen(ClaimView, record, cited=sources)
        case Source():
            return _widen(SourceView, record, cited_by=tuple(cited_by(record.id, dataset)))


def theme_view(theme: Theme, dataset: Dataset, meetings: Iterable[Meeting]) -> ThemeView:
    """A theme with those of the given meetings at which it came up."""
    raised = [meeting for meeting in meetings if theme.id in meeting.themes]
    in_person, remote = split_held(raised)
    years: dict[str, int] = {}
    for meeting in ordered(raised):
        if meeting.status is MeetingStatus.HELD and meeting.date:
            years[meeting.date[:4]] = years.get(meeting.date[:4], 0) + 1
    return _widen(
        ThemeView,
        theme,
        meetings=in_person,
        remote=remote,
        outcomes=tuple(item.id for item in dataset.outcomes if theme.id in item.themes),
        events=tuple(item.id for item in dataset.context if theme.id in item.themes),
        outlook=tuple(item.id for item in dataset.outlook if theme.id in item.themes),
        claims=tuple(item.id for item in dataset.claims if theme.id in item.themes),
        years=years,
    )
