"""Timelines widen to all leaders only where a period alone has nothing of the focus pair."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import ids_in

if TYPE_CHECKING:
    from conftest import Summit


@pytest.mark.parametrize("format_", ["json", "plain", "table"])
def test_a_period_without_the_focus_pair_shows_all_leaders(here: Summit, format_: str) -> None:
    run = here("timeline", "--since", "1969", "--until", "1973", "-f", format_)
    assert "larkhill-1969" in run.out
    assert "no meetings of Vale – Stone in this period; showing all leaders" in run.err


@pytest.mark.parametrize(
    "options",
    ["--since 2014", "--since 1969 --until 1973 --theme forts --no-context", "--year 1950"],
)
def test_a_timeline_does_not_widen_otherwise(here: Summit, options: str) -> None:
    run = here("timeline", *options.split(), "--fields", "id")
    assert "showing all leaders" not in run.err
    assert "larkhill-1969" not in ids_in(run)


@pytest.mark.parametrize("command", ["list", "stats", "search river"])
def test_no_other_command_widens(here: Summit, command: str) -> None:
    run = here(*command.split(), "--since", "1969", "--until", "1970")
    assert "showing all leaders" not in run.err


def test_an_empty_list_names_the_option_that_finds_more(here: Summit) -> None:
    assert (
        "no matching meetings (Vale – Stone, in person, held, 1969); --all finds 1"
        in here("list", "--year", "1969").err
    )
