"""The compiled form of a dataset: one file from which single records are read, and no more.

After a few bytes that name the form comes a header, which says where each blob stands, how long it
is, and its check sum. Blobs are MessagePack: of 186, 10,000 and 100,000 meetings it decoded as fast
as JSON or faster, and is a seventh smaller. Records stand one after the other, each with a check
sum of its own, so that `show` reads one of them and `list --year` those of a year. Everything is
data; nothing that is read can run.
"""

import mmap
import os
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import msgspec

from summitcli.errors import DamagedError
from summitcli.model import (
    SECTIONS,
    Dataset,
    DatasetInfo,
    Meeting,
    MeetingSummary,
    Record,
    summary_of,
    title_of,
)
from summitcli.model.dates import parse_span

if TYPE_CHECKING:
    from summitcli.search.index import Index

MAGIC = b"summit compiled 1\n"
_SMALL = 32_000_000  # bytes up to which a file is read whole, in a millisecond or two
_UNDATED = 0  # the year under which meetings without a date are kept

T = TypeVar("T")


class _Blob(msgspec.Struct, frozen=True):
    start: int
    length: int
    crc: int


class _Table(msgspec.Struct, frozen=True):
    """Where the records of a section stand in its blob."""

    ids: list[str]
    ends: bytes
    sums: bytes


class _Header(msgspec.Struct, frozen=True):
    info: DatasetInfo
    size: int
    blobs: dict[str, _Blob]


def compiled(dataset: Dataset) -> bytes:
    """The compiled form of a dataset."""
    from summitcli.search.index import build

    blobs: dict[str, bytes] = {}
    for name in SECTIONS:
        _add(blobs, name, getattr(dataset, name))
    _add(blobs, "heads", [summary_of(meeting) for meeting in dataset.meetings])
    blobs["years"] = msgspec.msgpack.encode(_years(dataset.meetings))
    blobs["titles"] = msgspec.msgpack.encode(
        {record.id: title_of(record) for record in dataset.by_id.values()}
    )
    blobs["index"] = msgspec.msgpack.encode(build(dataset))
    places, start = {}, 0
    for name, blob in blobs.items():
        places[name] = _Blob(start, len(blob), zlib.crc32(blob))
        start += len(blob)
    header = msgspec.msgpack.encode(_Header(dataset.info, start, places))
    length = len(header).to_bytes(8, "big")
    crc = zlib.crc32(header).to_bytes(4, "big")
    return b"".join((MAGIC, length, crc, header, *blobs.values()))


def _add(blobs: dict[str, bytes], name: str, records: Sequence[Any]) -> None:
    encoded = [msgspec.msgpack.encode(record) for record in records]
    ends, sums, end = array("Q"), array("I"), 0
    for record in encoded:
        end += len(record)
        ends.append(end)
        sums.append(zlib.crc32(record))
    ids = [record.id for record in records]
    blobs[name] = b"".join(encoded)
    blobs[f"{name} table"] = msgspec.msgpack.encode(_Table(ids, ends.tobytes(), sums.tobytes()))


def _years(meetings: Sequence[Meeting]) -> dict[int, bytes]:
    """Year → numbers of the meetings that touch it."""
    years: dict[int, array[int]] = {}
    for number, meeting in enumerate(meetings):
        touched = [_UNDATED]
        if meeting.date is not None:
            days = parse_span(meeting.date, meeting.end_date)
            touched = list(range(days.first.year, days.last.year + 1))
        for year in touched:
            years.setdefault(year, array("I")).append(number)
    return {year: numbers.tobytes() for year, numbers in years.items()}


