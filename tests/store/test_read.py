"""Reading the rows of a store: what damage is noticed, and how."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from summitcli import open_dataset
from summitcli.model import Dataset
from summitcli.store.read import DAMAGE, open_store
from summitcli.store.schema import COLUMNS, SCHEMA, checksum
from summitcli.store.stored import StoredDataset

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAIR = frozenset({"anna-vale", "boris-stone"})
QUESTIONS: dict[str, Callable[[Dataset], object]] = {
    "a record": lambda dataset: dataset.by_id["larkhill-1969"],
    "all records": lambda dataset: list(dataset.by_id.values()),
    "a section": lambda dataset: list(dataset.meetings),
    "an id that does not exist": lambda dataset: "nobody" in dataset.by_id,
    "ids": lambda dataset: dataset.ids("meetings"),
    "titles": lambda dataset: dict(dataset.titles),
    "summaries": lambda dataset: [summary.id for summary in dataset.summaries()],
    "who cites a source": lambda dataset: list(dataset.citing("memo-1969")),
    "a year": lambda dataset: {
        summary.id for summary in dataset.summaries(2014, 2014) if "2014" in str(summary.date)
    },
    "meetings of two": lambda dataset: [
        summary.id
        for summary in dataset.summaries(together=PAIR)
        if PAIR.issubset(summary.everyone)
    ],
}
# Changes after which the checksums of the remaining rows are still right.
CHANGES = {
    "DELETE FROM records WHERE number = 2000000003": ("a section", "all records"),
    "DELETE FROM records": ("a record", "a section"),
    "DELETE FROM names WHERE id = 'larkhill-1969'": ("a record", "ids", "titles"),
    "DELETE FROM names": ("an id that does not exist", "a record"),
    "DELETE FROM summaries WHERE number = 2000000003": ("summaries", "a year"),
    "UPDATE summaries SET first_year = 2020 WHERE first_year = 2014": ("summaries", "a year"),
    "UPDATE summaries SET leaders = ' ' WHERE number = 2000000000": ("meetings of two",),
    "DELETE FROM citing WHERE source = 'memo-1969'": ("who cites a source",),
    "UPDATE names SET number = number + 1": ("a record", "ids", "titles"),
    "UPDATE records SET json = replace(json, 'a', 'b')": ("all records",),
    "UPDATE records SET json = 7": ("a record",),
    "UPDATE names SET title = x'ff'": ("titles",),
    "DROP TABLE records": ("a record", "a year"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_lost_or_wrong_row_is_noticed_and_the_answer_is_right(
    data: Path, stored: Path, change: str
) -> None:
    parsed = open_dataset(data, use_store=False)
    sound = stored.read_bytes()
    for question in CHANGES[change]:
        stored.write_bytes(sound)
        with closing(sqlite3.connect(stored)) as connection, connection:
            connection.execute(change)
        ask = QUESTIONS[question]
        assert ask(open_dataset(data)) == ask(parsed), question


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_undamaged_store_is_not_made_again(data: Path, stored: Path, question: str) -> None:
    state = stored.stat()
    ask = QUESTIONS[question]
    assert ask(open_dataset(data)) == ask(open_dataset(data, use_store=False))
    assert (stored.stat().st_ino, stored.stat().st_size) == (state.st_ino, state.st_size)


def test_a_store_that_cannot_be_made_again_raises_an_error(stored: Path) -> None:
    with closing(sqlite3.connect(stored)) as connection, connection:
        connection.execute("DELETE FROM records")
    dataset = StoredDataset(open_store(stored))
    with pytest.raises(DAMAGE):
        list(dataset.meetings)


def test_the_schema_is_that_of_the_file(stored: Path) -> None:
    with closing(sqlite3.connect(stored)) as connection:
        for table, columns in COLUMNS.items():
            for row in connection.execute(f"SELECT {columns} FROM {table}"):
                assert checksum(table, row[:-1]) == row[-1]
        rows = connection.execute("SELECT kind, status, leaders FROM summaries")
        assert rows.fetchone()[:2] == ("phone-call", "held")
    assert len(SCHEMA) == len(COLUMNS)


def test_the_same_row_in_another_table_has_another_checksum() -> None:
    row = ("word", b"")
    assert checksum("words", row) != checksum("joined", row)


@pytest.mark.parametrize("view", ["CREATE VIEW a AS SELECT 1", "CREATE TABLE a (b)"])
def test_a_store_with_another_schema_is_made_again(data: Path, stored: Path, view: str) -> None:
    with closing(sqlite3.connect(stored)) as connection, connection:
        connection.execute(view)
    inode = stored.stat().st_ino
    open_dataset(data)
    assert stored.stat().st_ino != inode


def test_a_record_is_decoded_once(data: Path, stored: Path) -> None:
    dataset = open_dataset(data)
    assert dataset.meetings[0] is dataset.meetings[0] is next(iter(dataset.meetings))
    assert dataset.meetings[-1] is dataset.meetings[-2:][1]
    with pytest.raises(IndexError):
        _ = dataset.meetings[len(dataset.meetings)]


@pytest.mark.parametrize("identifier", ["", "\udc80", "é", "a" * 10_000, "larkhill-1969\0"])
def test_an_id_of_any_characters_is_only_unknown(data: Path, stored: Path, identifier: str) -> None:
    dataset = open_dataset(data)
    assert identifier not in dataset.by_id
    assert dataset.titles.get(identifier) is None
    assert stored.exists()


HOSTILE = {"plain": "\u202e", "escaped": "\\u001b[2J", "short": "\\b\\b", "a C1 control": "\x9b2J"}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_row_that_no_dataset_could_have_is_noticed(data: Path, stored: Path, text: str) -> None:
    parsed = open_dataset(data, use_store=False)
    with closing(sqlite3.connect(stored)) as connection, connection:
        rows = connection.execute("SELECT number, section, json FROM records").fetchall()
        for number, section, json in rows:
            planted = json.replace('"title":"', '"title":"' + text)
            values = (planted, checksum("records", (number, section, planted)), number)
            connection.execute("UPDATE records SET json = ?, crc = ? WHERE number = ?", values)
    assert list(open_dataset(data).sources) == list(parsed.sources)


def test_a_planted_passage_reaches_no_terminal(ask: Callable[..., str], stored: Path) -> None:
    ask("list")
    with closing(sqlite3.connect(stored)) as connection, connection:
        rows = connection.execute("SELECT number, json FROM documents").fetchall()
        for number, json in rows:
            planted = json.replace('["title",10.0,"', '["title",10.0,"\\u001b[2J')
            values = (planted, checksum("documents", (number, planted)), number)
            connection.execute("UPDATE documents SET json = ?, crc = ? WHERE number = ?", values)
    written = ask("search", "greyford", "-f", "table", "--explain", "--color", "always")
    assert "\x1b[2J" not in written
    assert "\x1b" not in ask("search", "greyford", "-f", "plain", "--explain")
