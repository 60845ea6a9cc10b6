"""The types of the fields' values: constrained texts, ids and enumerations."""

from enum import StrEnum
from typing import Annotated, TypeAlias

from msgspec import Meta

from summitcli.model.dates import PARTIAL_DATE

# Patterns end in \Z because Python's $ also matches before a final line feed; the JSON Schema has
# $ instead. They are valid as Python and as ECMAScript (with the flag u), which JSON Schema uses.
Text: TypeAlias = Annotated[
    str, Meta(pattern=r"\S", extra={"expected": "text that is more than spaces"})
]


MAX_ID = 80
"The most characters of an id; the files of a site are named after ids."

Id: TypeAlias = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*\Z",
        max_length=MAX_ID,
        extra={"expected": "an id: lower-case words joined by hyphens"},
    ),
]


PartialDate: TypeAlias = Annotated[
    str,
    Meta(
        pattern=PARTIAL_DATE,
        extra={"partial_date": True, "expected": "a date: 2018, 2018-07 or 2018-07-16"},
    ),
]


ClockTime: TypeAlias = Annotated[
    str,
    Meta(
        pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]\Z",
        extra={"expected": "a time of day such as 14:10"},
    ),
]


Minutes: TypeAlias = Annotated[int, Meta(ge=0, le=100_000)]


# The host in ASCII, so that no letter looks like another; no user and password; and no invisible
# character after it.
HttpUrl: TypeAlias = Annotated[
    str,
    Meta(
        pattern=r"^https?://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:[0-9]{1,5})?"
        r'([/?#][^\s<>"\u200c\u200d\ufe0e\ufe0f]*)?\Z',
        extra={"expected": "a web address, http or https with its host in ASCII and no user"},
    ),
]


WikidataItem: TypeAlias = Annotated[
    str, Meta(pattern=r"^Q[1-9][0-9]*\Z", extra={"expected": "a Wikidata item such as Q22686"})
]


Language: TypeAlias = Annotated[
    str,
    Meta(
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*\Z", extra={"expected": "a language code such as en"}
    ),
]


# Ids that refer to a record of another section, or to a side or party; the checker resolves each.
PersonId: TypeAlias = Annotated[Id, Meta(extra={"refers_to": "people"})]


ThemeId: TypeAlias = Annotated[Id, Meta(extra={"refers_to": "themes"})]


MeetingId: TypeAlias = Annotated[Id, Meta(extra={"refers_to": "meetings"})]


SourceId: TypeAlias = Annotated[Id, Meta(extra={"refers_to": "sources"})]


SideId: TypeAlias = Annotated[Id, Meta(extra={"refers_to": "sides"})]


PartyId: TypeAlias = Annotated[Id, Meta(extra={"refers_to": "parties"})]


class MeetingKind(StrEnum):
    """The form of a meeting or remote contact."""

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


REMOTE = CALLS | {
    MeetingKind.LETTER,
    MeetingKind.FIRST_LADY_LETTER,
    MeetingKind.JOINT_STATEMENT,
}


IN_PERSON = frozenset(MeetingKind) - REMOTE


class MeetingStatus(StrEnum):
    """Whether a meeting took place."""

    HELD = "held"
    CANCELLED = "cancelled"
    NOT_HELD = "not-held"
    PLANNED = "planned"
    DISPUTED = "disputed"


class Qualifier(StrEnum):
    """How exact a length is."""

    ABOUT = "about"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


class DeliverableType(StrEnum):
    """The type of an agreement."""

    TREATY = "treaty"
    AGREEMENT = "agreement"
    JOINT_STATEMENT = "joint-statement"
    ANNOUNCED_STEP = "announced-step"
    UNDERSTANDING = "understanding"
    NO_AGREEMENT = "no-agreement"


class DeliverableStatus(StrEnum):
    """The status of an agreement today."""

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
    """The direction of a judgement."""

    POSITIVE = "positive"
    MIXED = "mixed"
    NEUTRAL = "neutral"
    NEGATIVE = "negative"


class Extent(StrEnum):
    """How far an outcome was realised."""

    REALISED = "realised"
    PARTLY = "partly"
    LIMITED = "limited"
    CONTESTED = "contested"
    NOT_REALISED = "not-realised"


class Confidence(StrEnum):
    """How reliable a record is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class OutlookKind(StrEnum):
    """Whether an entry of the outlook is a driver or a scenario."""

    DRIVER = "driver"
    SCENARIO = "scenario"


class ClaimKind(StrEnum):
    """The type of statement that a claim makes."""

    FACT = "fact"
    ASSESSMENT = "assessment"
    ATTRIBUTION = "attribution"
    FORECAST = "forecast"


class Verdict(StrEnum):
    """How a claim compares with the record."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    IMPRECISE = "imprecise"
    DISPUTED = "disputed"
    NOT_CHECKABLE = "not-checkable"


class SourceType(StrEnum):
    """The type of a source."""

    PRIMARY = "primary"
    NEWS = "news"
    ANALYSIS = "analysis"
    REFERENCE = "reference"
