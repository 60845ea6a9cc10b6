"""Long output on a terminal goes through a pager."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

if TYPE_CHECKING:
    from conftest import Summit

pytest.importorskip("termios", reason="terminals are tried where there are POSIX ones")

FIXTURE = str(Path(__file__).parent.parent / "fixture")
PAGE = ("--data", FIXTURE, "show", "greyford-2014")
PAGER = 'sed "s/^/> /"'  # marks each line that it was given


class Screen(Protocol):
    """Run `summit` on a terminal of 24 lines, and return what is on it."""

    def __call__(
        self, *arguments: str, lines: int = 24, code: int = 0, **variables: str | None
    ) -> str:
        """Return what was written to the terminal."""


@pytest.fixture
def screen(environment: dict[str, str]) -> Screen:
    """Return a function that runs `summit` with a pseudo-terminal as both of its outputs."""
    from termios import tcsetwinsize

    def run(*arguments: str, lines: int = 24, code: int = 0, **variables: str | None) -> str:
        asked = {**environment, "TERM": "xterm", "COLUMNS": None, "PAGER": PAGER, **variables}
        master, slave = os.openpty()
        tcsetwinsize(slave, (lines, 80))
        process = subprocess.Popen(
            [sys.executable, "-m", "summitcli", *arguments],
            env={name: value for name, value in asked.items() if value is not None},
            stdin=subprocess.DEVNULL,
            stdout=slave,
            stderr=slave,
        )
        os.close(slave)
        written = b""
        with open(master, "rb", buffering=0) as reader:  # noqa: PTH123
            while chunk := _read(reader.fileno()):
                written += chunk
        assert process.wait(timeout=60) == code, written.decode()
        return written.decode().replace("\r\n", "\n")

    return run


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that nobody has the other end open any more
        return b""


def test_what_is_longer_than_the_screen_is_paged_with_its_colours(screen: Screen) -> None:
    drawn = screen(*PAGE)
    assert drawn.startswith("> \x1b[1mGreyford summit")
    assert all(line.startswith("> ") for line in drawn.splitlines())


def test_what_fits_is_not_paged(screen: Screen) -> None:
    assert "> " not in screen(*PAGE, lines=200)
    assert "> " not in screen("--data", FIXTURE, "list", "--limit", "1")


def test_json_is_paged_too(screen: Screen) -> None:
    assert screen(*PAGE, "--json").startswith("> {\n")


def test_the_footer_is_the_last_of_what_is_paged(screen: Screen) -> None:
    drawn = screen("--data", FIXTURE, "list", "--all", "--kind", "any", lines=10)
    lines = drawn.splitlines()
    gap = len(lines) - 1 - lines[::-1].index("> ")
    footer = " ".join(line.removeprefix("> ") for line in lines[gap + 1 :])
    assert footer.startswith("10 meetings")
    assert footer.endswith("Known to 2021-06")
    assert all(line.startswith("> ") for line in lines)


@pytest.mark.parametrize(
    ("options", "variables"),
    [
        (("--no-pager",), {}),
        ((), {"SUMMIT_PAGER": "cat"}),
        ((), {"SUMMIT_PAGER": ""}),
        ((), {"PAGER": "cat"}),
        ((), {"TERM": "dumb"}),
    ],
)
def test_the_pager_can_be_switched_off(
    screen: Screen, options: tuple[str, ...], variables: dict[str, Any]
) -> None:
    assert "> " not in screen(*options, *PAGE, **variables)


def test_a_file_and_a_pipe_are_not_paged(screen: Screen, summit: Summit, tmp_path: Path) -> None:
    assert "> " not in screen(*PAGE, "-o", str(tmp_path / "page.md"))
    run = summit(*PAGE, "-f", "table", PAGER=PAGER)
    assert run.out.startswith("Greyford summit\n")


def test_leaving_the_pager_early_is_not_an_error(screen: Screen) -> None:
    assert screen("--data", FIXTURE, "sources", "--json", PAGER="true") == ""
    assert screen(*PAGE, PAGER="false") == ""


def test_the_own_variable_wins_and_must_name_a_program(screen: Screen) -> None:
    assert screen(*PAGE, SUMMIT_PAGER='sed "s/^/own /"').startswith("own ")
    message = screen(*PAGE, SUMMIT_PAGER="no-such-pager", code=1)
    assert "SUMMIT_PAGER: program 'no-such-pager' not found" in message


def test_hyperlinks_go_only_into_our_own_choice_of_pager(screen: Screen) -> None:
    assert "\x1b]8;" not in screen(*PAGE)
    assert "\x1b]8;" in screen(*PAGE, SUMMIT_PAGER="cat")


def test_addresses_depend_on_the_terminal_and_the_pager(screen: Screen) -> None:
    address = "\n      https://president.example.org/readouts/greyford"

    def shown(**variables: Any) -> bool:
        import re

        drawn = screen(*PAGE, **variables)
        return address in re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\|(?m:^> )", "", drawn)

    assert shown(SUMMIT_PAGER="cat")
    assert not shown(SUMMIT_PAGER="cat", TERM_PROGRAM="vscode")
    assert shown(TERM_PROGRAM="vscode")  # this pager gets no hyperlinks


def test_a_terminal_without_utf_8_gets_plain_letters(screen: Screen) -> None:
    ascii_only: dict[str, Any] = {
        "LC_ALL": "C",
        "LANG": None,
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
    }
    drawn = screen(*PAGE, SUMMIT_PAGER="cat", **ascii_only)
    assert drawn.isascii()
    assert "At the table\x1b[0m \x1b[2m----" in drawn
    assert "?" not in drawn.replace("quota?", "").replace("meeting?", "")
    assert screen(*PAGE, **ascii_only).isascii()


def test_a_written_file_is_noted_on_a_terminal(screen: Screen, tmp_path: Path) -> None:
    def note(*arguments: str, name: str) -> str:
        path = tmp_path / name
        written = screen("--data", FIXTURE, *arguments, "-o", str(path), COLUMNS="1000")
        assert path.exists()
        return written.replace(str(path), name)

    assert note("list", name="a.csv") == "summit: note: wrote 3 meetings to a.csv\n"
    assert note("show", "greyford-2014", name="a.md").endswith("wrote greyford-2014 to a.md\n")
    assert note("export", "geojson", "--year", "2014", name="a.json").startswith(
        "summit: note: wrote 2 meetings to a.json\n"
    )
    assert note("export", "datapackage", name="folder").endswith(
        "wrote the whole dataset to folder\n"
    )
    assert screen("--data", FIXTURE, "list", "-o", os.devnull) == ""


def test_a_citation_of_a_record_says_how_to_cite_a_note(screen: Screen) -> None:
    drawn = screen("--data", FIXTURE, "cite", "greyford-2014", COLUMNS="1000")
    assert "for one of its notes, 1 to " in drawn.splitlines()[-1]
    command = drawn.rpartition(": ")[2].strip().removeprefix("summit ")
    assert "this cites" not in screen("--data", FIXTURE, *command.split())
