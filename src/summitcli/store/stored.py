"""A dataset that reads records from its store when they are needed."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import msgspec

from summitcli.model import SECTIONS, Dataset, DatasetInfo, MeetingSummary, Record, Source
from summitcli.store.read import Rows, Store
from summitcli.store.schema import numbers_of

if TYPE_CHECKING:
    from summitcli.search.index import Index

T = TypeVar("T")

_BATCH = 500  # records that are read in one go when a section is read whole


class RecordList(Sequence[T], Generic[T]):
    """The records of a section."""

    def __init__(self, rows: Rows[T], section: str, length: int) -> None:
        self._rows, self._numbers = rows, numbers_of(section, length)

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, position: Any) -> Any:
        chosen = self._numbers[position]
        return tuple(self._read(chosen)) if isinstance(chosen, range) else self._rows[chosen]

    def __iter__(self) -> Iterator[T]:
        return self._read(self._numbers)

    def stream(self, positions: Iterable[int]) -> Iterator[T]:
        """Yield the records at some positions without keeping them in memory."""
        return self._read([self._numbers[position] for position in positions], keep=False)

    def _read(self, numbers: Sequence[int], *, keep: bool = True) -> Iterator[T]:
        for start in range(0, len(numbers), _BATCH):
            yield from self._rows.read(numbers[start : start + _BATCH], keep=keep)


class Name(NamedTuple):
    """The id of a record, the number of the record in the store, and its title."""

    id: str
    number: int
    title: str


class Names:
    """The ids of a dataset."""

    def __init__(self, store: Store, count: int) -> None:
        self._store, self._count = store, count
        self._known: dict[str, Name] = {}

    def find(self, identifier: object) -> Name | None:
        """Return what has an id, or None."""
        if not isinstance(identifier, str) or not identifier.isascii():
            return None
        if identifier not in self._known and "all" not in self.__dict__:
            for name in self._store.read("names", Name, "WHERE id = ?", (identifier,)):
                self._known[identifier] = name
        if identifier in self._known:
            return self._known[identifier]
        return self.all.get(identifier)  # a damaged table may have lost the row, which shows here

    @cached_property
    def all(self) -> dict[str, Name]:
        """All names by their ids, in the order of the dataset."""

        def complete(names: list[Name]) -> bool:
            return len({name.id for name in names}) == self._count

        names = self._store.read("names", Name, complete=complete)
        names.sort(key=lambda name: name.number)
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


class StoredDataset(Dataset):
    """A dataset in a store. Raise one of DAMAGE if the store does not tell what it has."""

    meta: dict[str, str]
    _store: Store
    _names: Names
    _counts: dict[str, int]
    _rows: Rows[Record]

    def __init__(self, store: Store) -> None:
        meta = dict(store.read("meta", _pair))
        counts = msgspec.json.decode(meta["counts"], type=dict[str, int])
        rows = Rows[Any](store, "records", _decode_record)
        self.__dict__.update(
            {name: RecordList[Any](rows, name, counts[name]) for name in SECTIONS},
            info=msgspec.json.decode(meta["dataset"], type=DatasetInfo),
            meta=meta,
            _store=store,
            _names=Names(store, sum(counts.values())),
            _counts=counts,
            _rows=rows,
        )

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Every record by its id."""
        return ByName(self._names, lambda name: self._rows[name.number])

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The title of every record by its id."""
        return ByName(self._names, lambda name: name.title)

    def citing(self, source: str) -> Sequence[str]:
        """Return the ids of the records that cite a source or have the same text, in order."""
        if not isinstance(self.by_id.get(source), Source):
            return ()
        return msgspec.json.decode(self._store.content("citing", source), type=tuple[str, ...])

    def ids(self, section: str) -> Sequence[str]:
        """Return the ids of a section's records, in their order."""
        numbers = numbers_of(section, self._counts[section])
        return [name.id for name in self._names.all.values() if name.number in numbers]

    def stream(self, section: str, ids: Container[str] | None = None) -> Iterator[Any]:
        """Yield the records of a section, or those with some ids, without keeping them."""
        records: RecordList[Record] = self.__dict__[section]
        if ids is None:
            return records.stream(range(len(records)))
        known = enumerate(self.ids(section))
        return records.stream(place for place, identifier in known if identifier in ids)

    def summaries(self, first: int = 1, last: int = 9999) -> Sequence[MeetingSummary]:
        """Return the summaries of the meetings in a range of years."""
        if first <= 1 and last >= 9999:
            return self._all_summaries
        clause = "WHERE first_year <= ? AND last_year >= ?"
        complete = self._years_are_right
        return self._store.read("summaries", self._summary, clause, (last, first), complete)

    @cached_property
    def _all_summaries(self) -> Sequence[MeetingSummary]:
        def complete(found: list[MeetingSummary]) -> bool:
            return len({summary.id for summary in found}) == len(self.meetings)

        return self._store.read("summaries", self._summary, complete=complete)

    def _years_are_right(self, _: object) -> bool:
        sums = msgspec.json.decode(self.meta["years"], type=list[int | None])
        return self._store.sums_of_years() == sums

    @cached_property
    def _summary(self) -> Callable[..., MeetingSummary]:
        from summitcli.store.summaries import SummaryDecoder

        decode = SummaryDecoder().decode
        return lambda _number, _first, _last, json: decode(json)

    @cached_property
    def index(self) -> "Index":
        """The search index of the dataset."""
        from summitcli.store.stored_index import StoredIndex

        return StoredIndex(self._store, self._counts, self._rows, self._summary)


def _pair(name: str, value: str) -> tuple[str, str]:
    return name, value


def _decode_record(section: str, json: str) -> Record:
    record: Record = _decoder(section).decode(json)
    return record


@cache
def _decoder(section: str) -> "msgspec.json.Decoder[Record]":
    return msgspec.json.Decoder(SECTIONS[section])
