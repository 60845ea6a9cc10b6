"""Choose the records of an export: some meetings, and every record that they link to."""

from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from summitcli.derived.nearness import MAX_DISTANCE, days_of
from summitcli.model import (
    SECTIONS,
    Claim,
    ContextEvent,
    Dataset,
    DatasetInfo,
    Meeting,
    MeetingStatus,
    Outcome,
    Record,
    Source,
)
from summitcli.model.citations import source_ids
from summitcli.model.fields import iter_values_with
from summitcli.model.participants import ParticipantIds

OnProgress = Callable[[int, int], None]
"Called with the number of records that have been read, and the number of all."


class NothingToWriteError(Exception):
    """No chosen record can be written in a format; the message says why."""


@dataclass(frozen=True)
class Extract:
    """Records of a dataset whose references all lead to other records of the extract."""

    dataset: Dataset
    chosen: Mapping[str, frozenset[str]] | None = None
    "Ids of the records by section; None for the whole dataset."
    on_progress: OnProgress | None = None

    @property
    def info(self) -> DatasetInfo:
        """Return the description of the dataset."""
        return self.dataset.info

    def ids(self, section: str) -> Sequence[str]:
        """Return the ids of a section's records, in the order of the dataset."""
        ids = self.dataset.ids(section)
        if self.chosen is None:
            return ids
        chosen = self.chosen[section]
        return [identifier for identifier in ids if identifier in chosen]

    def stream(self, section: str) -> Iterator[Any]:
        """Yield the records of a section, in the order of the dataset, without keeping them.

        References to meetings that are not in the extract are left out of outcomes and claims.
        """
        if self.chosen is None:
            yield from self._report(section, self.dataset.stream(section))
            return
        meetings = self.chosen["meetings"]
        for record in self._report(section, self.dataset.stream(section, self.chosen[section])):
            yield _with_only(meetings, record)

    def meetings(self) -> Iterator[Meeting]:
        """Yield the meetings."""
        yield from self.stream("meetings")

    def _report(self, section: str, records: Iterable[Record]) -> Iterator[Record]:
        """Yield records, and report each as progress."""
        if self.on_progress is None:
            yield from records
            return
        counts = {name: len(self.ids(name)) for name in SECTIONS}
        names = list(SECTIONS)
        before = sum(counts[name] for name in names[: names.index(section)])
        total = sum(counts.values())
        for number, record in enumerate(records, before + 1):
            yield record
            self.on_progress(number, total)


def _with_only(meetings: frozenset[str], record: Record) -> Record:
    """Return a record that refers to no other meetings than the given ones."""
    if not isinstance(record, Outcome | Claim) or meetings.issuperset(record.meetings):
        return record
    return replace(record, meetings=tuple(id_ for id_ in record.meetings if id_ in meetings))


def extract_meetings(dataset: Dataset, chosen: Iterable[str]) -> Extract:
    """Return an extract of meetings with all that a reader needs to understand them.

    It contains the leaders, also those who took part as participants, the themes and the sources;
    the outcomes and claims about the meetings; and the background events within 30 days. The focus
    pair is always in it, because the description of the dataset names it.
    """
    ids: dict[str, set[str]] = {name: set() for name in SECTIONS}
    ids["meetings"].update(chosen)
    ids["people"].update((dataset.info.focus or {}).values())
    participants = ParticipantIds(dataset.people, ())
    days: list[tuple[int, int]] = []
    for meeting in dataset.stream("meetings", ids["meetings"]):
        _add_references(ids, meeting)
        leaders = map(participants.leader, meeting.participants)
        ids["people"].update(leader for leader in leaders if leader is not None)
        if meeting.status is MeetingStatus.HELD and (found := days_of(meeting)):
            days.append(found)
    records: Iterable[Outcome | Claim] = (*dataset.outcomes, *dataset.claims)
    for record in records:
        if not ids["meetings"].isdisjoint(record.meetings):
            ids["outcomes" if isinstance(record, Outcome) else "claims"].add(record.id)
            _add_references(ids, record)
    for event in _events_near(days, dataset.context):
        ids["context"].add(event.id)
        _add_references(ids, event)
    for source in list(dataset.stream("sources", ids["sources"])):
        _add_same_text(ids["sources"], source, dataset)
    return Extract(dataset, {name: frozenset(found) for name, found in ids.items()})


def _add_references(ids: dict[str, set[str]], record: Record) -> None:
    """Add the ids to which a record refers, except those of meetings."""
    for _, section, identifier in iter_values_with(record, "refers_to"):
        if section in ids and section != "meetings":
            ids[str(section)].add(identifier)


def _add_same_text(ids: set[str], source: Source, dataset: Dataset) -> None:
    """Add the sources that have the same text as a source, by a chain of references."""
    same = source.same_text_as
    while same is not None and same not in ids:
        ids.add(same)
        other = dataset.by_id[same]
        same = other.same_text_as if isinstance(other, Source) else None


def _events_near(
    days: list[tuple[int, int]], events: Iterable[ContextEvent]
) -> Iterator[ContextEvent]:
    """Yield the events at most 30 days away from any meeting, given their first and last days."""
    days.sort(key=lambda span: span[1])
    lasts = [last for _, last in days]
    firsts = list(accumulate((first for first, _ in reversed(days)), min))[::-1]
    for event in events:
        if own := days_of(event):
            # The first meeting that does not end too early, and those that end after it.
            position = bisect_left(lasts, own[0] - MAX_DISTANCE)
            if position < len(days) and firsts[position] - own[1] <= MAX_DISTANCE:
                yield event


def sources_of_meetings(dataset: Dataset, chosen: Container[str]) -> list[Source]:
    """Return the sources that meetings cite, in the order of the dataset."""
    meetings = dataset.stream("meetings", chosen)
    cited = {identifier for meeting in meetings for identifier in source_ids(meeting)}
    return list(dataset.stream("sources", cited))
