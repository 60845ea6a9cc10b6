"""Formats on the command line: the same records in each, chosen fields, data that can be read."""

from __future__ import annotations

import csv
import io
import json
import shutil
from textwrap import indent
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from builders import ids_in, json_in, write
from conftest import FIXTURE

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit
    from summitcli import Dataset

EVERYTHING = ("--all", "--kind", "any", "--status", "any")


@pytest.mark.parametrize("format_", ["json", "jsonl", "yaml", "csv", "tsv", "plain", "md", "table"])
def test_a_list_has_the_same_records_in_every_format(here: Summit, format_: str) -> None:
    run = here("list", "-f", format_)
    assert run.code == 0
    ids = ids_in(here("list", "--fields", "id"))
    if format_ in ("json", "yaml"):
        assert [record["id"] for record in yaml.safe_load(run.out)] == ids
    elif format_ == "jsonl":
        assert [json.loads(line)["id"] for line in run.out.splitlines()] == ids
    elif format_ in ("csv", "tsv"):
        dialect = "excel" if format_ == "csv" else "excel-tab"
        assert [row["id"] for row in csv.DictReader(io.StringIO(run.out), dialect=dialect)] == ids
    else:
        rows = run.out.splitlines()[-len(ids) :]
        assert all(identifier in row for identifier, row in zip(ids, rows, strict=True))


def test_json_is_utf8_without_escapes(here: Summit) -> None:
    shown = here("show", "greyford-2014", "--json").out
    assert "Грейфорд" in shown
    assert "\\u" not in shown
    assert here("list", "--json") == here("list", "--format", "json")


@pytest.mark.parametrize(
    ("format_", "expected"),
    [
        (
            "json",
            '[\n  {\n    "id": "port-amber-2016",\n    "place.city": "Port Amber",\n'
            '    "leaders.borea": [\n      "boris-stone"\n    ],\n'
            '    "duration.actual_minutes": null\n  }\n]\n',
        ),
        (
            "csv",
            "id,place.city,leaders.borea,duration.actual_minutes\n"
            "port-amber-2016,Port Amber,boris-stone,\n",
        ),
        ("plain", "port-amber-2016\tPort Amber\tboris-stone\t\n"),
    ],
)
def test_fields_are_chosen_by_dotted_paths(here: Summit, format_: str, expected: str) -> None:
    fields = "id,place.city, leaders.borea,duration.actual_minutes"
    run = here("list", "--kind", "pull-aside", "--fields", fields, "-f", format_)
    assert (run.code, run.out) == (0, expected)


def test_a_table_has_the_chosen_fields_as_columns(here: Summit) -> None:
    run = here("list", "--kind", "pull-aside", "--fields", "id,place.city", "-f", "table")
    heading, _, row = run.out.splitlines()
    assert (heading.split(), row.split("  ")) == (
        ["id", "place.city"],
        ["port-amber-2016", "Port Amber"],
    )


def test_a_path_through_a_list_has_the_values_of_all_its_items(here: Summit) -> None:
    fields = ("--fields", "accounts.point,topics.themes")
    (chosen,) = json_in(here("list", "--kind", "summit", *fields, "--json"))
    assert chosen == {
        "accounts.point": ["Did Stone accept the quota?", "Who asked for the meeting?"],
        "topics.themes": ["river-rights", "prisoners"],
    }


def test_a_list_as_json_conforms_to_the_schema_with_every_key(
    here: Summit, fixture_data: Dataset
) -> None:
    definitions: dict[str, Any] = json.loads(here("schema").out)["$defs"]
    for definition in definitions.values():
        if "properties" in definition:
            definition["required"] = list(definition["properties"])
            assert definition["additionalProperties"] is False
    validator = Draft202012Validator({"$ref": "#/$defs/Meeting", "$defs": definitions})
    meetings = json_in(here("list", *EVERYTHING, "--json"))
    assert len(meetings) == len(fixture_data.meetings)
    assert [error.message for item in meetings for error in validator.iter_errors(item)] == []
    del meetings[0]["end_date"]
    assert not validator.is_valid(meetings[0])


def test_a_list_as_yaml_is_a_section_of_a_dataset(here: Summit, tmp_path: Path) -> None:
    own = tmp_path / "own"
    shutil.copytree(FIXTURE, own)
    (own / "calls.yaml").unlink()
    meetings = here("list", *EVERYTHING, "-f", "yaml").out
    write(own / "meetings.yaml", "meetings:\n" + indent(meetings, "  "))
    assert here("check", str(own)).code == 0
    again = here("--data", str(own), "list", *EVERYTHING, "--json")
    assert json_in(again) == json_in(here("list", *EVERYTHING, "--json"))
