"""The progress bar: on a terminal only, and gone at the end."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

from summitcli.cli.progress import ProgressBar


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


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
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    with ProgressBar("writing", after=0, every=0) as bar:
        bar.update(1, 2)
    assert pipe.getvalue() == ""
