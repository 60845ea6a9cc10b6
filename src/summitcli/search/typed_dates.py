"""Dates that someone types: ISO 8601, in words, in figures, `today`, or the id of a record."""

import re
from datetime import date, timedelta

from summitcli.model import Dataset
from summitcli.model.dates import MONTHS, Span, parse_day, parse_span
from summitcli.search.date_words import find_dates
from summitcli.search.normalize import words

_FIGURES = re.compile(r"([0-9]{1,2})\s*/\s*([0-9]{1,2})\s*/\s*([0-9]{4})")
_YEAR_RANGE = re.compile(r"([0-9]{4})\s*(?:-|–|\.\.|/|to)\s*([0-9]{4})")
_FILLERS = frozenset({"the", "in", "on", "of"})
_DAYS_AGO = {"today": 0, "now": 0, "yesterday": 1}


def parse_date(text: str, dataset: Dataset | None = None, today: date | None = None) -> Span:
    """Return the days that someone means by a date with a year.

    With a dataset, the id of a dated record is understood too. Raise ValueError, with a message for
    the user, if the text is not a date or may be one of two.
    """
    typed = text.strip()
    if re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", typed):
        return parse_span(typed)
    days_ago = _DAYS_AGO.get(typed.casefold())
    if days_ago is not None:
        day = (today or date.today()) - timedelta(days=days_ago)
        return Span(day, day)
    _refuse_ambiguous(typed)
    found = _in_words(typed) or (None if dataset is None else _of_record(typed, dataset))
    if found is None:
        expected = "expected 2018, July 2018, 16 July 2018, 2018-07-16 or today"
        raise ValueError(f"'{text}' is not a date; {expected}")
    return found


def parse_day_of_year(text: str, today: date | None = None) -> tuple[date, bool]:
    """Return the day that someone means, and whether they gave its year.

    Today is a day of the calendar, without its year. Raise ValueError, with a message for the user.
    """
    typed = text.strip()
    if typed.casefold() in _DAYS_AGO:
        return parse_date(typed, today=today).first, False
    try:
        return parse_day(typed)
    except ValueError as error:
        try:
            days = parse_date(typed)
        except ValueError as other:
            unclear = other if _FIGURES.fullmatch(typed) else error
            raise unclear from None
        if days.first != days.last:
            raise ValueError(f"'{text}' is more than a day; expected 2018-07-16") from None
        return days.first, True


def parse_years(text: str) -> frozenset[int]:
    """Return the years that someone typed: `2018` or `2017-2019`; raise ValueError otherwise."""
    typed = text.strip()
    years = _YEAR_RANGE.fullmatch(typed)
    if years is None:
        return frozenset({_year(typed)})
    first, last = _year(years[1]), _year(years[2])
    if last < first:
        raise ValueError(f"'{text}': {last} is before {first}; swap them")
    return frozenset(range(first, last + 1))


def _year(text: str) -> int:
    if not (text.isdecimal() and text.isascii()):
        raise ValueError(f"'{text}' is not a year; expected a year such as 2018")
    if len(text) != len("2018"):
        raise ValueError(f"'{text}' is not a year of four digits; expected a year such as 2018")
    if int(text) < date.min.year:
        raise ValueError(f"{text} is not a valid year; expected 0001 to 9999")
    return int(text)


def _refuse_ambiguous(text: str) -> None:
    """Raise ValueError for `3/4/2018`, which some read as 3 April and others as 4 March."""
    figures = _FIGURES.fullmatch(text)
    if figures is None:
        return
    one, other, year = int(figures[1]), int(figures[2]), figures[3]
    if one != other and 1 <= one <= len(MONTHS) and 1 <= other <= len(MONTHS):
        either = f"{year}-{other:02}-{one:02} ({one} {MONTHS[other - 1]})"
        raise ValueError(
            f"'{text}' may be two days; write {either}"
            f" or {year}-{one:02}-{other:02} ({other} {MONTHS[one - 1]})"
        )


def _in_words(text: str) -> Span | None:
    """Return the days of a text that is nothing but one date."""
    folded = words(text)
    dates = find_dates(folded, text)
    rest = (word for number, word in enumerate(folded) if number not in dates.positions)
    return dates.spans[0] if len(dates.spans) == 1 and _FILLERS.issuperset(rest) else None


def _of_record(text: str, dataset: Dataset) -> Span | None:
    record = dataset.by_id.get(text.casefold())
    start = getattr(record, "date", None)
    return None if start is None else parse_span(start, getattr(record, "end_date", None))
