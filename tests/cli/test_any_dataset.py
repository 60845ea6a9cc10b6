"""Commands on any valid dataset: they succeed, and what they write is safe to read."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import write
from strategies import datasets

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from conftest import Summit

# The runs of a test share nothing but an environment, so its fixtures need not be made anew.
some = settings(
    max_examples=8,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

EVERYTHING = ("--all", "--kind", "any")
COMMANDS = {
    "list": (*EVERYTHING, "--status", "any"),
    "timeline": EVERYTHING,
    "stats": EVERYTHING,
    "themes": ("--all",),
    "outcomes": (),
    "context": (),
    "claims": (),
    "outlook": (),
    "people": (),
    "sources": (),
}
FORMATS = st.sampled_from(["plain", "json", "jsonl", "csv", "tsv", "md", "yaml"])


def run_on(here: Summit, tmp_path: Path, data: dict[str, Any], *arguments: str) -> str:
    """Return what a command writes about a dataset; it must succeed."""
    file = write(tmp_path / "any.json", data)
    run = here("--no-cache", "--data", str(file), *arguments)
    assert run.code == 0, run.err
    return run.out


def ids_of(data: dict[str, Any]) -> list[str]:
    """Return the ids of all records."""
    sections = [records for name, records in data.items() if name != "dataset"]
    return [record["id"] for records in sections for record in records]


@pytest.mark.parametrize("command", COMMANDS)
@some
@given(data=datasets(), written_as=FORMATS)
def test_a_command_writes_any_dataset_safely(
    here: Summit, tmp_path: Path, command: str, data: dict[str, Any], written_as: str
) -> None:
    out = run_on(here, tmp_path, data, command, *COMMANDS[command], "-f", written_as)
    assert_safe(out, written_as)


@some
@given(data=datasets(), written_as=FORMATS)
def test_any_records_are_shown_safely(
    here: Summit, tmp_path: Path, data: dict[str, Any], written_as: str
) -> None:
    out = run_on(here, tmp_path, data, "show", *ids_of(data), "-f", written_as)
    assert_safe(out, written_as)
    if written_as == "json":
        assert [record["id"] for record in json.loads(out)] == ids_of(data)


@some
@given(data=datasets())
def test_any_two_meetings_can_be_compared(
    here: Summit, tmp_path: Path, data: dict[str, Any]
) -> None:
    ids = [meeting["id"] for meeting in data["meetings"]]
    out = run_on(here, tmp_path, data, "compare", *ids, "--json")
    assert json.loads(out)["meetings"] == ids


@some
@given(data=datasets())
def test_any_title_can_be_searched_for(here: Summit, tmp_path: Path, data: dict[str, Any]) -> None:
    title = data["meetings"][0]["title"].replace(":", " ")  # which would begin with a field
    out = run_on(here, tmp_path, data, "search", "--explain", "--json", "--", title)
    assert {hit["id"] for hit in json.loads(out)} <= set(ids_of(data))


COLOURS_AND_LINKS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^;\x1b]*;(https?://[^\x1b\s]+)?\x1b\\")


@pytest.mark.parametrize("command", [*COMMANDS, "show"])
@some
@given(data=datasets())
def test_any_dataset_is_drawn_with_colours_and_links_alone(
    here: Summit, tmp_path: Path, command: str, data: dict[str, Any]
) -> None:
    arguments = COMMANDS.get(command, ids_of(data))
    drawn = run_on(here, tmp_path, data, "--color", "always", command, *arguments, "-f", "table")
    assert "\x1b" not in COLOURS_AND_LINKS.sub("", drawn)


def assert_safe(out: str, written_as: str) -> None:
    """Check that programs can read it, and that no cell or link in it runs anything."""
    match written_as:
        case "json":
            json.loads(out)
        case "jsonl":
            for line in out.split("\n")[:-1]:
                json.loads(line)
        case "yaml":
            yaml.load(out, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        case "csv":
            assert_no_formula(cell for row in csv.reader(io.StringIO(out)) for cell in row)
        case "tsv":
            assert_no_formula(cell for line in out.split("\n") for cell in line.split("\t"))
        case "md":
            assert "](javascript:" not in out.replace("\\]", "")


def assert_no_formula(cells: Iterable[str]) -> None:
    """Check that a spreadsheet would run none of the cells."""
    for cell in cells:
        is_number = re.fullmatch(r"-?[0-9.e-]+", cell)
        assert is_number or not re.match(r'"*[=+\-@\t\r]', cell), cell
