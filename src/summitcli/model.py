"""The record types: frozen dataclasses and their enumerations, without any input or output.

A field's type says what may stand there, the string below it what it means; the checker, the JSON
Schema and the documentation are made from both. Fields are declared in the order in which the
data files write their keys.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, TypeAlias

from msgspec import Meta

from summitcli.dates import PARTIAL_DATE

# Patterns end in \Z, as Python's $ lets a line feed pass; the JSON Schema gets a $ in its place.
Text: TypeAlias = Annotated[str, Meta(pattern=r"\S", extra={"form": "text that says something"})]
Id: TypeAlias = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z",
        max_length=80,
        extra={"form": "an id: lower-case words joined by hyphens"},
    ),
]
PartialDate: TypeAlias = Annotated[
    str,
    Meta(
        pattern=PARTIAL_DATE,
        extra={"partial_date": True, "form": "a date: 2018, 2018-07 or 2018-07-16"},
    ),
]
ClockTime: TypeAlias = Annotated[
    str,
    Meta(
        pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z", extra={"form": "a time of day such as 14:10"}
    ),
]
Minutes: TypeAlias = Annotated[int, Meta(ge=0, le=100_000)]
HttpUrl: TypeAlias = Annotated[
    str,
    Meta(pattern=r"^https?://[^\s<>\"]+\Z", extra={"form": "a web address, http or https"}),
]
WikidataItem: TypeAlias = Annotated[
    str, Meta(pattern=r"^Q[1-9][0-9]*\Z", extra={"form": "a Wikidata item such as Q22686"})
]
Language: TypeAlias = Annotated[
    str,
    Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*\Z", extra={"form": "a language code such as en"}),
]

# An id that names a record of another section; the checker follows each of them.
PersonId: TypeAlias = Annotated[Id, Meta(extra={"refers_to": "people"})]
ThemeId: TypeAlias = Annotated[Id, Meta(extra={"refers_to": "themes"})]
MeetingId: TypeAlias = Annotated[Id, Meta(extra={"refers_to": "meetings"})]
SourceId: TypeAlias = Annotated[Id, Meta(extra={"refers_to": "sources"})]
SideId: TypeAlias = Annotated[Id, Meta(extra={"refers_to": "sides"})]


class MeetingKind(StrEnum):
    """The form that a contact took."""

    SUMMIT = "summit"
    BILATERAL = "bilateral"
    CONFERENCE = "conference"
    TRILATERAL = "trilateral"
    VISIT = "visit"
    INFORMAL = "informal"
    DINNER = "dinner"
    PULL_ASIDE = "pull-aside"
    PHONE_CALL = "phone-call"
    CONFERENCE_CALL = "conference-call"
    LETTER = "letter"
    FIRST_LADY_LETTER = "first-lady-letter"
    JOINT_STATEMENT = "joint-statement"


CALLS = frozenset({MeetingKind.PHONE_CALL, MeetingKind.CONFERENCE_CALL})
BY_WIRE = CALLS | {
    MeetingKind.LETTER,
    MeetingKind.FIRST_LADY_LETTER,
    MeetingKind.JOINT_STATEMENT,
}
IN_PERSON = frozenset(MeetingKind) - BY_WIRE


class MeetingStatus(StrEnum):
    """Whether a meeting came about."""

    HELD = "held"
    CANCELLED = "cancelled"
    NOT_HELD = "not-held"
    PLANNED = "planned"
    DISPUTED = "disputed"


class DeliverableType(StrEnum):
    """What sort of thing was agreed."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    JOINT_STATEMENT = "joint-statement"
    ANNOUNCED_STEP = "announced-step"
    UNDERSTANDING = "understanding"
    NO_AGREEMENT = "no-agreement"


class DeliverableStatus(StrEnum):
    """What became of what was agreed."""

    IN_FORCE = "in-force"
    REALISED = "realised"
    PARTLY_REALISED = "partly-realised"
    NOT_REALISED = "not-realised"
    LAPSED = "lapsed"
    SUPERSEDED = "superseded"
    REVERSED = "reversed"
    DISPUTED = "disputed"
    UNCLEAR = "unclear"
    NONE = "none"


class Valence(StrEnum):
    """How a judgement comes out."""

    POSITIVE = "positive"
    MIXED = "mixed"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class Extent(StrEnum):
    """How far an outcome came true."""

    REALISED = "realised"
    PARTLY = "partly"
    LIMITED = "limited"
    CONTESTED = "contested"
    NOT_REALISED = "not-realised"


class Confidence(StrEnum):
    """How sure the record is of itself."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class OutlookKind(StrEnum):
    """What drives relations, or how they may go on."""

    DRIVER = "driver"
    SCENARIO = "scenario"


class ClaimKind(StrEnum):
    """What sort of statement a claim is."""

    FACT = "fact"
    ASSESSMENT = "assessment"
    ATTRIBUTION = "attribution"
    FORECAST = "forecast"


class Verdict(StrEnum):
    """How a claim stands against the record."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    IMPRECISE = "imprecise"
    DISPUTED = "disputed"
    NOT_CHECKABLE = "not-checkable"


