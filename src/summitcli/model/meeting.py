"""A meeting, and its parts."""

from dataclasses import dataclass
from typing import Annotated, TypeAlias

from msgspec import Meta

from summitcli.model.values import (
    IN_PERSON,
    ClockTime,
    Confidence,
    DeliverableStatus,
    DeliverableType,
    Id,
    MeetingKind,
    MeetingStatus,
    Minutes,
    PartialDate,
    PersonId,
    Qualifier,
    SideId,
    SourceId,
    Text,
    ThemeId,
    Valence,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a meeting took place or was to take place."""

    city: Text | None = None
    "City or town; absent where only the country was fixed."
    country: Text
    "Country, as it was called at the time."
    venue: Text | None = None
    "Building or rooms."
    aliases: tuple[Text, ...] = ()
    "Other spellings and scripts of the place, and other places that stand for it."
    lat: Annotated[float, Meta(ge=-90, le=90)] | None = None
    "Latitude, degrees north, WGS 84."
    lon: Annotated[float, Meta(ge=-180, le=180)] | None = None
    "Longitude, degrees east, WGS 84."


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone who took part."""

    name: Text
    "Name, or `not named`."
    office: Text
    "Office at the time."
    side: SideId
    "Side for which the person took part."
    person: Id | None = None
    "Id that names the person, where the one derived from the name would be wrong."


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """Length of the main talks, in minutes."""

    planned_minutes: Minutes | None = None
    "Length as planned."
    actual_minutes: Minutes | None = None
    "Length as it turned out."
    qualifier: Qualifier | None = None
    "How exact the length is; absent where it is given to the minute."
    note: Text | None = None
    "Whose figures these are, and where sources disagree."
    sources: tuple[SourceId, ...] = ()
    "Sources of the length."


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A part of a meeting."""

    title: Text
    "What part it was."
    date: PartialDate | None = None
    "Day on which it took place."
    start_local: ClockTime | None = None
    "Start in local time, `14:10`."
    end_local: ClockTime | None = None
    "End in local time; earlier than the start where it ended after midnight."
    place: Text | None = None
    "Building or room."
    planned_minutes: Minutes | None = None
    "Length as planned, in minutes."
    actual_minutes: Minutes | None = None
    "Length as it turned out, in minutes."
    interpreters_only: bool | None = None
    "Whether nobody but interpreters was with the leaders; absent where not known."
    present: tuple[Text, ...] = ()
    "Names of participants of the meeting who were present, besides the leaders."
    note: Text | None = None
    "Anything else about it."
    sources: tuple[SourceId, ...] = ()
    "Sources of this part."


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject of the talks, and what was said about it."""

    themes: tuple[ThemeId, ...] = ()
    "Themes under which it falls; none where the talks were not about anything known."
    label: Text | None = None
    "The subject in the wording of the source."
    detail: Text | None = None
    "What was said, by whom."
    sources: tuple[SourceId, ...] = ()
    "Sources of this topic."


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliverable:
    """Something agreed or announced, and what became of it."""

    text: Text
    "What was agreed."
    type: DeliverableType
    "Sort of agreement."
    status: DeliverableStatus
    "What became of it."
    status_note: Text | None = None
    "How that is known."
    signed: PartialDate | None = None
    "Date of signature or announcement."
    sources: tuple[SourceId, ...] = ()
    "Sources of this deliverable and its status."


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A point on which each side gives its own account."""

    point: Text
    "The question at issue."
    versions: dict[Id, Text]
    "What each side, sometimes a third party, says of it, by side id."
    sources: tuple[SourceId, ...] = ()
    "Sources of these versions."


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Somebody's judgement of a meeting."""

    who: Text
    "Person or institution that judges."
    office: Text | None = None
    "Office at the time of judging."
    date: PartialDate | None = None
    "When it was said."
    valence: Valence
    "How the judgement comes out."
    claim: Text
    "The judgement."
    sources: tuple[SourceId, ...] = ()
    "Sources of the judgement."


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Anything else worth knowing, with its sources."""

    text: Text
    "The note."
    sources: tuple[SourceId, ...] = ()
    "Sources of the note."


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting of leaders, in person or by wire (call, letter, statement): `kind` tells."""

    id: Id
    "Permanent id: place then year for meetings in person, kind then date for contacts by wire."
    title: Text
    "Name of the meeting."
    summary: Text
    "What happened, in two or three sentences."
    aliases: tuple[Text, ...] = ()
    "Other names of the meeting that a reader might type."
    agreements: tuple[Text, ...] = ()
    "Names of treaties and statements signed or negotiated here."
    kind: MeetingKind
    "Form of the contact."
    status: MeetingStatus
    "Whether it came about."
    status_note: Text | None = None
    "More about the status."
    date: PartialDate | None = None
    "First day; of a meeting that did not come about, the planned date as exactly as it was fixed."
    end_date: PartialDate | None = None
    "Last day, where there is more than one."
    date_note: Text | None = None
    "Where sources disagree on the date, or how it was fixed."
    announced_on: PartialDate | None = None
    "When a meeting that did not come about was announced."
    cancelled_on: PartialDate | None = None
    "When it was called off."
    place: Place | None = None
    "Where it took place; absent for contacts by wire."
    occasion: Text | None = None
    "The conference or anniversary on whose margins it took place."
    initiator: Text | None = None
    "Who asked for it: a side id or a short text; absent where not known."
    leaders: dict[SideId, tuple[PersonId, ...]]
    "The leaders, by side."
    participants: tuple[Participant, ...] = ()
    "Who sat at the table."
    other_principals: tuple[Text, ...] = ()
    "Leaders of third countries who took part."
    duration: Duration | None = None
    "Length of the main talks."
    sessions: tuple[Session, ...] = ()
    "Parts of the meeting, in order."
    public_output: Text | None = None
    "What the public got: press conference, statements, readouts."
    topics: tuple[Topic, ...] = ()
    "Subjects, and what was said."
    deliverables: tuple[Deliverable, ...] = ()
    "What was agreed, and what became of it."
    accounts: tuple[Account, ...] = ()
    "Where the sides' accounts differ."
    assessments: tuple[Assessment, ...] = ()
    "How the meeting was judged."
    notes: tuple[Note, ...] = ()
    "Anything else."
    confidence: Confidence | None = None
    "How sure the record is of itself."
    sources: tuple[SourceId, ...] = ()
    "Sources of the record as a whole."

    @property
    def in_person(self) -> bool:
        """Whether the leaders were in one place."""
        return self.kind in IN_PERSON

    @property
    def everyone(self) -> tuple[str, ...]:
        """Ids of the leaders of all sides."""
        return tuple(person for people in self.leaders.values() for person in people)

    @property
    def themes(self) -> tuple[str, ...]:
        """Theme ids of all topics, each once, in order of appearance."""
        return tuple(dict.fromkeys(theme for topic in self.topics for theme in topic.themes))


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSummary:
    """What a meeting is chosen and counted by: a few of its fields, under the same names."""

    id: str
    title: str
    kind: MeetingKind
    status: MeetingStatus
    date: str | None
    end_date: str | None
    place: Place | None
    leaders: dict[str, tuple[str, ...]]
    duration: Duration | None
    themes: tuple[str, ...]

    @property
    def in_person(self) -> bool:
        """Whether the leaders were in one place."""
        return self.kind in IN_PERSON

    @property
    def everyone(self) -> tuple[str, ...]:
        """Ids of the leaders of all sides."""
        return tuple(person for people in self.leaders.values() for person in people)


MeetingLike: TypeAlias = Meeting | MeetingSummary


def summary_of(meeting: Meeting) -> MeetingSummary:
    """The head of a meeting."""
    return MeetingSummary(
        **{name: getattr(meeting, name) for name in MeetingSummary.__dataclass_fields__}
    )
