"""The Python API: `from summitcli import load, open_dataset`."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

import summitcli
from builders import plain, write
from summitcli import Dataset, DatasetError, Meeting, load
from summitcli.model import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_records_are_typed_and_found_by_id(fixture_data: Dataset) -> None:
    greyford = fixture_data.by_id["greyford-2014"]
    assert isinstance(greyford, Meeting)
    assert greyford in fixture_data.meetings
    assert greyford is fixture_data.meeting("greyford-2014")
    assert (greyford.date, greyford.kind, greyford.status) == ("2014-09-12", "summit", "held")
    assert greyford.place is not None
    assert greyford.place.city == "Greyford"
    assert greyford.leaders == {"arden": ("anna-vale",), "borea": ("boris-stone",)}
    assert greyford.everyone == ("anna-vale", "boris-stone")
    assert greyford.themes == ("river-rights", "prisoners")
    assert greyford.in_person


def test_only_a_meeting_is_found_as_a_meeting(fixture_data: Dataset) -> None:
    for identifier in ("anna-vale", "nowhere"):
        with pytest.raises(KeyError):
            fixture_data.meeting(identifier)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_record_is_found_by_its_id(fixture_data: Dataset, section: str) -> None:
    records = getattr(fixture_data, section)
    assert records
    assert [fixture_data.by_id[record.id] for record in records] == list(records)
    assert fixture_data.ids(section) == [record.id for record in records]


@pytest.mark.parametrize("section", SECTIONS)
def test_records_cannot_be_changed(fixture_data: Dataset, section: str) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        getattr(fixture_data, section)[0].id = "another"


def test_a_dataset_cannot_be_changed(fixture_data: Dataset) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        fixture_data.meetings = ()  # type: ignore[misc]


@pytest.mark.parametrize("convert", [str, lambda path: path], ids=["text", "path"])
def test_load_takes_a_path_or_its_text(
    tmp_path: Path, convert: Callable[[Path], Path | str]
) -> None:
    own = load(convert(write(tmp_path / "own.json", plain())))
    assert own.info.title == "Two countries"
    assert [side.id for side in own.info.sides] == ["arden", "borea"]
    assert own.meetings == ()


def test_a_missing_file_raises_one_line(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="nowhere: no such file or folder") as caught:
        load(tmp_path / "nowhere")
    assert "\n" not in str(caught.value)


def test_an_invalid_dataset_raises_one_line_with_the_place(tmp_path: Path) -> None:
    path = write(tmp_path / "bad.yaml", "dataset:\n  title: 7\n  sides: []\n")
    with pytest.raises(DatasetError, match=r"bad\.yaml:2: dataset\.title: ") as caught:
        load(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", summitcli.__all__)
def test_public_names_are_documented(name: str) -> None:
    assert getattr(summitcli, name).__doc__


def test_only_public_names_are_offered() -> None:
    assert set(dir(summitcli)) == set(summitcli.__all__)
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        _ = summitcli.lode


def test_importing_the_package_imports_nothing_else() -> None:
    program = (
        "import sys, summitcli\n"
        "print(*(name for name in sys.modules if name.startswith('summitcli.')))\n"
        "print(summitcli.load.__module__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout == "\nsummitcli.dataset.load\n"


def test_the_package_says_that_it_is_typed() -> None:
    assert (files("summitcli") / "py.typed").is_file()
