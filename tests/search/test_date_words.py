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
    ],
)
def test_a_text_mentions_a_period(text: str, start: str, end: str | None) -> None:
    assert spans(text) == [parse_span(start, end)]


@pytest.mark.parametrize("text", ["may", "85", "martini", "helsinki", "summer"])
def test_other_words_are_not_dates(text: str) -> None:
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "month_day"), [("16 july", (7, 16)), ("July", (7, 0)), ("june 31st", (6, 31))]
)
def test_a_day_without_a_year_is_of_any_year(text: str, month_day: tuple[int, int]) -> None:
    assert find_dates(words(text), text).month_day == month_day


@pytest.mark.parametrize("query", ["a16.07.2018", "v2018-07-16", "2018-07-16th", "１６.07.2018"])
def test_figures_next_to_letters_are_no_obstacle(query: str) -> None:
    assert not parse_query(query).empty
