"""SQLite: keys, counts, views and search of an exported database, also through Datasette."""

from __future__ import annotations

import asyncio
import gc
import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from summitcli.errors import SummitError
from summitcli.export.selection import Extract, extract_meetings
from summitcli.export.sqlite import write_sqlite
from summitcli.model import SECTIONS
from summitcli.model.fields import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from summitcli.model import Dataset


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, whole: Extract) -> Path:
    """The path of the invented dataset as a database."""
    path = tmp_path_factory.mktemp("sqlite") / "record.db"
    write_sqlite(whole, path)
    return path


@pytest.fixture(scope="module")
def database(path: Path) -> Iterator[sqlite3.Connection]:
    """The database, opened."""
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def rows(database: sqlite3.Connection, query: str) -> list[tuple[object, ...]]:
    return database.execute(query).fetchall()


def names(database: sqlite3.Connection, kind: str) -> list[str]:
    query = f"SELECT name FROM sqlite_master WHERE type = '{kind}' AND name NOT LIKE '%fts%'"
    return [str(name) for (name,) in rows(database, query)]


def columns(database: sqlite3.Connection, table: str) -> set[str]:
    return {
        str(name) for (name,) in rows(database, f"SELECT name FROM pragma_table_info('{table}')")
    }


def test_the_database_is_sound(database: sqlite3.Connection) -> None:
    assert rows(database, "PRAGMA integrity_check") == [("ok",)]
    assert rows(database, "PRAGMA foreign_key_check") == []


@pytest.mark.parametrize("section", SECTIONS)
def test_every_record_has_a_row(
    database: sqlite3.Connection, record: Dataset, section: str
) -> None:
    ids = {identifier for (identifier,) in rows(database, f"SELECT id FROM {section}")}
    assert ids == {item.id for item in getattr(record, section)}


# Fields that have a table of their own, or several columns, instead of a column of their name.
ELSEWHERE = {
    "aliases", "offices", "agreements", "place", "leaders", "participants", "other_principals",
    "duration", "sessions", "topics", "deliverables", "accounts", "assessments", "notes",
    "sources", "themes", "meetings", "indicators",
}  # fmt: skip


@pytest.mark.parametrize("section", SECTIONS)
def test_every_field_of_a_record_has_a_place(database: sqlite3.Connection, section: str) -> None:
    missing = set(fields_of(SECTIONS[section])) - columns(database, section) - ELSEWHERE
    assert missing - ({"evidence"} if section == "outlook" else set()) == set()


def test_every_part_of_a_meeting_has_a_row(database: sqlite3.Connection, record: Dataset) -> None:
    for table in ("participants", "sessions", "topics", "deliverables", "accounts", "notes"):
        count = sum(len(getattr(meeting, table)) for meeting in record.meetings)
        assert rows(database, f"SELECT count(*) FROM {table}") == [(count,)]
    versions = sum(len(a.versions) for meeting in record.meetings for a in meeting.accounts)
    assert rows(database, "SELECT count(*) FROM account_versions") == [(versions,)]


def test_namesakes_on_both_sides_are_two_people(database: sqlite3.Connection) -> None:
    query = "SELECT side, person FROM participants WHERE name = 'Jon Reed' ORDER BY side"
    assert rows(database, query) == [("arden", "jon-reed-arden"), ("borea", "jon-reed-borea")]


def test_dates_have_the_days_that_they_cover(database: sqlite3.Connection) -> None:
    query = "SELECT date, first_day, last_day FROM meetings WHERE id = 'port-amber-1973'"
    assert rows(database, query) == [("1973-05", "1973-05-01", "1973-05-31")]


def test_citations_name_the_part_that_cites(database: sqlite3.Connection) -> None:
    query = """
        SELECT topics.label, citations.source FROM citations
        JOIN topics ON topics.meeting = citations.record AND topics.number = citations.number
        WHERE citations.part = 'topics' AND record = 'larkhill-1969'
    """
    assert rows(database, query) == [("Guns in the forts", "memo-1969")]
    claims = "SELECT count(*) FROM citations WHERE part = 'article'"
    assert rows(database, claims) == rows(database, "SELECT count(*) FROM claims")


