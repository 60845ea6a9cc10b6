"""The explorer on a real pseudo-terminal, which it leaves as it was found, whatever happens."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import Summit

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals like these", allow_module_level=True)

import fcntl
import pty
import struct
import termios

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")
_COLOUR = re.compile(rb"\x1b\[[0-9;]*m")
_ON_AT_FIRST = {7, 25}  # lines wrap, and the cursor is shown
_PATIENCE = 60  # seconds, on a busy machine

# The program, in a session whose terminal is standard input.
PROGRAM = """
import fcntl, sys, termios
from summitcli.__main__ import main

fcntl.ioctl(0, termios.TIOCSCTTY, 0)
sys.argv[0] = "summit"
main()
"""
# The same, but a key fails.
FAILING = """
from summitcli.browse.main_screen import MainScreen

def fail(self):
    raise RuntimeError("the timeline is broken")

MainScreen.action_timeline = fail
"""


class Terminal:
    """A program on a pseudo-terminal, and the modes that it has switched on."""

    def __init__(self, command: list[str], environment: dict[str, str], folder: Path) -> None:
        self.main, side = pty.openpty()
        self.resize(100, 30)
        self.side = side
        self.before = termios.tcgetattr(side)
        self.process = subprocess.Popen(
            command,
            stdin=side,
            stdout=side,
            stderr=side,
            cwd=folder,
            env=environment,
            start_new_session=True,
        )
        self.written = b""

    def resize(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self.main, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def read(self, wait: float = 0.05) -> bool:
        """Take what has been written; return whether there was anything."""
        if not select.select([self.main], [], [], wait)[0]:
            return False
        try:
            chunk = os.read(self.main, 1 << 16)
        except OSError:
            return False
        self.written += chunk
        return bool(chunk)

    def type(self, keys: str, until: str) -> None:
        """Type keys and wait for a text."""
        start = len(self.written)
        os.write(self.main, keys.encode())
        end = time.monotonic() + _PATIENCE
        while until.encode() not in self.written[start:]:
            self.read()
            assert time.monotonic() < end, f"no {until!r} in {self.written[start:][-3000:]!r}"

    def end(self) -> int:
        """Wait until the program has ended; return its exit code."""
        end = time.monotonic() + _PATIENCE
        while self.process.poll() is None:
            self.read()
            assert time.monotonic() < end, "the program does not end"
        while self.read():
            pass
        return self.process.returncode

    @property
    def modes(self) -> set[int]:
        """The modes that are not as at first."""
        on: set[int] = set()
        for numbers, switch in _MODE.findall(self.written):
            for number in map(int, numbers.split(b";")):
                is_changed = (switch == b"h") != (number in _ON_AT_FIRST)
                (on.add if is_changed else on.discard)(number)
        return on

    def assert_as_found(self) -> None:
        assert self.modes == set()
        assert termios.tcgetattr(self.side) == self.before


@pytest.fixture
def terminal(environment: dict[str, str], tmp_path: Path) -> Iterator[Terminal]:
    """Return the explorer on a terminal, after its first picture."""
    yield from _running(PROGRAM, environment, tmp_path)


@pytest.fixture
def failing(environment: dict[str, str], tmp_path: Path) -> Iterator[Terminal]:
    """Return an explorer in which the key for the timeline fails."""
    yield from _running(FAILING + PROGRAM, environment, tmp_path)


def _running(program: str, environment: dict[str, str], folder: Path) -> Iterator[Terminal]:
    variables = {**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    variables.pop("COLUMNS", None)
    running = Terminal([sys.executable, "-c", program, "browse"], variables, folder)
    try:
        running.type("", until="Larkhill summit")
        yield running
    finally:
        running.process.kill()
        running.process.wait()
        os.close(running.main)
        os.close(running.side)


def test_start_search_follow_and_quit(terminal: Terminal) -> None:
    assert {25, 1000, 1049, 2004} <= terminal.modes
    terminal.type("/greyford", until="Greyford summit")
    terminal.type("\r\t\r", until="Anna Vale")
    terminal.type("\x7f", until="Greyford summit")
    terminal.type("q", until="\x1b[?1049l")
    assert terminal.end() == 0
    terminal.assert_as_found()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it(terminal: Terminal, number: signal.Signals) -> None:
    terminal.process.send_signal(number)
    assert terminal.end() == 128 + number
    terminal.assert_as_found()
    assert b"Traceback" not in terminal.written


def test_ctrl_c_quits(terminal: Terminal) -> None:
    terminal.type("/", until="\x1b")
    terminal.type("\x03", until="\x1b[?1049l")
    assert terminal.end() == 0
    terminal.assert_as_found()
    assert b"Traceback" not in terminal.written


def test_a_failure_ends_it_and_is_shown_afterwards(failing: Terminal) -> None:
    os.write(failing.main, b"t")
    assert failing.end() == 1
    failing.assert_as_found()
    after = failing.written.rpartition(b"\x1b[?1049l")[2]
    assert b"RuntimeError: the timeline is broken" in _COLOUR.sub(b"", after)  # since 3.13


def test_a_terminal_that_goes_away_ends_it(terminal: Terminal) -> None:
    os.close(terminal.main)
    os.close(terminal.side)
    terminal.main, terminal.side = pty.openpty()  # for the fixture to close
    assert terminal.process.wait(_PATIENCE) != 0


def test_any_size_is_survived(terminal: Terminal) -> None:
    for size in ((1, 1), (40, 12), (300, 100), (1, 40), (200, 1)):
        terminal.resize(*size)
        time.sleep(0.05)
    terminal.resize(100, 30)
    terminal.type("]", until="Call on the flood")
    terminal.type("q", until="\x1b[?1049l")
    assert terminal.end() == 0
    terminal.assert_as_found()


def test_it_can_be_suspended_and_resumed(terminal: Terminal) -> None:
    terminal.type("\x1a", until="\x1b[?1049l")
    _, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    while terminal.read():
        pass
    terminal.assert_as_found()
    terminal.process.send_signal(signal.SIGCONT)
    terminal.type("", until="\x1b[?1049h")
    terminal.type("", until="Meetings")  # all is drawn again, without a key
    terminal.type("]", until="Call on the flood")
    terminal.type("q", until="\x1b[?1049l")
    assert terminal.end() == 0
    terminal.assert_as_found()


def test_without_a_terminal_it_names_the_commands_that_need_none(summit: Summit) -> None:
    run = summit("browse")
    assert (run.code, run.out) == (2, "")
    assert run.err.count("\n") == 1
    assert "'summit list' and 'summit show ID'" in run.err