class CompiledFile:
    """A compiled file, opened. Raises DamagedError where it is not what it should be."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size <= _SMALL:
                self._bytes: bytes | mmap.mmap = file.read()
            else:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        fixed = len(MAGIC) + 12
        head = self._bytes[:fixed]
        length = int.from_bytes(head[len(MAGIC) : len(MAGIC) + 8], "big")
        header = self._bytes[fixed : fixed + length]
        if head[: len(MAGIC)] != MAGIC or zlib.crc32(header) != int.from_bytes(head[-4:], "big"):
            raise DamagedError(path)
        self.header: _Header = _decoded(header, _Header)
        self._start = fixed + length
        if len(self._bytes) != self._start + self.header.size:
            raise DamagedError(path)

    def blob(self, name: str, kind: type[T]) -> T:
        """A blob, whole."""
        place = self.header.blobs[name]
        content = self.slice(name, 0, place.length)
        if zlib.crc32(content) != place.crc:
            raise DamagedError(name)
        return _decoded(content, kind)

    def slice(self, name: str, first: int, last: int) -> bytes:
        """The bytes of a blob from one place to another."""
        start = self._start + self.header.blobs[name].start
        return self._bytes[start + first : start + last]


def _decoded(content: bytes, kind: type[T]) -> T:
    try:
        return msgspec.msgpack.decode(content, type=kind)
    except msgspec.MsgspecError:
        raise DamagedError from None


class Section(Sequence[T], Generic[T]):
    """The records of a section, each decoded when it is first asked for."""

    def __init__(self, file: CompiledFile, name: str, kind: Any) -> None:
        self._file, self._name = file, name
        self._decoder: msgspec.msgpack.Decoder[T] = msgspec.msgpack.Decoder(kind)
        self._known: dict[int, T] = {}

    @cached_property
    def _places(self) -> tuple["array[int]", "array[int]"]:
        ends, sums = array("Q"), array("I")
        ends.frombytes(self._table.ends)
        sums.frombytes(self._table.sums)
        return ends, sums

    @cached_property
    def _table(self) -> _Table:
        return self._file.blob(f"{self._name} table", _Table)

    @property
    def ids(self) -> list[str]:
        """Ids of the records, in their order."""
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

    def _read(self, number: int) -> T:
        ends, sums = self._places
        content = self._file.slice(self._name, ends[number - 1] if number else 0, ends[number])
        if zlib.crc32(content) != sums[number]:
            raise DamagedError(self._name)
        try:
            return self._decoder.decode(content)
        except msgspec.MsgspecError:
            raise DamagedError(self._name) from None


class _ById(Mapping[str, Record]):
    """Records by id, each decoded when it is asked for."""

    def __init__(self, sections: dict[str, Section[Record]]) -> None:
        self._sections = sections

    @cached_property
    def _where(self) -> dict[str, tuple[Section[Record], int]]:
        return {
            identifier: (section, number)
            for section in self._sections.values()
            for number, identifier in enumerate(section.ids)
        }

    def __getitem__(self, identifier: str) -> Record:
        section, number = self._where[identifier]
        return cast("Record", section[number])

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._where

    def __iter__(self) -> Iterator[str]:
        return iter(self._where)

    def __len__(self) -> int:
        return len(self._where)


class StoredDataset(Dataset):
    """A dataset that reads from its compiled file what it is asked for."""

    def __init__(self, path: Path) -> None:
        file = CompiledFile(path)
        sections = {name: Section[Any](file, name, kind) for name, kind in SECTIONS.items()}
        values = {"info": file.header.info, "_file": file, "_sections": sections, **sections}
        for name, value in values.items():
            object.__setattr__(self, name, value)

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Every record by its id."""
        return _ById(self.__dict__["_sections"])

    @cached_property
    def index(self) -> "Index":
        """The words of the dataset, for search."""
        from summitcli.search.index import Index

        return self._compiled.blob("index", Index)

    @cached_property
    def titles(self) -> dict[str, str]:
        """Id → title of every record."""
        return self._compiled.blob("titles", dict[str, str])

    def ids(self, section: str) -> Sequence[str]:
        """Ids of the records of a section, in their order."""
        found: Section[Record] = self.__dict__["_sections"][section]
        return found.ids

    def summaries(self, first: int = 1, last: int = 9999) -> Sequence[MeetingSummary]:
        """What meetings are chosen by, of all that touch the years given."""
        if first <= 1 and last >= 9999:
            return self._heads
        years = self._compiled.blob("years", dict[int, bytes])
        numbers: set[int] = set()
        for year, packed in years.items():
            if first <= year <= last:
                found = array("I")
                found.frombytes(packed)
                numbers.update(found)
        return [self._heads[number] for number in sorted(numbers)]

    @property
    def _compiled(self) -> CompiledFile:
        return cast("CompiledFile", self.__dict__["_file"])

    @cached_property
    def _heads(self) -> Section[MeetingSummary]:
        return Section(self._compiled, "heads", MeetingSummary)
