"""The tables of a stored dataset, and the checksum in which each of their rows ends.

A stored dataset is an SQLite database: `sqlite3 FILE .schema` shows these tables with their
comments. A database with any other schema is made again.
"""

import zlib
from collections.abc import Sequence
from typing import Any

import msgspec

from summitcli.model import SECTIONS

_SECTION = """CREATE TABLE {} ( -- the records of a section
  number INTEGER PRIMARY KEY, -- position in the section, from 0
  json TEXT NOT NULL,
  crc INTEGER NOT NULL
)"""

SCHEMA = (
    """CREATE TABLE meta (
  name TEXT PRIMARY KEY, -- 'source', 'content' (a hash), 'dataset', 'counts', 'years'
  value TEXT NOT NULL,
  crc INTEGER NOT NULL -- everywhere: CRC32 of the name of the table and the columns before
) WITHOUT ROWID""",
    """CREATE TABLE names ( -- all records by their ids
  id TEXT PRIMARY KEY,
  section TEXT NOT NULL, -- the table that has the record
  number INTEGER NOT NULL, -- its number there
  title TEXT NOT NULL,
  crc INTEGER NOT NULL
) WITHOUT ROWID""",
    *(_SECTION.format(section) for section in SECTIONS),
    """CREATE TABLE summaries ( -- the fields by which meetings are filtered, sorted and counted
  number INTEGER PRIMARY KEY, -- the number of the meeting
  first_year INTEGER NOT NULL, -- 0 if the date is not known
  last_year INTEGER NOT NULL,
  json TEXT NOT NULL,
  crc INTEGER NOT NULL,
  -- Computed for people who look at the database; they take no space.
  kind TEXT AS (json_extract(json, '$.kind')),
  status TEXT AS (json_extract(json, '$.status')),
  leaders TEXT AS (json_extract(json, '$.leaders'))
)""",
    """CREATE TABLE search (
  name TEXT PRIMARY KEY, -- 'index'
  content BLOB NOT NULL, -- MessagePack
  crc INTEGER NOT NULL
) WITHOUT ROWID""",
)

COLUMNS = {
    "meta": "name, value, crc",
    "names": "id, section, number, title, crc",
    **dict.fromkeys(SECTIONS, "number, json, crc"),
    "summaries": "number, first_year, last_year, json, crc",
    "search": "name, content, crc",
}
"The columns of each table that are stored: its key first, its checksum last."

# SQLite filters the years, and the checksums of rows that it leaves out are not looked at. These
# figures, which `meta` has as well, are different if any of these columns is damaged.
YEARS = "SELECT count(*), sum(number), sum(first_year), sum(last_year) FROM summaries"

_encode = msgspec.msgpack.Encoder().encode


def checksum(table: str, columns: Sequence[Any]) -> int:
    """Return the checksum of the other columns of a row."""
    return zlib.crc32(_encode((table, *columns)))
