"""A whole dataset, and what all its records have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, TypeAlias

from msgspec import Meta

from summitcli.model.meeting import Meeting, MeetingLike
from summitcli.model.records import Claim, ContextEvent, Outcome, Outlook, Person, Source, Theme
from summitcli.model.values import Id, PartialDate, PersonId, SideId, Text


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
    parties: tuple[Side, ...] = ()
    "Third parties whose accounts are given beside those of the two sides."
    focus: dict[SideId, PersonId] | None = None
    "One leader a side: the pair that commands look at unless told otherwise."


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

    info: DatasetInfo
    "What the dataset is; the section `dataset` of the files."
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

    def summaries(self, first: int = 1, last: int = 9999) -> Sequence[MeetingLike]:
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
