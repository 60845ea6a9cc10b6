"""Whether a store is fresh: by the state of the files on disk, else by a hash."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import summitcli
from summitcli.store import freshness
from summitcli.store.freshness import SourceState, store_name
from summitcli.store.open import open_dataset

if TYPE_CHECKING:
    from conftest import Summit

posix = pytest.mark.skipif(os.name != "posix", reason="stamps are not used on Windows")


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the package, which the state covers in its place."""
    copy = tmp_path / "summitcli"
    shutil.copytree(Path(summitcli.__file__).parent, copy, ignore=shutil.ignore_patterns("*.pyc"))
    monkeypatch.setattr("summitcli.store.freshness._PACKAGE", copy)
    return copy


def states(path: Path) -> tuple[str, str]:
    """Return the state of files and the hash of their contents."""
    state = SourceState(path)
    return state.digest, state.content_hash()


@pytest.mark.parametrize(
    "module",
    [
        "dataset/meeting_rules.py",
        "dataset/read.py",
        "dataset/validate.py",
        "model/meeting.py",
        "search/index.py",
        "store/schema.py",
        "dataset/new_rules.py",
    ],
)
def test_a_change_of_a_module_makes_a_store_stale(data: Path, package: Path, module: str) -> None:
    digest, content = states(data)
    with (package / module).open("a", encoding="utf-8") as file:
        file.write("\n# another rule\n")
    new_digest, new_content = states(data)
    assert digest != new_digest
    assert content != new_content


def test_the_command_line_does_not_count(data: Path, package: Path) -> None:
    before = states(data)
    (package / "cli" / "app.py").write_text("")
    assert states(data) == before


def test_the_version_of_the_program_counts(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    digest, content = states(data)
    monkeypatch.setattr("summitcli.store.freshness.__version__", "0.0.0")
    assert digest != states(data)[0]
    assert content != states(data)[1]


def test_another_place_of_dataset_or_program_has_another_store(data: Path, package: Path) -> None:
    names = {store_name(data), store_name(data / "meetings.yaml")}
    freshness._PACKAGE = package.parent
    assert len({*names, store_name(data)}) == 3


@posix
def test_files_left_alone_are_not_hashed_again(
    data: Path, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[int] = []
    hash_of = SourceState.content_hash

    def content_hash(state: SourceState) -> str:
        hashed.append(1)
        return hash_of(state)

    monkeypatch.setattr(SourceState, "content_hash", content_hash)
    open_dataset(data)
    assert hashed == [1]  # the files are too new for a stamp
    monkeypatch.setattr("summitcli.store.freshness._SETTLED_AFTER", 0)
    open_dataset(data)
    open_dataset(data)
    assert hashed == [1, 1]
    stamp = stored.with_suffix(".stamp")
    stamp.write_text(stamp.read_text().replace("a", "b"))
    open_dataset(data)
    open_dataset(data)
    assert hashed == [1, 1, 1]


@posix
@pytest.mark.parametrize("content", [b"", b"a b\n", b"\xff", b"a b c d\n" * 100])
def test_a_damaged_stamp_is_replaced(
    data: Path, stored: Path, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summitcli.store.freshness._SETTLED_AFTER", 0)
    stamp = stored.with_suffix(".stamp")
    stamp.write_bytes(content)
    inode = stored.stat().st_ino
    open_dataset(data)
    assert stored.stat().st_ino == inode
    assert SourceState(data).known_hash(stamp)


def test_files_that_are_touched_need_no_new_store(data: Path, stored: Path) -> None:
    inode = stored.stat().st_ino
    os.utime(data / "meetings.yaml")
    open_dataset(data)
    assert stored.stat().st_ino == inode


@posix
def test_an_edit_is_seen_although_a_stamp_was_noted(
    data: Path, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summitcli.store.freshness._SETTLED_AFTER", 0)
    open_dataset(data)
    file = data / "dataset.yaml"
    times = file.stat()
    file.write_text(file.read_text().replace("Arden and", "ARDEN and"))
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert "ARDEN" in open_dataset(data).info.title


def test_a_file_beyond_the_limit_is_refused_without_a_hash(
    data: Path, here: Summit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hashed(_: SourceState) -> str:
        raise AssertionError("a file that is too large was hashed")

    monkeypatch.setattr(SourceState, "content_hash", hashed)
    with (data / "big.yaml").open("wb") as big:
        big.truncate(2_000_000)
    run = here("--data", str(data), "list", SUMMIT_MAX_FILE_MB="1")
    assert (run.code, run.out) == (4, "")
    assert "big.yaml:1: larger than 1 MB" in run.err
