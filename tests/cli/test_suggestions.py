"""Advice on mistyped commands and options."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Summit


@pytest.mark.parametrize(
    ("command", "advice"),
    [
        ("greyford-2014", "to see this record: summit show greyford-2014"),
        ("finch", "to see this record: summit show clara-finch"),
        ("find x", "did you mean 'summit search'?"),
        ("timelin", "did you mean 'summit timeline'?"),
        ("larkhill", "to see what has this name: summit show larkhill"),
        ("zzzz", "'summit --help' lists the commands; 'summit search zzzz' looks for it"),
    ],
)
def test_an_unknown_command_is_answered(here: Summit, command: str, advice: str) -> None:
    run = here(*command.split())
    assert (run.code, run.out) == (2, "")
    assert advice in run.err


@pytest.mark.parametrize(
    ("command", "advice"),
    [
        ("list --until-when 2", "see 'summit list --help'"),
        ("list --before 2", "did you mean --until?"),
        ("list --country x", "did you mean --place?"),
        ("people --with x", "did you mean --participant?"),
        ("outlook --country x", "see 'summit outlook --help'"),
        ("outlook --place x", "see 'summit outlook --help'"),
        ("show x --people", "did you mean --only people?"),
        ("show x --section y", "see 'summit show --help'"),
        ("list --leaders x", "did you mean --leader?"),
        ("list --parti x", "did you mean --participant?"),
        ("search -1990 greyford", "put -- before the query"),
    ],
)
def test_only_near_options_are_suggested(here: Summit, command: str, advice: str) -> None:
    run = here(*command.split())
    assert (run.code, run.out) == (2, "")
    assert run.err.rstrip().endswith(advice) or advice in run.err
    assert "--format" not in run.err


def test_an_unknown_value_is_answered_with_all_values(here: Summit) -> None:
    run = here("stats", "--across", "year")
    assert (run.code, "choose from presidency" in run.err) == (2, True)


@pytest.mark.parametrize(
    ("command", "advice"),
    [
        ("stats anna", "write summit stats --leader anna"),
        ("timeline 2014", "write summit timeline --year 2014"),
        ("timeline zzz", "see 'summit timeline --help'"),
        ("store greyford", "see 'summit store --help'"),
    ],
)
def test_words_that_a_command_does_not_take_are_options(
    here: Summit, command: str, advice: str
) -> None:
    run = here(*command.split())
    assert (run.code, run.out) == (2, "")
    assert run.err.rstrip().endswith(advice)


def test_a_part_of_a_page_is_not_searched_for_as_a_record(here: Summit) -> None:
    run = here("show", "greyford-2014", "people")
    assert (run.code, run.out) == (2, "")
    assert run.err.rstrip().endswith("summit show greyford-2014 --only people")


def test_the_sources_of_a_meeting_are_an_option(here: Summit) -> None:
    run = here("sources", "highmoor 2019")
    assert (run.code, run.out) == (3, "")
    assert run.err.rstrip().endswith("summit sources --meeting highmoor-2019")
    assert "matches 3 records" in here("sources", "larkhill").err


def test_a_format_of_lists_is_not_an_export(here: Summit) -> None:
    run = here("export", "csv")
    assert (run.code, run.out) == (2, "")
    assert run.err.rstrip().endswith("summit list --all --kind any -f csv")
    assert "choose from ics" in here("export", "excel").err
