"""Arguments that the program refuses: one line on standard error, and an exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import assert_refused

if TYPE_CHECKING:
    from conftest import Summit


@pytest.mark.parametrize(
    ("command", "nearest"),
    [
        ("show greyford-2041", "greyford-2014"),
        ("show memo-1996", "memo-1969"),
        ("show greyford-2014 habbit-of-talking", "habit-of-talking"),
        ("themes old-fort", "old-forts"),
        ("outcomes quota-in-dout", "quota-in-doubt"),
        ("outcomes --meeting larkhil-1969", "larkhill-1969"),
        ("sources --meeting highmor-2019", "highmoor-2019"),
        ("claims claim-9", "claim-"),
        ("context flood-2041", "flood-2014"),
        ("outlook dry-sumers", "dry-summers"),
        ("compare larkhill-1969 greyford-2041", "greyford-2014"),
    ],
)
def test_an_unknown_record_is_refused_with_the_nearest_id(
    here: Summit, command: str, nearest: str
) -> None:
    arguments = command.split()
    assert_refused(here(*arguments), 3, f"'{arguments[-1]}'", "did you mean", nearest)


@pytest.mark.parametrize(
    "command",
    ["show zzqqzz", "show greyford-2014 zzqqzz", "sources --meeting zzqqzz", "themes zzqqzz"],
)
def test_an_id_unlike_any_is_refused_with_advice(here: Summit, command: str) -> None:
    assert_refused(here(*command.split()), 3, "'zzqqzz'", "'summit search'")


def test_an_empty_id_is_refused(here: Summit) -> None:
    assert_refused(here("show", ""), 3, "''")


@pytest.mark.parametrize(
    "command",
    [
        "outcomes greyford-2014",
        "outcomes --meeting river-rights",
        "compare larkhill-1969 memo-1969",
    ],
)
def test_a_record_of_another_type_is_refused(here: Summit, command: str) -> None:
    arguments = command.split()
    assert_refused(here(*arguments), 3, f"'{arguments[-1]}'")


@pytest.mark.parametrize(
    ("command", "advice"),
    [
        ("list --theme", "'summit themes --all'"),
        ("list --leader", "'summit people'"),
        ("list --place", "place.city"),
        ("list --kind", "phone-call"),
        ("list --status", "cancelled"),
        ("list --fields", "title"),
        ("list --sort", "length"),
        ("list --format", "json"),
        ("outcomes --scope", "bilateral"),
        ("outcomes --valence", "positive"),
        ("claims --verdict", "disputed"),
        ("claims --section", "timeline"),
        ("context --category", "treaties"),
        ("outlook --kind", "scenario"),
        ("sources --type", "primary"),
        ("stats --by", "weekday"),
        ("stats --measure", "minutes"),
    ],
)
def test_an_unknown_value_is_refused_with_the_known_ones(
    here: Summit, command: str, advice: str
) -> None:
    name, option = command.split()
    assert_refused(here(name, option, "zzqqzz"), 2, option, "'zzqqzz'", advice)


@pytest.mark.parametrize("option", ["--theme", "--leader", "--place", "--kind", "--since"])
def test_an_empty_value_is_refused(here: Summit, option: str) -> None:
    assert_refused(here("list", option, ""), 2, option)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["list", "--frobnicate"], ["--frobnicate"]),
        (["list", "extra"], ["extra"]),
        (["lst"], ["'lst'", "list"]),
        (["--color", "pink", "list"], ["--color", "'pink'", "never"]),
        (["--data"], ["--data"]),
        (["show"], []),
        (["search"], []),
        (["compare", "larkhill-1969"], ["two or three"]),
        (["list", "--json", "-f", "csv"], ["--json", "csv"]),
        (["list", "--fields", "id,titlle"], ["--fields", "'titlle'", "did you mean title"]),
        (["list", "--fields", "id,place.sity"], ["'place.sity'", "did you mean place.city"]),
        (["list", "--fields", ","], ["--fields", "id, title"]),
    ],
)
def test_a_command_that_cannot_be_understood_is_refused(
    here: Summit, arguments: list[str], said: list[str]
) -> None:
    assert_refused(here(*arguments), 2, *said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--since", "2019", "--until", "2018"], ["--since", "2019", "--until", "2018", "swap"]),
        (["--since", "2018-02-30"], ["--since", "'2018-02-30'", "28 days"]),
        (["--until", "2018-13"], ["--until", "'2018-13'"]),
        (["--until", "someday"], ["--until", "'someday'"]),
        (["--since", "0000"], ["--since", "'0000'"]),
        (["--limit", "-1"], ["--limit", "-1"]),
        (["--limit", "0"], ["--limit", "0"]),
        (["--limit", "abc"], ["--limit", "'abc'"]),
        (["--year", "abc"], ["--year", "'abc'"]),
        (["--year", "0"], ["--year", "0"]),
        (["--year", "99999"], ["--year", "99999"]),
    ],
    ids=" ".join,
)
def test_an_impossible_date_or_number_is_refused(
    here: Summit, arguments: list[str], said: list[str]
) -> None:
    assert_refused(here("list", *arguments), 2, *said)


@pytest.mark.parametrize("day", ["13-01", "02-30", "zzqq"])
def test_an_impossible_day_is_refused(here: Summit, day: str) -> None:
    assert_refused(here("on", day), 2, f"'{day}'")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "two\nlines"], 3),
        (["show", "\x1b[31mred"], 3),
        (["list", "--theme", "two\nlines"], 2),
        (["list", "--leader", "a\x07\x9b\u202eb"], 2),
        (["list", "--since", "2018\n07"], 2),
        (["list", "--fields", "two\nlines"], 2),
        (["--data", "two\nlines", "list"], 4),
    ],
)
def test_control_characters_of_an_argument_do_not_reach_the_terminal(
    here: Summit, arguments: list[str], code: int
) -> None:
    assert_refused(here(*arguments), code)


def test_words_that_find_nothing_are_not_an_error(here: Summit) -> None:
    run = here("search", "zzqq\nzzqq", "--json")
    assert (run.code, run.out) == (0, "[]\n")
    assert run.err.startswith("summit: note: ")
    assert run.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [("show zzqqzz", 3), ("list --sort size", 2), ("--data nowhere list", 4)],
)
def test_a_process_ends_with_the_code_of_its_error(
    summit: Summit, here: Summit, arguments: str, code: int
) -> None:
    run = summit(*arguments.split())
    assert_refused(run, code)
    assert run == here(*arguments.split())
