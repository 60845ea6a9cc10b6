"""A whole dataset, with its sides and its terms of use."""

from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Annotated, Any

from msgspec import Meta

from summitcli.model.meeting import Meeting, MeetingLike
from summitcli.model.record import cached_record, record
from summitcli.model.records import Claim, ContextEvent, Outcome, Outlook, Person, Source, Theme
from summitcli.model.sections import SECTIONS, Record, title_of
from summitcli.model.values import HttpUrl, Id, PartialDate, PersonId, SideId, Text


@record
class Side:
    """One of the two sides whose leaders meet."""

    id: Id
    "Permanent short name, as used in `leaders`, `participants` and `accounts`."
    name: Text
    "Name as readers see it."


@record
class Party:
    """A third party that gives its own account of a meeting."""

    id: Id
    "Permanent short name, as used in `accounts`; different from the ids of the sides."
    name: Text
    "Name as readers see it."


@record
class Licence:
    """Terms of use, as SPDX identifiers."""

    data: Text
    "Licence of the dataset."
    code: Text | None = None
    "Licence of the program that comes with it."


@record
class DatasetInfo:
    """The description of a dataset, with its sides and the pair of leaders shown first."""

    title: Text
    "Title of the dataset."
    version: Text | None = None
    "Version of the dataset, independent of the program's."
    as_of: PartialDate | None = None
    "Date up to which sources were read; later meetings may have taken place."
    licence: Licence | None = None
    "Terms of use."
    corrections: HttpUrl | None = None
    "Web address where readers report mistakes, such as a form; absent if there is none."
    sides: Annotated[tuple[Side, ...], Meta(min_length=2, max_length=2)]
    "The two sides."
    parties: tuple[Party, ...] = ()
    "Third parties whose accounts are given beside those of the two sides."
    focus: dict[SideId, PersonId] | None = None
    "One leader of each side: the pair whose meetings commands show by default."

    @property
    def side_names(self) -> dict[str, str]:
        """The names of the sides by their ids."""
        return {side.id: side.name for side in self.sides}

    @property
    def party_names(self) -> dict[str, str]:
        """The names of the sides and of third parties by their ids."""
        return self.side_names | {party.id: party.name for party in self.parties}


@cached_record
class Dataset:
    """A whole dataset: each field is a section of its files."""

    info: DatasetInfo
    "Description of the dataset; the section `dataset` of the files."
    people: tuple[Person, ...] = ()
    "Leaders."
    themes: tuple[Theme, ...] = ()
    "Recurring themes."
    meetings: tuple[Meeting, ...] = ()
    "Meetings in person and remote contacts."
    outcomes: tuple[Outcome, ...] = ()
    "Assessed outcomes."
    context: tuple[ContextEvent, ...] = ()
    "Background events."
    outlook: tuple[Outlook, ...] = ()
    "Drivers and scenarios."
    claims: tuple[Claim, ...] = ()
    "Claims of an article, checked against the record."
    sources: tuple[Source, ...] = ()
    "Sources of all the other records."

    def records(self) -> Iterator[Record]:
        """Yield all records, section by section."""
        for section in SECTIONS:
            yield from getattr(self, section)

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Every record by its id; ids are unique within the dataset."""
        return {record.id: record for record in self.records()}

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of every record by its id."""
        return {identifier: title_of(record) for identifier, record in self.by_id.items()}

    def citing(self, source: str) -> Sequence[str]:
        """Return the ids of the records that cite a source or have the same text, in order."""
        return self._citing.get(source, ())

    @cached_property
    def _citing(self) -> Mapping[str, Sequence[str]]:
        from summitcli.model.citations import add_citations

        citing: dict[str, list[str]] = {}
        for item in self.records():
            add_citations(item, citing)
        return citing

    def ids(self, section: str) -> Sequence[str]:
        """Return the ids of a section's records, in their order."""
        return [record.id for record in getattr(self, section)]

    def stream(self, section: str, ids: Container[str] | None = None) -> Iterator[Any]:
        """Yield the records of a section, or those with some ids, in their order.

        A stored dataset does not keep them in memory.
        """
        return (item for item in getattr(self, section) if ids is None or item.id in ids)

    def find(self, ids: Iterable[str]) -> list[Record]:
        """Return the records with some ids, in this order. Raise KeyError if one is unknown."""
        return [self.by_id[identifier] for identifier in ids]

    def meeting(self, identifier: str) -> Meeting:
        """Return the meeting with an id. Raise KeyError if there is none."""
        record = self.by_id[identifier]
        if not isinstance(record, Meeting):
            raise KeyError(identifier)
        return record

    def summaries(
        self, first: int = 1, last: int = 9999, together: Collection[str] = ()
    ) -> Sequence[MeetingLike]:
        """Return the meetings by their summary fields.

        At least those in a range of years at which people, by their ids, were together.
        """
        del first, last, together  # the meetings are all in memory
        return self.meetings
