"""The Python API: `from summitcli import load`."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import summitcli
from summitcli import Dataset, DatasetError, Meeting, load

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """The shipped dataset."""
    return load()


def test_load_gives_typed_records(dataset: Dataset) -> None:
    helsinki = dataset.by_id["helsinki-2018"]
    assert isinstance(helsinki, Meeting)
    assert helsinki in dataset.meetings
    assert (helsinki.date, helsinki.kind, helsinki.status) == ("2018-07-16", "summit", "held")
    assert helsinki.place is not None
    assert helsinki.place.city == "Helsinki"
    assert helsinki.leaders == {"us": ("donald-trump",), "russia": ("vladimir-putin",)}
    assert helsinki.in_person
    assert "arms-control" in helsinki.themes


def test_every_record_is_found_by_its_id(dataset: Dataset) -> None:
    sections = (
        *("people", "themes", "meetings", "outcomes"),
        *("context", "outlook", "claims", "sources"),
    )
    records = [record for section in sections for record in getattr(dataset, section)]
    assert [dataset.by_id[record.id] for record in records] == records
    assert len(dataset.by_id) == len(records)


def test_records_cannot_be_changed(dataset: Dataset) -> None:
    for section in (
        *("people", "themes", "meetings", "outcomes"),
        *("context", "outlook", "claims", "sources"),
    ):
        record = getattr(dataset, section)[0]
        with pytest.raises(dataclasses.FrozenInstanceError):
            record.id = "another"
    with pytest.raises(dataclasses.FrozenInstanceError):
        dataset.meetings = ()


@pytest.mark.parametrize("convert", [str, lambda path: path], ids=["text", "path"])
def test_load_takes_a_path_or_its_text(tmp_path: Path, convert: type) -> None:
    path = tmp_path / "own.json"
    sides = '[{"id": "us", "name": "United States"}, {"id": "china", "name": "China"}]'
    path.write_text(f'{{"dataset": {{"title": "Own", "sides": {sides}}}}}', encoding="utf-8")
    own = load(convert(path))
    assert own.info.title == "Own"
    assert [side.id for side in own.info.sides] == ["us", "china"]
    assert own.meetings == ()


def test_a_bad_path_raises_one_line(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="nowhere: no such file or folder") as raised:
        load(tmp_path / "nowhere")
    assert "\n" not in str(raised.value)


def test_a_bad_dataset_raises_one_line_with_the_place(tmp_path: Path) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text("dataset:\n  title: 7\n  sides: []\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"bad\.yaml:2: dataset\.title: ") as raised:
        load(path)
    assert "\n" not in str(raised.value)


def test_what_is_public_exists_and_is_documented() -> None:
    for name in summitcli.__all__:
        assert getattr(summitcli, name).__doc__
    assert set(dir(summitcli)) == set(summitcli.__all__)
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        _ = summitcli.lode


PROBE = """
import sys, summitcli
print(*(name for name in sys.modules if name.startswith("summitcli.")))
summitcli.load
print("summitcli.dataset.load" in sys.modules)
"""


def test_importing_the_package_imports_nothing_else() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "summitcli._version\nTrue\n"
