"""Partial dates (ISO 8601 with reduced precision, EDTF level 0) and the days that they cover."""

import re
from datetime import date
from functools import lru_cache

from msgspec import Struct

PARTIAL_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z"

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Russian month names in Latin letters, without their endings (`yanvar`, `yanvarya`, `yanvare`).
_RUSSIAN_STEMS = (
    "yanvar",
    "fevral",
    "mart",
    "aprel",
    "maya",
    "iyun",
    "iyul",
    "avgust",
    "sentyabr",
    "oktyabr",
    "noyabr",
    "dekabr",
)
_LONGEST_ENDING = 2  # letters after a Russian stem
_ABBREVIATION = 3  # letters of an abbreviated English month
_MONTH_NUMBERS = {
    **{name.casefold(): number for number, name in enumerate(MONTHS, 1)},
    **{name.casefold()[:_ABBREVIATION]: number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}


def month_number(word: str) -> int | None:
    """Return the month that a word names in English or, in Latin letters, in Russian."""
    number = _MONTH_NUMBERS.get(word)
    if number is not None:
        return number
    for number, stem in enumerate(_RUSSIAN_STEMS, 1):
        if word.startswith(stem) and len(word) <= len(stem) + _LONGEST_ENDING:
            return number
    return None


class Span(Struct, frozen=True):
    """A range of days, both ends included."""

    first: date
    last: date

    def touches(self, other: "Span") -> bool:
        """Return whether the two spans share a day."""
        return self.first <= other.last and other.first <= self.last

    def matches(self, years: frozenset[int], within: "Span | None") -> bool:
        """Return whether it touches one of the years, if any are given, and the other span."""
        if within is not None and not self.touches(within):
            return False
        return not years or any(self.first.year <= year <= self.last.year for year in years)


def parse_span(start: str, end: str | None = None) -> Span:
    """Return the days that a partial date covers, or those from one partial date to another.

    `2018` covers a year, `2018-07` a month, `2018-07-16` a day. Raise ValueError, with a message
    for the user, if a date is malformed or does not exist, or if the range ends before it starts.
    """
    first, last = _first_and_last_day(start)
    if end is not None:
        first_of_end, last = _first_and_last_day(end)
        if last < first or (first_of_end < first and len(end) == len(start)):
            raise ValueError(f"{end} is before {start}")
    return Span(first, last)


@lru_cache(maxsize=50_000)  # many records have the same dates
def _first_and_last_day(text: str) -> tuple[date, date]:
    if not re.fullmatch(PARTIAL_DATE, text):
        raise ValueError(f"'{text}' is not a date; expected 2018, 2018-07 or 2018-07-16")
    year, *month_and_day = (int(part) for part in text.split("-"))
    if year < date.min.year:
        raise ValueError(f"'{text}' is not a valid date: the year must be 0001 to 9999")
    if not month_and_day:
        return date(year, 1, 1), date(year, 12, 31)
    month, *day = month_and_day
    _check_month(month, text)
    days = _days_in(year, month)
    if not day:
        return date(year, month, 1), date(year, month, days)
    if not 1 <= day[0] <= days:
        month_name = f"{MONTHS[month - 1]} {year}"
        raise ValueError(f"'{text}' is not a valid date: {month_name} has {days} days")
    return date(year, month, day[0]), date(year, month, day[0])


def _days_in(year: int, month: int) -> int:
    if month == len(MONTHS):
        return 31
    return (date(year, month + 1, 1) - date(year, month, 1)).days


def _check_month(month: int, text: str) -> None:
    """Raise ValueError if it does not exist."""
    if not 1 <= month <= len(MONTHS):
        raise ValueError(f"'{text}' is not a valid date: the month must be 01 to 12")


_LEAP_YEAR = 2000


def parse_day(text: str) -> tuple[date, bool]:
    """Return the day that someone typed, and whether they gave its year.

    `2018-07-16`, `07-16`, `16 July` and `July 16` are understood. A day without a year is returned
    in a leap year, so that 29 February is valid. Raise ValueError, with a message for the user.
    """
    words = text.replace(",", " ").split()
    if len(words) == 1 and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
        return parse_span(text.strip()).first, True
    month, day = _month_and_day(words)
    if not month:
        raise ValueError(f"'{text}' is not a day; expected 07-16, 16 July or 2018-07-16")
    _check_month(month, text)
    days = _days_in(_LEAP_YEAR, month)
    if not 1 <= day <= days:
        raise ValueError(f"'{text}' is not a valid date: {MONTHS[month - 1]} has {days} days")
    return date(_LEAP_YEAR, month, day), False


def _month_and_day(words: list[str]) -> tuple[int, int]:
    """Return the month and day of `07-16`, `--07-16` or `16 July`; zeros if there are none."""
    if len(words) == 1:
        figures = re.fullmatch(r"(?:--)?([0-9]{1,2})-([0-9]{1,2})", words[0])
        return (int(figures[1]), int(figures[2])) if figures else (0, 0)
    days = [int(word) for word in words if word.isdecimal() and word.isascii()]
    months = [month for word in words if (month := _misspelled_month_number(word)) is not None]
    if len(words) == 2 and len(days) == len(months) == 1:
        return months[0], days[0]
    return 0, 0


def _misspelled_month_number(word: str) -> int | None:
    """Return the month that a word names, or the one that its first three letters name."""
    folded = word.casefold()
    return month_number(folded) or month_number(folded[:_ABBREVIATION])
