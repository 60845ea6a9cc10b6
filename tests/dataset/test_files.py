"""The choice of the files that are data."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import HEAD, problems_of, write
from summitcli.dataset.bundled import shipped
from summitcli.dataset.files import source_files
from summitcli.errors import DatasetError

if TYPE_CHECKING:
    from conftest import Summit

needs_links = pytest.mark.skipif(os.name == "nt", reason="symbolic links need a right there")


def test_the_data_files_of_a_folder_are_read_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.json", "c.jsonl", "D.YML", "e.ndjson"):
        (tmp_path / name).touch()
    names = [file.name for file in source_files(tmp_path)]
    assert names == ["D.YML", "a.json", "b.yaml", "c.jsonl", "e.ndjson"]


def test_schemas_and_other_files_of_a_folder_are_skipped(tmp_path: Path) -> None:
    for name in ("a.json", "schema.json", "Mine.Schema.JSON", "notes.txt", "yaml"):
        (tmp_path / name).touch()
    assert [file.name for file in source_files(tmp_path)] == ["a.json"]


def test_a_folder_with_only_a_schema_has_no_dataset(tmp_path: Path) -> None:
    (tmp_path / "schema.json").touch()
    with pytest.raises(DatasetError, match=r"no \.yaml or \.json files in this folder"):
        source_files(tmp_path)


def test_a_missing_path_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="nowhere: no such file or folder; give the path"):
        source_files(tmp_path / "nowhere")


def test_the_shipped_folder_can_be_named_as_a_dataset() -> None:
    assert (shipped() / "schema.json").is_file()
    assert all(file.name != "schema.json" for file in source_files(shipped()))


@needs_links
def test_links_in_a_circle_are_refused(here: Summit) -> None:
    write("mine/a.yaml", HEAD)
    Path("mine/x.yaml").symlink_to("y.yaml")
    Path("mine/y.yaml").symlink_to("x.yaml")
    files = [problem.split(":1: ")[0] for problem in problems_of("mine")]
    assert files == ["mine/x.yaml", "mine/y.yaml"]
    Path("loop").symlink_to("loop")
    run = here("check", "loop")
    assert (run.code, run.err.count("\n")) == (4, 1)


@needs_links
def test_a_folder_that_contains_itself_is_read_once(tmp_path: Path) -> None:
    folder = write(tmp_path / "mine/a.yaml", HEAD).parent
    (folder / "self").symlink_to(".")
    assert problems_of(folder) == []
