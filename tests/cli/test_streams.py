"""Pipes, files, full disks and missing streams: processes that write what they can, or say why."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Summit

    Shell = Callable[[str], subprocess.CompletedProcess[str]]

needs_full_device = pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")


@pytest.fixture
def shell(environment: dict[str, str]) -> Shell:
    """Return a function that runs a line of bash, which fails if any part of a pipe does."""
    bash = shutil.which("bash")
    if bash is None or os.name == "nt":
        pytest.skip("no POSIX shell here")
    program = f'set -o pipefail; summit() {{ {shlex.quote(sys.executable)} -m summitcli "$@"; }}; '

    def run(line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [bash, "-c", program + line],
            check=False,
            # Python itself does not notice that a .pyc file was written only in part.
            env={**environment, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )

    return run


@pytest.mark.parametrize("command", ["list --all", "sources --json", "--help"])
def test_a_pipe_closed_early_ends_quietly(shell: Shell, command: str) -> None:
    done = shell(f"summit {command} | head -1")
    assert (done.returncode, done.stdout.count("\n"), done.stderr) == (0, 1, "")


UNBUFFERED = pytest.mark.parametrize("python", ["", "PYTHONUNBUFFERED=1"], ids=["", "unbuffered"])


@needs_full_device
@UNBUFFERED
@pytest.mark.parametrize("command", ["list -f table", "schema", "--help", ""])
def test_a_full_disk_is_one_line_and_exit_code_1(shell: Shell, command: str, python: str) -> None:
    done = shell(f"{python} summit {command} > /dev/full")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("summit: error: standard output ")
    assert "No space left on device" in done.stderr


# Each writes more than the 1 kB that a file may have here.
LONG = {
    "list": "list --all --kind any --json",
    "help": "list --help",
    "schema": "schema",
    "export": "export geojson",
}


@UNBUFFERED
@pytest.mark.parametrize("command", LONG.values(), ids=LONG)
def test_a_file_that_may_not_grow_is_one_line_and_exit_code_1(
    shell: Shell, tmp_path: Path, command: str, python: str
) -> None:
    shell("summit list")  # compile the dataset, whose file is larger
    out = shlex.quote(str(tmp_path / "out"))
    done = shell(f"trap '' XFSZ; ulimit -f 1; {python} summit {command} > {out}")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("summit: error: standard output cannot be written: File too ")


WHOLE = {
    "list": "list --all --kind any -o {}/list.json",
    "page": "show greyford-2014 -o {}/show.html",
    "geojson": "export geojson -o {}/map.geojson",
    "sqlite": "export sqlite -o {}/all.db",
    "csv": "export datapackage -o {}/package",
    "parquet": "export parquet -o {}/parquet",
    "chart": "chart years -o {}/years.svg",
    "init": "init {}/own",
}


@pytest.mark.parametrize("command", WHOLE.values(), ids=WHOLE)
def test_a_file_that_cannot_be_written_whole_is_not_written(
    shell: Shell, tmp_path: Path, command: str
) -> None:
    shell("summit list")
    folder = tmp_path / "folder"
    folder.mkdir()
    line = command.format(shlex.quote(str(folder)))
    done = shell(f"trap '' XFSZ; ulimit -f 1; summit --no-cache {line}")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1), done.stderr
    assert done.stderr.startswith("summit: error: ")
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="no such pipes there")
@pytest.mark.parametrize("unbuffered", [None, "1"])
def test_a_full_pipe_that_does_not_wait_is_one_line_and_exit_code_1(
    environment: dict[str, str], unbuffered: str | None
) -> None:
    if unbuffered:
        environment["PYTHONUNBUFFERED"] = unbuffered
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    with os.fdopen(reader, "rb"):  # nobody reads, so that the pipe becomes full
        with suppress(BlockingIOError):
            while True:
                os.write(writer, b"x" * 1000)
        done = subprocess.run(
            [sys.executable, "-m", "summitcli", "list", "--json"],
            check=False,
            env=environment,
            stdout=writer,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
        )
        os.close(writer)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("summit: error: standard output cannot be written: ")


@pytest.mark.parametrize("command", ["list", "--help", "", "cite greyford-2014"])
def test_a_closed_output_is_one_line_and_exit_code_1(shell: Shell, command: str) -> None:
    done = shell(f"summit {command} >&-")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("summit: error: standard output is closed")


@pytest.mark.parametrize(
    "closed", ["<&-", "2>&-", pytest.param("2>/dev/full", marks=needs_full_device)]
)
def test_neither_input_nor_errors_are_needed(shell: Shell, closed: str) -> None:
    done = shell(f"summit list --limit 2 {closed}")
    assert (done.returncode, done.stdout.count("\n")) == (0, 2)


def test_a_pipe_and_a_file_get_the_same_bytes(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "show.out"
    command = "summit show greyford-2014 -f table"
    done = shell(f"{command} > {shlex.quote(str(path))}; {command}")
    assert path.read_bytes() == done.stdout.encode() != b""
    assert b"\r" not in path.read_bytes()


ASCII_ONLY = {"LC_ALL": "C", "LANG": None, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, ASCII_ONLY], ids=["C", "ASCII only"])
def test_the_locale_does_not_change_what_a_pipe_gets(
    summit: Summit, here: Summit, locale: dict[str, str | None]
) -> None:
    command = ("show", "greyford-2014", "river-rights", "-f", "table")
    assert summit(*command, **locale) == here(*command)
    assert not here(*command).out.isascii()


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_help_is_shown_in_any_encoding(summit: Summit, encoding: str) -> None:
    run = summit("search", "--help", PYTHONIOENCODING=encoding)
    assert (run.code, run.err) == (0, "")
    assert "summit search" in run.out


def test_neither_a_home_nor_a_place_for_files_is_needed(summit: Summit, here: Summit) -> None:
    command = ("show", "greyford-2014", "-f", "table")
    bare = summit(
        *command,
        HOME=None,
        LANG=None,
        TERM=None,
        SUMMIT_CACHE_DIR="/dev/null/no",
        TMPDIR="/dev/null",
        PYTHONIOENCODING="cp1252",
    )
    assert bare == here(*command)


def run_in_deleted_folder(
    environment: dict[str, str], tmp_path: Path, *arguments: str
) -> subprocess.CompletedProcess[str]:
    gone = tmp_path / "gone"
    gone.mkdir()
    program = (
        "import os, sys; from summitcli.cli.run import run; "
        f"os.rmdir({str(gone)!r}); sys.exit(run({arguments!r}))"
    )
    return subprocess.run(
        [sys.executable, "-c", program],
        check=False,
        cwd=gone,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


@pytest.mark.skipif(os.name == "nt", reason="no folder in use can be removed there")
def test_a_deleted_working_directory_does_no_harm(
    environment: dict[str, str], tmp_path: Path
) -> None:
    done = run_in_deleted_folder(environment, tmp_path, "list", "--limit", "1", "-f", "plain")
    assert (done.returncode, done.stdout.count("\n")) == (0, 1), done.stderr


@pytest.mark.skipif(os.name == "nt", reason="no folder in use can be removed there")
def test_nothing_can_be_written_into_a_deleted_working_directory(
    environment: dict[str, str], tmp_path: Path
) -> None:
    done = run_in_deleted_folder(environment, tmp_path, "export", "sqlite", "-o", "all.db")
    assert done.returncode == 1
    assert done.stderr == "summit: error: the working folder is gone; change to another\n"
