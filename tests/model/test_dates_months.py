"""Months by name, and days without a year."""

from __future__ import annotations

from datetime import date

import pytest

from summitcli.model.dates import MONTHS, month_number, parse_day


@pytest.mark.parametrize(("number", "name"), list(enumerate(MONTHS, 1)))
def test_a_month_is_known_by_name_and_abbreviation(number: int, name: str) -> None:
    assert month_number(name.casefold()) == number
    assert month_number(name.casefold()[:3]) == number


@pytest.mark.parametrize(
    ("word", "number"),
    [("sept", 9), ("yanvar", 1), ("yanvarya", 1), ("marta", 3), ("maya", 5), ("dekabre", 12)],
)
def test_a_month_is_known_by_its_russian_forms(word: str, number: int) -> None:
    assert month_number(word) == number


@pytest.mark.parametrize("word", ["", "j", "ju", "market", "mayor", "julia", "16"])
def test_other_words_are_not_months(word: str) -> None:
    assert month_number(word) is None


@pytest.mark.parametrize(
    "typed", ["07-16", "--07-16", "7-16", "16 July", "July 16", "jul 16,", "16 iyulya"]
)
def test_a_day_is_understood_in_several_forms(typed: str) -> None:
    assert parse_day(typed) == (date(2000, 7, 16), False)


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("xyz", "'xyz' is not a day; expected 07-16, 16 July or 2018-07-16"),
        ("13-01", "'13-01' is not a valid date: the month must be 01 to 12"),
        ("30 February", "'30 February' is not a valid date: February has 29 days"),
        ("2018-02-30", "'2018-02-30' is not a valid date: February 2018 has 28 days"),
    ],
)
def test_an_invalid_day_is_refused_with_a_reason(typed: str, message: str) -> None:
    with pytest.raises(ValueError, match="is not a") as caught:
        parse_day(typed)
    assert str(caught.value) == message
