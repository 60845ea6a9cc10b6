"""Filters: the same everywhere, with lists, ranges and forgiving dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import ids_in

if TYPE_CHECKING:
    from conftest import Summit


@pytest.mark.parametrize(
    ("command", "same"),
    [
        ("list --theme water,prisoners", "list --theme water --theme prisoners"),
        ("list --place larkhill,greyford", "list --place larkhill --place greyford"),
        ("list --year 2014-2015", "list --year 2014,2015"),
        ("list --kind call,letter", "list --kind call --kind letter"),
        ("list --since July.2014", "list --since 2014-07"),
        ("list --until greyford-2014", "list --until 2014-09-12"),
        ("list --since 12.9.2014", "list --since 2014-09-12"),
        ("outcomes --leader stone", "outcomes --meeting greyford-2014"),
        ("claims --place greyford", "claims --meeting greyford-2014"),
    ],
)
def test_two_ways_to_say_the_same(here: Summit, command: str, same: str) -> None:
    run = here(*command.split(), "--fields", "id")
    assert run.code == 0
    assert run.out == here(*same.split(), "--fields", "id").out != ""


def test_a_place_with_a_comma_is_one_place(here: Summit) -> None:
    run = here("list", "--place", "Greyford, Lorn", "--all", "--fields", "id")
    assert ids_in(run) == ["greyford-2014"]


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("--year", "18", "'18' is not a year of four digits"),
        ("--since", "3/4/2018", "may be two days"),
        ("--until", "soon", "'soon' is not a date"),
        ("--participant", "zzz", "'summit people --all-participants' lists everyone"),
    ],
)
def test_what_is_unclear_is_refused(here: Summit, option: str, value: str, message: str) -> None:
    run = here("list", option, value)
    assert (run.code, run.out) == (2, "")
    assert run.err.startswith(f"summit: error: {option}: ")
    assert message in run.err


@pytest.mark.parametrize(
    "command",
    [
        "list --participant laurin",
        "search greyford --participant laurin",
        "timeline --participant laurin --place greyford --year 2014",
        "stats --participant laurin --by kind",
        "themes --participant laurin --since 2014",
        "people --participant laurin",
        "context --meeting call-2014-02-03 --year 2014",
        "outcomes --year 2014",
        "claims --year 2014 --place greyford",
        "outlook --theme water",
        "sources --year 2014",
        "sources --theme prisoners --until 2014",
    ],
)
def test_filters_work_wherever_they_make_sense(here: Summit, command: str) -> None:
    run = here(*command.split(), "--json")
    assert (run.code, run.err) == (0, "")
    assert run.out not in ("[]\n", "")


def test_the_sources_of_a_meeting_have_their_numbers(here: Summit) -> None:
    lines = here("sources", "--meeting", "greyford-2014").out.splitlines()
    assert [line.split("\t")[1] for line in lines] == [str(n) for n in range(1, len(lines) + 1)]


@pytest.mark.parametrize(
    "command", ["list", "timeline", "search water", "on 09-12", "themes", "people", "claims"]
)
def test_the_id_comes_first_in_plain_output(here: Summit, command: str) -> None:
    plain = here(*command.split())
    ids = ids_in(here(*command.split(), "--fields", "id"))
    assert [line.split("\t")[0] for line in plain.out.splitlines()] == ids


def test_the_fields_of_a_command_are_listed(here: Summit) -> None:
    run = here("list", "--fields", "help")
    assert run.out.startswith("id\tPermanent id")
    assert "\nplace.city\t" in run.out
    assert "the columns of -f plain are: Id, Date, Meeting" in run.err


def test_lengths_say_how_exact_they_are(here: Summit) -> None:
    lengths = {
        line.split("\t")[0]: line.split("\t")[5] for line in here("list", "--all").out.splitlines()
    }
    assert lengths["larkhill-1969"] == "over 6 h 40 min"
    assert lengths["larkhill-2015"] == "about 30 min"


def test_objects_in_a_drawn_table_are_words(here: Summit) -> None:
    drawn = here("show", "greyford-2014", "--fields", "participants", "-f", "table").out
    assert "Peter Lund (Foreign Minister, arden)" in " ".join(drawn.split())
    assert "{" not in drawn


def test_a_page_in_a_pipe_is_text(here: Summit) -> None:
    run = here("show", "greyford-2014", COLUMNS=None)
    assert run.out.startswith("Greyford summit\n")
    assert max(map(len, run.out.splitlines())) == 100
    assert here("show", "greyford-2014", "-f", "plain").out.startswith("id\tgreyford-2014\n")
    assert here("compare", "greyford-2014", "highmoor-2019").out != (
        here("compare", "greyford-2014", "highmoor-2019", "-f", "plain").out
    )
