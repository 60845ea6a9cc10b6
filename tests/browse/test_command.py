"""`summit browse` on the command line: words, filters, looks, and where it cannot run."""

from __future__ import annotations

import io
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summitcli.cli.commands import browse

if TYPE_CHECKING:
    from conftest import Summit
    from summitcli.browse.app import Browse

PAGE = Path(__file__).parent.parent.parent / "docs" / "browse.md"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Browse]:
    """Return the apps that are started, none of which runs."""
    apps: list[Browse] = []

    def run(app: Browse) -> int:
        apps.append(app)
        return 0

    monkeypatch.setattr("summitcli.browse.app.run", run)
    monkeypatch.setattr(browse, "_check_terminal", lambda: None)
    monkeypatch.setenv("NO_COLOR", "1")  # the command sets it; it must not outlive the test
    return apps


def test_filters_are_taken_from_options(here: Summit, started: list[Browse]) -> None:
    options = ("--leader", "vale", "--year", "2014", "--since", "2013", "--status", "held")
    assert here("browse", *options).code == 0
    labels = [item.label for item in started[0].main.lists.filters]
    assert labels == ["2014", "leader: Anna Vale, Oswin Vale", "status: held", "since 2013"]


def test_a_filter_that_matches_nothing_is_refused(here: Summit, started: list[Browse]) -> None:
    run = here("browse", "--leader", "qqqq")
    assert (run.code, started) == (2, [])
    assert run.err.startswith("summit: error: no leader matches 'qqqq'")


@pytest.mark.parametrize(
    "line",
    [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("summit browse")],
)
def test_the_examples_of_the_documentation_start(
    here: Summit, started: list[Browse], line: str
) -> None:
    arguments = shlex.split(line, comments=True)[1:]
    run = here(*arguments, SUMMIT_DATA=None)
    assert (run.code, run.err) == (0, "")
    assert started


@pytest.mark.parametrize(
    ("options", "variables", "look"),
    [
        ((), {"COLORTERM": "truecolor"}, "dark"),
        (("--palette", "light"), {"TERM": "xterm-256color"}, "light"),
        ((), {"TERM": "xterm-256color", "COLORFGBG": "0;15"}, "light"),
        ((), {"TERM": "xterm"}, "few"),
        (("--palette", "dark"), {"TERM": "linux"}, "few-dark"),
        (("--palette", "mono"), {"COLORTERM": "truecolor"}, "plain"),
    ],
)
def test_the_look_is_chosen_by_palette_and_terminal(
    here: Summit,
    started: list[Browse],
    options: tuple[str, ...],
    variables: dict[str, str],
    look: str,
) -> None:
    assert here("--color", "always", *options, "browse", **variables).code == 0
    assert started[0].theme == look


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_is_told_what_to_use(
    here: Summit, monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    terminal = io.StringIO()
    terminal.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr("sys.stdin", terminal)
    monkeypatch.setattr("sys.stdout", terminal)
    monkeypatch.setattr("sys.stderr", terminal)
    assert here("browse", TERM=term).code == 2
    assert "'summit list' and 'summit show ID'" in " ".join(terminal.getvalue().split())
