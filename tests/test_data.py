"""The shipped data files: their form, and how much they hold."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from summitcli.dataset.bundled import shipped
from summitcli.dataset.entry import Entry
from summitcli.dataset.load import load, load_with_problems
from summitcli.dataset.read import read
from summitcli.model import Dataset
from summitcli.model.fields import FieldType, fields_of

LONGEST = 120
COUNTS = {
    "dataset.yaml": ("dataset", 1),
    "meetings.yaml": ("meetings", 20),
    "calls.yaml": ("meetings", 60),
    "themes.yaml": ("themes", 41),
    "outcomes.yaml": ("outcomes", 25),
    "people.yaml": ("people", 25),
    "since-1943.yaml": ("meetings", 106),
    "context.yaml": ("context", 77),
    "outlook.yaml": ("outlook", 10),
    "claims.yaml": ("claims", 88),
    "sources.yaml": ("sources", 1012),
}
FILES = sorted(shipped().glob("*.yaml"))
SECTIONS = fields_of(Dataset)
SECTIONS = {"dataset": SECTIONS["info"], **SECTIONS}  # the section's name in files

every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


def entries(file: Path) -> list[Entry]:
    """The records of a file, as plain data."""
    raw = read(file, frozenset(SECTIONS))
    assert raw.problems == []
    return raw.entries


def test_the_shipped_dataset_has_no_problem() -> None:
    dataset, problems = load_with_problems()
    assert [str(problem) for problem in problems] == []
    assert dataset is not None
    assert (
        len(dataset.by_id) == sum(count for _, count in COUNTS.values()) - 1
    )  # dataset.yaml has no id


def test_the_files_are_the_ones_that_are_described() -> None:
    assert {file.name for file in FILES} == set(COUNTS)


@every_file
def test_a_file_holds_the_records_of_its_section(file: Path) -> None:
    section, count = COUNTS[file.name]
    assert [entry.section for entry in entries(file)] == [section] * count


@every_file
def test_a_file_is_plain_text_that_any_editor_shows(file: Path) -> None:
    content = file.read_bytes()
    assert content.endswith(b"\n")
    assert not content.endswith(b"\n\n")
    for mark in (b"\t", b"\r", b"\xef\xbb\xbf"):
        assert mark not in content
    lines = content.decode("utf-8").split("\n")
    assert [number for number, line in enumerate(lines, 1) if line != line.rstrip()] == []


@every_file
def test_no_line_is_too_long_but_for_addresses(file: Path) -> None:
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    address = re.compile(r"https?://\S+")
    too_long = [number for number, line in lines if len(address.sub("", line)) > LONGEST]
    assert too_long == []


@every_file
def test_nothing_is_written_by_reference(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.findall(r"(?m)^ *(?:- +)*(?:[\w-]+: +)?[&*][\w-]+ *(?:$|[^ \n].*:)", text) == []
    assert re.findall(r"(?m)^ *(?:- +)*(?:[\w-]+: +)[&*!].*$", text) == []


def misplaced(data: object, hint: FieldType, path: str) -> list[str]:
    """Paths in plain data whose keys are not in the order of the fields."""
    found = []
    if hint.record is not None and isinstance(data, dict):
        order = list(fields_of(hint.record))
        places = [order.index(key) for key in data]
        found = [path] if any(one > other for one, other in pairwise(places)) else []
        for key, value in data.items():
            found += misplaced(value, fields_of(hint.record)[key][0], f"{path}.{key}")
    elif hint.kind == "list" and isinstance(data, list):
        for index, value in enumerate(data):
            found += misplaced(value, hint.inner[0], f"{path}[{index}]")
    return found


@every_file
def test_keys_stand_in_the_order_of_the_model(file: Path) -> None:
    section, _ = COUNTS[file.name]
    hint = SECTIONS[section][0]
    item = hint.inner[0] if hint.inner else hint
    found = [path for entry in entries(file) for path in misplaced(entry.data, item, section)]
    assert found == []


def test_keys_out_of_order_would_be_seen() -> None:
    info = SECTIONS["dataset"][0]
    assert misplaced({"sides": [{"name": "A", "id": "a"}], "title": "T"}, info, "dataset") == [
        "dataset",
        "dataset.sides[0]",
    ]


def test_sources_stand_in_the_order_of_their_ids() -> None:
    ids = [source.id for source in load().sources]
    assert ids == sorted(ids)


def test_every_date_is_quoted() -> None:
    bare = re.compile(r"^ *(?:- )?(?:\w+_)?(?:date|born|died|signed|on): *[0-9]")
    assert [
        f"{file.name}:{number}"
        for file in FILES
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if bare.match(line)
    ] == []
