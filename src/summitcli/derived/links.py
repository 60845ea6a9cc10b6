"""Links between records that the dataset implies but does not spell out."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import chain

from summitcli.model import (
    Assessment,
    Claim,
    Dataset,
    Evidence,
    MeetingLike,
    MeetingStatus,
    Outcome,
    Record,
    Source,
    SourceType,
    Valence,
)
from summitcli.search.select import Selection, is_selected, ordered


def split_held(meetings: Sequence[MeetingLike]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of the meetings that were held, in order of time: in person, and remote."""
    held = [m for m in ordered(meetings) if m.status is MeetingStatus.HELD]
    in_person = tuple(meeting.id for meeting in held if meeting.in_person)
    return in_person, tuple(meeting.id for meeting in held if not meeting.in_person)


def source_ids(record: object) -> Iterator[str]:
    """Yield the ids of the sources that a record cites, in the order of its statements."""
    for statement in _statements(record):
        yield from statement


def _statements(record: object) -> Iterator[tuple[str, ...]]:
    """Yield the sources of each statement, in the order in which pages show the statements."""
    own: tuple[str, ...] = getattr(record, "sources", ())
    if isinstance(record, Outcome):  # its evidence comes before the judgements
        yield own
    for item in fields(record):  # type: ignore[arg-type]
        value = getattr(record, item.name)
        for part in _in_page_order(value) if isinstance(value, tuple) else (value,):
            if hasattr(part, "sources"):
                yield from _statements(part)
    if not isinstance(record, Outcome):
        yield own
    if isinstance(record, Claim):
        yield (record.article,)


def _in_page_order(parts: tuple[object, ...]) -> Sequence[object]:
    """Return parts in the order of a page: judgements by valence, evidence by date."""
    judged = [part for part in parts if isinstance(part, Assessment)]
    evidence = [part for part in parts if isinstance(part, Evidence)]
    if judged:
        valences = list(Valence)
        return sorted(judged, key=lambda part: valences.index(part.valence))
    evidence.sort(key=lambda part: part.date)
    return evidence or parts


def cited_sources(record: Record, dataset: Dataset) -> tuple[Source, ...]:
    """Return every source that a record cites, once, in order of first mention.

    Within a statement, primary sources come first. The position of a source, counted from 1, is
    its number on the record's page.
    """
    statements = list(_statements(record))
    cited = dataset.find(dict.fromkeys(chain.from_iterable(statements)))
    sources = {source.id: source for source in cited if isinstance(source, Source)}
    found: dict[str, Source] = {}
    for statement in statements:
        known = [sources[identifier] for identifier in statement if identifier in sources]
        found |= {source.id: source for source in sorted(known, key=is_not_primary)}
    return tuple(found.values())


def is_not_primary(source: Source) -> bool:
    """Return whether a source is not primary: a key by which primary sources sort first."""
    return source.type is not SourceType.PRIMARY


def sources_about(dataset: Dataset, wanted: Selection) -> list[Source]:
    """Return the sources that the records on some themes and meetings cite, or all sources."""
    if not (wanted.meetings or wanted.themes):
        return list(dataset.sources)
    about = Selection(themes=wanted.themes, meetings=wanted.meetings)
    records = (record for record in dataset.records() if is_selected(record, about))
    cited = {identifier for record in records for identifier in source_ids(record)}
    return [source for source in dataset.sources if source.id in cited]
