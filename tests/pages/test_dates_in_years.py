"""Dates under the heading of their year."""

from __future__ import annotations

import pytest

from summitcli.pages.wording import format_date_in_year


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2018-07-06", None, "6 Jul"),
        ("2018-07", None, "Jul"),
        ("2018", None, ""),
        ("2018-07-16", "2018-07-16", "16 Jul"),
        ("2017-11-10", "2017-11-11", "10–11 Nov"),
        ("1972-05-22", "1972-06-01", "22 May–1 Jun"),
        ("2018-05", "2018-06", "May–Jun"),
        ("2018", "2018-06", "Jun"),
        ("2018-12-30", "2019-01-02", "30 Dec–2 Jan 2019"),
        ("2018-12", "2020-01", "Dec–Jan 2020"),
        ("2018-12-30", "2019", "30 Dec–2019"),
        ("2018", "2020-02", "to Feb 2020"),
    ],
)
def test_a_date_under_its_year_omits_the_year(start: str, end: str | None, text: str) -> None:
    assert format_date_in_year(start, end) == text
