"""Days of the year, as people write them."""

from __future__ import annotations

from datetime import date

import pytest

from summitcli.model.dates import parse_day


@pytest.mark.parametrize(
    "typed", ["07-06", "7-6", "--07-06", "6 July", "July 6", "6 jul", "July 6,", " 06 JULY "]
)
def test_a_day_is_understood_as_people_write_it(typed: str) -> None:
    assert parse_day(typed) == (date(2000, 7, 6), False)


def test_a_day_may_have_a_year() -> None:
    assert parse_day("2018-07-16") == (date(2018, 7, 16), True)


def test_a_leap_day_needs_no_year() -> None:
    assert parse_day("02-29") == parse_day("29 February") == (date(2000, 2, 29), False)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "July",
        "16",
        "2018",
        "2018-07",
        "13-01",
        "02-30",
        "2018-02-29",
        "00-10",
        "6 7",
        "16 July 2018 again",
        "July June",
        "zzqq",
        "٠٧-١٦",
    ],
)
def test_other_texts_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is not a (day|valid date)"):
        parse_day(typed)
