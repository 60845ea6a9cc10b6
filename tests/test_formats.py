"""What programs read: every command in every format, held to its contract."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from textwrap import indent
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from summitcli.cli.output import FORMATS, FormatName, write_to
from summitcli.dataset.bundled import shipped as shipped_files
from summitcli.dataset.read import read
from summitcli.derived.counts import By, Measure, count_meetings
from summitcli.derived.timeline import build_timeline, entries_around
from summitcli.derived.views import build_view
from summitcli.model import Dataset
from summitcli.tables.record_tables import (
    claims_table,
    events_table,
    meetings_table,
    outcomes_table,
    outlook_table,
    people_table,
    sources_table,
    themes_table,
)
from summitcli.tables.result_tables import days_table, tallies_table, timeline_table
from summitcli.tables.table import Table

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit

YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same, but in C
EVERYTHING = ("--all", "--kind", "any", "--status", "any")


def without_empty(value: Any) -> Any:
    """What YAML keeps of a JSON value: no null, no empty list, no empty object."""
    if isinstance(value, dict):
        kept = {key: without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, [], {})}
    return [without_empty(item) for item in value] if isinstance(value, list) else value


@pytest.fixture
def schema(here: Summit) -> dict[str, Any]:
    """The JSON Schema that `summit schema` prints."""
    return json.loads(here("schema").out)


TABLES: dict[str, Callable[[Dataset], Table]] = {
    "meetings": lambda data: meetings_table(list(data.meetings), data),
    "no meeting": lambda data: meetings_table([], data),
    "themes": lambda data: themes_table([build_view(theme, data) for theme in data.themes]),
    "outcomes": lambda data: outcomes_table(list(data.outcomes)),
    "people": lambda data: people_table(list(data.people), data),
    "sources": lambda data: sources_table(list(data.sources)),
    "events": lambda data: events_table(list(data.context)),
    "outlook": lambda data: outlook_table(list(data.outlook)),
    "claims": lambda data: claims_table(list(data.claims)),
    "timeline": lambda data: timeline_table(build_timeline([*data.meetings, *data.context])),
    "days": lambda data: days_table(
        entries_around(date(2018, 7, 16), True, build_timeline(data.context))
    ),
    "tallies": lambda data: tallies_table(
        count_meetings(list(data.meetings), By.THEME, Measure.COUNT, data, split=True),
        Measure.COUNT,
    ),
}


@pytest.mark.parametrize("make", TABLES.values(), ids=TABLES)
def test_every_format_has_the_same_records(
    shipped: Dataset, make: Callable[[Dataset], Table]
) -> None:
    def written(format_: str) -> str:
        out = io.BytesIO()
        write_to(out, FORMATS[FormatName(format_)], make(shipped), None)
        return out.getvalue().decode()

    assert_the_same_records(written)


def test_every_format_of_a_command_has_the_same_records(summit: Summit) -> None:
    def written(format_: str) -> str:
        run = summit("claims", "--verdict", "disputed", "--format", format_)
        assert run.code == 0
        return run.out

    assert_the_same_records(written)


def assert_the_same_records(written: Callable[[str], str]) -> None:
    """The records that are written in JSON are those of every other format, in the same order."""
    texts = {format_.value: written(format_.value) for format_ in FORMATS}
    assert all(text == "" or text.endswith("\n") for text in texts.values())
    assert not any("\x1b" in text for text in texts.values())
    rows = json.loads(texts["json"])
    assert [json.loads(line) for line in texts["jsonl"].split("\n")[:-1]] == rows
    assert yaml.load(texts["yaml"], YAML_LOADER) == without_empty(rows)
    key = "id" if not rows or "id" in rows[0] else "key"
    ids = [row[key] for row in rows]
    assert [row[key] for row in csv.DictReader(io.StringIO(texts["csv"]))] == ids
    tsv = [line.split("\t") for line in texts["tsv"].split("\n")[:-1]]
    assert [line[tsv[0].index(key)] for line in tsv[1:]] == ids
    assert {len(line) for line in tsv} == {len(tsv[0])}
    plain = [line.split("\t") for line in texts["plain"].split("\n")[:-1]]
    assert len({len(line) for line in plain}) <= 1
    assert all(identifier in line for identifier, line in zip(ids, plain, strict=True))
    table = texts["md"].split("\n")[:-1]
    assert set(table[1]) == set("| -")
    assert len(table) - 2 == len(ids)
    assert all(identifier in line for identifier, line in zip(ids, table[2:], strict=True))


def test_show_gives_one_record_or_several_in_every_format(here: Summit) -> None:
    one = json.loads(here("show", "helsinki-2018", "--json").out)
    two = json.loads(here("show", "helsinki-2018", "arms-control", "--json").out)
    assert one == two[0]
    assert [record["id"] for record in two] == ["helsinki-2018", "arms-control"]

    def written(format_: str) -> str:
        run = here("show", "helsinki-2018", "arms-control", "-f", format_)
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
    alone = yaml.safe_load(here("show", "helsinki-2018", "-f", "yaml").out)
    assert alone == without_empty(one)


def test_a_list_as_json_keeps_to_the_schema_with_every_key(
    here: Summit, shipped: Dataset, schema: dict[str, Any]
) -> None:
    for definition in schema["$defs"].values():
        if "properties" in definition:
            definition["required"] = list(definition["properties"])
            assert definition["additionalProperties"] is False
    meeting = Draft202012Validator({"$ref": "#/$defs/Meeting", "$defs": schema["$defs"]})
    meetings = json.loads(here("list", *EVERYTHING, "--json").out)
    assert len(meetings) == len(shipped.meetings)
    assert [error.message for item in meetings for error in meeting.iter_errors(item)] == []
    assert any(item["end_date"] is None for item in meetings)
    del meetings[0]["end_date"]
    assert not meeting.is_valid(meetings[0])


def test_the_shipped_files_keep_to_the_schema(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    sections: dict[str, Any] = {}
    for entry in read(shipped_files(), frozenset(schema["$defs"]["Dataset"]["properties"])).entries:
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
def test_fields_are_chosen_by_dotted_path(here: Summit, format_: str, expected: str) -> None:
    fields = "id,place.city, leaders.russia,duration.actual_minutes"
    run = here("list", "--place", "Paris", "--fields", fields, "-f", format_)
    assert (run.code, run.out, run.err) == (0, expected, "")


def test_a_path_through_a_list_gathers_what_each_item_has(here: Summit) -> None:
    fields = ("--fields", "accounts.point,topics.themes")
    (chosen,) = json.loads(here("list", "--place", "Helsinki", *fields, "--json").out)
    whole = json.loads(here("show", "helsinki-2018", "--json").out)
    assert chosen["accounts.point"] == [account["point"] for account in whole["accounts"]]
    assert chosen["topics.themes"] == [t for topic in whole["topics"] for t in topic["themes"]]


@pytest.mark.parametrize("format_", ["table", "csv"])
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


def test_listed_yaml_is_a_section_of_a_dataset(
    here: Summit, shipped: Dataset, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    for file in shipped_files().glob("*.yaml"):
        if "\nmeetings:" not in f"\n{file.read_text(encoding='utf-8')}":
            shutil.copy(file, own)
    meetings = here("list", *EVERYTHING, "-f", "yaml").out
    (own / "meetings.yaml").write_text("meetings:\n" + indent(meetings, "  "), encoding="utf-8")
    run = here("check", str(own))
    assert (run.code, run.out) == (0, "")
    assert f"no problems in the {len(shipped.by_id):,} records" in run.err
    again = here("--data", str(own), "list", *EVERYTHING, "--json")
    assert again.out == here("list", *EVERYTHING, "--json").out
