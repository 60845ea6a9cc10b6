"""What the articles of several record types share: wording, links, sources."""

from collections.abc import Iterable

from summitcli.model import (
    Claim,
    ContextEvent,
    Dataset,
    Meeting,
    Outcome,
    OutcomeAssessment,
    Source,
    title_of,
)
from summitcli.pages.page import Entry, Fact, Link, References, Section
from summitcli.pages.wording import format_date, humanize


def capital(text: str) -> str:
    """A text with a capital first letter."""
    return text[:1].upper() + text[1:]


def facts(*items: Fact | None) -> tuple[Fact, ...]:
    """The facts that say something."""
    return tuple(fact for fact in items if fact is not None and (fact.text or fact.note))


def sections(*items: Section) -> tuple[Section, ...]:
    """The sections under which something stands."""
    return tuple(section for section in items if section)


def cited(references: References, dataset: Dataset) -> tuple[Source, ...]:
    """The sources that were referred to, in the order of their numbers."""
    found = (dataset.by_id[identifier] for identifier in references.numbers)
    return tuple(source for source in found if isinstance(source, Source))


def titles(identifiers: Iterable[str], dataset: Dataset) -> str:
    """The titles of records, in a line."""
    return ", ".join(title_of(dataset.by_id[identifier]) for identifier in identifiers)


def links(identifiers: Iterable[str], dataset: Dataset) -> tuple[Link, ...]:
    """Links to records of any type, each with what places it: a date, or how it is judged."""
    return tuple(_link(identifier, dataset) for identifier in identifiers)


def _link(identifier: str, dataset: Dataset) -> Link:
    record = dataset.by_id[identifier]
    meta = ""
    if isinstance(record, Meeting | ContextEvent):
        meta = record.date or "undated"
    elif isinstance(record, Outcome):
        meta = humanize(record.valence)
    elif isinstance(record, Claim):
        meta = humanize(record.verdict)
    return Link(identifier, title_of(record), meta)


def judgements(
    assessments: Iterable[OutcomeAssessment], references: References
) -> tuple[Entry, ...]:
    """Who judged, when, and how."""
    return tuple(
        Entry(
            item.who,
            format_date(item.date) if item.date else "",
            item.claim,
            references=references(item.sources),
        )
        for item in assessments
    )
