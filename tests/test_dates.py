"""Partial dates: the days they cover, and how they are written and said."""

from datetime import date

import pytest

from summitcli.model.dates import Span, parse_span
from summitcli.pages.wording import format_date, weekday


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
    ("text", "said"),
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
def test_what_is_no_date_is_refused(text: str, said: str) -> None:
    for arguments in ((text,), ("2000", text)):
        with pytest.raises(ValueError, match=" is not a ") as caught:
            parse_span(*arguments)
        assert str(caught.value).startswith(said)


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
def test_spans_touch_where_they_share_a_day(one: str, other: str, touch: bool) -> None:
    assert parse_span(one).touches(parse_span(other)) is touch
    assert parse_span(other).touches(parse_span(one)) is touch


@pytest.mark.parametrize(
    ("start", "end", "said"),
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
def test_a_date_is_said_as_a_reader_says_it(start: str | None, end: str | None, said: str) -> None:
    assert format_date(start, end) == said


@pytest.mark.parametrize(
    ("start", "day"),
    [("2018-07-16", "Monday"), ("1943-11-28", "Sunday"), ("2018-07", ""), ("2018", ""), (None, "")],
)
def test_only_a_whole_date_has_a_weekday(start: str | None, day: str) -> None:
    assert weekday(start) == day
