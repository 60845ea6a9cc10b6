"""`summit list`: the meetings that filters choose, their order, and the notes on the choice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from builders import ids_in, json_in

if TYPE_CHECKING:
    from conftest import Summit

OURS = ["greyford-2014", "larkhill-2015", "port-amber-2016"]
EVERYONES = ["larkhill-1969", "port-amber-1973", *OURS, "highmoor-2019"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("", OURS),
        ("--all", EVERYONES),
        ("--leader finch", ["highmoor-2019"]),
        ("--leader finch --leader orlov", ["larkhill-1969", "port-amber-1973", "highmoor-2019"]),
        ("--year 2016", ["larkhill-2015", "port-amber-2016"]),
        ("--year 2014 --year 1969 --all", ["larkhill-1969", "greyford-2014"]),
        ("--since 2014-09-13 --until 2016-06", ["larkhill-2015"]),
        ("--since 1973-05-31 --until 1973 --all", ["port-amber-1973"]),
        ("--place lorn", ["greyford-2014"]),
        ("--place port_amber --all", ["port-amber-1973", "port-amber-2016"]),
        ("--kind PULL_ASIDE", ["port-amber-2016"]),
        ("--kind call", ["call-2014-02-03", "call-2016-08-20"]),
        ("--kind remote --until 2015", ["call-2014-02-03", "letter-2015-01-01"]),
        ("--kind dinner --kind summit", ["greyford-2014", "larkhill-2015"]),
        ("--theme prisoners --kind any", ["greyford-2014", "letter-2015-01-01"]),
        ("--theme tariffs --theme prisoners", OURS),
        ("--theme tariffs --place borea", ["port-amber-2016"]),
        ("--status canceled", ["greyford-2017"]),
        ("--status not-held", ["port-amber-return"]),
        ("--status any --since 2016-12", ["greyford-2017", "highmoor-2020", "larkhill-2021"]),
    ],
)
def test_a_filter_chooses_meetings(here: Summit, filters: str, expected: list[str]) -> None:
    assert ids_in(here("list", *filters.split(), "--fields", "id")) == expected


@pytest.mark.parametrize(
    ("option", "spellings", "expected"),
    [
        ("--place", ["Greyford", "greyford", "GREYFORDE", "Грейфорд", "grefyord"], OURS[:1]),
        ("--leader", ["boris-stone", "Stone", "Борис Стоун", "stoen"], [*OURS, EVERYONES[-1]]),
        ("--theme", ["river-rights", "River rights", "irrigation", "irigation"], OURS[::2]),
    ],
)
def test_names_are_recognised_in_many_spellings(
    here: Summit, option: str, spellings: list[str], expected: list[str]
) -> None:
    found = [ids_in(here("list", option, name, "--fields", "id")) for name in spellings]
    assert found == [expected] * len(spellings)


def test_a_namesake_is_not_chosen(here: Summit) -> None:
    chosen = json_in(here("list", "--leader", "anna-vale", "--json"))
    assert {person for meeting in chosen for person in meeting["leaders"]["arden"]} == {"anna-vale"}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("date", EVERYONES),
        ("-date", EVERYONES[::-1]),
        ("-length", ["larkhill-1969", "greyford-2014", "highmoor-2019", "larkhill-2015"]),
        ("length", ["larkhill-2015", "highmoor-2019", "greyford-2014", "larkhill-1969"]),
        ("place", ["greyford-2014", "highmoor-2019", "larkhill-1969", "larkhill-2015"]),
        ("id", sorted(EVERYONES)),
    ],
)
def test_meetings_are_sorted(here: Summit, order: str, expected: list[str]) -> None:
    sorted_ = ids_in(here("list", "--all", "--sort", order, "--fields", "id"))
    assert sorted_[: len(expected)] == expected
    assert len(sorted_) == len(EVERYONES)


def test_a_guess_is_reported(here: Summit) -> None:
    run = here("list", "--kind", "lettr", "--json")
    assert {meeting["kind"] for meeting in json_in(run)} == {"letter"}
    assert run.err.startswith("summit: note: --kind: ")
    assert "'lettr'" in run.err
    assert run.err.count("\n") == 1


def test_an_exact_match_is_not_reported(here: Summit) -> None:
    run = here("list", "--kind", "SUMMIT", "--place", "Грейфорд", "--json")
    assert len(json_in(run)) == 1
    assert "summit: note: --" not in run.err


def test_a_limit_cuts_without_a_word_in_a_pipe(here: Summit) -> None:
    run = here("list", "--limit", "1", "--fields", "id")
    assert (ids_in(run), run.err) == (OURS[:1], "")
    assert ids_in(here("list", "--limit", "9", "--fields", "id")) == OURS


@pytest.mark.parametrize(
    ("filters", "broader"),
    [
        ("--theme prisoners --year 2015", "--kind any"),
        ("--year 2017", "--status any"),
        ("--year 2019", "--all"),
    ],
)
def test_an_empty_list_names_the_option_that_finds_more(
    here: Summit, filters: str, broader: str
) -> None:
    nothing = here("list", *filters.split(), "--json")
    assert json_in(nothing) == []
    hint = re.search(rf"(\d+)?[^.;(]*{broader}( finds (\d+))?", nothing.err)
    assert hint, nothing.err
    found = ids_in(here("list", *filters.split(), *broader.split(), "--fields", "id"))
    assert str(len(found)) in hint.groups()


@pytest.mark.parametrize(("format_", "empty"), [("json", "[]\n"), ("table", ""), ("plain", "")])
def test_an_empty_list_is_a_success(here: Summit, format_: str, empty: str) -> None:
    run = here("list", "--year", "1901", "-f", format_)
    assert (run.code, run.out) == (0, empty)
    assert "no matching meetings" in run.err
    assert "--all" not in run.err


def test_a_table_of_all_leaders_is_grouped_by_presidency(here: Summit) -> None:
    table = here("list", "--all", "-f", "table", COLUMNS="120").out
    headings = ["Oswin Vale, 1966–1974", "Anna Vale, 2014–2018", "Clara Finch, 2018–2020"]
    assert [line for line in table.splitlines() if line in headings] == headings
    assert table.count("Meeting  ") == 1  # the columns are named once
    for options in (["--all", "--sort", "title"], ["--leader", "orlov"]):
        assert headings[0] not in here("list", *options, "-f", "table").out.splitlines()


@pytest.mark.parametrize("order", ["length", "place"])
def test_what_a_list_is_sorted_by_stays_on_a_narrow_terminal(here: Summit, order: str) -> None:
    def headings(sort: str) -> list[str]:
        drawn = here("list", "--all", "--sort", sort, "-f", "table", COLUMNS="80").out
        return drawn.splitlines()[0].split()

    assert order.capitalize() in headings(f"-{order}")
    assert order.capitalize() not in headings("date")
