"""The folder of stored datasets: whose it is, and which of its files go."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from summitcli.store.folder import MAX_STORES, clear_stores, private_folder, stores
from summitcli.store.open import open_dataset

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEY = "0123456789abcdef" * 2 + "01234567"
posix = pytest.mark.skipif(os.name != "posix", reason="owners and modes are POSIX")


@posix
def test_the_folder_and_its_files_are_private_whatever_the_umask(data: Path, folder: Path) -> None:
    before = os.umask(0)
    try:
        open_dataset(data)
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


@posix
@pytest.mark.parametrize("mode", [0o777, 0o1777, 0o770, 0o722])
def test_a_folder_that_others_may_write_is_not_used(data: Path, folder: Path, mode: int) -> None:
    folder.mkdir()
    folder.chmod(mode)
    assert open_dataset(data).info.title
    assert list(folder.iterdir()) == []


@posix
def test_a_folder_that_is_a_link_is_not_used(data: Path, folder: Path) -> None:
    target = folder.with_name("target")
    target.mkdir()
    folder.symlink_to(target)
    assert open_dataset(data).info.title
    assert list(target.iterdir()) == []


@posix
def test_a_folder_or_store_of_another_user_is_not_used(
    data: Path, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    monkeypatch.setattr("os.geteuid", lambda: os.getuid() + 1)
    open_dataset(data, on_progress=lambda step, _: steps.append(step))
    assert steps[0] == "read"
    with pytest.raises(OSError, match="others may write"):
        private_folder()


def test_files_that_are_not_ours_are_never_removed(
    ask: Callable[..., str], data: Path, folder: Path
) -> None:
    folder.mkdir(mode=0o700)
    names = ["letter.txt", "thesis.db", "thesis.compiled", ".writing-x", f"{KEY}.txt", f"{KEY}x.db"]
    for name in names:
        (folder / name).write_text("mine")
    (folder / f"{KEY}.compiled").write_bytes(b"of version 0.2")
    ask("list")
    clear_stores()
    assert sorted(file.name for file in folder.iterdir()) == sorted(names)


def test_the_least_recently_used_stores_are_removed(
    ask: Callable[..., str], data: Path, folder: Path
) -> None:
    for number in range(MAX_STORES + 2):
        path = data.with_name(f"rivers-{number}")
        data.rename(path)
        open_dataset(path)
        path.rename(data)
        (newest,) = (file for file in stores() if file.stat().st_mtime > 10**9)
        os.utime(newest, (number, number))
    assert [int(file.stat().st_mtime) for file in stores()] == list(range(MAX_STORES + 1, 1, -1))
    stamps = {file.stem for file in folder.glob("*.stamp")}
    assert stamps <= {file.stem for file in stores()}


def test_an_edited_dataset_keeps_one_store(data: Path, folder: Path) -> None:
    for title in ("One", "Two", "Three"):
        text = (data / "dataset.yaml").read_text(encoding="utf-8")
        line = next(line for line in text.splitlines() if "title:" in line)
        (data / "dataset.yaml").write_text(text.replace(line, f"  title: {title}"))
        assert open_dataset(data).info.title == title
    assert len(stores()) == 1


@posix
def test_the_leftover_of_a_killed_run_goes_and_one_in_use_stays(
    data: Path, folder: Path, environment: dict[str, str]
) -> None:
    program = (
        "import time; from pathlib import Path; from summitcli.store.folder import replacement\n"
        f"with replacement(Path({str(folder)!r}) / '{KEY}.db'): print(flush=True); time.sleep(60)"
    )
    folder.mkdir(mode=0o700)
    writers = [
        subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment)
        for _ in range(2)
    ]
    for writer in writers:
        assert writer.stdout is not None
        writer.stdout.readline()
    assert len(list(folder.glob("*.tmp"))) == 2
    writers[0].kill()
    writers[0].wait()
    open_dataset(data)
    assert len(list(folder.glob("*.tmp"))) == 1
    writers[1].kill()
    writers[1].wait()
    assert clear_stores() == 2
    for writer in writers:
        assert writer.stdout is not None
        writer.stdout.close()