def test_views_answer_the_usual_questions(database: sqlite3.Connection) -> None:
    query = "SELECT first_side, second_side, minutes, themes FROM v_meetings WHERE id = '{}'"
    assert rows(database, query.format("greyford-2014")) == [
        ("Anna Vale", "Boris Stone", 130, "river-rights, prisoners")
    ]
    assert len(rows(database, "SELECT * FROM v_calls")) == 4
    (who_asked,) = rows(database, "SELECT * FROM v_accounts WHERE point LIKE 'Who asked%'")
    assert who_asked[-3:] == (
        "Borea asked for it.",
        "Borea asked for it, at the suggestion of Lorn.",
        "Republic of Lorn: Lorn said that it had brought the two together.",
    )
    theme = "SELECT meetings, remote, first FROM v_theme_counts WHERE id = 'river-rights'"
    assert rows(database, theme) == [(4, 1, "1973-05")]


def test_all_texts_can_be_searched(database: sqlite3.Connection) -> None:
    query = """
        SELECT record, field, number, highlight(texts_fts, 0, '[', ']') FROM texts_fts
        JOIN texts ON texts.id = texts_fts.rowid WHERE texts_fts MATCH 'грейфордский OR flood'
        ORDER BY record
    """
    assert rows(database, query)[0] == ("call-2014-02-03", "title", None, "Call on the [flood]")
    assert ("greyford-2014", "aliases", 1, "[Грейфордский] саммит") in rows(database, query)


def test_every_table_view_and_column_is_described(database: sqlite3.Connection) -> None:
    for table in (*names(database, "table"), *names(database, "view")):
        query = f"SELECT column_name FROM descriptions WHERE table_name = '{table}'"
        described = {name for (name,) in rows(database, query)}
        assert described == {None, *columns(database, table)}, table


def test_the_same_records_give_the_same_bytes(path: Path, whole: Extract, tmp_path: Path) -> None:
    again = tmp_path / "record.db"
    write_sqlite(whole, again)
    assert again.read_bytes() == path.read_bytes()


def test_an_extract_keeps_its_references(record: Dataset, tmp_path: Path) -> None:
    write_sqlite(extract_meetings(record, ["greyford-2014"]), tmp_path / "one.db")
    with closing(sqlite3.connect(tmp_path / "one.db")) as database:
        assert rows(database, "SELECT id FROM meetings") == [("greyford-2014",)]
        assert rows(database, "PRAGMA foreign_key_check") == []


def test_a_failure_leaves_the_old_files(
    record: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "record.db"
    path.write_text("old")

    def fail(_rows: object, _extract: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("summitcli.export.sqlite.add_records", fail)
    with pytest.raises(SummitError, match=r"cannot write '.*record\.db': database or disk is full"):
        write_sqlite(Extract(record), path)
    assert [file.name for file in tmp_path.iterdir()] == ["record.db"]
    assert path.read_text() == "old"


def test_progress_counts_all_records(record: Dataset, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    extract = Extract(record, on_progress=lambda done, total: seen.append((done, total)))
    write_sqlite(extract, tmp_path / "record.db")
    assert seen[-1] == (len(record.by_id), len(record.by_id))


@pytest.mark.filterwarnings("ignore")  # those of other packages
def test_datasette_serves_it_with_its_descriptions(path: Path) -> None:
    from datasette.app import Datasette

    metadata = json.loads(path.with_name("record-metadata.json").read_bytes())

    async def get(*addresses: str) -> list[str]:
        served = Datasette([str(path)], metadata=metadata)
        answers = [await served.client.get(address) for address in addresses]
        served.executor.shutdown()
        assert all(answer.status_code == 200 for answer in answers)
        return [answer.text for answer in answers]

    home, table, found = asyncio.run(
        get("/", "/record/meetings", "/record/texts.json?_search=treaty&_shape=array")
    )
    gc.collect()  # connections that Datasette leaves open, of which Python 3.13 warns
    assert "Meetings of the leaders of Arden and Borea" in home
    assert "First day, or the planned date." in table
    assert "guns-treaty-1973" in {row["record"] for row in json.loads(found)}
