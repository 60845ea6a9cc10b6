"""The shipped data files: valid, every page draws, and a form that any editor shows.

Nothing here depends on what a record says: whoever corrects a fact changes no test.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from builders import problems_of
from summitcli.dataset.bundled import shipped as shipped_folder
from summitcli.dataset.files import source_files
from summitcli.dataset.read import read
from summitcli.model import SECTIONS, Dataset, DatasetInfo
from summitcli.model.fields import FieldType, field_type_of, fields_of

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit
    from summitcli.dataset.entry import Entry

LONGEST_LINE = 120
FILES = source_files(shipped_folder())
every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)


def test_the_shipped_dataset_is_valid() -> None:
    assert problems_of(shipped_folder()) == []


@pytest.mark.parametrize("section", SECTIONS)
def test_every_page_draws(here: Summit, shipped: Dataset, section: str) -> None:
    ids = list(shipped.ids(section))
    if section == "sources":  # every source page is built by a search of all records
        ids = ids[::20]
    run = here("show", *ids, "-f", "table", SUMMIT_DATA=None)
    assert (run.code, run.err) == (0, "")
    assert run.out.count("\n") > len(ids)


@cache
def entries(file: Path) -> list[Entry]:
    """Return the records of a file as plain data."""
    raw = read(file, frozenset({"dataset", *SECTIONS}))
    assert raw.problems == []
    return raw.entries


@every_file
def test_a_file_has_records_of_one_section(file: Path) -> None:
    assert len({entry.section for entry in entries(file)}) == 1


@every_file
def test_keys_are_in_the_order_of_the_model(file: Path) -> None:
    kinds: dict[str, type] = {"dataset": DatasetInfo, **SECTIONS}
    found = [
        path
        for entry in entries(file)
        for path in out_of_order(entry.data, field_type_of(kinds[entry.section]), entry.at)
    ]
    assert found == []


def out_of_order(data: object, field_type: FieldType, path: str) -> list[str]:
    """Return the paths of mappings whose keys are not in the order of the fields."""
    found = []
    if field_type.record is not None and isinstance(data, dict):
        order = list(fields_of(field_type.record))
        positions = [order.index(key) for key in data]
        found = [path] if any(one > other for one, other in pairwise(positions)) else []
        for key, value in data.items():
            found += out_of_order(value, fields_of(field_type.record)[key][0], f"{path}.{key}")
    elif field_type.kind == "list" and isinstance(data, list):
        for index, value in enumerate(data):
            found += out_of_order(value, field_type.inner[0], f"{path}[{index}]")
    return found


def test_sources_are_in_the_order_of_their_ids(shipped: Dataset) -> None:
    ids = shipped.ids("sources")
    assert list(ids) == sorted(ids)


@every_file
def test_a_file_names_the_schema_for_editors(file: Path) -> None:
    first, _ = file.read_text(encoding="utf-8").split("\n", 1)
    assert first == "# yaml-language-server: $schema=schema.json"


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
def test_lines_are_short_except_for_addresses(file: Path) -> None:
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    address = re.compile(r"https?://\S+")
    assert [number for number, line in lines if len(address.sub("", line)) > LONGEST_LINE] == []


@every_file
def test_dates_are_quoted(file: Path) -> None:
    bare = re.compile(r"^ *(?:- )?(?:\w+_)?(?:date|born|died|signed|on): *[0-9]")
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
    assert [number for number, line in lines if bare.match(line)] == []
