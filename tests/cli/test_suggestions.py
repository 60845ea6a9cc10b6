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
        ("zzzz", "'summit --help' lists the commands"),
    ],
)
def test_an_unknown_command_is_answered(here: Summit, command: str, advice: str) -> None:
    run = here(*command.split())
    assert (run.code, run.out) == (2, "")
    assert advice in run.err


@pytest.mark.parametrize(
    ("command", "advice"),
    [
        ("list --before 2", "see 'summit list --help'"),
        ("outlook --place x", "see 'summit outlook --help'"),
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
