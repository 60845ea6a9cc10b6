"""Output on a terminal: colour, links, width and locale, in processes on a pseudo-terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Literal, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from conftest import Summit

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from termios import tcsetwinsize

SEQUENCE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;.*?\x1b\\")
TALL = 500  # lines, so that everything fits on the screen and nothing waits for a key


class Terminal(Protocol):
    """Run a command line with a terminal as one of its streams, and changed variables."""

    def __call__(
        self,
        *arguments: str,
        columns: int = 100,
        stream: Literal["stdout", "stderr"] = "stdout",
        code: int = 0,
        variables: Mapping[str, str | None] | None = None,
    ) -> str:
        """Return what was written on the terminal."""


@pytest.fixture
def terminal(environment: dict[str, str]) -> Terminal:
    """Return a function that runs `summit` on a pseudo-terminal."""

    def run(
        *arguments: str,
        columns: int = 100,
        stream: Literal["stdout", "stderr"] = "stdout",
        code: int = 0,
        variables: Mapping[str, str | None] | None = None,
    ) -> str:
        changed: dict[str, str | None] = {
            **environment,
            "TERM": "xterm-256color",
            "COLUMNS": None,
            **(variables or {}),
        }
        master, slave = os.openpty()
        tcsetwinsize(slave, (TALL, columns))
        with subprocess.Popen(
            [sys.executable, "-m", "summitcli", *arguments],
            env={name: value for name, value in changed.items() if value is not None},
            stdin=subprocess.DEVNULL,
            stdout=slave if stream == "stdout" else subprocess.DEVNULL,
            stderr=slave if stream == "stderr" else subprocess.DEVNULL,
        ) as process:
            os.close(slave)
            written = read_all(master)
            assert process.wait(timeout=60) == code, written
        os.close(master)
        return written.decode().replace("\r\n", "\n")

    return run


def read_all(master: int) -> bytes:
    """Return everything that is written on a terminal until nobody has it open."""
    written = b""
    try:
        while chunk := os.read(master, 65536):
            written += chunk
    except OSError:  # on Linux, the end
        pass
    return written


def test_a_terminal_gets_a_coloured_table_and_a_pipe_plain_lines(
    here: Summit, terminal: Terminal
) -> None:
    drawn = terminal("list")
    assert "\x1b[" in drawn
    heading, rule, *rows = SEQUENCE.sub("", drawn).splitlines()
    assert {"Date", "Id", "Meeting", "Place"} <= set(heading.split())
    assert set(rule) == {"─"}
    assert "greyford-2014" in rows[0]
    piped = here("list").out
    assert "\x1b" not in piped
    assert all(line.count("\t") > 3 for line in piped.splitlines())


def test_a_terminal_gets_links_and_a_pipe_whole_addresses(here: Summit, terminal: Terminal) -> None:
    drawn = terminal("show", "greyford-2014", "--urls", "never")
    addresses = set(re.findall(r"\x1b\]8;[^;]*;(https?://[^\x1b]+)\x1b\\", drawn))
    piped = here("show", "greyford-2014", "-f", "table").out
    assert addresses == set(re.findall(r"https?://\S+", piped)) != set()
    assert "://" not in SEQUENCE.sub("", drawn)


def test_the_drawing_is_the_same_without_colour(terminal: Terminal) -> None:
    coloured = terminal("--color", "always", "outcomes")
    bare = terminal("--color", "never", "outcomes")
    assert [line.rstrip() for line in SEQUENCE.sub("", coloured).splitlines()] == bare.splitlines()
    assert coloured != bare


@pytest.mark.parametrize(
    ("arguments", "variables", "coloured"),
    [
        ("list", {}, True),
        ("list", {"NO_COLOR": "1"}, False),
        ("list", {"NO_COLOR": ""}, True),
        ("list", {"TERM": "dumb"}, False),
        ("list", {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ("--color always list", {"NO_COLOR": "1"}, True),
        ("--color never list", {"FORCE_COLOR": "1"}, False),
        ("list --json", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_on_a_terminal_is_as_asked(
    terminal: Terminal, arguments: str, variables: dict[str, str], coloured: bool
) -> None:
    drawn = terminal(*arguments.split(), variables=variables)
    assert ("\x1b[" in drawn) is coloured
    assert "greyford-2014" in drawn


@pytest.mark.parametrize(
    ("arguments", "variables", "coloured"),
    [
        ("list -f table", {}, False),
        ("list -f table", {"FORCE_COLOR": "1"}, True),
        ("list -f table", {"FORCE_COLOR": "0"}, False),
        ("list -f table", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("--color always list -f table", {}, True),
        ("--color always list", {"FORCE_COLOR": "1"}, False),
        ("--color always list -f md", {}, False),
    ],
)
def test_colour_in_a_pipe_is_as_asked(
    here: Summit, arguments: str, variables: dict[str, str], coloured: bool
) -> None:
    run = here(*arguments.split(), **variables)
    assert ("\x1b[" in run.out) is coloured
    assert "greyford-2014" in run.out


def test_the_variable_columns_wins_over_the_window(terminal: Terminal) -> None:
    wide = terminal("list", columns=160)
    assert terminal("list", columns=40, variables={"COLUMNS": "160"}) == wide
    assert terminal("list", columns=60) != wide


def test_a_terminal_gets_the_characters_of_its_locale(terminal: Terminal) -> None:
    assert "────" in terminal("list", variables={"LC_ALL": "C"})
    ascii_only: dict[str, str | None] = {
        "LC_ALL": "C",
        "LANG": None,
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
    }
    drawn = terminal("show", "greyford-2014", variables=ascii_only)
    assert drawn.isascii()
    assert "Greyford summit" in drawn


@pytest.mark.parametrize("columns", [30, 200])
def test_messages_are_broken_between_words_on_a_terminal(
    here: Summit, terminal: Terminal, columns: int
) -> None:
    arguments = ("list", "--kind", "zzqqzz")
    lines = terminal(*arguments, columns=columns, stream="stderr", code=2).splitlines()
    (whole,) = here(*arguments, COLUMNS="30").err.splitlines()
    assert " ".join(lines) == whole
    assert all(len(line) <= columns for line in lines)
    assert (len(lines) > 1) is (columns < len(whole))


def test_a_terminal_of_unknown_size_has_80_columns(here: Summit, terminal: Terminal) -> None:
    assert terminal("list", "--color", "never", columns=0) == here("list", "-f", "table").out
    (line, *_) = terminal("list", "--kind", "zzqqzz", columns=0, stream="stderr", code=2).split(
        "\n"
    )
    assert 40 < len(line) <= 80
