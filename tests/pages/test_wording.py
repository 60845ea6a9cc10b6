"""Lengths and dates as a reader says them."""

from __future__ import annotations

import pytest
from hypothesis import given

from strategies import DATES
from summitcli.pages.wording import (
    first_sentence,
    format_date,
    format_duration,
    weekday,
    with_article,
)


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (None, ""),
        (0, "0 min"),
        (46, "46 min"),
        (60, "1 h"),
        (130, "2 h 10 min"),
        (1500, "25 h"),
    ],
)
def test_a_length_is_given_in_hours_and_minutes(minutes: int | None, text: str) -> None:
    assert format_duration(minutes) == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (None, None, "undated"),
        ("2018", None, "2018"),
        ("2018-07", None, "July 2018"),
        ("2018-07-06", None, "6 July 2018"),
        ("2018-07-16", "2018-07-16", "16 July 2018"),
        ("2017-11-10", "2017-11-11", "10–11 November 2017"),
        ("1972-05-22", "1972-06-01", "22 May – 1 June 1972"),
        ("1943-12-31", "1944-01-01", "31 December 1943 – 1 January 1944"),
        ("1943", "1945", "1943–1945"),
        ("1943-11", "1943-12", "November 1943 – December 1943"),
        ("1943", "1945-02-04", "1943 – 4 February 1945"),
    ],
)
def test_a_date_is_written_as_a_reader_says_it(
    start: str | None, end: str | None, text: str
) -> None:
    assert format_date(start, end) == text


@given(DATES)
def test_every_date_is_written_with_its_year(date: str) -> None:
    assert format_date(date).endswith(date[:4])


@pytest.mark.parametrize(
    ("start", "day"),
    [("2018-07-16", "Monday"), ("1943-11-28", "Sunday"), ("2018-07", ""), ("2018", ""), (None, "")],
)
def test_only_a_date_with_a_day_has_a_weekday(start: str | None, day: str) -> None:
    assert weekday(start) == day


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("They met. Then they left.", "They met."),
        ("In Franklin D. Roosevelt's home. Then more.", "In Franklin D. Roosevelt's home."),
        ("Dr. Lund told the U.S. Senate. Then more.", "Dr. Lund told the U.S. Senate."),
        ("It was about NATO. Then they left.", "It was about NATO."),
        ("One sentence", "One sentence."),
        ("", ""),
    ],
)
def test_an_initial_does_not_end_a_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_articles_follow_the_first_letter() -> None:
    assert (with_article("event"), with_article("meeting")) == ("an event", "a meeting")
