"""Opening a dataset: compiled, parsed, and after damage."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from summitcli import DatasetError, Meeting, open_dataset
from summitcli.errors import DamagedError
from summitcli.search.index import Indexed, build, index_of
from summitcli.store.folder import compiled_files
from summitcli.store.stored import StoredDataset

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit

SIDES = [{"id": "north", "name": "North"}, {"id": "south", "name": "South"}]
MEETING = {
    "id": "bridge-1999",
    "title": "On the bridge",
    "summary": "They met half-way.",
    "kind": "summit",
    "status": "held",
    "date": "1999-05-01",
    "leaders": {"north": ["anna"]},
}
DATA = {
    "dataset": {"title": "Two rivers", "sides": SIDES},
    "people": [{"id": "anna", "name": "Anna", "side": "north"}],
    "meetings": [MEETING],
}


@pytest.fixture
def rivers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a small dataset; its compiled form goes to a folder of this test."""
    monkeypatch.setenv("SUMMIT_CACHE_DIR", str(tmp_path / "store"))
    path = tmp_path / "rivers.json"
    path.write_text(json.dumps(DATA), encoding="utf-8")
    return path


def test_a_dataset_is_parsed_once_and_then_opened(rivers: Path) -> None:
    read: list[str] = []
    first = open_dataset(rivers, on_read=lambda: read.append("first"))
    second = open_dataset(str(rivers), on_read=lambda: read.append("second"))
    assert read == ["first"]
    assert isinstance(second, StoredDataset)
    for dataset in (first, second):
        meeting = dataset.by_id["bridge-1999"]
        assert isinstance(meeting, Meeting)
        assert meeting.summary == "They met half-way."


def test_without_the_store_a_dataset_is_parsed_each_time(rivers: Path) -> None:
    read: list[int] = []
    for number in range(2):
        dataset = open_dataset(rivers, use_store=False, on_read=lambda: read.append(number))  # noqa: B023
        assert not isinstance(dataset, StoredDataset)
    assert read == [0, 1]
    assert compiled_files() == []


def test_an_invalid_dataset_raises_one_line(rivers: Path) -> None:
    rivers.write_text('{"dataset": {}}', encoding="utf-8")
    with pytest.raises(DatasetError, match=r"'sides' is missing; add it \(and 1 more\)$"):
        open_dataset(rivers)


def test_the_index_of_a_compiled_dataset_is_not_built_again(rivers: Path) -> None:
    parsed = open_dataset(rivers, use_store=False)
    stored = open_dataset(rivers)
    assert not isinstance(parsed, Indexed)
    assert isinstance(stored, Indexed)
    assert index_of(stored) is stored.index
    assert index_of(stored) == index_of(parsed) == build(parsed)


def damage(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content.replace(b"half-way", b"HALF-WAY"))


def test_a_damaged_record_is_reported_with_the_file(rivers: Path) -> None:
    open_dataset(rivers)
    (file,) = compiled_files()
    damage(file)
    with pytest.raises(DamagedError, match="damaged; delete this file") as raised:
        _ = open_dataset(rivers).by_id["bridge-1999"]
    assert raised.value.path == file


def test_a_damaged_file_is_removed_and_no_other(here: Summit, rivers: Path) -> None:
    other = rivers.with_name("other.json")
    other.write_text(rivers.read_text(encoding="utf-8").replace("rivers", "lakes"))
    open_dataset(other)
    (healthy,) = compiled_files()
    open_dataset(rivers)
    (damaged,) = set(compiled_files()) - {healthy}
    damage(damaged)
    run = here("--data", str(rivers), "show", "bridge-1999", "--json")
    assert (run.code, run.err) == (0, "")
    assert "half-way" in run.out
    assert healthy.exists()
    assert not damaged.exists()
