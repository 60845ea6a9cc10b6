"""A dataset that reads records from its compiled file when they are needed."""

from array import array
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import msgspec

from summitcli.errors import DamagedError
from summitcli.model import SECTIONS, Dataset, MeetingSummary, Record
from summitcli.store.compiled import CompiledFile, RecordTable

if TYPE_CHECKING:
    from summitcli.search.index import Index

T = TypeVar("T")


class RecordList(Sequence[T], Generic[T]):
    """The records of a section, each decoded when it is first used."""

    def __init__(self, file: CompiledFile, name: str, kind: Any) -> None:
        self._file, self._name = file, name
        self._decoder: msgspec.msgpack.Decoder[T] = msgspec.msgpack.Decoder(kind)
        self._known: dict[int, T] = {}

    @cached_property
    def _positions(self) -> tuple["array[int]", "array[int]"]:
        ends, sums = array("Q"), array("I")
        ends.frombytes(self._table.ends)
        sums.frombytes(self._table.sums)
        return ends, sums

    @cached_property
    def _table(self) -> RecordTable:
        return self._file.blob(f"{self._name} table", RecordTable)

    @property
    def ids(self) -> list[str]:
        """The ids of the records, in their order."""
        return self._table.ids

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return tuple(self[one] for one in range(*number.indices(len(self))))
        if number < 0:
            number += len(self)
        if number not in self._known:
            self._known[number] = self._read(number)
        return self._known[number]

    def __iter__(self) -> Iterator[T]:
        return (self[number] for number in range(len(self)))

    def stream(self, ids: Container[str] | None) -> Iterator[T]:
        """Yield all records, or those with some ids, without keeping them in memory."""
        for number, identifier in enumerate(self.ids):
            if ids is None or identifier in ids:
                yield self._known.get(number) or self._read(number)

    def _read(self, number: int) -> T:
        ends, sums = self._positions
        content = self._file.slice(self._name, ends[number - 1] if number else 0, ends[number])
        try:
            return self._decoder.decode(self._file.verify(content, sums[number]))
        except msgspec.MsgspecError:
            raise DamagedError(self._file.path) from None


class _RecordsById(Mapping[str, Record]):
    """Records by id, each decoded when it is first used."""

    def __init__(self, sections: dict[str, RecordList[Record]]) -> None:
        self._sections = sections

    @cached_property
    def _positions(self) -> dict[str, tuple[RecordList[Record], int]]:
        return {
            identifier: (section, number)
            for section in self._sections.values()
            for number, identifier in enumerate(section.ids)
        }

    def __getitem__(self, identifier: str) -> Record:
        section, number = self._positions[identifier]
        return cast("Record", section[number])

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._positions

    def __iter__(self) -> Iterator[str]:
        return iter(self._positions)

    def __len__(self) -> int:
        return len(self._positions)


class StoredDataset(Dataset):
    """A dataset in a compiled file."""

    def __init__(self, path: Path) -> None:
        file = CompiledFile(path)
        sections = {name: RecordList[Any](file, name, kind) for name, kind in SECTIONS.items()}
        values = {"info": file.header.info, "_file": file, "_sections": sections, **sections}
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Every record by its id."""
        return _RecordsById(self.__dict__["_sections"])

    @cached_property
    def index(self) -> "Index":
        """The search index of the dataset."""
        from summitcli.search.index import Index

        return self._compiled.blob("index", Index)

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of every record by its id."""
        return self._compiled.blob("titles", dict[str, str])

    def ids(self, section: str) -> Sequence[str]:
        """Return the ids of a section's records, in their order."""
        records: RecordList[Record] = self.__dict__["_sections"][section]
        return records.ids

    def stream(self, section: str, ids: Container[str] | None = None) -> Iterator[Any]:
        """Yield the records of a section, or those with some ids, without keeping them."""
        records: RecordList[Record] = self.__dict__["_sections"][section]
        return records.stream(ids)

    def summaries(self, first: int = 1, last: int = 9999) -> Sequence[MeetingSummary]:
        """Return the summaries of the meetings in a range of years."""
        if first <= 1 and last >= 9999:
            return self._summaries
        years = self._compiled.blob("years", dict[int, bytes])
        numbers: set[int] = set()
        for year, packed in years.items():
            if first <= year <= last:
                found = array("I")
                found.frombytes(packed)
                numbers.update(found)
        return [self._summaries[number] for number in sorted(numbers)]

    @property
    def _compiled(self) -> CompiledFile:
        return cast("CompiledFile", self.__dict__["_file"])

    @cached_property
    def _summaries(self) -> RecordList[MeetingSummary]:
        return RecordList(self._compiled, "summaries", MeetingSummary)
