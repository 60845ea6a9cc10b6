"""A meeting and its parts."""

from typing import Annotated, TypeAlias

from msgspec import Meta

from summitcli.model.record import record
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
    PartyId,
    PersonId,
    Qualifier,
    SideId,
    SourceId,
    Text,
    ThemeId,
    Valence,
)


@record
class Place:
    """The place where a meeting was held or was to be held."""

    city: Text | None = None
    "City or town; absent if only the country was decided."
    country: Text
    "Country, as it was called at the time."
    venue: Text | None = None
    "Building or room."
    aliases: tuple[Text, ...] = ()
    "Other spellings and scripts of the name, and other names that a reader might use."
    lat: Annotated[float, Meta(ge=-90, le=90)] | None = None
    "Latitude, degrees north, WGS 84."
    lon: Annotated[float, Meta(ge=-180, le=180)] | None = None
    "Longitude, degrees east, WGS 84."


@record
class Participant:
    """A person who took part in a meeting."""

    name: Text
    "Full name in English, or `not named` if the source names nobody."
    office: Text
    "Office at the time."
    side: SideId
    "Side for which the person took part."
    person: Id | None = None
    "Id of the person; needed only if the id derived from the name is wrong, as for namesakes."


@record
class Duration:
    """Length of the main talks, in minutes."""

    planned_minutes: Minutes | None = None
    "Length as planned."
    actual_minutes: Minutes | None = None
    "Actual length."
    qualifier: Qualifier | None = None
    "How exact the length is; absent if it is exact."
    note: Text | None = None
    "Who gives these figures, and where sources disagree."
    sources: tuple[SourceId, ...] = ()
    "Sources of the length."


@record
class Session:
    """A part of a meeting."""

    title: Text
    "Name of the part."
    date: PartialDate | None = None
    "Date on which it began."
    start_local: ClockTime | None = None
    "Start in local time, `14:10`."
    end_local: ClockTime | None = None
    "End in local time; earlier than the start if it ended after midnight."
    place: Text | None = None
    "Building or room."
    planned_minutes: Minutes | None = None
    "Length as planned, in minutes."
    actual_minutes: Minutes | None = None
    "Actual length, in minutes."
    interpreters_only: bool | None = None
    "Whether only interpreters were with the leaders; absent if not known."
    present: tuple[Text, ...] = ()
    "Who was present, by the names given in `participants`."
    note: Text | None = None
    "Further information."
    sources: tuple[SourceId, ...] = ()
    "Sources of this part."


@record
class Topic:
    """A subject of the talks."""

    themes: tuple[ThemeId, ...] = ()
    "Themes to which it belongs; empty if it belongs to none."
    label: Text | None = None
    "The subject, in the source's wording."
    detail: Text | None = None
    "Points made, and by whom."
    sources: tuple[SourceId, ...] = ()
    "Sources of this topic."


@record
class Deliverable:
    """An agreement or announcement, with its status."""

    text: Text
    "The agreement or announcement."
    type: DeliverableType
    "Type of agreement."
    status: DeliverableStatus
    "Status of the agreement today."
    status_note: Text | None = None
    "Evidence for the status."
    signed: PartialDate | None = None
    "Date of signature or announcement."
    sources: tuple[SourceId, ...] = ()
    "Sources of this deliverable and its status."


@record
class Account:
    """A disputed point, with each side's own account of it."""

    point: Text
    "The question at issue."
    versions: dict[PartyId, Text]
    "The account of each side or third party, by its id."
    sources: tuple[SourceId, ...] = ()
    "Sources of these accounts."


@record
class Assessment:
    """A named person's or institution's judgement of a meeting."""

    who: Text
    "Person or institution that gives the judgement."
    office: Text | None = None
    "Office at that time."
    date: PartialDate | None = None
    "Date of the judgement."
    valence: Valence
    "Direction of the judgement."
    claim: Text
    "The judgement."
    sources: tuple[SourceId, ...] = ()
    "Sources of the judgement."


