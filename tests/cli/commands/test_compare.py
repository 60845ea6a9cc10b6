"""`summit compare`: two or three meetings, for people and for programs."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest

from builders import assert_refused, json_in

if TYPE_CHECKING:
    from conftest import Summit

IDS = ("greyford-2014", "larkhill-1969", "highmoor-2019")


@pytest.fixture
def compared(here: Summit) -> dict[str, Any]:
    """Return the comparison of three meetings as JSON."""
    found: dict[str, Any] = json_in(here("compare", *IDS, "--json"))
    return found


def test_meetings_are_compared_in_the_order_asked_for(compared: dict[str, Any]) -> None:
    assert list(compared) == ["meetings", "titles", "themes_in_common", "rows", "records"]
    assert compared["meetings"] == list(IDS)
    assert compared["titles"] == ["Greyford summit", "Larkhill summit", "Highmoor bilateral"]
    found = {row["field"]: row["values"] for row in compared["rows"]}
    assert found["Date"] == [["12 September 2014"], ["23–25 June 1969"], ["8 March 2019"]]
    assert "2 h 10 min" in found["Length"][0]


def test_themes_in_common_are_ids(here: Summit) -> None:
    compared = json_in(here("compare", "greyford-2014", "highmoor-2019", "--json"))
    assert compared["themes_in_common"] == ["river-rights"]


def test_the_records_have_the_fields_that_show_gives(
    here: Summit, compared: dict[str, Any]
) -> None:
    shown = json_in(here("show", *IDS, "--json"))
    for record, whole in zip(compared["records"], shown, strict=True):
        assert record == {name: whole[name] for name in record}
        assert {"date", "participants"} <= record.keys()


def test_meetings_may_be_named_by_their_titles(here: Summit, compared: dict[str, Any]) -> None:
    titles = ("Greyford summit", "Larkhill summit", "Highmoor bilateral")
    assert json_in(here("compare", *titles, "--json")) == compared


@pytest.mark.parametrize("format_", ["csv", "tsv", "jsonl", "md"])
def test_in_a_flat_format_each_meeting_has_a_column(
    here: Summit, compared: dict[str, Any], format_: str
) -> None:
    text = here("compare", *IDS, "-f", format_).out
    fields = [row["field"] for row in compared["rows"]]
    if format_ == "jsonl":
        lines = [json.loads(line) for line in text.splitlines()]
        assert [list(line) for line in lines] == [["field", *IDS]] * len(fields)
        assert [line["field"] for line in lines] == fields
    elif format_ == "md":
        header, _, *lines = [line for line in text.splitlines() if line.startswith("|")]
        assert all(identifier in header for identifier in IDS)
        assert len(lines) == len(fields)
    else:
        dialect = "excel" if format_ == "csv" else "excel-tab"
        names, *rows = csv.reader(io.StringIO(text), dialect)
        assert names == ["field", *IDS]
        assert [row[0] for row in rows] == fields
        assert {len(row) for row in rows} == {4}


@pytest.mark.parametrize(
    "ids",
    [
        ["greyford-2014"],
        ["nowhere-1900"] * 4,
        ["greyford-2014", "greyford-2014"],
        ["greyford-2014", "larkhill-1969", "Greyford summit"],
    ],
    ids=len,
)
def test_other_numbers_of_different_meetings_are_refused(here: Summit, ids: list[str]) -> None:
    assert_refused(here("compare", *ids), 2, "two or three different meetings")
