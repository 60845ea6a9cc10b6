"""Reading the rows of a store: each is checked, and a store that is damaged is made again."""

import sqlite3
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import msgspec

from summitcli.store.schema import COLUMNS, SCHEMA, YEARS, checksum

T = TypeVar("T")

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


def connect(file: Path) -> sqlite3.Connection:
    """Open a store for reading. Raise one of DAMAGE if it is not a store of this version."""
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
        values: tuple[Any, ...] = (),
        complete: Callable[[list[T]], bool] | None = None,
    ) -> list[T]:
        """Return rows of a table, converted from their columns.

        `complete` tells whether none of them is missing. Raise one of DAMAGE if the store is
        damaged even after it was made again.
        """
        sql = f"SELECT {COLUMNS[table]} FROM {table} {clause}"  # noqa: S608 - nothing from outside

        def attempt() -> list[T]:
            rows = self._connection.execute(sql, values).fetchall()
            if any(checksum(table, row[:-1]) != row[-1] for row in rows):
                raise DamagedError
            found = [convert(*row[:-1]) for row in rows]
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

    def sums_of_years(self) -> list[int | None]:
        """Return figures that are different if a year has been damaged."""
        return list(self._connection.execute(YEARS).fetchone())
