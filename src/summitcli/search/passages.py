"""What search looks at in each record: the pieces of its text, and what each weighs."""

from collections.abc import Iterator
from dataclasses import dataclass

from summitcli.model import (
    Claim,
    ContextEvent,
    Dataset,
    Meeting,
    Outcome,
    Outlook,
    Person,
    Record,
    Source,
    Theme,
)
from summitcli.search.weights import (
    ABOUT,
    COUNTRY,
    LEADER,
    MENTION,
    NAME,
    NEAR_NAME,
    SOURCE,
    TEXT,
    THEME,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a record's text: the dotted path of its field, its weight, and itself."""

    field: str
    weight: float
    text: str


def parts(record: Record, dataset: Dataset) -> list[Part]:
    """The pieces of a record's text that say something, in a fixed order."""
    return [part for part in _parts(record, dataset) if part.text]


def _parts(record: Record, dataset: Dataset) -> Iterator[Part]:
    match record:
        case Meeting():
            yield from _meeting(record, dataset)
        case Theme():
            yield Part("title", NAME, record.title)
            yield Part("id", NAME, record.id)
            yield from (Part("aliases", NEAR_NAME, alias) for alias in record.aliases)
            yield Part("description", TEXT, record.description)
        case Person():
            yield Part("name", NAME, record.name)
            yield Part("name", NAME, record.name.split()[-1])
            yield Part("name", NAME, _with_initials(record.name))
            yield from (Part("aliases", NAME, alias) for alias in record.aliases)
            yield from (Part("offices", MENTION, office.title) for office in record.offices)
            yield Part("note", MENTION, record.note or "")
        case Outcome():
            yield Part("statement", NEAR_NAME, record.statement)
            yield Part("id", NEAR_NAME, record.id)
            yield from _themes("themes", record.themes, dataset)
            for assessment in record.assessments:
                yield Part("assessments", MENTION, f"{assessment.who}: {assessment.claim}")
            yield Part("evidence", MENTION, record.evidence or "")
        case ContextEvent():
            yield Part("title", NAME, record.title)
            yield Part("id", NEAR_NAME, record.id)
            yield Part("category", THEME, record.category)
            yield from _themes("themes", record.themes, dataset)
            yield Part("summary", TEXT, record.summary)
        case Outlook():
            yield Part("title", NAME, record.title)
            yield Part("id", NAME, record.id)
            yield Part("kind", THEME, f"outlook {record.kind}")
            yield from _themes("themes", record.themes, dataset)
            yield Part("summary", TEXT, record.summary)
            yield from (Part("indicators", MENTION, item) for item in record.indicators)
            yield from (Part("evidence", MENTION, item.text) for item in record.evidence)
        case Claim():
            yield Part("claim", NEAR_NAME, record.claim)
            yield Part("id", NAME, record.id)
            yield Part("verdict", MENTION, f"{record.verdict} claim")
            yield Part("record", TEXT, record.record)
        case Source():
            yield Part("title", SOURCE, record.title)
            yield Part("id", SOURCE, record.id)
            yield Part("publisher", SOURCE, record.publisher or "")
            yield Part("author", SOURCE, record.author or "")


def _meeting(meeting: Meeting, dataset: Dataset) -> Iterator[Part]:
    yield Part("title", NAME, meeting.title)
    yield Part("id", NAME, meeting.id)
    yield from (Part("aliases", NAME, alias) for alias in meeting.aliases)
    yield from (Part("agreements", NAME, agreement) for agreement in meeting.agreements)
    if meeting.place:
        yield Part("place.city", NAME, meeting.place.city or "")
        yield from (Part("place.aliases", NAME, alias) for alias in meeting.place.aliases)
        yield Part("place.country", COUNTRY, meeting.place.country)
        yield Part("place.venue", NEAR_NAME, meeting.place.venue or "")
    yield Part("kind", ABOUT, _KIND_WORDS.get(meeting.kind, str(meeting.kind)))
    yield Part("status", ABOUT, "" if meeting.status == "held" else str(meeting.status))
    yield Part("occasion", ABOUT, meeting.occasion or "")
    for identifier in meeting.everyone:
        person = dataset.by_id[identifier]
        if isinstance(person, Person):
            yield Part("leaders", LEADER, " ".join((person.name, *person.aliases)))
    yield from (Part("other_principals", ABOUT, name) for name in meeting.other_principals)
    yield from _themes("topics.themes", meeting.themes, dataset)
    yield from _meeting_texts(meeting)


_KIND_WORDS = {
    "phone-call": "phone call telephone conversation",
    "conference-call": "conference call video",
    "letter": "letter telegram message",
    "first-lady-letter": "letter first lady",
    "pull-aside": "pull-aside sideline conversation",
}


def _meeting_texts(meeting: Meeting) -> Iterator[Part]:
    yield Part("summary", TEXT, meeting.summary)
    for topic in meeting.topics:
        yield Part("topics", TEXT, ": ".join(filter(None, (topic.label, topic.detail))))
    for item in meeting.deliverables:
        yield Part("deliverables", TEXT, ": ".join(filter(None, (item.text, item.status_note))))
    for session in meeting.sessions:
        yield Part("sessions", MENTION, ": ".join(filter(None, (session.title, session.note))))
    for participant in meeting.participants:
        yield Part("participants", MENTION, f"{participant.name}, {participant.office}")
    for account in meeting.accounts:
        yield Part("accounts", MENTION, account.point)
        yield from (Part("accounts", MENTION, version) for version in account.versions.values())
    for assessment in meeting.assessments:
        yield Part("assessments", MENTION, f"{assessment.who}: {assessment.claim}")
    yield from (Part("notes", MENTION, note.text) for note in meeting.notes)
    yield Part("status_note", MENTION, meeting.status_note or "")
    yield Part("date_note", MENTION, meeting.date_note or "")
    yield Part("public_output", MENTION, meeting.public_output or "")
    if meeting.duration:
        yield Part("duration", MENTION, meeting.duration.note or "")


def _with_initials(name: str) -> str:
    """`F. D. Roosevelt` for `Franklin D. Roosevelt`."""
    *given, surname = name.split()
    return " ".join((*(f"{word[0]}." for word in given), surname))


def _themes(field: str, identifiers: tuple[str, ...], dataset: Dataset) -> Iterator[Part]:
    for identifier in identifiers:
        theme = dataset.by_id[identifier]
        if isinstance(theme, Theme):
            yield Part(field, THEME, theme.title)
            yield from (Part(field, THEME / 2, alias) for alias in theme.aliases)
