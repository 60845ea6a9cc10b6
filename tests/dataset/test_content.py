"""Files that are too large, endless, missing or not files at all."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import HEAD, problems_of, write
from summitcli.dataset import content
from summitcli.errors import UsageError

if TYPE_CHECKING:
    from conftest import Summit

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a valid dataset, below the working directory."""
    monkeypatch.chdir(tmp_path)
    return write("mine/a.yaml", HEAD).parent


def test_a_large_file_is_refused_unless_the_user_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = write(tmp_path / "mine.yaml", HEAD + "# " + "x" * 1_000_000)
    monkeypatch.setenv("SUMMIT_MAX_FILE_MB", "1")
    (problem,) = problems_of(file)
    assert problem.endswith(":1: larger than 1 MB; to read it anyway, raise SUMMIT_MAX_FILE_MB")
    monkeypatch.setenv("SUMMIT_MAX_FILE_MB", "2")
    assert problems_of(file) == []


@pytest.mark.parametrize("value", ["two", "-1", "0", "1.5", "٣"])
def test_a_limit_that_is_not_a_whole_number_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SUMMIT_MAX_FILE_MB", value)
    with pytest.raises(UsageError, match=f"'{value}'; it must be a whole number of megabytes"):
        problems_of(folder)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless device here")
def test_an_endless_device_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMIT_MAX_FILE_MB", "1")
    (problem,) = problems_of("/dev/zero")
    assert "larger than 1 MB" in problem


@needs_pipes
def test_a_pipe_that_the_user_names_is_read(here: Summit, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(HEAD,))
    writer.start()
    run = here("check", "pipe")
    writer.join()
    assert (run.code, run.out) == (0, "")


@needs_pipes
def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "x.yaml")
    assert problems_of(folder) == [
        f"{Path('mine/x.yaml')}:1: a pipe or a device, not a file; remove it from the folder"
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="a folder cannot be opened there")
def test_a_folder_with_the_name_of_a_file_is_reported(folder: Path) -> None:
    (folder / "x.yaml").mkdir()
    assert problems_of(folder) == ["mine/x.yaml:1: cannot be read: Is a directory"]


def test_a_file_that_vanishes_while_a_folder_is_read_is_reported(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = write(folder / "b.yaml", "themes: []\n")
    read = content.content

    def read_and_remove_the_other(file: Path, pipe: bool) -> bytes:
        other.unlink(missing_ok=True)
        return read(file, pipe)

    monkeypatch.setattr("summitcli.dataset.read.content", read_and_remove_the_other)
    assert problems_of(folder) == [f"{other}:1: cannot be read: No such file or directory"]
