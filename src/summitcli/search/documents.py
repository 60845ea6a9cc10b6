"""What search looks at in each record: its fields, with how much a hit in them weighs."""

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
    title_of,
    type_of,
)
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


_PRIORS = {
    Theme: 4.0,
    Person: 4.0,
    Outcome: 2.0,
    ContextEvent: 2.0,
    Outlook: 2.0,
    Claim: 1.0,
    Source: 0.0,
}


def documents(dataset: Dataset) -> Iterator[Document]:
    """Every record as a document."""
    for record in dataset.by_id.values():
        if isinstance(record, Meeting):
            prior = 3.0 + in_focus(record, dataset) + record.in_person + (record.status == "held")
        else:
            prior = _PRIORS[type(record)]
        yield Document(
            type_of(record),
            record.id,
            title_of(record),
            getattr(record, "date", None),
            prior,
            tuple(_parts(record, dataset)),
        )


def _parts(record: Record, dataset: Dataset) -> Iterator[Part]:
    match record:
        case Meeting():
            return _meeting_parts(record, dataset)
        case Theme():
            return _theme_parts(record)
        case Person():
            return _person_parts(record)
        case Outcome():
            return _outcome_parts(record, dataset)
        case ContextEvent():
            return _event_parts(record, dataset)
        case Outlook():
            return _outlook_parts(record, dataset)
        case Claim():
            return _claim_parts(record, dataset)
        case Source():
            return _source_parts(record)


def _meeting_parts(meeting: Meeting, dataset: Dataset) -> Iterator[Part]:
    yield Part("title", TITLE, meeting.title)
    yield Part("id", OTHER_NAME, meeting.id)
    for name in (*meeting.aliases, *meeting.agreements):
        yield Part("aliases", OTHER_NAME, name)
    if meeting.place:
        yield Part("place.city", PLACE, meeting.place.city or "")
        yield Part("place.country", PLACE, meeting.place.country)
        yield Part("place.venue", PERSON, meeting.place.venue or "")
        for name in meeting.place.aliases:
            yield Part("place.aliases", PLACE, name)
    yield Part("kind", PERSON, f"{meeting.kind} {'call' if 'call' in meeting.kind else ''}")
    yield Part("date", PERSON, meeting.date or "")
    yield Part("occasion", THEME, meeting.occasion or "")
    for identifier in meeting.everyone:
        person = dataset.by_id[identifier]
        if isinstance(person, Person):
            yield Part("leaders", PERSON, " ".join((person.name, *person.aliases)))
    yield from _themes("topics.themes", meeting.themes, dataset)
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
    yield from _themes("themes", outcome.themes, dataset)
    for assessment in outcome.assessments:
        yield Part("assessments", TEXT, f"{assessment.who} {assessment.claim}")
    yield Part("evidence", TEXT, outcome.evidence or "")


def _event_parts(event: ContextEvent, dataset: Dataset) -> Iterator[Part]:
    yield Part("title", TITLE, event.title)
    yield Part("id", OTHER_NAME, event.id)
    yield Part("date", PERSON, event.date)
    yield Part("category", TEXT, event.category)
    yield from _themes("themes", event.themes, dataset)
    yield Part("summary", TEXT, event.summary)


def _outlook_parts(outlook: Outlook, dataset: Dataset) -> Iterator[Part]:
    yield Part("title", TITLE, outlook.title)
    yield Part("id", OTHER_NAME, outlook.id)
    yield Part("kind", TEXT, f"outlook {outlook.kind}")
    yield from _themes("themes", outlook.themes, dataset)
    yield Part("summary", TEXT, outlook.summary)
    for indicator in outlook.indicators:
        yield Part("indicators", MENTION, indicator)
    for evidence in outlook.evidence:
        yield Part("evidence", MENTION, evidence.text)


def _claim_parts(claim: Claim, dataset: Dataset) -> Iterator[Part]:
    yield Part("claim", PERSON, claim.claim)
    yield Part("verdict", TEXT, claim.verdict)
    yield from _themes("themes", claim.themes, dataset)
    yield Part("record", TEXT, claim.record)


def _themes(field: str, identifiers: tuple[str, ...], dataset: Dataset) -> Iterator[Part]:
    for identifier in identifiers:
        theme = dataset.by_id[identifier]
        if isinstance(theme, Theme):
            yield Part(field, THEME, " ".join((theme.title, *theme.aliases)))


def _source_parts(source: Source) -> Iterator[Part]:
    yield Part("title", TEXT, source.title)
    yield Part("publisher", MENTION, source.publisher or "")
    yield Part("author", MENTION, source.author or "")
