"""What a place shows: a record, a timeline or a comparison, drawn and as a result to save."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from summitcli.browse.history import Place, What
from summitcli.model import Dataset, Meeting, Participant, Source

if TYPE_CHECKING:
    from summitcli.derived.timeline import TimelineEntry
    from summitcli.pages.comparison import Comparison
    from summitcli.pages.page import Page, Pages
    from summitcli.search.attendance import Attendee
    from summitcli.search.finder import Findable
    from summitcli.tables.result import Result
    from summitcli.terminal.canvas import Canvas, Drawing

_AROUND = 12  # entries of a timeline before and after a record
_MOST = 300  # records to which a section links; only very large datasets have more


class Content(Protocol):
    """Something to read."""

    @property
    def title(self) -> str:
        """Its title."""
        ...

    @property
    def sources(self) -> Sequence[Source]:
        """The sources that it numbers."""
        ...

    def draw(self, canvas: "Canvas") -> "Drawing":
        """Draw it."""
        ...

    def result(self) -> "Result":
        """Return it as formats write it."""
        ...


class Places:
    """The places of a dataset: each record and participant, and what is made of several."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def open(self, place: Place) -> Content:
        """Return what a place shows; raise KeyError if it is unknown.

        All that takes long in a large dataset is done here, and nothing of it when it is drawn.
        """
        if place.what is What.COMPARISON:
            return _open_comparison(
                [self._dataset.meeting(one) for one in place.ids], self._dataset
            )
        record = self._record(place.ids[0])
        if place.what is What.TIMELINE:
            return _open_timeline(record, self._dataset)
        return _open_record(record, self._dataset)

    def title(self, place: Place) -> str:
        """Return a few words for a place, as the trail shows it."""
        known = self._dataset.titles
        titles = [known.get(one) or self._participants[one].title for one in place.ids]
        if place.what is What.TIMELINE:
            return f"Timeline: {titles[0]}"
        return " / ".join(titles)

    def id_of(self, participant: Participant) -> str:
        """Return the id of a participant, who must be named."""
        from summitcli.search.attendance import participant_ids

        identifier = participant_ids(self._dataset).of(participant)
        if identifier is None or identifier not in self._participants:
            raise KeyError(participant.name)
        return identifier

    def _record(self, identifier: str) -> "Findable":
        return self._dataset.by_id.get(identifier) or self._participants[identifier]

    @cached_property
    def _participants(self) -> "dict[str, Attendee]":
        from summitcli.search.attendance import attendees

        return {item.id: item for item in attendees(self._dataset)}


def _open_record(record: "Findable", dataset: Dataset) -> "RecordContent":
    from summitcli.derived.views import build_view
    from summitcli.pages.page import Choice, Pages

    pages = Pages([build_view(record, dataset)], dataset, Choice(most=_MOST))
    return RecordContent(record, pages, pages.build()[0])


@dataclass(frozen=True)
class RecordContent:
    """The page of a record."""

    record: "Findable"
    pages: "Pages"
    page: "Page"

    @property
    def title(self) -> str:
        """The title of the record."""
        from summitcli.search.finder import title_of_any

        return title_of_any(self.record)

    @property
    def sources(self) -> Sequence[Source]:
        """The sources that the page lists."""
        return self.page.sources

    def draw(self, canvas: "Canvas") -> "Drawing":
        """Draw the page."""
        return canvas.page(self.page)

    def result(self) -> "Result":
        """Return the page as a result."""
        return self.pages


def _open_comparison(meetings: list[Meeting], dataset: Dataset) -> "ComparisonContent":
    from summitcli.pages.comparison import compare

    return ComparisonContent(meetings, compare(meetings, dataset))


@dataclass(frozen=True)
class ComparisonContent:
    """Meetings side by side."""

    meetings: list[Meeting]
    comparison: "Comparison"
    sources: Sequence[Source] = ()

    @property
    def title(self) -> str:
        """The titles of the meetings."""
        return " and ".join(meeting.title for meeting in self.meetings)

    def draw(self, canvas: "Canvas") -> "Drawing":
        """Draw the comparison."""
        return canvas.comparison(self.comparison)

    def result(self) -> "Result":
        """Return the comparison as a result."""
        from summitcli.tables.result_tables import comparison_document

        return comparison_document(self.comparison)


def _open_timeline(record: "Findable", dataset: Dataset) -> "TimelineContent":
    from summitcli.derived.timeline import recorded_years, timeline_around
    from summitcli.search.finder import title_of_any

    entries, count = timeline_around(record, dataset, _AROUND, _MOST)
    title = f"Timeline: {title_of_any(record)}"
    if count > len(entries):
        title += f" (the last {len(entries)} of {count:,})"
    return TimelineContent(title, entries, recorded_years(dataset))


@dataclass(frozen=True)
class TimelineContent:
    """The timeline around a record, or of the records that it names."""

    title: str
    entries: "list[TimelineEntry]"
    years: set[int]
    "The years in which the dataset has anything."
    sources: Sequence[Source] = ()

    def draw(self, canvas: "Canvas") -> "Drawing":
        """Draw the timeline."""
        return canvas.timeline(self.title, self.entries, self.years)

    def result(self) -> "Result":
        """Return the timeline as a result."""
        from summitcli.tables.result_tables import timeline_table

        return timeline_table(self.entries)