class SourceType(StrEnum):
    """What sort of text a source is."""

    PRIMARY = "primary"
    NEWS = "news"
    ANALYSIS = "analysis"
    REFERENCE = "reference"


class Standing(StrEnum):
    """Where a source's text stands; it does not say what its outlet thinks."""

    COPY = "copy"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two sides whose leaders meet."""

    id: Id
    "Permanent short name, as used in `leaders`, `participants` and `accounts`."
    name: Text
    "Name as readers see it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """Terms of use, as SPDX identifiers."""

    data: Text
    "Licence of the dataset."
    code: Text | None = None
    "Licence of the program that it comes with."


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetInfo:
    """What the dataset is, and which leaders it looks at first."""

    title: Text
    "Title of the dataset."
    version: Text | None = None
    "Version of the dataset, apart from the program's."
    as_of: PartialDate | None = None
    "The date to which the sources were read: later meetings are unknown, not absent."
    licence: Licence | None = None
    "Terms of use."
    sides: Annotated[tuple[Side, ...], Meta(min_length=2, max_length=2)]
    "The two sides."
    focus: dict[SideId, PersonId] | None = None
    "One leader a side: the pair that commands look at unless told otherwise."


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that a person held."""

    title: Text
    "Name of the office."
    start_date: PartialDate
    "First day in office."
    end_date: PartialDate | None = None
    "Last day in office; absent while the office is held."


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A leader named in the records."""

    id: Id
    "Permanent id."
    name: Text
    "Name in English."
    side: SideId
    "Side for which the person held office."
    born: PartialDate | None = None
    "Date of birth."
    died: PartialDate | None = None
    "Date of death; absent where none is known."
    offices: tuple[Office, ...] = ()
    "Offices held, in order of time."
    aliases: tuple[Text, ...] = ()
    "Other names, spellings and scripts that a reader might type."
    wikidata: WikidataItem | None = None
    "Wikidata item."
    note: Text | None = None
    "Where references disagree."


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A subject that comes back from meeting to meeting."""

    id: Id
    "Permanent id."
    title: Text
    "Name of the theme."
    description: Text
    "What belongs to it."
    aliases: tuple[Text, ...] = ()
    "Words that a reader might type for it."
    from_article: bool = False
    "Whether the article whose claims the dataset examines names it."


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """Length of the main talks, in minutes."""

    planned_minutes: Minutes | None = None
    "Length as planned."
    actual_minutes: Minutes | None = None
    "Length as it turned out."
    note: Text | None = None
    "Whose figures these are, and where sources disagree."


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A part of a meeting."""

    title: Text
    "What part it was."
    start_local: ClockTime | None = None
    "Start by local time, `14:10`."
    planned_minutes: Minutes | None = None
    "Length as planned, in minutes."
    actual_minutes: Minutes | None = None
    "Length as it turned out, in minutes."
    interpreters_only: bool | None = None
    "Whether nobody but interpreters was with the leaders; absent where not known."
    note: Text | None = None
    "Anything else about it."


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
class Head:
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


MeetingHead: TypeAlias = Meeting | Head


def head_of(meeting: Meeting) -> Head:
    """The head of a meeting."""
    return Head(**{name: getattr(meeting, name) for name in Head.__dataclass_fields__})


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeAssessment:
    """Somebody's judgement of an outcome."""

    who: Text
    "Person or institution that judges, with office."
    date: PartialDate | None = None
    "When it was said."
    claim: Text
    "The judgement."
    sources: tuple[SourceId, ...] = ()
    "Sources of the judgement."


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """An assessed outcome or impact of one or more meetings."""

    id: Id
    "Permanent id."
    statement: Text
    "The outcome, in one sentence."
    scope: Id
    "Where it is felt: `bilateral`, `global`, `us-domestic`, `public-opinion`, `allies`, `media`."
    valence: Valence
    "How it is judged on the whole."
    extent: Extent
    "How far it came true."
    meetings: tuple[MeetingId, ...] = ()
    "Meetings that it is an outcome of."
    themes: tuple[ThemeId, ...] = ()
    "Themes that it concerns."
    assessments: tuple[OutcomeAssessment, ...] = ()
    "Who assessed it, and how."
    evidence: Text | None = None
    "What the record shows."
    sources: tuple[SourceId, ...] = ()
    "Sources of the evidence."
    from_article: bool = False
    "Whether the article whose claims the dataset examines names it."


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextEvent:
    """A dated event in the background of the meetings."""

    id: Id
    "Permanent id."
    date: PartialDate
    "First day."
    end_date: PartialDate | None = None
    "Last day, where there is more than one."
    title: Text
    "Name of the event."
    category: Id
    "Field that it belongs to: `arms-control`, `sanctions`, `ukraine` ..."
    summary: Text
    "What happened."
    themes: tuple[ThemeId, ...] = ()
    "Themes that it concerns."
    sources: tuple[SourceId, ...] = ()
    "Sources of the event."


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Something that happened and bears on a driver or scenario."""

    date: PartialDate
    "When it happened."
    text: Text
    "What happened."
    sources: tuple[SourceId, ...] = ()
    "Sources of it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """A driver of relations or a scenario for them, with what to watch and the evidence so far."""

    id: Id
    "Permanent id."
    kind: OutlookKind
    "Driver or scenario."
    title: Text
    "Its name."
    summary: Text
    "What it is."
    indicators: tuple[Text, ...] = ()
    "What to watch."
    evidence: tuple[Evidence, ...] = ()
    "What has happened so far."
    themes: tuple[ThemeId, ...] = ()
    "Themes that it concerns."


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A claim of an article, held against the record."""

    id: Id
    "Permanent id."
    article: SourceId
    "The article that makes the claim."
    section: Id
    "Part of the article: `context`, `timeline`, `outcomes` or `outlook`."
    claim: Text
    "The claim, in our words."
    kind: ClaimKind
    "Sort of statement."
    verdict: Verdict
    "How it stands against the record."
    record: Text
    "What the record says."
    meetings: tuple[MeetingId, ...] = ()
    "Meetings that it is about."
    themes: tuple[ThemeId, ...] = ()
    "Themes that it is about."
    sources: tuple[SourceId, ...] = ()
    "Sources of what the record says."


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text that the record rests on, close to CSL-JSON."""

    id: Id
    "Permanent id."
    title: Text
    "Title; in square brackets where translated."
    publisher: Text | None = None
    "Who published it; absent where that is not known."
    author: Text | None = None
    "Who wrote it."
    date: PartialDate | None = None
    "When it was published."
    url: HttpUrl | None = None
    "Where it was seen; absent where no address is known."
    language: Language
    "Language of the text, BCP 47."
    type: SourceType
    "Sort of text."
    standing: Standing | None = None
    "`copy` of another's text, or `state` media; absent where there is nothing to say."
    same_text_as: SourceId | None = None
    "The source that prints the same agency text; count the two once."


def title_of(record: "Record") -> str:
    """What a record of any type is called."""
    if isinstance(record, Person):
        return record.name
    if isinstance(record, Outcome):
        return record.statement
    return record.claim if isinstance(record, Claim) else record.title


def type_of(record: "Record") -> str:
    """Name of a record's type, as search results and views give it."""
    return TYPE_NAMES[type(record)]


