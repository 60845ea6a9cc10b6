"""Footers: what is shown, what is hidden and which option shows it, only on a terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from summitcli.cli.footer import describe_hidden, describe_list
from summitcli.search.select import ALL_KINDS, STATUSES, Selection, focus_pair, select

if TYPE_CHECKING:
    from conftest import Run, Summit
    from summitcli.model import Dataset


def on_terminal(here: Summit, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Run:
    """Run a command line as if its output appeared on a terminal, without a pager."""
    monkeypatch.setattr("summitcli.cli.output.is_terminal", lambda: True)
    return here("--no-pager", *arguments)


def test_a_list_says_how_many_of_how_many() -> None:
    assert describe_list("claims", 3, 3) == "3 claims"
    assert describe_list("claims", 1, 1) == "1 claim"
    assert describe_list("claims", 3, 3, 25) == "3 of 25 claims"
    assert describe_list("claims", 2, 3, 25) == "2 of 3 claims; --limit 3 shows all"
    assert describe_list("hits", 3, 3, scope="held") == "3 hits · held"


def test_each_restriction_says_how_much_it_hides(fixture_data: Dataset) -> None:
    wanted = Selection(
        together=focus_pair(fixture_data), kinds=frozenset(), statuses=STATUSES["held"]
    )
    found = len(select(fixture_data, wanted))
    text = describe_hidden(fixture_data, wanted, found)
    assert text == (
        ". Also: 4 between other leaders (--all), 4 not held or disputed (--status any)."
        " Known to 2021-06"
    )
    everything = Selection(kinds=ALL_KINDS)
    assert describe_hidden(fixture_data, everything, len(fixture_data.meetings)) == (
        ". Known to 2021-06"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is imitated")
@pytest.mark.parametrize(
    ("command", "words"),
    [
        (
            "list",
            "3 meetings · Vale – Stone, in person, held. Also: 3 between other leaders (--all)",
        ),
        ("list --limit 1", "1 of 3 meetings; --limit 3 shows all"),
        ("list --place larkhill", "Also: 1 between other leaders (--all)"),
        ("timeline --since 2014", "Vale – Stone, of any kind, held, since 2014. Also:"),
        ("themes", "3 themes. Also: 1 that came up only between other leaders (--all)"),
        ("stats --by kind", "3 meetings. Also: 3 between other leaders (--all)"),
        ("stats --by kind --limit 1", "1 of 3 rows; --limit 3 shows all · 3 meetings. Also: 3"),
        ("list cancelled", "in person, cancelled. Also: 6 of another status (--status any)"),
        ("claims --verdict disputed", "1 of 3 claims"),
        ("list --participant laurim", "Vale – Stone, in person, held, with Sergei Laurin."),
        ("list --place grefyord", "Vale – Stone, in person, held, Greyford."),
        ("list --place lorn", "Vale – Stone, in person, held, Lorn."),
        ("list --kind any --asked-by arden", "held, asked for by Arden."),
        ("outlook --kind scenario --limit 1", "drivers and scenarios"),
        ("search water --limit 1", "1 of "),
    ],
)
def test_a_footer_follows_a_list_on_a_terminal(
    here: Summit, monkeypatch: pytest.MonkeyPatch, command: str, words: str
) -> None:
    run = on_terminal(here, monkeypatch, *command.split())
    assert run.out != ""
    assert words in run.err
    assert "\n\n" in f"\n{run.err}"  # set off from the table, or from notes


@pytest.mark.parametrize("command", ["list", "list --limit 1", "themes", "timeline", "stats"])
def test_a_pipe_gets_no_footer(here: Summit, command: str) -> None:
    assert here(*command.split()).err == ""
