"""Links between records that the dataset implies but does not spell out."""

from collections.abc import Sequence

from summitcli.model import (
    SECTIONS,
    Dataset,
    MeetingLike,
    MeetingStatus,
    Record,
    Source,
    SourceType,
)
from summitcli.model.citations import statements_of
from summitcli.search.select import Selection, is_selected, ordered, select


def split_held(meetings: Sequence[MeetingLike]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the ids of the meetings that were held, in order of time: in person, and remote."""
    held = [m for m in ordered(meetings) if m.status is MeetingStatus.HELD]
    in_person = tuple(meeting.id for meeting in held if meeting.in_person)
    return in_person, tuple(meeting.id for meeting in held if not meeting.in_person)


def cited_sources(record: Record, dataset: Dataset) -> tuple[Source, ...]:
    """Return every source that a record cites, once, in order of first mention.

    Within a statement, primary sources come first. The position of a source, counted from 1, is
    its number on the record's page.
    """
    found: dict[str, Source] = {}
    for statement in statements_of(record):
        sources = (dataset.by_id[identifier] for identifier in statement)
        known = [source for source in sources if isinstance(source, Source)]
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
    ids = {meeting.id for meeting in select(dataset, about)}
    for section in SECTIONS:
        if section != "meetings":
            records = dataset.stream(section)
            ids.update(record.id for record in records if is_selected(record, about))
    return [item for item in dataset.sources if not ids.isdisjoint(dataset.citing(item.id))]
