"""What programs read: every command in every format, held to its contract."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from textwrap import indent
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from summitcli import load
from summitcli.dataset.locate import shipped
from summitcli.dataset.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit

EVERYTHING = ("--all", "--kind", "any", "--status", "any")


def without_empty(value: Any) -> Any:
    """What YAML keeps of a JSON value: no null, no empty list, no empty object."""
    if isinstance(value, dict):
        kept = {key: without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, [], {})}
    return [without_empty(item) for item in value] if isinstance(value, list) else value


@pytest.fixture
def schema(summit: Summit) -> dict[str, Any]:
    """The JSON Schema that `summit schema` prints."""
    return json.loads(summit("schema").out)


@pytest.mark.parametrize(
    "command",
    [
        ("list", *EVERYTHING),
        ("list", "--year", "1901"),
        ("themes",),
        ("outcomes",),
        ("people",),
        ("sources", "--type", "primary"),
        ("search", "helsinky"),
    ],
    ids=" ".join,
)
def test_every_format_has_the_same_records(summit: Summit, command: tuple[str, ...]) -> None:
    def written(format_: str) -> str:
        run = summit(*command, "--format", format_)
        assert run.code == 0
        assert run.out == "" or run.out.endswith("\n")
        assert "\x1b" not in run.out
        return run.out

    records = json.loads(written("json"))
    ids = [record["id"] for record in records]
    assert [json.loads(line) for line in written("jsonl").split("\n")[:-1]] == records
    assert yaml.safe_load(written("yaml")) == without_empty(records)
    assert [row["id"] for row in csv.DictReader(io.StringIO(written("csv")))] == ids
    tsv = [line.split("\t") for line in written("tsv").split("\n")[:-1]]
    assert [line[tsv[0].index("id")] for line in tsv[1:]] == ids
    assert {len(line) for line in tsv} == {len(tsv[0])}
    plain = [line.split("\t") for line in written("plain").split("\n")[:-1]]
    assert len({len(line) for line in plain}) <= 1
    assert all(identifier in line for identifier, line in zip(ids, plain, strict=True))
    table = written("md").split("\n")[:-1]
    assert set(table[1]) == set("| -")
    assert len(table) - 2 == len(ids)
    assert all(identifier in line for identifier, line in zip(ids, table[2:], strict=True))


def test_show_gives_one_record_or_several_in_every_format(summit: Summit) -> None:
    one = json.loads(summit("show", "helsinki-2018", "--json").out)
    two = json.loads(summit("show", "helsinki-2018", "arms-control", "--json").out)
    assert one == two[0]
    assert [record["id"] for record in two] == ["helsinki-2018", "arms-control"]

    def written(format_: str) -> str:
        run = summit("show", "helsinki-2018", "arms-control", "-f", format_)
        assert (run.code, run.err) == (0, "")
        return run.out

    assert [json.loads(line) for line in written("jsonl").split("\n")[:-1]] == two
    assert yaml.safe_load(written("yaml")) == without_empty(two)
    assert [row["id"] for row in csv.DictReader(io.StringIO(written("csv")))] == [
        "helsinki-2018",
        "arms-control",
    ]
    assert written("tsv").count("\n") == 3
    assert [part.split("\n")[0] for part in written("plain").split("\n\n")] == [
        "id\thelsinki-2018",
        "id\tarms-control",
    ]
    assert [line for line in written("md").splitlines() if line.startswith("# ")] == [
        "# Helsinki summit",
        "# Arms control and strategic stability",
    ]
    alone = yaml.safe_load(summit("show", "helsinki-2018", "-f", "yaml").out)
    assert alone == without_empty(one)


def test_a_list_as_json_keeps_to_the_schema_with_every_key(
    summit: Summit, schema: dict[str, Any]
) -> None:
    for definition in schema["$defs"].values():
        if "properties" in definition:
            definition["required"] = list(definition["properties"])
            assert definition["additionalProperties"] is False
    meeting = Draft202012Validator({"$ref": "#/$defs/Meeting", "$defs": schema["$defs"]})
    meetings = json.loads(summit("list", *EVERYTHING, "--json").out)
    assert len(meetings) == len(load().meetings)
    assert [error.message for item in meetings for error in meeting.iter_errors(item)] == []
    assert any(item["end_date"] is None for item in meetings)
    del meetings[0]["end_date"]
    assert not meeting.is_valid(meetings[0])


def test_the_shipped_files_keep_to_the_schema(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    sections: dict[str, Any] = {}
    for entry in read(shipped(), frozenset(schema["$defs"]["Dataset"]["properties"])).entries:
        if entry.index is None:
            sections[entry.section] = entry.data
        else:
            sections.setdefault(entry.section, []).append(entry.data)
    validator = Draft202012Validator(schema)
    assert [error.message for error in validator.iter_errors(sections)] == []
    sections["meetings"][0]["kind"] = "séance"
    assert not validator.is_valid(sections)


def test_json_is_utf8_without_escapes(summit: Summit) -> None:
    shown = summit("show", "helsinki-2018", "--json").out
    assert "Хельсинки" in shown
    assert "\\u" not in shown
    assert summit("list", "--json").out == summit("list", "--format", "json").out


@pytest.mark.parametrize(
    ("format_", "expected"),
    [
        (
            "json",
            '[\n  {\n    "id": "paris-2018",\n    "place.city": "Paris",\n'
            '    "leaders.russia": [\n      "vladimir-putin"\n    ],\n'
            '    "duration.actual_minutes": null\n  }\n]\n',
        ),
        (
            "csv",
            "id,place.city,leaders.russia,duration.actual_minutes\n"
            "paris-2018,Paris,vladimir-putin,\n",
        ),
        ("plain", "paris-2018\tParis\tvladimir-putin\t\n"),
        (
            "table",
            "id          place.city  leaders.russia\n" + "─" * 38 + "\n"
            "paris-2018  Paris       vladimir-putin\n",
        ),
    ],
)
def test_fields_are_chosen_by_dotted_path(summit: Summit, format_: str, expected: str) -> None:
    fields = "id,place.city, leaders.russia,duration.actual_minutes"
    run = summit("list", "--place", "Paris", "--fields", fields, "-f", format_)
    assert (run.code, run.out, run.err) == (0, expected, "")


def test_a_path_through_a_list_gathers_what_each_item_has(summit: Summit) -> None:
    fields = ("--fields", "accounts.point,topics.themes")
    (chosen,) = json.loads(summit("list", "--place", "Helsinki", *fields, "--json").out)
    whole = json.loads(summit("show", "helsinki-2018", "--json").out)
    assert chosen["accounts.point"] == [account["point"] for account in whole["accounts"]]
    assert chosen["topics.themes"] == [t for topic in whole["topics"] for t in topic["themes"]]


@pytest.mark.parametrize("format_", ["table", "plain", "json", "csv", "yaml"])
def test_a_pipe_and_a_file_get_the_same_bytes(
    environment: dict[str, str], tmp_path: Path, format_: str
) -> None:
    command = [sys.executable, "-m", "summitcli", "list", "-f", format_]
    path = tmp_path / "list.out"
    with path.open("wb") as file:
        subprocess.run(command, check=True, env=environment, stdout=file, timeout=60)
    piped = subprocess.run(command, check=True, env=environment, capture_output=True, timeout=60)
    assert path.read_bytes() == piped.stdout
    assert b"helsinki-2018" in piped.stdout
    assert b"\r" not in piped.stdout


def test_listed_yaml_is_a_section_of_a_dataset(summit: Summit, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    for file in shipped().glob("*.yaml"):
        if "\nmeetings:" not in f"\n{file.read_text(encoding='utf-8')}":
            shutil.copy(file, own)
    meetings = summit("list", *EVERYTHING, "-f", "yaml").out
    (own / "meetings.yaml").write_text("meetings:\n" + indent(meetings, "  "), encoding="utf-8")
    run = summit("check", str(own))
    assert (run.code, run.out) == (0, "")
    assert f"no problem in {len(load().by_id)} records" in run.err
    again = summit("--data", str(own), "list", *EVERYTHING, "--json")
    assert again.out == summit("list", *EVERYTHING, "--json").out