@record
class Note:
    """Further information about a meeting, with its sources."""

    text: Text
    "The note."
    sources: tuple[SourceId, ...] = ()
    "Sources of the note."


class _WithLeaders:
    """What a meeting and its summary both say of their leaders."""

    __slots__ = ()

    kind: MeetingKind
    leaders: dict[str, tuple[str, ...]]

    @property
    def in_person(self) -> bool:
        """Return whether the leaders met in one place."""
        return self.kind in IN_PERSON

    @property
    def everyone(self) -> tuple[str, ...]:
        """Return the ids of the leaders of all sides."""
        return tuple(person for people in self.leaders.values() for person in people)


@record
class Meeting(_WithLeaders):
    """A meeting of leaders in person, or a remote contact (call, letter, statement): see `kind`."""

    id: Id
    "Permanent id: place and year of a meeting in person, kind and date of a remote contact."
    title: Text
    "Title of the meeting."
    summary: Text
    "Summary, in at most four sentences."
    aliases: tuple[Text, ...] = ()
    "Other names of the meeting that a reader might type."
    agreements: tuple[Text, ...] = ()
    "Names of treaties and statements signed or negotiated at the meeting."
    kind: MeetingKind
    "Form of the meeting or contact."
    status: MeetingStatus
    "Whether it took place."
    status_note: Text | None = None
    "Details of the status."
    date: PartialDate | None = None
    "First day; if the meeting did not take place, the planned date as far as it was decided."
    end_date: PartialDate | None = None
    "Last day, if it lasted more than one."
    date_note: Text | None = None
    "How the date is known, and where sources disagree."
    announced_on: PartialDate | None = None
    "When the meeting was announced, if it did not take place."
    cancelled_on: PartialDate | None = None
    "When it was cancelled."
    place: Place | None = None
    "Where it took place; absent for remote contacts."
    occasion: Text | None = None
    "The conference or anniversary on the margins of which it took place."
    initiator: Text | None = None
    "Who asked for it: a side's id, `joint` or a short text; absent if not known."
    leaders: dict[SideId, tuple[PersonId, ...]]
    "The leaders, by side."
    participants: tuple[Participant, ...] = ()
    "People who took part."
    other_principals: tuple[Text, ...] = ()
    "Leaders of third countries who took part."
    duration: Duration | None = None
    "Length of the main talks."
    sessions: tuple[Session, ...] = ()
    "Parts of the meeting, in order of time."
    public_output: Text | None = None
    "Public output: press conference, statements, readouts."
    topics: tuple[Topic, ...] = ()
    "Subjects of the talks."
    deliverables: tuple[Deliverable, ...] = ()
    "Agreements and announcements."
    accounts: tuple[Account, ...] = ()
    "Points on which the sides' accounts differ."
    assessments: tuple[Assessment, ...] = ()
    "Judgements of the meeting."
    notes: tuple[Note, ...] = ()
    "Further information."
    confidence: Confidence | None = None
    "How reliable this record is."
    sources: tuple[SourceId, ...] = ()
    "Sources of the record as a whole."

    @property
    def themes(self) -> tuple[str, ...]:
        """Return the theme ids of all topics, each once, in order of appearance."""
        return tuple(dict.fromkeys(theme for topic in self.topics for theme in topic.themes))


@record
class MeetingSummary(_WithLeaders):
    """The fields of a meeting by which meetings are filtered, sorted and counted."""

    id: str
    title: str
    kind: MeetingKind
    status: MeetingStatus
    date: str | None
    end_date: str | None
    place: Place | None
    initiator: str | None
    leaders: dict[str, tuple[str, ...]]
    duration: Duration | None
    themes: tuple[str, ...]


MeetingLike: TypeAlias = Meeting | MeetingSummary


def summary_of(meeting: Meeting) -> MeetingSummary:
    """Return the summary of a meeting."""
    return MeetingSummary(
        **{name: getattr(meeting, name) for name in MeetingSummary.__dataclass_fields__}
    )
