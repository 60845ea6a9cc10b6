"""Parquet: files read back with PyArrow, DuckDB and pandas."""

from __future__ import annotations

import sys
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from summitcli.errors import SummitError
from summitcli.export import parquet
from summitcli.export.parquet import write_parquet
from summitcli.export.parquet_schema import DAY
from summitcli.model import SECTIONS, Meeting

if TYPE_CHECKING:
    from pathlib import Path

    from summitcli.export.selection import Extract
    from summitcli.model import Dataset


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, whole: Extract) -> Path:
    """The invented dataset as a folder of Parquet files."""
    folder = tmp_path_factory.mktemp("parquet") / "record"
    write_parquet(whole, folder)
    return folder


def read(folder: Path, section: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = pq.read_table(folder / f"{section}.parquet").to_pylist()
    return rows


def test_there_is_a_file_for_each_section(folder: Path) -> None:
    names = {file.name for file in folder.glob("*.parquet")}
    assert names == {f"{name}.parquet" for name in ("dataset", *SECTIONS)}


def plain(value: Any) -> Any:
    """Return a record as plain data, in the form in which Parquet gives it."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if hasattr(value, "__dataclass_fields__"):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    return value


def without_additions(value: Any, mappings: tuple[str, ...] = ("leaders", "versions")) -> Any:
    """Return a row without the fields that are added, and without parties that say nothing."""
    if isinstance(value, list):
        return [without_additions(item) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {k: without_additions(v) for k, v in value.items() if not k.endswith(DAY)}
    for name in mappings:
        if name in kept:
            kept[name] = {k: v for k, v in kept[name].items() if v is not None}
    return kept


@pytest.mark.parametrize("section", SECTIONS)
def test_records_come_back_as_they_were(folder: Path, record: Dataset, section: str) -> None:
    rows = without_additions(read(folder, section))
    if section == "meetings":
        rows = [{k: v for k, v in row.items() if k not in ("in_person", "themes")} for row in rows]
    assert rows == [plain(item) for item in getattr(record, section)]


def test_complete_dates_are_days_too(folder: Path) -> None:
    found = {row["id"]: (row["date"], row["date_day"]) for row in read(folder, "meetings")}
    assert found["greyford-2014"] == ("2014-09-12", date(2014, 9, 12))
    assert found["port-amber-1973"] == ("1973-05", None)
    assert found["port-amber-return"] == (None, None)


def test_fields_are_described(folder: Path) -> None:
    schema = pq.read_schema(folder / "meetings.parquet")
    assert schema.field("summary").metadata[b"description"].startswith(b"Summary")
    assert schema.metadata[b"title"] == b"Meetings of the leaders of Arden and Borea"
    assert {field.name for field in fields(Meeting)} <= set(schema.names)


def test_duckdb_reads_lists_of_structs(folder: Path) -> None:
    relation = duckdb.sql(f"""
        SELECT m.date_day, a.point, a.versions.lorn
        FROM '{folder}/meetings.parquet' AS m, unnest(m.accounts) AS t(a)
        WHERE a.versions.lorn IS NOT NULL
    """)
    assert relation is not None
    text = "Lorn said that it had brought the two together."
    assert relation.fetchall() == [(date(2014, 9, 12), "Who asked for the meeting?", text)]


def test_pandas_reads_every_file(folder: Path, record: Dataset) -> None:
    for section in SECTIONS:
        assert len(pd.read_parquet(folder / f"{section}.parquet")) == len(record.ids(section))


def test_records_are_written_in_groups(
    whole: Extract, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "_ROWS", 5)
    write_parquet(whole, tmp_path / "record")
    file = pq.ParquetFile(tmp_path / "record" / "meetings.parquet")
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [5, 5, 4]


def test_the_same_records_give_the_same_bytes(folder: Path, whole: Extract, tmp_path: Path) -> None:
    write_parquet(whole, tmp_path / "record")
    for file in folder.glob("*.parquet"):
        assert (tmp_path / "record" / file.name).read_bytes() == file.read_bytes()


def test_without_pyarrow_a_line_says_what_to_install(
    whole: Extract, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "summitcli.export.parquet_schema")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SummitError, match=r"parquet needs pyarrow: pip install 'summitcli\[export"):
        write_parquet(whole, tmp_path / "record")
    assert not list(tmp_path.iterdir())
