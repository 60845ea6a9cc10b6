"""Helpers that pages of several record types share: facts, links, assessments."""

from collections.abc import Iterable, Sequence

from summitcli.model import (
    Claim,
    ContextEvent,
    Dataset,
    Meeting,
    Outcome,
    OutcomeAssessment,
    Participant,
    title_of,
)
from summitcli.model.participants import id_from_name
from summitcli.pages.page import (
    Entry,
    Fact,
    Link,
    Parts,
    PersonName,
    References,
    Section,
    join_parts,
)
from summitcli.pages.wording import capitalize, format_date, humanize


def fact(
    label: str,
    content: str | Parts | None,
    note: str | None = None,
    references: tuple[int, ...] = (),
) -> Fact | None:
    """Return a fact, or None if nothing is known."""
    if not content and not note:
        return None
    parts = (content,) if isinstance(content, str) else content or ()
    return Fact(label, tuple(filter(None, parts)), note or "", references)


def facts(*items: Fact | None) -> tuple[Fact, ...]:
    """Return the facts that are known."""
    return tuple(item for item in items if item is not None)


def line(*texts: str | None) -> Parts:
    """Return the texts that are known as one line, separated by commas."""
    text = ", ".join(filter(None, texts))
    return (text,) if text else ()


def title_link(identifier: str, dataset: Dataset) -> Link:
    """Return a link to a record, as it is named in running text."""
    return Link(identifier, title_of(dataset.by_id[identifier]))


def title_links(identifiers: Iterable[str], dataset: Dataset) -> Parts:
    """Return a line with the titles of records, each a link."""
    return join_parts(title_link(identifier, dataset) for identifier in identifiers)


def participant_lines(meeting: Meeting, side: str, dataset: Dataset) -> tuple[Parts, ...]:
    """Return the participants for a side, a line each; if none are listed, its leaders."""
    leaders = [title_link(person, dataset) for person in meeting.leaders.get(side, ())]
    by_name = {leader.title: leader for leader in leaders}
    listed: list[Parts] = [
        (by_name[person.name], f", {person.office}")
        if person.name in by_name
        else (person_name(person), f", {person.office}")
        for person in meeting.participants
        if person.side == side
    ]
    return tuple(listed or [(leader,) for leader in leaders])


def person_name(participant: Participant) -> str:
    """Return the name of a participant, who has a page unless the name is not known."""
    known = participant.person or id_from_name(participant.name)
    return PersonName.of(participant) if known else participant.name


def linked(
    title: str,
    identifiers: Sequence[str],
    dataset: Dataset,
    part: str = "around",
    most: int | None = None,
    counted: bool = True,
) -> Section:
    """Return a section with links to records, or to the last of them if there are too many."""
    count = len(identifiers)
    if most is not None and count > most:
        identifiers = identifiers[-most:]
        title = f"{title} (the last {most} of {count:,})"
    elif count and counted:
        title = f"{title} ({count})"
    return Section(title, links(identifiers, dataset), part=part)


def links(identifiers: Iterable[str], dataset: Dataset) -> tuple[Link, ...]:
    """Return links to records of any type, each with a date, a valence or a verdict."""
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


def assessment_entries(
    assessments: Iterable[OutcomeAssessment], references: References
) -> tuple[Entry, ...]:
    """Return an entry for each assessment: who, when and how."""
    return tuple(
        Entry(
            line(item.who),
            line(format_date(item.date) if item.date else ""),
            item.claim,
            references=references(item.sources),
        )
        for item in assessments
    )


def word(identifier: str) -> str:
    """Return a value of an enumeration as capitalized words: `not-realised` → `Not realised`."""
    return capitalize(humanize(identifier))
