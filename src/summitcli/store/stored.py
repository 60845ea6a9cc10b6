"""A dataset that reads records from its store when they are needed."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence, ValuesView
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import msgspec

from summitcli.model import SECTIONS, Dataset, DatasetInfo, MeetingSummary, Record
from summitcli.store.read import Store

if TYPE_CHECKING:
    from summitcli.search.index import Index

T = TypeVar("T")

_BATCH = 500  # records that are read in one go when a section is read whole


class RecordList(Sequence[T], Generic[T]):
    """The records of a section, each decoded when it is first used.

    If `on_pass` is given, records are not kept when all of them are gone through, and it is called
    for each of them.
    """

    def __init__(
        self, store: Store, section: str, length: int, on_pass: Callable[[], None] | None
    ) -> None:
        self._store, self._section, self._length = store, section, length
        self._on_pass = on_pass
        self._known: dict[int, T] = {}

    @cached_property
    def _decode(self) -> Callable[[str], T]:
        return msgspec.json.Decoder(SECTIONS[self._section]).decode

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, number: Any) -> Any:
        position = range(self._length)[number]
        if isinstance(position, range):
            return tuple(self[one] for one in position)
        if position not in self._known:
            self._known |= self._read(position, position + 1)
        return self._known[position]

    def __iter__(self) -> Iterator[T]:
        for first in range(0, self._length, _BATCH):
            numbers = range(first, min(first + _BATCH, self._length))
            found = self._known
            if any(number not in found for number in numbers):
                found = self._read(numbers.start, numbers.stop) | found
            if self._on_pass is None:
                self._known |= found
            for number in numbers:
                if self._on_pass is not None:
                    self._on_pass()
                yield found[number]

    def stream(self, ids: Container[str] | None) -> Iterator[T]:
        """Yield all records, or those with some ids, without keeping them in memory."""
        for first in range(0, self._length, _BATCH):
            found = self._read(first, min(first + _BATCH, self._length))
            for number in sorted(found):
                record: Any = found[number]
                if ids is None or record.id in ids:
                    yield record

    def _read(self, first: int, end: int) -> dict[int, T]:
        """Return the records from one number to another, by number."""

        def convert(number: int, json: str) -> tuple[int, T]:
            return number, self._known.get(number) or self._decode(json)

        def complete(found: list[tuple[int, T]]) -> bool:
            return len(dict(found)) == end - first

        clause = "WHERE number >= ? AND number < ?"
        return dict(self._store.read(self._section, convert, clause, (first, end), complete))


class Name(NamedTuple):
    """A record's id, where the record is, and its title."""

    id: str
    section: str
    number: int
    title: str


class Names:
    """The ids of a dataset."""

    def __init__(self, store: Store, count: int) -> None:
        self._store, self._count = store, count

    def find(self, identifier: object) -> Name | None:
        """Return what has an id, or None."""
        if not isinstance(identifier, str) or not identifier.isascii():
            return None
        if "all" not in self.__dict__:
            found = self._store.read("names", Name, "WHERE id = ?", (identifier,))
            if found:
                return found[0]
        return self.all.get(identifier)  # a damaged table may have lost the row, which shows here

    @cached_property
    def all(self) -> dict[str, Name]:
        """All names by their ids, in the order of the dataset."""
        order = list(SECTIONS)

        def complete(names: list[Name]) -> bool:
            return len({name.id for name in names}) == self._count

        names = self._store.read("names", Name, complete=complete)
        names.sort(key=lambda name: (order.index(name.section), name.number))
        return {name.id: name for name in names}


class ByName(Mapping[str, T]):
    """What a name leads to, by the id of the record."""

    def __init__(self, names: Names, value: Callable[[Name], T]) -> None:
        self._names, self._value = names, value

    def __getitem__(self, identifier: str) -> T:
        name = self._names.find(identifier)
        if name is None:
            raise KeyError(identifier)
        return self._value(name)

    def __contains__(self, identifier: object) -> bool:
        return self._names.find(identifier) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self._names.all)

    def __len__(self) -> int:
        return len(self._names.all)


class _RecordsById(ByName[Record]):
    """Records by their ids; all of them are read section by section."""

    def __init__(self, names: Names, sections: dict[str, RecordList[Record]]) -> None:
        super().__init__(names, lambda name: sections[name.section][name.number])
        self._sections = sections

    def values(self) -> ValuesView[Record]:
        """Return all records in the order of the dataset."""
        return _Records(self, self._sections)


class _Records(ValuesView[Record]):
    def __init__(self, mapping: _RecordsById, sections: dict[str, RecordList[Record]]) -> None:
        super().__init__(mapping)
        self._sections = sections

    def __iter__(self) -> Iterator[Record]:
        return chain.from_iterable(self._sections.values())


class StoredDataset(Dataset):
    """A dataset in a store. Raise one of DAMAGE if the store does not tell what it has."""

    _store: Store
    _names: Names
    _sections: dict[str, RecordList[Record]]
    meta: dict[str, str]

    def __init__(self, store: Store, on_pass: Callable[[], None] | None = None) -> None:
        meta = dict(store.read("meta", _pair))
        counts = msgspec.json.decode(meta["counts"], type=dict[str, int])
        sections = {name: RecordList[Any](store, name, counts[name], on_pass) for name in SECTIONS}
        self.__dict__.update(
            sections,
            info=msgspec.json.decode(meta["dataset"], type=DatasetInfo),
            meta=meta,
            _store=store,
            _names=Names(store, sum(counts.values())),
            _sections=sections,
        )

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Every record by its id."""
        return _RecordsById(self._names, self._sections)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of every record by its id."""
        return ByName(self._names, lambda name: name.title)

    def ids(self, section: str) -> Sequence[str]:
        """Return the ids of a section's records, in their order."""
        return [name.id for name in self._names.all.values() if name.section == section]

    def stream(self, section: str, ids: Container[str] | None = None) -> Iterator[Any]:
        """Yield the records of a section, or those with some ids, without keeping them."""
        return self._sections[section].stream(ids)

    def summaries(self, first: int = 1, last: int = 9999) -> Sequence[MeetingSummary]:
        """Return the summaries of the meetings in a range of years."""
        if first <= 1 and last >= 9999:
            return self._all_summaries
        clause = "WHERE first_year <= ? AND last_year >= ?"
        found = self._store.read(
            "summaries", self._numbered_summary, clause, (last, first), self._years_are_right
        )
        return [summary for _, summary in found]

    @cached_property
    def _all_summaries(self) -> Sequence[MeetingSummary]:
        def complete(found: list[tuple[int, MeetingSummary]]) -> bool:
            return len(dict(found)) == len(self.meetings)

        found = self._store.read("summaries", self._numbered_summary, complete=complete)
        return [summary for _, summary in found]

    def _years_are_right(self, _: object) -> bool:
        sums = msgspec.json.decode(self.meta["years"], type=list[int | None])
        return self._store.sums_of_years() == sums

    @cached_property
    def _numbered_summary(self) -> Callable[..., tuple[int, MeetingSummary]]:
        decode = msgspec.json.Decoder(MeetingSummary).decode
        return lambda number, _first, _last, json: (number, decode(json))

    @cached_property
    def index(self) -> "Index":
        """The search index of the dataset."""
        from summitcli.search.index import Index

        def convert(_name: str, content: bytes) -> Index:
            return msgspec.msgpack.decode(content, type=Index)

        return self._store.read("search", convert, complete=bool)[0]


def _pair(name: str, value: str) -> tuple[str, str]:
    return name, value
