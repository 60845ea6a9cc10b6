"""The choice of the files that are data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summitcli.dataset.bundled import shipped
from summitcli.dataset.files import source_files
from summitcli.errors import DatasetError

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit


def test_schemas_and_other_files_of_a_folder_are_skipped(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.json", "c.jsonl", "schema.json", "Mine.Schema.JSON", "notes.txt"):
        (tmp_path / name).touch()
    assert [file.name for file in source_files(tmp_path)] == ["a.json", "b.yaml", "c.jsonl"]


def test_a_folder_with_only_a_schema_has_no_dataset(tmp_path: Path) -> None:
    (tmp_path / "schema.json").touch()
    with pytest.raises(DatasetError, match=r"no \.yaml or \.json files in this folder"):
        source_files(tmp_path)


def test_the_shipped_folder_can_be_named_as_a_dataset(here: Summit) -> None:
    assert (shipped() / "schema.json").is_file()
    run = here("--data", str(shipped()), "check")
    assert (run.code, run.out) == (0, "")
