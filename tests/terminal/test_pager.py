"""The choice of a pager, and what it is given."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from summitcli.errors import SummitError
from summitcli.terminal.pager import (
    Pager,
    choose_pager,
    count_lines,
    show_in_pager,
    without_hyperlinks,
)

if TYPE_CHECKING:
    from pathlib import Path

needs_posix = pytest.mark.skipif(os.name == "nt", reason="the pagers are shell scripts")
PYTHON = sys.executable


def test_the_own_variable_wins_over_the_common_one() -> None:
    assert choose_pager({"SUMMIT_PAGER": f"{PYTHON} -u", "PAGER": "more"}) == Pager((PYTHON, "-u"))
    assert choose_pager({"PAGER": PYTHON}) == Pager((PYTHON,))


@pytest.mark.parametrize("value", ["", "  ", "cat"])
def test_an_empty_variable_or_cat_means_no_pager(value: str) -> None:
    assert choose_pager({"SUMMIT_PAGER": value, "PAGER": PYTHON}) is None
    assert choose_pager({"PAGER": value}) is None


def test_a_pager_that_does_not_exist_is_an_error_only_if_it_is_our_variable(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(SummitError, match="program 'no-such-pager' not found"):
        choose_pager({"SUMMIT_PAGER": "no-such-pager -x"})
    with pytest.raises(SummitError, match="is not a command"):
        choose_pager({"SUMMIT_PAGER": "less 'x"})
    monkeypatch.setattr("shutil.which", lambda name: name if name == "less" else None)
    assert choose_pager({"PAGER": "no-such-pager"}) == Pager(("less",), own=True)


def test_without_a_choice_less_is_taken_if_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert choose_pager({}) is None


def test_lines_are_counted_as_the_screen_breaks_them() -> None:
    assert count_lines("a\nb\n", 10) == 2
    assert count_lines("\n" * 3, 10) == 3
    assert count_lines("x" * 21 + "\n", 10) == 3
    assert count_lines("\x1b[1m" + "x" * 10 + "\x1b[0m\n", 10) == 1
    assert (
        count_lines("\x1b]8;id=1;https://example.org/\x1b\\" + "x" * 9 + "\x1b]8;;\x1b\\\n", 10)
        == 1
    )
    assert count_lines("谈" * 6 + "\n", 10) == 2


def test_hyperlinks_can_be_taken_out_and_colours_stay() -> None:
    linked = "\x1b[1m\x1b]8;id=1;https://example.org/\x1b\\here\x1b]8;;\x1b\\\x1b[0m"
    assert without_hyperlinks(linked) == "\x1b[1mhere\x1b[0m"


def script(folder: Path, line: str) -> Pager:
    """Return a pager that runs a line of shell."""
    path = folder / "pager"
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return Pager((str(path),), own=True)


@needs_posix
def test_a_pager_gets_the_content_and_less_its_options(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    pager = script(tmp_path, f'echo "$LESS" > {seen}; cat >> {seen}')
    assert show_in_pager("Zürich\n".encode(), pager, {"PATH": os.environ["PATH"]})
    assert seen.read_text(encoding="utf-8") == "FRX\nZürich\n"
    assert show_in_pager(b"", pager, {"PATH": os.environ["PATH"], "LESS": "S"})
    assert seen.read_text(encoding="utf-8") == "S\n"


@needs_posix
def test_leaving_early_and_failing_are_not_errors(tmp_path: Path) -> None:
    assert show_in_pager(b"x" * 1_000_000, script(tmp_path, "exit 3"), dict(os.environ))
    assert not show_in_pager(b"x", Pager((str(tmp_path / "none"),)), dict(os.environ))
