"""`summit themes`: how often each theme came up, and one theme in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import ids_in, json_in

if TYPE_CHECKING:
    from conftest import Summit


def test_themes_of_the_focus_pair_are_listed_the_most_frequent_first(here: Summit) -> None:
    run = here("themes", "--fields", "id")
    assert ids_in(run) == ["border-trade", "river-rights", "prisoners"]


def test_all_themes_are_listed_on_request(here: Summit) -> None:
    run = here("themes", "--all", "--fields", "id")
    assert ids_in(run) == ["river-rights", "border-trade", "old-forts", "prisoners"]
    assert "--all" not in run.err


@pytest.mark.parametrize("scope", [[], ["--all"]])
def test_the_meetings_of_a_theme_are_those_that_list_finds(here: Summit, scope: list[str]) -> None:
    for theme in json_in(here("themes", *scope, "--json")):
        chosen = ("list", *scope, "--theme", theme["id"], "--fields", "id")
        assert theme["meetings"] == ids_in(here(*chosen))
        assert theme["remote"] == ids_in(here(*chosen, "--kind", "remote"))


@pytest.mark.parametrize(
    ("command", "name", "identifier"),
    [
        ("themes", "River rights", "river-rights"),
        ("outcomes", "habit-of-talking", "habit-of-talking"),
        ("context", "flood-2014", "flood-2014"),
        ("claims", "claim-1", "claim-1"),
        ("outlook", "dry-summers", "dry-summers"),
    ],
)
def test_one_record_is_shown_as_with_show(
    here: Summit, command: str, name: str, identifier: str
) -> None:
    for format_ in ("json", "table", "md"):
        assert here(command, name, "-f", format_) == here("show", identifier, "-f", format_)
