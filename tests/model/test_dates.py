"""Partial dates, and the days that they cover."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies import ANY_TEXT, DATES
from summitcli.model.dates import Span, parse_span


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2018", None, "2018-01-01", "2018-12-31"),
        ("2018-07", None, "2018-07-01", "2018-07-31"),
        ("2018-07-16", None, "2018-07-16", "2018-07-16"),
        ("2016-02", None, "2016-02-01", "2016-02-29"),
        ("1900-02", None, "1900-02-01", "1900-02-28"),
        ("2000-02-29", None, "2000-02-29", "2000-02-29"),
        ("0001", None, "0001-01-01", "0001-12-31"),
        ("9999-12", None, "9999-12-01", "9999-12-31"),
        ("2017-11-10", "2017-11-11", "2017-11-10", "2017-11-11"),
        ("2017-11-10", "2017-11-10", "2017-11-10", "2017-11-10"),
        ("1943", "1945-02", "1943-01-01", "1945-02-28"),
        ("2018-07-16", "2018", "2018-07-16", "2018-12-31"),
        ("2018", "2018-07-16", "2018-01-01", "2018-07-16"),
    ],
)
def test_a_date_covers_all_days_that_it_may_mean(
    start: str, end: str | None, first: str, last: str
) -> None:
    assert parse_span(start, end) == Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2018-13", "'2018-13' is not a valid date: the month must be 01 to 12"),
        ("2018-00", "'2018-00' is not a valid date: the month must be 01 to 12"),
        ("2018-02-29", "'2018-02-29' is not a valid date: February 2018 has 28 days"),
        ("2018-06-00", "'2018-06-00' is not a valid date: June 2018 has 30 days"),
        ("0000", "'0000' is not a valid date: the year must be 0001 to 9999"),
        ("July 2018", "'July 2018' is not a date; expected 2018, 2018-07 or 2018-07-16"),
        ("", "'' is not a date"),
        ("18", "'18' is not a date"),
        ("2018-7", "'2018-7' is not a date"),
        ("2018-07-16T10:00", "'2018-07-16T10:00' is not a date"),
        ("2018/07", "'2018/07' is not a date"),
        ("-2018", "'-2018' is not a date"),
        ("2018\n", "'2018\n' is not a date"),
        ("٢٠١٨", "'٢٠١٨' is not a date"),
    ],
)
def test_other_texts_are_refused_with_a_reason(text: str, message: str) -> None:
    for arguments in ((text,), ("2000", text)):
        with pytest.raises(ValueError, match=" is not a ") as caught:
            parse_span(*arguments)
        assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2019", "2018"),
        ("2018-07", "2018-06"),
        ("2018-07-16", "2018-07-15"),
        ("2018-07-16", "2018-06"),
        ("2018-07", "2018-06-30"),
        ("2018", "2017-12-31"),
    ],
)
def test_a_range_that_ends_before_it_starts_is_refused(start: str, end: str) -> None:
    with pytest.raises(ValueError, match=f"^{end} is before {start}$"):
        parse_span(start, end)


@pytest.mark.parametrize(
    ("one", "other", "touch"),
    [
        ("2018", "2018-07-16", True),
        ("2018-07", "2018-08", False),
        ("2018-12-31", "2019", False),
        ("2018-07-16", "2018-07-16", True),
    ],
)
def test_spans_touch_if_they_share_a_day(one: str, other: str, touch: bool) -> None:
    assert parse_span(one).touches(parse_span(other)) is touch
    assert parse_span(other).touches(parse_span(one)) is touch


@pytest.mark.parametrize(
    ("years", "within", "matches"),
    [
        ([], None, True),
        ([2018], None, True),
        ([2016, 2019], None, True),
        ([2016], None, False),
        ([], "2018-05", True),
        ([2019], "2018-05", True),
        ([2018], "2020", False),
    ],
)
def test_a_span_matches_years_and_a_period(
    years: list[int], within: str | None, matches: bool
) -> None:
    span = parse_span("2017-12-30", "2019-01-02")
    period = None if within is None else parse_span(within)
    assert span.matches(frozenset(years), period) is matches


@given(DATES)
def test_the_days_of_a_date_begin_as_it_is_written(text: str) -> None:
    days = parse_span(text)
    assert days.first <= days.last
    assert days.first.isoformat().startswith(text)
    assert days.last.isoformat().startswith(text)


@given(DATES, DATES)
def test_dates_sort_as_text_by_their_first_day(one: str, other: str) -> None:
    first, second = sorted([one, other])
    assert parse_span(first).first <= parse_span(second).first


@given(st.lists(DATES, min_size=2, max_size=2).map(sorted))
def test_a_range_covers_both_of_its_ends(ends: list[str]) -> None:
    first, second = ends
    if len(first) == len(second):
        covered = parse_span(first, second)
        assert covered == Span(parse_span(first).first, parse_span(second).last)


@given(ANY_TEXT, st.none() | DATES)
def test_any_text_that_is_accepted_begins_a_day(text: str, end: str | None) -> None:
    with suppress(ValueError):
        assert parse_span(text, end).first.isoformat().startswith(text)
