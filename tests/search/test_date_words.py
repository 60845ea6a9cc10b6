"""Dates in queries."""

from __future__ import annotations

import pytest

from summitcli.model.dates import Span, parse_span
from summitcli.search.date_words import find_dates
from summitcli.search.normalize import words
from summitcli.search.query import parse_query


def spans(text: str) -> list[Span]:
    """Return the periods that a text mentions."""
    return list(find_dates(words(text), text).spans)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018", "2018", None),
        ("2018-07-16", "2018-07-16", None),
        ("16.07.2018", "2018-07-16", None),
        ("7/16/2018", "2018-07-16", None),
        ("16 July 2018", "2018-07-16", None),
        ("the 16th of July 2018", "2018-07-16", None),
        ("Sept 1959", "1959-09", None),
        ("мая 1972", "1972-05", None),
        ("декабрь 1989", "1989-12", None),
        ("may 1972", "1972-05", None),
        ("winter 1988", "1988-12", "1989-02"),
        ("the 80s", "1980", "1989"),
        ("1970s", "1970", "1979"),
        ("geneva 85", "1985", None),
        ("1985-1988", "1985", "1988"),
        ("between 1985 and 1988", "1985", "1988"),
        ("the third of december 1989", "1989-12-03", None),
        ("twenty-eighth june twenty nineteen", "2019-06-28", None),
        ("eighth of august two thousand and eight", "2008-08-08", None),
        ("june eighteenth seventy-nine", "1979-06-18", None),
        ("the nineteen eighties", "1980", "1989"),
        ("autumn of eighty-six", "1986-09", "1986-11"),
        ("dritter Dezember 1989", "1989-12-03", None),
        ("neunzehnter Mai neunzehnhundertachtundachtzig", "1988-05-19", None),
        ("le 16 juin 2021", "2021-06-16", None),
        ("vingt-cinq décembre 1991", "1991-12-25", None),
        ("el 30 de noviembre de 2018", "2018-11-30", None),
        ("шестнадцатое июля 2018 года", "2018-07-16", None),
        ("friday 15 august 2025", "2025-08-15", None),
        ("3.12.89", "1989-12-03", None),
        ("last week of september 1959", "1959-09-24", "1959-09-30"),
        ("first weekend of december 1989", "1989-12-01", "1989-12-07"),
        ("late november 1974", "1974-11-21", "1974-11-30"),
        ("first half of june 1990", "1990-06-01", "1990-06-15"),
        ("last day of 1999", "1999-12-31", None),
        ("christmas day 1991", "1991-12-25", None),
        ("after 2014", "2015-01-01", "9999-12-31"),
        ("before 1960", "0001-01-01", "1959-12-31"),
        ("after 9/11", "2001-09-12", "9999-12-31"),
    ],
)
def test_a_text_mentions_a_period(text: str, start: str, end: str | None) -> None:
    assert spans(text) == [parse_span(start, end)]


@pytest.mark.parametrize(
    "text",
    ["may", "85", "martini", "helsinki", "summer", "twenty", "start", "christmas day", "first"],
)
def test_other_words_are_not_dates(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "month_day"),
    [("16 july", (7, 16)), ("July", (7, 0)), ("june 31st", (6, 31)), ("fourth of july", (7, 4))],
)
def test_a_day_without_a_year_is_of_any_year(text: str, month_day: tuple[int, int]) -> None:
    assert find_dates(words(text), text).month_day == month_day


@pytest.mark.parametrize("query", ["a16.07.2018", "v2018-07-16", "2018-07-16th", "１６.07.2018"])
def test_figures_next_to_letters_are_no_obstacle(query: str) -> None:
    assert not parse_query(query).empty
