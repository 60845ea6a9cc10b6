"""Data packages, validated with frictionless."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from frictionless import Package, Report, validate

from summitcli.export.datapackage import write
from summitcli.export.relations import tables
from summitcli.export.selection import Extract, extract_meetings
from summitcli.export.target import MARK

if TYPE_CHECKING:
    from pathlib import Path

    from summitcli.model import Dataset

pytestmark = pytest.mark.filterwarnings("ignore")


def problems(folder: Path) -> list[str]:
    """Return the problems that frictionless finds in a package."""
    report = validate(str(folder / "datapackage.json"))
    assert isinstance(report, Report)
    assert report.stats["tasks"] == len(tables())
    return [str(note) for (note,) in report.flatten(["message"])]


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def package(whole: Extract, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the invented dataset; tests must not change it."""
    folder = tmp_path_factory.mktemp("packages") / "whole"
    write(whole, folder)
    return folder


def test_the_package_is_valid(package: Path) -> None:
    assert problems(package) == []


def test_every_file_is_described(package: Path) -> None:
    described = {resource.path for resource in Package(str(package / "datapackage.json")).resources}
    assert {path.name for path in package.iterdir()} == described | {"datapackage.json", MARK}


def test_a_part_of_a_dataset_is_a_valid_package(record: Dataset, tmp_path: Path) -> None:
    write(extract_meetings(record, ["greyford-2014"]), tmp_path / "part")
    assert problems(tmp_path / "part") == []
    assert [row["id"] for row in rows(tmp_path / "part", "meetings")] == ["greyford-2014"]


def test_a_wrong_reference_would_be_found(package: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(package, copy)
    path = copy / "meetings_leaders.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("anna-vale", "nobody"), "utf-8")
    assert any("nobody" in problem for problem in problems(copy))


def test_every_column_is_described(package: Path) -> None:
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    fields = [field for item in descriptor["resources"] for field in item["schema"]["fields"]]
    assert all(field["description"] for field in fields)
    assert descriptor["licenses"] == [{"name": "CC0-1.0"}]
    assert descriptor["version"] == "3.1.0"


def test_records_inside_a_record_are_columns_and_lists_are_tables(package: Path) -> None:
    (meeting,) = (row for row in rows(package, "meetings") if row["id"] == "larkhill-1969")
    assert (meeting["place_city"], meeting["place_lon"]) == ("Larkhill", "-1.8")
    assert meeting["place_aliases"] == '["Ларкхилл"]'
    assert meeting["duration_qualifier"] == "more-than"
    sessions = [
        row for row in rows(package, "meetings_sessions") if row["meeting"] == meeting["id"]
    ]
    assert [(row["number"], row["title"]) for row in sessions] == [
        ("0", "First talk of the two leaders"),
        ("1", "Night session"),
        ("2", "Signing"),
    ]
    assert sessions[0]["interpreters_only"] == "true"


def test_every_citation_is_a_row(package: Path) -> None:
    cited = [row for row in rows(package, "citations") if row["record"] == "larkhill-1969"]
    assert {"section": "meetings", "record": "larkhill-1969", "part": "sessions[1]",
            "source": "herald-1969"} in cited  # fmt: skip
    assert any(row["part"] == "record" for row in cited)


def test_a_text_is_not_run_as_a_formula(record: Dataset, tmp_path: Path) -> None:
    meeting = replace(record.meetings[0], title="=1+1")
    write(Extract(replace(record, meetings=(meeting,))), tmp_path / "package")
    assert rows(tmp_path / "package", "meetings")[0]["title"] == "'=1+1"
