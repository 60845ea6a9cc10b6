"""Reading the rows of a store: each is checked, and a store that is damaged is made again."""

import re
import sqlite3
import weakref
import zlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Generic, TypeVar
from urllib.parse import quote

import msgspec

from summitcli.store.schema import COLUMNS, HEADS, SCHEMA, checksum

T = TypeVar("T")

_BATCH = 500  # rows that are read in one go

# A store does not change after it was moved into place, so SQLite needs no locks and no journal
# (immutable). In a damaged one, pages are checked before they are used. Nothing in a store can run:
# its schema is compared with ours before anything else is read.
_PRAGMAS = "PRAGMA cell_size_check=ON;"


class DamagedError(Exception):
    """A store lacks a row, or a row is not as it was written."""


DAMAGE = (
    DamagedError,
    sqlite3.Error,
    msgspec.MsgspecError,
    LookupError,
    TypeError,
    ValueError,
    OverflowError,
)
"The errors to which reading a damaged store leads."


def open_store(file: Path) -> "Store":
    """Open a store for reading, which is closed when nothing uses it any more.

    Raise one of DAMAGE if it is not a store of this version.
    """
    connection = _connect(file)
    store = Store(connection)
    weakref.finalize(store, connection.close)
    return store


def _connect(file: Path) -> sqlite3.Connection:
    location = f"file:{quote(str(file.absolute()))}?mode=ro&immutable=1"
    connection = sqlite3.connect(location, uri=True, check_same_thread=False)
    try:
        connection.executescript(_PRAGMAS)
        _check_schema(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_schema(connection: sqlite3.Connection) -> None:
    found = connection.execute("SELECT sql FROM sqlite_master WHERE sql NOT NULL")
    if tuple(sql for (sql,) in found) != SCHEMA:
        raise DamagedError


_DRAWN = frozenset({"records", "names", "summaries"})  # and documents: see `stored_index`

# Escapes of characters that no text may hold; msgspec writes no other escapes with these letters.
_ESCAPED = re.compile(r"\\[bfru]")


def _check(table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Raise DamagedError unless rows are as they were written, and may be drawn if they will be.

    A text that is drawn must have no character that no dataset may hold, neither plain nor escaped
    in JSON. The path of a dataset, in `meta`, may hold any.
    """
    for *columns, crc in rows:
        if checksum(table, columns) != crc:
            raise DamagedError
    drawn = [row for row in rows if table in _DRAWN or row[0] == "dataset"]
    texts = [value for row in drawn for value in row if isinstance(value, str)]
    together = " ".join(texts)
    if not may_be_drawn(together):
        raise DamagedError
    if "\\" in together and _ESCAPED.search(together.replace(r"\\", "")):
        raise DamagedError


def may_be_drawn(text: str) -> bool:
    """Return whether a text lacks all characters that hide, reverse or control what is drawn."""
    if text.isprintable():
        return True
    from summitcli.model.characters import character_fault  # late, because this is rare

    return character_fault(text) is None


class Store:
    """An open store. If a row turns out to be damaged, the store is made again, once."""

    make_again: Callable[[], sqlite3.Connection] | None = None

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def read(
        self,
        table: str,
        convert: Callable[..., T],
        clause: str = "",
        values: Sequence[Any] = (),
        complete: Callable[[list[T]], bool] | None = None,
    ) -> list[T]:
        """Return rows of a table, converted from their columns.

        `complete` tells whether none of them is missing. Raise one of DAMAGE if the store is
        damaged even after it was made again.
        """
        sql = f"SELECT {COLUMNS[table]} FROM {table} {clause}"  # noqa: S608 - nothing from outside

        def attempt() -> list[T]:
            found: list[T] = []
            cursor = self._connection.execute(sql, values)
            while rows := cursor.fetchmany(_BATCH):
                _check(table, rows)
                found.extend(convert(*row[:-1]) for row in rows)
            if complete is not None and not complete(found):
                raise DamagedError
            return found

        try:
            return attempt()
        except DAMAGE:
            if self.make_again is None:
                raise
            self._connection.close()
            self._connection, self.make_again = self.make_again(), None
            weakref.finalize(self, self._connection.close)
            return attempt()

    def read_keys(
        self, table: str, convert: Callable[..., T], keys: Sequence[Any], *, every: bool
    ) -> list[T]:
        """Return the rows that have some keys, in any order; `every` key must exist, or may."""
        column = COLUMNS[table].split(",")[0]
        found: list[T] = []
        for start in range(0, len(keys), _BATCH):
            batch = tuple(keys[start : start + _BATCH])
            clause = f"WHERE {column} IN ({','.join('?' * len(batch))})"
            complete = partial(_has_length, len(set(batch))) if every else None
            found += self.read(table, convert, clause, batch, complete)
        return found

    def content(self, table: str, key: str) -> Any:
        """Return the second column of the row with a key, which must exist."""
        return self.read_keys(table, _second, [key], every=True)[0]

    def checksum_of_heads(self) -> int:
        """Return the checksum of the columns by which summaries are filtered, as they are now."""
        (heads,) = self._connection.execute(HEADS).fetchone()
        return zlib.crc32((heads or "").encode())


def _second(_key: str, content: T) -> T:
    return content


def _has_length(length: int, rows: list[T]) -> bool:
    return len(rows) == length


class Rows(Generic[T]):
    """The rows of a table by their numbers, each converted when it is first needed, then kept."""

    def __init__(self, store: Store, table: str, convert: Callable[..., T]) -> None:
        self._store, self._table, self._convert = store, table, convert
        self._known: dict[int, T] = {}

    def __getitem__(self, number: int) -> T:
        if number not in self._known:
            self.read([number])
        return self._known[number]

    def read(self, numbers: Sequence[int], *, keep: bool = True) -> list[T]:
        """Return the rows with some numbers, all of which must exist."""
        known = self._known
        found = known if keep else {}
        missing = [number for number in numbers if number not in known]
        found.update(self._store.read_keys(self._table, self._numbered, missing, every=True))
        return [known[number] if number in known else found[number] for number in numbers]

    def _numbered(self, number: int, *columns: Any) -> tuple[int, T]:
        return number, self._convert(*columns)
