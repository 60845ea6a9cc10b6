"""What search looks at in each record: its fields, with how much a hit in them weighs."""

from collections.abc import Iterator
from dataclasses import dataclass

from summitcli.model import Dataset, Meeting, Outcome, Person, Source, Theme
from summitcli.query import in_focus

TITLE, OTHER_NAME, PLACE, PERSON, THEME, TEXT, MENTION = 10.0, 9.0, 9.0, 5.0, 5.0, 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a record's text: the dotted path of its field, its weight, and itself."""

    field: str
    weight: float
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A record as search sees it."""

    type: str
    id: str
    title: str
    date: str | None
    prior: float
    "What it weighs without any word: meetings before what mentions them, the focus pair first."
    parts: tuple[Part, ...]


def documents(dataset: Dataset) -> Iterator[Document]:
    """Every record as a document."""
    for meeting in dataset.meetings:
        prior = 3.0 + in_focus(meeting, dataset) + meeting.in_person + (meeting.status == "held")
        parts = tuple(_meeting_parts(meeting, dataset))
        yield Document("meeting", meeting.id, meeting.title, meeting.date, prior, parts)
    for theme in dataset.themes:
        yield Document("theme", theme.id, theme.title, None, 4.0, tuple(_theme_parts(theme)))
    for person in dataset.people:
        yield Document("person", person.id, person.name, None, 4.0, tuple(_person_parts(person)))
    for outcome in dataset.outcomes:
        parts = tuple(_outcome_parts(outcome, dataset))
        yield Document("outcome", outcome.id, outcome.statement, None, 2.0, parts)
    for source in dataset.sources:
        parts = tuple(_source_parts(source))
        yield Document("source", source.id, source.title, source.date, 0.0, parts)


def _meeting_parts(meeting: Meeting, dataset: Dataset) -> Iterator[Part]:
    yield Part("title", TITLE, meeting.title)
    yield Part("id", OTHER_NAME, meeting.id)
    for name in (*meeting.aliases, *meeting.agreements):
        yield Part("aliases", OTHER_NAME, name)
    if meeting.place:
        yield Part("place.city", PLACE, meeting.place.city or "")
        yield Part("place.country", PLACE, meeting.place.country)
        yield Part("place.venue", PERSON, meeting.place.venue or "")
    yield Part("kind", PERSON, f"{meeting.kind} {'call' if 'call' in meeting.kind else ''}")
    yield Part("date", PERSON, meeting.date or "")
    yield Part("occasion", THEME, meeting.occasion or "")
    for identifier in (person for people in meeting.leaders.values() for person in people):
        person = dataset.by_id[identifier]
        if isinstance(person, Person):
            yield Part("leaders", PERSON, " ".join((person.name, *person.aliases)))
    for identifier in meeting.themes:
        theme = dataset.by_id[identifier]
        if isinstance(theme, Theme):
            yield Part("topics.themes", THEME, " ".join((theme.title, *theme.aliases)))
    yield from _meeting_texts(meeting)


def _meeting_texts(meeting: Meeting) -> Iterator[Part]:
    yield Part("summary", TEXT, meeting.summary)
    for participant in meeting.participants:
        yield Part("participants", TEXT, f"{participant.name} {participant.office}")
    for topic in meeting.topics:
        yield Part("topics", TEXT, f"{topic.label or ''} {topic.detail or ''}")
    for deliverable in meeting.deliverables:
        yield Part("deliverables", TEXT, f"{deliverable.text} {deliverable.status_note or ''}")
    for account in meeting.accounts:
        yield Part("accounts", MENTION, " ".join((account.point, *account.versions.values())))
    for assessment in meeting.assessments:
        yield Part("assessments", MENTION, f"{assessment.who} {assessment.claim}")
    for note in meeting.notes:
        yield Part("notes", MENTION, note.text)


def _theme_parts(theme: Theme) -> Iterator[Part]:
    yield Part("title", TITLE, theme.title)
    yield Part("id", OTHER_NAME, theme.id)
    for alias in theme.aliases:
        yield Part("aliases", OTHER_NAME, alias)
    yield Part("description", TEXT, theme.description)


def _person_parts(person: Person) -> Iterator[Part]:
    yield Part("name", TITLE, person.name)
    for alias in person.aliases:
        yield Part("aliases", OTHER_NAME, alias)
    for office in person.offices:
        yield Part("offices", TEXT, office.title)


def _outcome_parts(outcome: Outcome, dataset: Dataset) -> Iterator[Part]:
    yield Part("statement", TITLE, outcome.statement)
    yield Part("id", OTHER_NAME, outcome.id)
    for identifier in outcome.themes:
        theme = dataset.by_id[identifier]
        if isinstance(theme, Theme):
            yield Part("themes", THEME, theme.title)
    for assessment in outcome.assessments:
        yield Part("assessments", TEXT, f"{assessment.who} {assessment.claim}")
    yield Part("evidence", TEXT, outcome.evidence or "")


def _source_parts(source: Source) -> Iterator[Part]:
    yield Part("title", TEXT, source.title)
    yield Part("publisher", MENTION, source.publisher)
    yield Part("author", MENTION, source.author or "")
