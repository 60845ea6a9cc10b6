"""Dates as people type them: what is understood, and what is refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from summitcli.search.typed_dates import parse_date, parse_day_of_year, parse_years

if TYPE_CHECKING:
    from summitcli.model import Dataset

TODAY = date(2020, 5, 17)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2018", "2018-01-01", "2018-12-31"),
        (" 2018-07 ", "2018-07-01", "2018-07-31"),
        ("July 2018", "2018-07-01", "2018-07-31"),
        ("16 July 2018", "2018-07-16", "2018-07-16"),
        ("July 16, 2018", "2018-07-16", "2018-07-16"),
        ("16.07.2018", "2018-07-16", "2018-07-16"),
        ("7/16/2018", "2018-07-16", "2018-07-16"),
        ("16/7/2018", "2018-07-16", "2018-07-16"),
        ("3/3/2018", "2018-03-03", "2018-03-03"),
        ("summer of 2018", "2018-06-01", "2018-08-31"),
        ("июль 2018", "2018-07-01", "2018-07-31"),
        ("today", "2020-05-17", "2020-05-17"),
        ("Yesterday", "2020-05-16", "2020-05-16"),
    ],
)
def test_a_date_is_read_as_people_write_it(typed: str, first: str, last: str) -> None:
    days = parse_date(typed, today=TODAY)
    assert (days.first.isoformat(), days.last.isoformat()) == (first, last)


@pytest.mark.parametrize("typed", ["", "soon", "July", "07-16", "helsinki 2018", "30/2/2018"])
def test_other_text_is_not_a_date(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a date; expected 2018, July 2018, 16 July 2018"):
        parse_date(typed)


def test_day_and_month_are_never_guessed() -> None:
    with pytest.raises(ValueError, match=r"may be two days; write 2018-04-03 \(3 April\)"):
        parse_date("3/4/2018")
    with pytest.raises(ValueError, match="may be two days"):
        parse_day_of_year("3/4/2018")


def test_the_id_of_a_dated_record_is_a_date(fixture_data: Dataset) -> None:
    days = parse_date("larkhill-1969", fixture_data)
    assert (days.first.isoformat(), days.last.isoformat()) == ("1969-06-23", "1969-06-25")
    with pytest.raises(ValueError, match="is not a date"):
        parse_date("port-amber-return", fixture_data)  # it has no date
    with pytest.raises(ValueError, match="is not a date"):
        parse_date("larkhill-1969")


@pytest.mark.parametrize(
    ("typed", "day", "has_year"),
    [
        ("07-16", "2000-07-16", False),
        ("16 July", "2000-07-16", False),
        ("today", "2020-05-17", False),
        ("2018-07-16", "2018-07-16", True),
        ("16 July 2018", "2018-07-16", True),
        ("16.07.2018", "2018-07-16", True),
        ("7/16/2018", "2018-07-16", True),
    ],
)
def test_a_day_may_lack_its_year(typed: str, day: str, has_year: bool) -> None:
    found, year_counts = parse_day_of_year(typed, TODAY)
    assert (found.isoformat(), year_counts) == (day, has_year)


def test_a_month_is_more_than_a_day() -> None:
    with pytest.raises(ValueError, match="'July 2018' is more than a day"):
        parse_day_of_year("July 2018")


@pytest.mark.parametrize("typed", ["2017-2019", "2017–2019", "2017..2019", "2017 to 2019"])
def test_a_range_of_years_is_all_of_them(typed: str) -> None:
    assert parse_years(typed) == {2017, 2018, 2019}


@pytest.mark.parametrize("typed", ["18", "118", "20181"])
def test_a_year_has_four_digits(typed: str) -> None:
    with pytest.raises(ValueError, match=f"'{typed}' is not a year of four digits"):
        parse_years(typed)


def test_years_in_reverse_order_are_refused() -> None:
    with pytest.raises(ValueError, match="2017 is before 2019; swap them"):
        parse_years("2019-2017")