def names_of(record: "Record") -> tuple[str, ...]:
    """Other names of a record, beside its id and title."""
    return record.aliases if isinstance(record, Person | Theme | Meeting) else ()


Record: TypeAlias = Person | Theme | Meeting | Outcome | ContextEvent | Outlook | Claim | Source


TYPE_NAMES: dict[type, str] = {
    Meeting: "meeting",
    Theme: "theme",
    Person: "person",
    Outcome: "outcome",
    ContextEvent: "event",
    Outlook: "outlook",
    Claim: "claim",
    Source: "source",
}


RECORD_TYPES = tuple(TYPE_NAMES.values())


@dataclass(frozen=True, kw_only=True)
class Dataset:
    """A whole dataset: each field is a section of its files."""

    dataset: DatasetInfo
    "What the dataset is."
    people: tuple[Person, ...] = ()
    "Leaders."
    themes: tuple[Theme, ...] = ()
    "Recurring themes."
    meetings: tuple[Meeting, ...] = ()
    "Meetings in person and by wire."
    outcomes: tuple[Outcome, ...] = ()
    "Assessed outcomes."
    context: tuple[ContextEvent, ...] = ()
    "Background events."
    outlook: tuple[Outlook, ...] = ()
    "Drivers and scenarios."
    claims: tuple[Claim, ...] = ()
    "Claims of an article, held against the record."
    sources: tuple[Source, ...] = ()
    "Sources of all the others."

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Every record by its id; ids are unique over the whole dataset."""
        return {record.id: record for name in SECTIONS for record in getattr(self, name)}

    @cached_property
    def titles(self) -> dict[str, str]:
        """Id → title of every record."""
        return {identifier: title_of(record) for identifier, record in self.by_id.items()}

    def ids(self, section: str) -> Sequence[str]:
        """Ids of the records of a section, in their order."""
        return [record.id for record in getattr(self, section)]

    def meeting(self, identifier: str) -> Meeting:
        """The meeting that has an id; raises KeyError where there is none."""
        record = self.by_id[identifier]
        if not isinstance(record, Meeting):
            raise KeyError(identifier)
        return record

    def heads(self, first: int = 1, last: int = 9999) -> Sequence[MeetingHead]:
        """What meetings are chosen by, at least of all that touch the years given."""
        del first, last  # all are at hand
        return self.meetings


SECTIONS: dict[str, type] = {
    "people": Person,
    "themes": Theme,
    "meetings": Meeting,
    "outcomes": Outcome,
    "context": ContextEvent,
    "outlook": Outlook,
    "claims": Claim,
    "sources": Source,
}
