"""`summit on`: what happened on a day of the year, and the nearest before and after."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from builders import json_in

if TYPE_CHECKING:
    from conftest import Summit


@pytest.mark.parametrize("day", ["09-12", "12 September", "September 12"])
def test_a_day_without_a_year_is_a_day_of_any_year(here: Summit, day: str) -> None:
    near = json_in(here("on", *day.split(), "--json"))
    assert [(entry["relation"], entry["id"]) for entry in near] == [
        ("before", "call-2016-08-20"),
        ("on this day", "greyford-2014"),
        ("after", "larkhill-2015"),
    ]


def test_a_day_with_a_year_has_the_nearest_in_time_around_it(here: Summit) -> None:
    near = json_in(here("on", "2014-09-12", "--json"))
    assert [(entry["relation"], entry["id"]) for entry in near] == [
        ("before", "flood-2014"),
        ("on this day", "greyford-2014"),
        ("after", "letter-2015-01-01"),
    ]


def test_without_a_day_it_is_today(here: Summit) -> None:
    before, run, after = date.today(), here("on", "--json"), date.today()
    assert run.out in {here("on", f"{day:%m-%d}", "--json").out for day in (before, after)}


def test_meetings_that_were_not_held_are_left_out(here: Summit) -> None:
    near = json_in(here("on", "12-01", "--json"))
    assert "larkhill-2021" not in {entry["id"] for entry in near}


def test_a_day_without_an_entry_is_reported(here: Summit) -> None:
    assert "25 July" in here("on", "07-25", "--json").err


def test_two_formats_are_one_line_without_a_note(here: Summit) -> None:
    run = here("on", "07-25", "-f", "tsv", "--json")
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)


def test_in_a_table_the_relations_are_headings(here: Summit) -> None:
    lines = here("on", "09-12", "-f", "table", COLUMNS="120").out.splitlines()
    headings = ["Nearest before", "On this day", "Nearest after"]
    assert [line for line in lines if line in headings] == headings
