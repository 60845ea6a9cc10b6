"""Writing a dataset into a store, record by record."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from summitcli.dataset.load import REPORT_EVERY, OnProgress, load_into, raise_first
from summitcli.model import SECTIONS, Meeting, Record, Source, summary_of, title_of
from summitcli.model.citations import add_citations
from summitcli.model.dates import parse_span
from summitcli.search.index import IndexBuilder
from summitcli.store.read import Store
from summitcli.store.schema import COLUMNS, SCHEMA, checksum, numbers_of
from summitcli.store.stored import StoredDataset

# The file is new and moved into place when it is complete: a journal would guard nothing, and if
# the computer stops before the file is on its disk, the checksums tell. The cache holds the table
# of names, whose rows come in no order.
_PRAGMAS = """
PRAGMA page_size=16384; -- holds several records; with 4096, each takes one or more pages of its own
PRAGMA journal_mode=OFF;
PRAGMA synchronous=OFF;
PRAGMA cache_size=-32000;
"""

_INSERT = {
    table: f"INSERT OR IGNORE INTO {table} ({columns}) "  # noqa: S608 - nothing from outside
    f"VALUES ({','.join('?' * len(columns.split(',')))})"
    for table, columns in COLUMNS.items()
}


def write_store(
    connection: sqlite3.Connection,
    path: Path,
    content_hash: Callable[[], str],
    on_progress: OnProgress | None = None,
) -> None:
    """Parse a dataset and write it into an empty database.

    `content_hash` is called after the last file has been read. Raise DatasetError, or sqlite3.Error
    if the database cannot be written.
    """
    connection.executescript(_PRAGMAS + ";".join(SCHEMA))
    records = _RecordsInStore(connection)
    info, problems = load_into(records, path, on_progress)
    if info is None:
        raise_first(problems)
    store = Store(connection)
    meta = {
        "source": os.fsencode(path.absolute()).decode(errors="replace"),
        "content": content_hash(),
        "dataset": _json(info),
        "counts": _json(records.counts),
        "heads": str(store.checksum_of_heads()),
    }
    records.insert_all("meta", meta.items())
    _write_index(records, StoredDataset(store), on_progress)
    connection.commit()


def _write_index(
    records: "_RecordsInStore", dataset: StoredDataset, on_progress: OnProgress | None
) -> None:
    """Write the search index of the records that are in a store, and who cites each source."""
    builder = IndexBuilder(dataset)
    citing: dict[str, list[str]] = {}
    passed = 0
    for section, length in records.counts.items():
        for number, record in zip(numbers_of(section, length), records.of(section), strict=True):
            records.insert("documents", number, _json(builder.add(record)))
            add_citations(record, citing)
            if isinstance(record, Source):
                citing.setdefault(record.id, [])
            passed += 1
            if on_progress is not None and passed % REPORT_EVERY == 0:
                on_progress("index", passed)
    for table, postings in (("words", builder.words), ("joined", builder.joined)):
        records.insert_all(table, ((word, postings[word].tobytes()) for word in sorted(postings)))
    records.insert_all("citing", ((source, _json(ids)) for source, ids in citing.items()))
    records.insert_all("search", builder.parts().items())


class _RecordsInStore:
    """Records written to the tables of their sections."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.counts = dict.fromkeys(SECTIONS, 0)
        "How many records each section has."

    def add(self, section: str, record: Record) -> None:
        """Add a record to a section."""
        number = numbers_of(section, 1)[0] + self.counts[section]
        self.counts[section] += 1
        self.insert("records", number, section, _json(record))
        # A second record with an id is a problem, which is reported when all have been read.
        self.insert("names", record.id, number, title_of(record))
        if isinstance(record, Meeting):
            summary = summary_of(record)
            years = _years(summary.date, summary.end_date)
            leaders = f" {' '.join(summary.everyone)} "
            self.insert("summaries", number, *years, leaders, _json(summary))

    def of(self, section: str) -> Iterator[Record]:
        """Yield the records of a section in the order in which they were added."""
        decode: Callable[[str], Record] = msgspec.json.Decoder(SECTIONS[section]).decode
        numbers = numbers_of(section, self.counts[section])
        sql = "SELECT json FROM records WHERE number >= ? AND number < ? ORDER BY number"
        rows = self.connection.execute(sql, (numbers.start, numbers.stop))
        return (decode(row[0]) for row in rows)

    def insert(self, table: str, *columns: Any) -> None:
        """Write a row with its checksum."""
        self.connection.execute(_INSERT[table], (*columns, checksum(table, columns)))

    def insert_all(self, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Write rows with their checksums."""
        self.connection.executemany(
            _INSERT[table], ((*columns, checksum(table, columns)) for columns in rows)
        )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _years(start: str | None, end: str | None) -> tuple[int, int]:
    """Return the first and last year of a range of dates, or zeros if it is not known or valid."""
    if start is None:
        return 0, 0
    try:
        days = parse_span(start, end)
    except ValueError:  # reported when the dates of all records are checked
        return 0, 0
    return days.first.year, days.last.year
