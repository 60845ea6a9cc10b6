"""Views: records with the records that refer to them and the sources that they cite.

A view has all fields of its record and adds what follows from the rest of the dataset, so that
every link can be followed in both directions.
"""

from collections.abc import Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from msgspec.structs import replace

from summitcli.derived.backlinks import backlinks, group
from summitcli.derived.links import cited_sources, split_held
from summitcli.model import (
    Claim,
    ContextEvent,
    Dataset,
    Meeting,
    MeetingLike,
    MeetingStatus,
    Outcome,
    Outlook,
    Person,
    Record,
    Source,
    Theme,
)
from summitcli.model.record import record
from summitcli.search.select import Selection, ordered, select

if TYPE_CHECKING:
    from summitcli.search.attendance import Attendee

ViewT = TypeVar("ViewT")
Ids = tuple[str, ...]


@record
class MeetingView(Meeting):
    """A meeting with its outcomes, the claims and events about it, and its sources in full."""

    record_type: Literal["meeting"] = "meeting"
    "Type of the record."
    outcomes: Ids
    "Ids of assessed outcomes that refer to this meeting."
    claims: Ids
    "Ids of claims about it."
    events: Ids
    "Ids of background events within 30 days."
    cited: tuple[Source, ...]
    "Every source that the record cites, in order of first mention."


@record
class ThemeView(Theme):
    """A theme, and the records that concern it."""

    record_type: Literal["theme"] = "theme"
    "Type of the record."
    meetings: Ids
    "Ids of the meetings held in person at which it came up, in order of time."
    remote: Ids
    "Ids of the calls, letters and statements in which it came up, in order of time."
    outcomes: Ids
    "Ids of assessed outcomes that concern it."
    events: Ids
    "Ids of background events that concern it."
    outlook: Ids
    "Ids of drivers and scenarios that concern it."
    claims: Ids
    "Ids of claims about it."
    years: dict[str, int]
    "Number of meetings and remote contacts on it, by year."


@record
class OutcomeView(Outcome):
    """An outcome, and its sources in full."""

    record_type: Literal["outcome"] = "outcome"
    "Type of the record."
    cited: tuple[Source, ...]
    "Every source that the record cites, in order of first mention."


@record
class PersonView(Person):
    """A leader, and the meetings in which the leader took part."""

    record_type: Literal["person"] = "person"
    "Type of the record."
    meetings: Ids
    "Ids of meetings held in person, in order of time."
    remote: Ids
    "Ids of calls, letters and statements, in order of time."


@record
class EventView(ContextEvent):
    """A background event, the meetings around it, and its sources in full."""

    record_type: Literal["event"] = "event"
    "Type of the record."
    meetings: Ids
    "Ids of meetings held in person within 30 days."
    remote: Ids
    "Ids of calls, letters and statements within 30 days."
    cited: tuple[Source, ...]
    "Every source that the record cites, in order of first mention."


@record
class OutlookView(Outlook):
    """A driver or scenario, and its sources in full."""

    record_type: Literal["outlook"] = "outlook"
    "Type of the record."
    cited: tuple[Source, ...]
    "Every source that the record cites, in order of first mention."


@record
class ClaimView(Claim):
    """A claim, and its sources in full."""

    record_type: Literal["claim"] = "claim"
    "Type of the record."
    cited: tuple[Source, ...]
    "Every source that the record cites, in order of first mention, the article last."


@record
class SourceView(Source):
    """A source, and the records that cite it."""

    record_type: Literal["source"] = "source"
    "Type of the record."
    cited_by: Ids
    "Ids of the records that cite it."


@record
class ParticipantView:
    """A person who took part in meetings and has no record of their own."""

    id: str
    "Id, derived from the name."
    record_type: Literal["participant"] = "participant"
    "Type of the view; a participant has no record."
    name: str
    "Full name in English."
    other_names: tuple[str, ...]
    "Other spellings in the record."
    sides: Ids
    "Ids of the sides for which the person took part."
    offices: tuple[str, ...]
    "Offices at the time of the meetings, in order of time."
    meetings: Ids
    "Ids of meetings held in person, in order of time."
    remote: Ids
    "Ids of calls, letters and statements, in order of time."
    not_held: Ids
    "Ids of meetings that were not held, or are disputed, in order of time."


View = (
    MeetingView
    | ParticipantView
    | ThemeView
    | OutcomeView
    | PersonView
    | EventView
    | OutlookView
    | ClaimView
    | SourceView
)


def _extend(view: type[ViewT], record: Record, **added: Any) -> ViewT:
    return view(**{item.name: getattr(record, item.name) for item in fields(record)}, **added)


def build_view(record: "Record | Attendee", dataset: Dataset) -> View:
    """Return the view of a record of any type, or of a participant."""
    if not isinstance(record, Record):
        from summitcli.derived.people import build_participant_view

        return build_participant_view(record, dataset)
    sources = cited_sources(record, dataset)
    links = backlinks(dataset)
    match record:
        case Meeting():
            return _extend(
                MeetingView,
                record,
                outcomes=links.outcomes_of.get(record.id, ()),
                claims=links.claims_about.get(record.id, ()),
                events=tuple(event.id for event in links.events_near(record)),
                cited=sources,
            )
        case Theme():
            return build_theme_view(record, dataset, links.meetings_on.get(record.id, ()))
        case Outcome():
            return _extend(OutcomeView, record, cited=sources)
        case Person():
            in_person, remote = split_held(links.meetings_with.get(record.id, []))
            return _extend(PersonView, record, meetings=in_person, remote=remote)
        case ContextEvent():
            in_person, remote = split_held(links.meetings_near(record))
            return _extend(EventView, record, meetings=in_person, remote=remote, cited=sources)
        case Outlook():
            return _extend(OutlookView, record, cited=sources)
        case Claim():
            return _extend(ClaimView, record, cited=sources)
        case Source():
            return _extend(SourceView, record, cited_by=tuple(dataset.citing(record.id)))


def themes_raised(dataset: Dataset, wanted: Selection) -> list[ThemeView]:
    """Return the chosen themes, each with the chosen meetings at which it came up.

    Those that came up most often are first, those that never did last.
    """
    meetings = select(dataset, replace(wanted, themes=frozenset()))
    chosen = [theme for theme in dataset.themes if not wanted.themes or theme.id in wanted.themes]
    raised = group(meetings, lambda meeting: meeting.themes)
    views = [build_theme_view(theme, dataset, raised.get(theme.id, [])) for theme in chosen]
    return sorted(views, key=lambda view: (-len(view.meetings), -len(view.remote), view.id))


def build_theme_view(theme: Theme, dataset: Dataset, raised: Sequence[MeetingLike]) -> ThemeView:
    """Return the view of a theme, with the meetings at which it came up."""
    links = backlinks(dataset)
    in_person, remote = split_held(raised)
    years: dict[str, int] = {}
    for meeting in ordered(raised):
        if meeting.status is MeetingStatus.HELD and meeting.date:
            years[meeting.date[:4]] = years.get(meeting.date[:4], 0) + 1
    return _extend(
        ThemeView,
        theme,
        meetings=in_person,
        remote=remote,
        outcomes=links.outcomes_on.get(theme.id, ()),
        events=links.events_on.get(theme.id, ()),
        outlook=links.outlook_on.get(theme.id, ()),
        claims=links.claims_on.get(theme.id, ()),
        years=years,
    )
