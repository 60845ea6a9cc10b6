"""Naming records on the command line: what opens, and what is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import ids_in

if TYPE_CHECKING:
    from conftest import Summit


@pytest.mark.parametrize(
    ("command", "id_"),
    [
        ("show finch", "clara-finch"),
        ("show laurin", "sergei-laurin"),
        ("show 2014-09-12", "greyford-2014"),
        ("show town hall", "greyford-2014"),
        ("show last", "port-amber-2016"),
        ("people laurin", "sergei-laurin"),
        ("themes water", "river-rights"),
        ("outcomes farmers", "quota-in-doubt"),
    ],
)
def test_one_match_opens_and_says_how_it_was_understood(
    here: Summit, command: str, id_: str
) -> None:
    run = here(*command.split(), "--fields", "id")
    assert (run.code, ids_in(run)) == (0, [id_])
    assert command == "themes water" or f"is understood as {id_}" in run.err


def test_an_id_or_a_title_needs_no_words(here: Summit) -> None:
    assert here("show", "greyford-2014", "--fields", "id").err == ""
    assert here("show", "Greyford summit", "--fields", "id").err == ""


def test_several_matches_are_listed_with_ids_dates_and_titles(here: Summit) -> None:
    run = here("show", "larkhill")
    assert (run.code, run.out) == (3, "")
    first, *lines = run.err.splitlines()
    assert first == "summit: error: 'larkhill' matches 3 records; give one of their ids:"
    assert lines[0].split() == ["larkhill-1969", "1969-06-23", "Larkhill", "summit"]


def test_compare_takes_places(here: Summit) -> None:
    run = here("compare", "highmoor 2019", "greyford 2014", "--json")
    assert run.code == 0
    assert '"highmoor-2019"' in run.out


@pytest.mark.parametrize("command", ["on finch", "compare finch greyford-2014"])
def test_a_person_is_refused_where_a_meeting_is_meant(here: Summit, command: str) -> None:
    run = here(*command.split())
    assert (run.code, run.out) == (3, "")
    assert "'finch' is a person (Clara Finch), not a meeting" in run.err


def test_on_takes_a_meeting_and_dates_in_every_form(here: Summit) -> None:
    wanted = here("on", "2014-09-12", "--json").out
    for typed in ("greyford-2014", "12 September 2014", "12.09.2014"):
        assert here("on", *typed.split(), "--json").out == wanted
    assert here("on", "13/9/2014", "--json").code == 0
    assert here("on", "12/9/2014").code == 2


def test_the_option_meeting_takes_a_name(here: Summit) -> None:
    run = here("outcomes", "--meeting", "town hall", "--fields", "id")
    assert ids_in(run) == ids_in(here("outcomes", "--meeting", "greyford-2014", "--fields", "id"))
    assert "--meeting: 'town hall' is understood as greyford-2014" in run.err


def test_a_date_may_be_the_name_of_a_meeting(here: Summit) -> None:
    run = here("list", "--until", "town hall", "--fields", "id")
    assert ids_in(run) == ["greyford-2014"]
    assert "--until: 'town hall' is understood as greyford-2014 (Greyford summit)" in run.err
    assert here("list", "--since", "larkhill").code == 3  # which of three is the question
    assert here("list", "--since", "zzz").code == 2


def test_candidates_without_dates_leave_no_gap(here: Summit) -> None:
    assert "  anna-vale   Anna Vale\n" in here("show", "vale").err
