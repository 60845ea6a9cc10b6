"""SQLite: a database with foreign keys, views, a full-text index and descriptions.

Datasette's metadata are written beside it: `datasette record.db -m record-metadata.json`.
"""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import msgspec

from summitcli.dataset.atomic import write_new
from summitcli.errors import SummitError
from summitcli.export.selection import Extract
from summitcli.export.sqlite_rows import Rows, add_records
from summitcli.export.target import new_file
from summitcli.model import DatasetInfo

# The database is written to a temporary file, so it needs no journal that could undo changes.
_SETTINGS = """
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -49152;
"""


def write_sqlite(extract: Extract, path: Path) -> None:
    """Write records as a SQLite database, and `NAME-metadata.json` for Datasette beside it.

    Existing files are replaced when the new ones are complete. The same records give the same
    bytes with the same version of SQLite.
    """
    metadata = path.with_name(f"{path.stem}-metadata.json")
    with new_file(path) as database, new_file(metadata) as text:
        try:
            _write_database(extract, database)
        except sqlite3.OperationalError as error:
            raise SummitError(f"cannot write '{path}': {error}") from None
        described = _datasette_metadata(extract.info, path.stem)
        write_new(text, lambda out: out.write(described))


def _write_database(extract: Extract, path: Path) -> None:
    tables, views = _schema("sqlite_tables.sql"), _schema("sqlite_views.sql")
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.executescript(_SETTINGS + tables)
        database.execute("BEGIN")
        rows = Rows(database)
        for described in _descriptions():
            rows.add("descriptions", described)
        add_records(rows, extract)
        database.executescript(views)  # commits the rows first


def _schema(name: str) -> str:
    return files("summitcli.export").joinpath(name).read_text(encoding="utf-8")


class Description(NamedTuple):
    """The description of a table or view, or of one of its columns."""

    table_name: str
    column_name: str | None
    description: str


_CREATED = re.compile(
    r"^-- (?P<text>[^\n]*)\n"
    r"CREATE (?:TABLE|VIEW) (?P<name>\w+)(?: AS)?(?P<body>.*?);$",
    re.MULTILINE | re.DOTALL,
)
_NAMED = re.compile(r"(?:^  (?:\w+\.)?|\bAS )(\w+)\b(?:(?!\bAS\b)[^\n])*? -- ([^\n]*)$", re.M)


def _descriptions() -> Iterator[Description]:
    """Yield the descriptions of all tables, views and columns: the comments of the schema."""
    for name in ("sqlite_tables.sql", "sqlite_views.sql"):
        for created in _CREATED.finditer(_schema(name)):
            yield Description(created["name"], None, created["text"])
            for column, text in _NAMED.findall(created["body"]):
                yield Description(created["name"], column, text)


def _datasette_metadata(info: DatasetInfo, database: str) -> bytes:
    """Return the metadata with which Datasette describes the database."""
    tables: dict[str, dict[str, object]] = {}
    for table, column, text in _descriptions():
        entry = tables.setdefault(table, {"columns": {}})
        if column is None:
            entry["description"] = text
        else:
            columns = entry["columns"]
            assert isinstance(columns, dict)  # noqa: S101
            columns[column] = text
    content = {"title": info.title, "databases": {database: {"tables": tables}}}
    return msgspec.json.format(msgspec.json.encode(content), indent=2) + b"\n"
