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
        ("zzzz", "'summit --help' lists the commands; to look for it: summit search zzzz"),
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
        ("search -1990 greyford", "needs -- before it: summit search -- -1990 greyford"),
        ("search greyford -1990 --limit 1", "needs -- before it: summit search -- -1990"),
        ("search --greyford", "see 'summit search --help'"),
        ("themes water --only facts", "'summit show ID --only' has it"),
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
        ("stats anna 2014 --json", "write summit stats --json --leader anna --year 2014"),
        ("export ics anna", "write summit export ics --leader anna"),
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


@pytest.mark.parametrize(("word", "part"), [("people", "people"), ("disagree", "accounts")])
def test_a_part_of_a_page_is_not_searched_for_as_a_record(
    here: Summit, word: str, part: str
) -> None:
    run = here("show", "greyford-2014", word)
    assert (run.code, run.out) == (2, "")
    assert run.err.rstrip().endswith(f"summit show greyford-2014 --only {part}")


@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("show", "'summit show' needs ID...; for example: summit show greyford-2014"),
        ("chart", "'summit chart' needs PICTURE; for example: summit chart "),
        ("chart pie", "PICTURE: 'pie' is unknown; choose from timeline, map,"),
        ("cite greyford-2014 --style harvard", "--style: 'harvard' is unknown; choose from note,"),
        ("list --limit x", "--limit: 'x' is not a number; write --limit 10"),
        ("list --limit", "--limit needs a value"),
        ("list --data", "--data needs a value: --data PATH"),
        ("list -f xlsx", "--format: 'xlsx' is unknown; write .csv, which spreadsheets open"),
        ("list -f sqlite", "--format: 'sqlite' is unknown; see 'summit export sqlite'"),
        ("list --asked-by mars", "--asked-by: no side matches 'mars'"),
        ("compare greyford-2014 larkhill-1969 --fields id", "compare takes no --fields"),
    ],
)
def test_a_wrong_or_missing_value_is_one_line(here: Summit, command: str, message: str) -> None:
    run = here(*command.split())
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"summit: error: {message}")
    assert run.err.count("\n") == 1


def test_a_wrong_value_of_a_variable_names_the_variable(here: Summit) -> None:
    message = here("list", SUMMIT_PALETTE="pink").err
    assert message.startswith("summit: error: --palette (SUMMIT_PALETTE): 'pink' is unknown")


@pytest.mark.parametrize(
    ("command", "advice"),
    [
        ("sources highmoor-2019", "summit sources --meeting highmoor-2019"),
        ("sources Second Greyford summit", "summit sources --meeting greyford-2017"),
        ("outcomes river-rights", "'river-rights' is a theme; for the outcomes of river-rights:"),
        ("themes clara-finch", "summit themes --leader clara-finch"),
        ("claims laurin", "summit claims --participant sergei-laurin"),
        ("people greyford-2014", "summit people --meeting greyford-2014"),
        ("outlook greyford-2014", "is a meeting; to see it: summit show greyford-2014"),
        ("sources larkhill", "matches 3 records"),
    ],
)
def test_a_record_of_another_type_is_a_filter(here: Summit, command: str, advice: str) -> None:
    name, *words = command.split()
    run = here(name, " ".join(words))
    assert (run.code, run.out) == (3, "")
    assert advice in run.err


def test_a_format_of_lists_is_not_an_export(here: Summit) -> None:
    run = here("export", "csv")
    assert (run.code, run.out) == (2, "")
    assert run.err.rstrip().endswith("summit list --all --kind any -f csv")
    assert (
        here("export", "csv", "finch", "--kind", "call")
        .err.rstrip()
        .endswith("summit list finch --kind call --all -f csv")
    )
    assert "choose from ics" in here("export", "excel").err
