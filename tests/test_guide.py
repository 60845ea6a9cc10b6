"""The queries of docs/guide.md run on the shipped record, and find the same meetings.

Its shell examples are run by test_docs.py.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from summitcli.export.parquet import write_parquet
from summitcli.export.selection import Extract
from summitcli.export.sqlite import write_sqlite

if TYPE_CHECKING:
    from summitcli.model import Dataset

_BLOCK = re.compile(r"^```(\w+(?: \w+)?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
GUIDE = (Path(__file__).parent.parent / "docs" / "guide.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return [text for name, text in _BLOCK.findall(GUIDE) if name == kind]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, shipped: Dataset) -> Path:
    """The shipped record as a database and as Parquet files, under the names in the guide."""
    folder = tmp_path_factory.mktemp("guide")
    write_sqlite(Extract(shipped), folder / "summit.db")
    write_parquet(Extract(shipped), folder / "summit-parquet")
    return folder


@pytest.fixture
def expected(shipped: Dataset) -> list[tuple[str | None, str]]:
    """The dates and titles of the meetings of 2018 on Syria."""
    return sorted(
        (meeting.date, meeting.title)
        for meeting in shipped.meetings
        if meeting.date and meeting.date.startswith("2018")
        if meeting.status == "held" and "syria" in meeting.themes
    )


def test_sqlite_finds_the_meetings_and_more(folder: Path, expected: list[tuple[str, str]]) -> None:
    with closing(sqlite3.connect(folder / "summit.db")) as database:
        meetings, *others = (database.execute(query).fetchall() for query in blocks("sql"))
    assert [row[:2] for row in meetings] == expected
    assert len(others) == 2
    assert all(others)


def test_duckdb_finds_the_meetings(
    folder: Path, expected: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (query,) = blocks("sql duckdb")
    found = duckdb.sql(query)
    assert found is not None
    assert [row[:2] for row in found.fetchall()] == expected


def test_pandas_finds_the_meetings(
    folder: Path, expected: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (program,) = blocks("python pandas")
    names: dict[str, Any] = {}
    exec(program, names)
    found = names["found"].sort_values("date")
    assert list(zip(found["date"], found["title"], strict=True)) == expected


def test_the_program_for_spark_is_valid_python() -> None:
    (program,) = blocks("python spark")
    compile(program, "guide.md", "exec")
