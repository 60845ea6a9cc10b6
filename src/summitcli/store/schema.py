"""The tables of a store, and the checksums of their rows."""

import zlib
from collections.abc import Sequence
from typing import Any

import msgspec

from summitcli.model import SECTIONS

_SECTION_SIZE = 1_000_000_000

# Everywhere, crc is the CRC32 of the name of the table and the other columns, and number is that of
# a record: a billion for each section before its own, plus its position there, counted from 0. The
# first meeting has 2000000000.
SCHEMA = (
    """CREATE TABLE meta (
  name TEXT PRIMARY KEY, -- 'source', 'content' (a hash), 'dataset', 'counts', 'years'
  value TEXT NOT NULL,
  crc INTEGER NOT NULL
) WITHOUT ROWID""",
    """CREATE TABLE records (
  number INTEGER PRIMARY KEY,
  section TEXT NOT NULL, -- for people who look at the database
  json TEXT NOT NULL,
  crc INTEGER NOT NULL
)""",
    """CREATE TABLE names ( -- from ids to records
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  crc INTEGER NOT NULL
) WITHOUT ROWID""",
    """CREATE TABLE summaries ( -- the fields by which meetings are filtered, sorted and counted
  number INTEGER PRIMARY KEY,
  first_year INTEGER NOT NULL, -- 0 if the date is not known
  last_year INTEGER NOT NULL,
  json TEXT NOT NULL,
  crc INTEGER NOT NULL,
  -- Computed for people who look at the database; they take no space.
  kind TEXT AS (json_extract(json, '$.kind')),
  status TEXT AS (json_extract(json, '$.status')),
  leaders TEXT AS (json_extract(json, '$.leaders'))
)""",
    """CREATE TABLE citing ( -- the ids of the records that cite a source; each source has a row
  source TEXT PRIMARY KEY,
  ids TEXT NOT NULL, -- as JSON
  crc INTEGER NOT NULL
) WITHOUT ROWID""",
    """CREATE TABLE documents ( -- the passages of each record that search looks at
  number INTEGER PRIMARY KEY,
  json TEXT NOT NULL,
  crc INTEGER NOT NULL
)""",
    """CREATE TABLE words ( -- the words of these passages
  word TEXT PRIMARY KEY,
  passages BLOB NOT NULL, -- the numbers of those with the word, as 32-bit integers
  crc INTEGER NOT NULL
) WITHOUT ROWID""",
    """CREATE TABLE joined ( -- adjacent words of names, written as one
  word TEXT PRIMARY KEY,
  passages BLOB NOT NULL,
  crc INTEGER NOT NULL
) WITHOUT ROWID""",
    """CREATE TABLE search ( -- what search needs of all records: `summitcli.search.index` tells
  name TEXT PRIMARY KEY,
  content BLOB NOT NULL,
  crc INTEGER NOT NULL
) WITHOUT ROWID""",
)

COLUMNS = {
    "meta": "name, value, crc",
    "records": "number, section, json, crc",
    "names": "id, number, title, crc",
    "summaries": "number, first_year, last_year, json, crc",
    "citing": "source, ids, crc",
    "documents": "number, json, crc",
    "words": "word, passages, crc",
    "joined": "word, passages, crc",
    "search": "name, content, crc",
}
"The columns of each table that are stored: its key first, its checksum last."

# SQLite filters the years, and the checksums of rows that it leaves out are not looked at. These
# figures, which `meta` has as well, are different if any of these columns is damaged.
YEARS = "SELECT count(*), sum(number), sum(first_year), sum(last_year) FROM summaries"

_encode = msgspec.msgpack.Encoder().encode
_FIRST = {section: _SECTION_SIZE * place for place, section in enumerate(SECTIONS)}


def checksum(table: str, columns: Sequence[Any]) -> int:
    """Return the checksum of the other columns of a row."""
    return zlib.crc32(_encode((table, *columns)))


def numbers_of(section: str, length: int) -> range:
    """Return the numbers of the first records of a section."""
    return range(_FIRST[section], _FIRST[section] + length)
