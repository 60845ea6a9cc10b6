"""Progress: what a terminal shows while a large dataset is read or written."""

from __future__ import annotations

import sys
import time
from io import StringIO

import pytest

from summitcli.cli.progress import Progress, ProgressBar


class Terminal(StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        return True


def written(
    monkeypatch: pytest.MonkeyPatch, stream: StringIO, after: float, wait_for: str = ""
) -> str:
    """Return what is written while two numbers of records are reported."""
    monkeypatch.setattr("sys.stderr", stream)
    with Progress(after, every=0.01) as progress:
        for step, number in (("read", 0), ("read", 12_300), ("index", 400)):
            progress.report(step, number)
            expected = f"{number:,} records" if number else "reading ..."
            end = time.monotonic() + 10
            while wait_for and expected not in stream.getvalue() and time.monotonic() < end:
                time.sleep(0.005)
    assert sys.stderr is stream
    return stream.getvalue()


def test_a_terminal_shows_numbers_and_a_clean_line_in_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = written(monkeypatch, Terminal(), 0, "numbers")
    lines = [line.strip() for line in text.split("\r")]
    assert list(dict.fromkeys(lines)) == [
        "",
        "summit: reading ...",
        "summit: reading ... 12,300 records",
        "summit: indexing ... 400 records",
    ]
    shown = ""
    for part in text.split("\r"):
        shown = part + shown[len(part) :]
    assert shown.strip() == ""
    assert text.endswith("\r")


def test_a_quick_task_and_a_pipe_show_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert written(monkeypatch, Terminal(), 60) == ""
    assert written(monkeypatch, StringIO(), 0) == ""


def test_a_terminal_that_goes_away_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(Terminal):
        def flush(self) -> None:
            raise OSError

    written(monkeypatch, Gone(), 0, "numbers")
    monkeypatch.setattr("sys.stderr", None)
    with Progress(0) as progress:
        progress.report("read", 0)


def test_a_slow_task_draws_a_bar_and_erases_it(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with ProgressBar("writing", after=0, every=0) as bar:
        bar.update(1, 2)
        bar.update(2, 2)
    drawn = terminal.getvalue().split("\r")
    assert drawn[1] == "summit: writing [############............]  50%"
    assert drawn[2] == "summit: writing [########################] 100%"
    assert drawn[3:] == [" " * len(drawn[2]), ""]
    assert max(map(len, drawn)) < 60


def test_a_quick_task_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with ProgressBar("writing") as bar:
        bar.update(1, 2)
    assert terminal.getvalue() == ""


def test_a_pipe_gets_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    with ProgressBar("writing", after=0, every=0) as bar:
        bar.update(1, 2)
    assert pipe.getvalue() == ""
