"""`summit stats`: what is counted, for people and for programs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import pytest

from builders import ids_in, json_in

if TYPE_CHECKING:
    from conftest import Summit


def counted(here: Summit, *options: str) -> dict[str, int]:
    """Return the counts of a run by their keys, without zeros."""
    rows = json_in(here("stats", *options, "--json"))
    return {row["key"]: row["count"] for row in rows if row["count"]}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("", {"2014": 1, "2015": 1, "2016": 1}),
        ("--by kind", {"summit": 1, "dinner": 1, "pull-aside": 1}),
        ("--by kind --kind call", {"phone-call": 1, "conference-call": 1}),
        ("--by country --all", {"Lorn": 2, "Arden": 2, "Borea": 2}),
        ("--by country --place lorn", {"Lorn": 1}),
        ("--by leader --theme prisoners", {"anna-vale": 1, "boris-stone": 1}),
        ("--by theme --year 2014", {"river-rights": 1, "prisoners": 1}),
        ("--by month --all", {"03": 1, "05": 1, "06": 1, "07": 1, "09": 1, "12": 1}),
        ("--by weekday --year 2014", {"5": 1}),
    ],
)
def test_the_meetings_that_the_filters_choose_are_counted(
    here: Summit, options: str, expected: dict[str, int]
) -> None:
    assert counted(here, *options.split()) == expected


def test_years_without_meetings_are_counted_too(here: Summit) -> None:
    rows = json_in(here("stats", "--all", "--json"))
    assert [row["key"] for row in rows] == [str(year) for year in range(1969, 2020)]
    assert sum(row["count"] for row in rows) == len(ids_in(here("list", "--all", "--fields", "id")))


def rows_in_csv(text: str) -> list[dict[str, str]]:
    """Return the rows of a table in CSV."""
    return list(csv.DictReader(io.StringIO(text)))


def as_text(value: Any) -> str:
    """Return a value of JSON as it is written in CSV."""
    return "" if value is None else str(value)


def test_csv_has_the_numbers_of_json(here: Summit) -> None:
    command = ("stats", "--by", "leader", "--all", "--measure", "minutes")
    rows = json_in(here(*command, "--json"))
    written = rows_in_csv(here(*command, "-f", "csv").out)
    assert list(written[0]) == ["key", "label", "count", "minutes", "timed"]
    assert written == [{name: as_text(row[name]) for name in written[0]} for row in rows]


def test_the_longest_come_first_and_unknown_lengths_are_left_out(here: Summit) -> None:
    command = ("stats", "--by", "kind", "--all", "--measure", "minutes", "--json")
    rows = {row["key"]: row["minutes"] for row in json_in(here(*command))}
    assert list(rows)[:3] == ["summit", "bilateral", "dinner"]
    assert list(rows.values()) == [530, 75, 30]


def test_meetings_without_a_known_length_are_reported(here: Summit) -> None:
    assert "the length is known for 4 of 6 meetings (2 of them only about" in (
        here("stats", "--all", "--measure", "minutes", "--json").err
    )
    assert here("stats", "--all", "--json").err == ""


@pytest.mark.parametrize("measure", ["count", "minutes"])
def test_each_president_has_a_column(here: Summit, measure: str) -> None:
    command = ("stats", "--by", "kind", "--across", "presidency", "--all", "--measure", measure)
    rows = json_in(here(*command, "--json"))
    people = ["oswin-vale", "anna-vale", "clara-finch"]
    assert [list(row["across"]) for row in rows] == [people] * len(rows)
    written = rows_in_csv(here(*command, "-f", "csv").out)
    expected = [[as_text(row["across"][person]) for person in people] for row in rows]
    assert [[row[f"across.{person}"] for person in people] for row in written] == expected
    header = here(*command, "-f", "md").out.splitlines()[0]
    assert [cell.strip() for cell in header.split("|")][-4:-1] == people


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("", ["Meetings by year", "Vale – Stone", "in person", "held", "3 in all"]),
        ("--by theme --across presidency --all", ["by theme and presidency", "6 in all"]),
        ("--leader orlov --until 1970 --measure minutes", ["Length", "Mikael Orlov", "until 1970"]),
        ("--kind call --theme water --year 2014", ["call", "River rights", "2014", "1 in all"]),
        ("--status any", ["of any status"]),
    ],
)
def test_a_chart_says_what_it_counts(here: Summit, options: str, words: list[str]) -> None:
    drawn = here("stats", *options.split(), "-f", "table", COLUMNS="160").out
    caption = drawn.splitlines()[0]
    assert [word for word in words if word not in caption] == [], caption


@pytest.mark.parametrize(("format_", "empty"), [("json", "[]\n"), ("table", ""), ("plain", "")])
def test_no_meetings_are_reported(here: Summit, format_: str, empty: str) -> None:
    run = here("stats", "--year", "1901", "--by", "month", "-f", format_)
    assert (run.code, run.out) == (0, empty)
    assert "no matching meetings" in run.err
