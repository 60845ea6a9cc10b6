"""Words after `list`: a year, a date, a place, a person, a theme or a kind of meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import ids_in

if TYPE_CHECKING:
    from conftest import Summit


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("2014", "--year 2014"),
        ("2014-2015", "--year 2014 --year 2015"),
        ("greyford", "--place greyford"),
        ("greyford 2014", "--place greyford --year 2014"),
        ("September 2014", "--since 2014-09 --until 2014-09"),
        ("finch", "--leader finch"),
        ("anna vale", "--leader anna-vale"),
        ("water", "--theme river-rights"),
        ("border-trade larkhill", "--theme border-trade --place larkhill"),
        ("grefyord", "--place greyford"),
        ("calls", "--kind call"),
        ("dinner 2015", "--kind dinner --year 2015"),
        ("laurin", "--participant sergei-laurin"),
        ("sergei laurim", "--participant sergei-laurin"),
        ("phone calls 2014", "--kind phone-call --year 2014"),
        ("finch and stone", "--leader finch --participant stone"),
        ("vale finch", "--leader vale --leader finch"),
        ("cancelled", "--status cancelled"),
        ("phone 2014", "--kind phone-call --year 2014"),
        ("larkhill,greyford", "--place larkhill,greyford"),
        ("Greyford, Lorn", "--place greyford"),
        ("all 1969", "--all --year 1969"),
        ("meetings", ""),
        ("the meetings of Vale and Finch in 2014", "--leader vale --leader finch --year 2014"),
        ("last", "--meeting port-amber-2016"),
        ("first", "--meeting greyford-2014"),
        ("vale --leader finch", "--leader vale --leader finch"),
        ("stone --leader finch", "--leader finch --participant stone"),
    ],
)
def test_words_stand_for_filters(here: Summit, words: str, options: str) -> None:
    found = here("list", *words.split(), "--fields", "id")
    assert (found.code, found.out) == (0, here("list", *options.split(), "--fields", "id").out)


def test_words_that_may_mean_several_things_are_refused_with_commands(here: Summit) -> None:
    # The river is in the name of a theme; only a word that also is a place is ambiguous.
    run = here("list", "zzz")
    assert (run.code, run.out) == (2, "")
    assert "to look for it everywhere: summit search zzz" in run.err


def test_a_country_that_is_also_a_theme_lists_both_readings(here: Summit) -> None:
    run = here("list", "georgia", SUMMIT_DATA=None)
    if run.code:  # as long as the shipped record has both
        assert run.code == 2
        assert "summit list --place georgia" in run.err
        assert "summit list --theme georgia" in run.err


def test_a_surname_is_a_leader_rather_than_a_house_of_this_name(here: Summit) -> None:
    run = here("list", "bush", "--fields", "id", SUMMIT_DATA=None)
    assert run.code == 0
    assert "--leader: 'bush' matches George H. W. Bush, George W. Bush; using all" in run.err


def test_commands_for_an_ambiguous_word_keep_the_other_words(here: Summit) -> None:
    run = here("list", "iran", "2018", SUMMIT_DATA=None)
    if run.code:  # as long as the shipped record has a place and a theme of this name
        assert "write summit list 2018 --place iran or summit list 2018 --theme iran" in run.err


def test_the_last_of_a_list_is_a_command_of_its_own(here: Summit) -> None:
    run = here("list", "last", "call")
    assert (run.code, run.out) == (2, "")
    assert run.err.rstrip().endswith("for that of a list: summit list call --reverse --limit 1")


def test_words_and_options_add_up(here: Summit) -> None:
    assert ids_in(here("list", "larkhill", "--all", "--year", "1969", "--fields", "id")) == [
        "larkhill-1969"
    ]


def test_an_empty_word_is_not_everything(here: Summit) -> None:
    run = here("list", "")
    assert (run.code, run.out) == (2, "")
    assert "the word after the command is empty; leave it out" in run.err


@pytest.mark.parametrize(
    ("command", "note"),
    [
        ("list larkhill 1969", "Vale – Stone, in person, held, 1969, Larkhill); --all finds 1"),
        ("list phone 2015", "(Vale – Stone, phone call, held, 2015); --kind any finds 2"),
        ("list 1850", "(Vale – Stone, in person, held, 1850); leaving out '1850' finds 3"),
        ("stats --all --year 1850", "; leaving out '1850' finds 6"),
        ("timeline --place highmoor", "of any kind, held, Highmoor); --all finds 1"),
        ("search zzzz", "nothing found for 'zzzz'"),
        (
            "search larkhill --year 1850",
            "nothing found with these filters; without them 'larkhill'",
        ),
    ],
)
def test_what_finds_nothing_says_how_it_was_understood(
    here: Summit, command: str, note: str
) -> None:
    run = here(*command.split())
    assert (run.code, run.out) == (0, "")
    assert note in run.err
