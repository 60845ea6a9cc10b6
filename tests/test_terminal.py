"""What a person sees: on a terminal of any width and kind, and when a stream breaks."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Summit

    Terminal = Callable[..., str]
    Shell = Callable[[str], subprocess.CompletedProcess[str]]

pytest.importorskip("termios", reason="terminals are tried where there are POSIX ones")

ESCAPE = "\x1b["
needs_full_device = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
SEQUENCE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;.*?\x1b\\")


@pytest.fixture
def terminal(environment: dict[str, str]) -> Terminal:
    """Run `summit` with a pseudo-terminal of 100 columns as its output; give what it wrote there.

    Keyword arguments are added to the environment; None takes a variable out.
    """
    from termios import tcsetwinsize

    def run(*arguments: str, columns: int = 100, **variables: str | None) -> str:
        asked = {**environment, "TERM": "xterm-256color", "COLUMNS": None, **variables}
        master, slave = os.openpty()
        tcsetwinsize(slave, (24, columns))
        with open(master, "rb", buffering=0) as screen:  # noqa: PTH123
            process = subprocess.Popen(
                [sys.executable, "-m", "summitcli", *arguments],
                env={key: value for key, value in asked.items() if value is not None},
                stdin=subprocess.DEVNULL,
                stdout=slave,
                stderr=subprocess.PIPE,
            )
            os.close(slave)
            written = b""
            while chunk := _read(screen):
                written += chunk
            _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors.decode()
        assert b"Traceback" not in errors
        return written.decode().replace("\r\n", "\n")

    return run


def _read(screen: object) -> bytes:
    try:
        return screen.read(65536)
    except OSError:  # how Linux says that nobody has the other end open any more
        return b""


def test_a_terminal_gets_a_coloured_table_and_a_pipe_plain_lines(
    summit: Summit, terminal: Terminal
) -> None:
    drawn = terminal("list", "--year", "2018")
    assert ESCAPE in drawn
    lines = SEQUENCE.sub("", drawn).splitlines()
    assert lines[0].split() == ["Date", "Id", "Meeting", "Place", "Kind", "Length"]
    assert lines[2].startswith("2018-07-16  helsinki-2018")
    piped = summit("list", "--year", "2018").out
    assert piped.startswith("2018-07-16\thelsinki-2018\t")
    assert "\x1b" not in piped


def test_a_terminal_gets_links_and_a_pipe_whole_addresses(here: Summit, terminal: Terminal) -> None:
    drawn = terminal("show", "paris-2018")
    addresses = set(re.findall(r"\x1b\]8;[^;]*;(https?://[^\x1b]+)\x1b\\", drawn))
    piped = here("show", "paris-2018", "-f", "table").out
    assert addresses == set(re.findall(r"https?://\S+", piped)) != set()
    assert "\x1b" not in piped
    assert "://" not in SEQUENCE.sub("", drawn)


def test_what_is_drawn_does_not_depend_on_colour(terminal: Terminal) -> None:
    coloured = terminal("--color", "always", "outcomes", "--limit", "5")
    bare = terminal("--color", "never", "outcomes", "--limit", "5")
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
    drawn = terminal(*arguments.split(), **variables)
    assert ("\x1b" in drawn) is coloured
    assert "helsinki-2018" in drawn


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
    assert ("\x1b" in run.out) is coloured
    assert "helsinki-2018" in run.out


def test_columns_wins_over_the_window(terminal: Terminal) -> None:
    wide = terminal("list", columns=160)
    assert terminal("list", columns=40, COLUMNS="160") == wide
    assert terminal("list", columns=60) != wide


ASCII_ONLY = {"LC_ALL": "C", "LANG": None, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, ASCII_ONLY], ids=["C", "ASCII only"])
def test_the_locale_does_not_change_what_a_pipe_gets(
    summit: Summit, here: Summit, locale: dict[str, str | None]
) -> None:
    command = ("show", "helsinki-2018", "arms-control", "-f", "table")
    assert summit(*command, **locale) == here(*command)
    assert not here(*command).out.isascii()


def test_a_terminal_gets_what_its_locale_can_show(terminal: Terminal) -> None:
    assert "────" in terminal("list", LC_ALL="C")
    drawn = terminal("show", "helsinki-2018", **ASCII_ONLY)
    assert drawn.isascii()
    assert "Helsinki summit" in drawn


@pytest.fixture
def shell(environment: dict[str, str]) -> Shell:
    """Run a line of bash in which `summit` is the program, and a pipe fails if any part does."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here")
    program = f'set -o pipefail; summit() {{ {shlex.quote(sys.executable)} -m summitcli "$@"; }}; '

    def run(line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [bash, "-c", program + line],
            check=False, env=environment, capture_output=True, encoding="utf-8", timeout=60,
        )  # fmt: skip

    return run


@pytest.mark.parametrize("command", ["list", "sources --json", "--help"])
def test_a_pipe_closed_early_ends_quietly(shell: Shell, command: str) -> None:
    done = shell(f"summit {command} | head -1")
    assert (done.returncode, done.stdout.count("\n"), done.stderr) == (0, 1, "")


@needs_full_device
@pytest.mark.parametrize("command", ["list -f table", "--version", "schema", "--help", ""])
def test_a_full_disk_is_one_line_and_exit_code_1(shell: Shell, command: str) -> None:
    done = shell(f"summit {command} > /dev/full")
    message = "summit: error: standard output cannot be written: No space left on device\n"
    assert (done.returncode, done.stderr) == (1, message)


def test_a_closed_output_is_one_line_and_exit_code_1(shell: Shell) -> None:
    done = shell("summit list >&-")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("summit: error: standard output is closed")


@pytest.mark.parametrize(
    "closed", ["<&-", "2>&-", pytest.param("2>/dev/full", marks=needs_full_device)]
)
def test_neither_input_nor_errors_are_needed(shell: Shell, closed: str) -> None:
    done = shell(f"summit list --limit 2 {closed}")
    assert (done.returncode, done.stdout.count("\n")) == (0, 2)


@pytest.mark.parametrize("columns", [30, 200])
def test_messages_are_broken_between_words_on_a_terminal(
    environment: dict[str, str], summit: Summit, columns: int
) -> None:
    from termios import tcsetwinsize

    arguments = ("list", "--year", "2018-07")
    master, slave = os.openpty()
    tcsetwinsize(slave, (24, columns))
    with open(master, "rb", buffering=0) as screen:  # noqa: PTH123
        process = subprocess.Popen(
            [sys.executable, "-m", "summitcli", *arguments],
            env={key: value for key, value in environment.items() if key != "COLUMNS"},
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=slave,
        )  # fmt: skip
        os.close(slave)
        written = b""
        while chunk := _read(screen):
            written += chunk
        assert process.wait(timeout=60) == 2
    said = written.decode().splitlines()
    piped = summit(*arguments, COLUMNS="30").err.splitlines()
    assert len(piped) == 1
    assert [" ".join(said)] == piped
    assert all(len(line) <= columns for line in said)
    assert (len(said) > 1) is (columns < len(piped[0]))
