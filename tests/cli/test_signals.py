"""Interrupts: from the first line on, a run ends quietly and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such signals there")

MAIN = "from summitcli.__main__ import main; main()"


def interrupted(program: str, name: str, environment: dict[str, str]) -> tuple[int, str]:
    """Run a program, send a signal when it writes a line, and return its exit code and errors."""
    with subprocess.Popen(
        [sys.executable, "-c", program],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(getattr(signal, name))
        _, errors = process.communicate(timeout=60)
        return process.returncode, errors


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_run_that_is_interrupted_ends_quietly(
    environment: dict[str, str], tmp_path: Path, name: str, code: int
) -> None:
    pipe = tmp_path / "slow.yaml"
    os.mkfifo(pipe)
    with subprocess.Popen(
        [sys.executable, "-c", MAIN, "--data", str(pipe), "list"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        with pipe.open("wb"):  # waits until the program opens it for reading
            process.send_signal(getattr(signal, name))
        # Python may not see a signal that comes just before it reads until it has read.
        out, errors = process.communicate(timeout=60)
    assert (process.returncode, out, errors) == (code, b"", b"")


# An import of the program that takes long, and reports that it has begun.
SLOW_IMPORT = """
import sys, time

class Slow:
    def find_spec(self, name, *_):
        if name == MODULE:
            print("ready", flush=True)
            time.sleep(60)

sys.meta_path.insert(0, Slow())
"""


@pytest.mark.parametrize("module", ["summitcli.cli.run", "summitcli.cli.signals", "typer"])
def test_an_interrupt_of_the_first_imports_ends_quietly(
    environment: dict[str, str], module: str
) -> None:
    program = SLOW_IMPORT.replace("MODULE", repr(module)) + MAIN
    assert interrupted(program, "SIGINT", environment) == (130, "")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_an_interrupted_file_leaves_nothing(
    environment: dict[str, str], tmp_path: Path, name: str
) -> None:
    program = f"""
import time
from summitcli.cli import run
from summitcli.cli.output_file import write_file

def write(out):
    out.write(b"half")
    print("ready", flush=True)
    time.sleep(60)

run.run = lambda _arguments: write_file({str(tmp_path / "new.txt")!r}, write)
"""
    code = {"SIGINT": 130, "SIGTERM": 143}[name]
    assert interrupted(program + MAIN, name, environment) == (code, "")
    assert [file for file in tmp_path.iterdir() if file.is_file()] == []


def test_an_interrupt_that_a_library_turns_into_an_error_ends_quietly(
    environment: dict[str, str],
) -> None:
    program = """
import time
from summitcli.cli import run

def turn(_arguments):
    print("ready", flush=True)
    try:
        time.sleep(60)
    except KeyboardInterrupt:
        raise ImportError("initialization failed") from None

run.run = turn
"""
    assert interrupted(program + MAIN, "SIGINT", environment) == (130, "")


def test_an_interrupt_inside_exec_is_not_remembered(environment: dict[str, str]) -> None:
    """Python 3.11 kills itself at its end if a plain KeyboardInterrupt came in there."""
    program = """
from summitcli.cli import run

def slow(_arguments):
    exec("import time\\nprint('ready', flush=True)\\ntime.sleep(60)")

run.run = slow
"""
    assert interrupted(program + MAIN, "SIGINT", environment) == (130, "")


def test_a_signal_that_is_ignored_stays_ignored(environment: dict[str, str]) -> None:
    program = """
import os, signal
from summitcli.cli import run

signal.signal(signal.SIGHUP, signal.SIG_IGN)
run.run = lambda _arguments: os.kill(os.getpid(), signal.SIGHUP) or 7
"""
    command = [sys.executable, "-c", program + MAIN]
    assert subprocess.run(command, check=False, env=environment, timeout=60).returncode == 7


def test_a_module_that_cannot_be_read_is_one_line(environment: dict[str, str]) -> None:
    """As with `ulimit -n 4`."""
    program = SLOW_IMPORT.replace("MODULE", repr("summitcli.cli.run")).replace(
        "time.sleep(60)", 'raise OSError(24, "Too many open files", "run.py")'
    )
    command = [sys.executable, "-c", program + MAIN]
    done = subprocess.run(
        command, check=False, env=environment, timeout=60, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 1
    assert done.stderr == "summit: error: [Errno 24] Too many open files: 'run.py'\n"
