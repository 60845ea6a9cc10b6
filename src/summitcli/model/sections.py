"""The record types by section of a dataset, and the functions that work on records of any type."""

from typing import TypeAlias

from summitcli.model.meeting import Meeting, MeetingSummary
from summitcli.model.records import Claim, ContextEvent, Outcome, Outlook, Person, Source, Theme

Record: TypeAlias = Person | Theme | Meeting | Outcome | ContextEvent | Outlook | Claim | Source

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


def title_of(record: Record | MeetingSummary) -> str:
    """Return the title of a record of any type."""
    if isinstance(record, Person):
        return record.name
    if isinstance(record, Outcome):
        return record.statement
    return record.claim if isinstance(record, Claim) else record.title


def type_of(record: Record | MeetingSummary) -> str:
    """Return the name of a record's type, as search results and views give it."""
    return TYPE_NAMES[Meeting if isinstance(record, MeetingSummary) else type(record)]


_WITH_ALIASES = (Person, Theme, Meeting, ContextEvent)


def names_of(record: Record) -> tuple[str, ...]:
    """Return the other names of a record, besides its id and title."""
    return record.aliases if isinstance(record, _WITH_ALIASES) else ()
