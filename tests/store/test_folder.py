"""The key of a compiled dataset: it covers the data and the program."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import summitcli
from summitcli.store.folder import fingerprint


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the path of a data file."""
    path = tmp_path / "mine.yaml"
    path.write_text("dataset: {}\n", encoding="utf-8")
    return path


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the package, which the key covers in its place."""
    copy = tmp_path / "summitcli"
    shutil.copytree(Path(summitcli.__file__).parent, copy, ignore=shutil.ignore_patterns("*.pyc"))
    monkeypatch.setattr("summitcli.store.folder._PACKAGE", copy)
    return copy


@pytest.mark.parametrize(
    "module",
    [
        "dataset/meeting_rules.py",
        "dataset/read.py",
        "dataset/validate.py",
        "model/meeting.py",
        "search/index.py",
        "store/compiled.py",
    ],
)
def test_a_change_of_a_module_makes_the_store_stale(data: Path, package: Path, module: str) -> None:
    before = fingerprint(data)
    with (package / module).open("a", encoding="utf-8") as file:
        file.write("\n# another rule\n")
    assert fingerprint(data) != before


def test_a_new_module_of_rules_makes_the_store_stale(data: Path, package: Path) -> None:
    before = fingerprint(data)
    (package / "dataset" / "new_rules.py").write_text("")
    assert fingerprint(data) != before


def test_the_command_line_is_not_part_of_the_key(data: Path, package: Path) -> None:
    before = fingerprint(data)
    (package / "cli" / "app.py").write_text("")
    assert fingerprint(data) == before


def test_an_edit_of_the_data_makes_the_store_stale(data: Path) -> None:
    before = fingerprint(data)
    data.write_text("dataset: []\n", encoding="utf-8")
    assert fingerprint(data) != before
