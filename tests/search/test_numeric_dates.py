"""Dates in figures, and those that may be one of two days."""

from __future__ import annotations

import pytest

from summitcli.search.date_words import find_dates
from summitcli.search.normalize import words
from summitcli.search.numeric_dates import numeric_dates, two_readings


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("2014-09-12", "2014-09-12"),
        ("2014-09", "2014-09"),
        ("12.09.2014", "2014-09-12"),
        ("12.9.14", "2014-09-12"),
        ("9.12.2014", "2014-12-09"),
        ("9/13/2014", "2014-09-13"),
        ("13/9/2014", "2014-09-13"),
        ("9/9/1969", "1969-09-09"),
        ("9.9.69", "1969-09-09"),
    ],
)
def test_clear_figures_have_one_reading(typed: str, date: str) -> None:
    assert numeric_dates(typed) == ([date], typed)
    assert two_readings(typed) == []


@pytest.mark.parametrize("typed", ["3/4/2018", "talks on 3/4/18"])
def test_day_and_month_are_not_guessed(typed: str) -> None:
    assert two_readings(typed) == ["2018-04-03", "2018-03-04"]
    spans = find_dates(words(typed), typed).spans
    assert [str(span.first) for span in spans] == ["2018-04-03", "2018-03-04"]


@pytest.mark.parametrize("typed", ["", "greyford", "1/2", "1234567", "2014-9", "1/2/3/4"])
def test_other_figures_are_not_dates(typed: str) -> None:
    assert numeric_dates(typed) == ([], "")
