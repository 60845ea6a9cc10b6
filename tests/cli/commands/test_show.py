"""`summit show`: records of any type in full, as pages and as data."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest
import yaml

from builders import ids_in, json_in

if TYPE_CHECKING:
    from conftest import Summit

# One record of each type, and words of its page.
RECORDS = {
    "greyford-2014": ("meeting", "Greyford summit", "12 September 2014", "Sergei Laurin"),
    "river-rights": ("theme", "River rights", "greyford-2014", "flood-2014"),
    "anna-vale": ("person", "Anna Vale", "Minister for Rivers", "call-2014-02-03"),
    "habit-of-talking": ("outcome", "larkhill-1969", "Ida Holm"),
    "flood-2014": ("event", "Flood on the Long River", "call-2014-02-03"),
    "dry-summers": ("outlook", "Dry summers", "Level of the river", "lowest level since 1969"),
    "claim-2": ("claim", "Stone accepted the quota", "Ten things to know about the river"),
    "herald-2016": ("source", "A year on the river", "larkhill-2015"),
}


@pytest.mark.parametrize("identifier", RECORDS)
def test_a_record_of_any_type_is_shown(here: Summit, identifier: str) -> None:
    record_type, *words = RECORDS[identifier]
    shown = json_in(here("show", identifier, "--json"))
    assert (shown["id"], shown["record_type"]) == (identifier, record_type)
    for format_ in ("table", "md"):
        page = " ".join(here("show", identifier, "-f", format_, COLUMNS="200").out.split())
        assert [word for word in words if word not in page] == []


def test_several_records_are_shown_in_the_order_asked_for(here: Summit) -> None:
    run = here("show", *RECORDS, "--json")
    assert [record["id"] for record in json_in(run)] == list(RECORDS)


@pytest.mark.parametrize("name", ["GREYFORD-2014", " greyford-2014 ", "Greyford summit"])
def test_a_record_is_known_by_its_id_in_any_case_and_its_title(here: Summit, name: str) -> None:
    assert ids_in(here("show", name, "--fields", "id")) == ["greyford-2014"]


def test_both_accounts_of_a_disputed_point_are_shown_with_their_sources(here: Summit) -> None:
    shown = json_in(here("show", "greyford-2014", "--json"))
    account = shown["accounts"][0]
    assert set(account["versions"]) == {"arden", "borea"}
    cited = {source["id"]: source for source in shown["cited"]}
    assert {cited[source]["type"] for source in account["sources"]} == {"primary"}
    page = " ".join(here("show", "greyford-2014", "-f", "md").out.split())
    assert all(version in page for version in account["versions"].values())


def test_one_record_is_an_object_and_several_are_a_list(here: Summit) -> None:
    one = json_in(here("show", "greyford-2014", "--json"))
    two = json_in(here("show", "greyford-2014", "river-rights", "--json"))
    assert one == two[0]
    assert len(two) == 2


@pytest.mark.parametrize("format_", ["jsonl", "yaml", "csv", "tsv", "md"])
def test_every_format_has_all_records(here: Summit, format_: str) -> None:
    ids = ["greyford-2014", "river-rights"]
    text = here("show", *ids, "-f", format_).out
    if format_ == "jsonl":
        assert [json.loads(line)["id"] for line in text.split("\n")[:-1]] == ids
    elif format_ == "yaml":
        assert [record["id"] for record in yaml.safe_load(text)] == ids
    elif format_ == "md":
        titles = [line for line in text.splitlines() if line.startswith("# ")]
        assert titles == ["# Greyford summit", "# River rights"]
    else:
        dialect = "excel" if format_ == "csv" else "excel-tab"
        assert [row["id"] for row in csv.DictReader(io.StringIO(text), dialect=dialect)] == ids
