"""The passages of a record that search looks at, each with its weight."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

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
from summitcli.search.normalize import words
from summitcli.search.weights import (
    ABOUT,
    COUNTRY,
    EVENT,
    LEADER,
    MENTION,
    NAME,
    NEAR_NAME,
    SOURCE,
    SYNONYM,
    TEXT,
    THEME,
)


class Passage(Struct, frozen=True, dict=True, array_like=True):
    """A piece of a record's text."""

    field: str
    "Dotted path of its field."
    weight: float
    text: str
    label: str = ""
    "What to show in place of the text, if that only helps to find the record."
    folded: str = ""
    "Its folded words, if they were prepared."

    @property
    def shown(self) -> str:
        """What to show as the text that was found."""
        return self.label or self.text

    @cached_property
    def words(self) -> list[str]:
        """Its folded words, in order."""
        return self.folded.split() if self.folded else words(self.text)

    def with_words(self, folded: Sequence[str]) -> "Passage":
        """Return the passage with its folded words prepared."""
        return Passage(self.field, self.weight, self.text, self.label, " ".join(folded))


def passages_of(record: Record, dataset: Dataset) -> list[Passage]:
    """Return the passages of a record that are not empty, in a fixed order."""
    return [passage for passage in _passages(record, dataset) if passage.text]


def _passages(record: Record, dataset: Dataset) -> Iterator[Passage]:
    match record:
        case Meeting():
            yield from _meeting(record, dataset)
        case Theme():
            yield Passage("title", NAME, record.title)
            yield Passage("id", NAME, record.id)
            # Other words for a theme help to find it, but the record does not say them.
            yield from (
                Passage("aliases", NEAR_NAME, word, record.title) for word in record.aliases
            )
            yield Passage("description", TEXT, record.description)
        case Person():
            yield Passage("name", NAME, record.name)
            yield Passage("name", NAME, record.name.split()[-1])
            yield Passage("name", NAME, _with_initials(record.name))
            yield from (Passage("aliases", NAME, alias) for alias in record.aliases)
            yield from (Passage("offices", MENTION, office.title) for office in record.offices)
            yield Passage("note", MENTION, record.note or "")
        case Outcome():
            yield Passage("statement", NEAR_NAME, record.statement)
            yield Passage("id", NEAR_NAME, record.id)
            yield from _themes("themes", record.themes, dataset)
            for assessment in record.assessments:
                yield Passage("assessments", MENTION, f"{assessment.who}: {assessment.claim}")
            yield Passage("evidence", MENTION, record.evidence or "")
        case ContextEvent():
            yield Passage("title", NAME, record.title)
            yield Passage("id", NEAR_NAME, record.id)
            yield from (Passage("aliases", NAME, alias) for alias in record.aliases)
            yield Passage("category", THEME, record.category)
            yield from _themes("themes", record.themes, dataset)
            yield Passage("summary", EVENT, record.summary)
        case Outlook():
            yield Passage("title", NAME, record.title)
            yield Passage("id", NAME, record.id)
            yield Passage("kind", THEME, f"outlook {record.kind}")
            yield from _themes("themes", record.themes, dataset)
            yield Passage("summary", TEXT, record.summary)
            yield from (Passage("indicators", MENTION, item) for item in record.indicators)
            yield from (Passage("evidence", MENTION, item.text) for item in record.evidence)
        case Claim():
            yield Passage("claim", NEAR_NAME, record.claim)
            yield Passage("id", NAME, record.id)
            yield Passage("verdict", MENTION, f"{record.verdict} claim")
            yield Passage("record", TEXT, record.record)
        case Source():
            yield Passage("title", SOURCE, record.title)
            yield Passage("id", SOURCE, record.id)
            yield Passage("publisher", SOURCE, record.publisher or "")
            yield Passage("author", SOURCE, record.author or "")


def _meeting(meeting: Meeting, dataset: Dataset) -> Iterator[Passage]:
    yield Passage("title", NAME, meeting.title)
    yield Passage("id", NAME, meeting.id)
    yield from (Passage("aliases", NAME, alias) for alias in meeting.aliases)
    yield from (Passage("agreements", NAME, agreement) for agreement in meeting.agreements)
    if meeting.place:
        yield Passage("place.city", NAME, meeting.place.city or "")
        yield from (Passage("place.aliases", NAME, alias) for alias in meeting.place.aliases)
        yield Passage("place.country", COUNTRY, meeting.place.country)
        yield Passage("place.venue", NEAR_NAME, meeting.place.venue or "")
    yield Passage("kind", ABOUT, _KIND_WORDS.get(meeting.kind, str(meeting.kind)))
    yield Passage("status", ABOUT, "" if meeting.status == "held" else str(meeting.status))
    yield Passage("occasion", ABOUT, meeting.occasion or "")
    for identifier in meeting.everyone:
        person = dataset.by_id[identifier]
        if isinstance(person, Person):
            every_name = " ".join((person.name, *person.aliases))
            yield Passage("leaders", LEADER, every_name, person.name)
    yield from (Passage("other_principals", ABOUT, name) for name in meeting.other_principals)
    yield from _themes("topics.themes", meeting.themes, dataset)
    yield from _meeting_texts(meeting, {party.id: party.name for party in dataset.info.parties})


_KIND_WORDS = {
    "phone-call": "phone call telephone conversation",
    "conference-call": "conference call video",
    "letter": "letter telegram message",
    "first-lady-letter": "letter first lady",
    "pull-aside": "pull-aside sideline conversation",
}


def _meeting_texts(meeting: Meeting, parties: Mapping[str, str]) -> Iterator[Passage]:
    yield Passage("summary", TEXT, meeting.summary)
    for topic in meeting.topics:
        yield Passage("topics", TEXT, ": ".join(filter(None, (topic.label, topic.detail))))
    for item in meeting.deliverables:
        yield Passage("deliverables", TEXT, ": ".join(filter(None, (item.text, item.status_note))))
    for session in meeting.sessions:
        about = (session.title, session.place, session.note)
        yield Passage("sessions", MENTION, ": ".join(filter(None, about)))
    for participant in meeting.participants:
        yield Passage("participants", MENTION, f"{participant.name}, {participant.office}")
    for account in meeting.accounts:
        yield Passage("accounts", MENTION, account.point)
        for side, version in account.versions.items():
            text = f"{parties[side]}: {version}" if side in parties else version
            yield Passage("accounts", MENTION, text)
    for assessment in meeting.assessments:
        yield Passage("assessments", MENTION, f"{assessment.who}: {assessment.claim}")
    yield from (Passage("notes", MENTION, note.text) for note in meeting.notes)
    yield Passage("status_note", MENTION, meeting.status_note or "")
    yield Passage("date_note", MENTION, meeting.date_note or "")
    yield Passage("public_output", MENTION, meeting.public_output or "")
    if meeting.duration:
        yield Passage("duration", MENTION, meeting.duration.note or "")


def _with_initials(name: str) -> str:
    """Return `F. D. Roosevelt` for `Franklin D. Roosevelt`."""
    *given, surname = name.split()
    return " ".join((*(f"{word[0]}." for word in given), surname))


def _themes(field: str, identifiers: tuple[str, ...], dataset: Dataset) -> Iterator[Passage]:
    for identifier in identifiers:
        theme = dataset.by_id[identifier]
        if isinstance(theme, Theme):
            yield Passage(field, THEME, theme.title)
            yield from (Passage(field, SYNONYM, alias, theme.title) for alias in theme.aliases)
