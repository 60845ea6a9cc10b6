"""Datasets that the commands refuse, with the file, the line and the reason."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import assert_refused, write

if TYPE_CHECKING:
    from conftest import Summit

# The content of a file (None if it does not exist), and a part of the message about it.
BAD_FILES: dict[str, tuple[bytes | None, str]] = {
    "missing": (None, "no such file or folder"),
    "empty": (b"", ":1: the file is empty"),
    "only a comment": (b"# to do\n", ":1: the file is empty"),
    "not UTF-8": (b"dataset:\n  title: Caf\xe9\n", ":2: not UTF-8"),
    "binary": (b"dataset:\n  title: \0\1\2\n", ":2: a binary file"),
    "malformed": (b"dataset:\n  title: [a, b\n  version: 1\n", ":3: "),
    "a list": (b"- a\n- b\n", ":1: no sections"),
    "a scalar": (b"hello\n", ":1: no sections"),
    "other keys": (b"# x\nbooks: []\n", ":2: books: unknown section"),
    "not a list": (b"# x\nmeetings: many\n", ":2: meetings: expected a list"),
    "too deep": (b"dataset: " + b"[" * 100_000 + b"]" * 100_000, "nested deeper than"),
    "not a number": (b"dataset:\n  version: !!int abc\n", ":2: "),
}


@pytest.mark.parametrize(("content", "said"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_named_with_the_line_and_the_reason(
    here: Summit, content: bytes | None, said: str
) -> None:
    if content is not None:
        write("mine.yaml", content)
    assert_refused(here("--data", "mine.yaml", "list"), 4, "mine.yaml", said)


@pytest.mark.parametrize("files", [[], ["notes.txt", "meetings.csv"]], ids=["empty", "no YAML"])
def test_a_folder_without_a_dataset_is_named(here: Summit, files: list[str]) -> None:
    folder = Path("mine")
    folder.mkdir()
    for name in files:
        write(folder / name, "meetings: []\n")
    assert_refused(here("--data", "mine", "list"), 4, "mine", ".yaml")


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a privilege there")
def test_a_broken_link_in_a_folder_is_named(here: Summit) -> None:
    folder = Path("mine")
    folder.mkdir()
    (folder / "gone.yaml").symlink_to("nowhere.yaml")
    assert_refused(here("--data", "mine", "list"), 4, "gone.yaml", "cannot be read")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read every file")
def test_an_unreadable_file_is_named(here: Summit) -> None:
    write("mine.yaml", "dataset: {}\n").chmod(0)
    assert_refused(here("--data", "mine.yaml", "list"), 4, "mine.yaml", "cannot be read")


@pytest.mark.parametrize(
    "command",
    [
        "list",
        "show a",
        "search a",
        "themes",
        "outcomes",
        "people",
        "sources",
        "timeline",
        "compare a b",
        "stats",
        "on",
        "context",
        "claims",
        "outlook",
    ],
)
def test_every_command_refuses_a_bad_dataset(here: Summit, command: str) -> None:
    arguments = command.split()
    assert_refused(here("--data", "nowhere", *arguments), 4, "nowhere: no such file or folder")
    write("mine.yaml", "dataset:\n  titel: T\n  title: 3\n  sides: none\n")
    run = here(*arguments, SUMMIT_DATA="mine.yaml")
    assert_refused(run, 4, "mine.yaml:2:", "titel", "did you mean 'title'?", "2 more")
    assert "'summit check'" in run.err
