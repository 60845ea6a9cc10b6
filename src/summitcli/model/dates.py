"""Partial dates (ISO 8601 with reduced precision, EDTF level 0) and the days that they cover."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

PARTIAL_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?\Z"

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of days, both ends included."""

    first: date
    last: date

    def touches(self, other: "Span") -> bool:
        """Whether the two spans share a day."""
        return self.first <= other.last and other.first <= self.last

    def matches(self, years: frozenset[int], within: "Span | None") -> bool:
        """Whether it touches any of some years, and a span; what is not given asks for nothing."""
        if within is not None and not self.touches(within):
            return False
        return not years or any(self.first.year <= year <= self.last.year for year in years)


def span(start: str, end: str | None = None) -> Span:
    """The days that a partial date covers, or a range of two.

    `2018` covers a year, `2018-07` a month, `2018-07-16` a day. Raises ValueError, with a text for
    the user, where a date is of another form or on no calendar, or the range ends before it starts.
    """
    first, last = _days(start)
    if end is not None:
        last_first, last = _days(end)
        if last < first or (last_first < first and len(end) == len(start)):
            raise ValueError(f"{end} is before {start}")
    return Span(first, last)


def _days(text: str) -> tuple[date, date]:
    if not re.fullmatch(PARTIAL_DATE, text):
        raise ValueError(f"'{text}' is no date: write 2018, 2018-07 or 2018-07-16")
    year, month, day = ([int(part) for part in text.split("-")] + [0, 0])[:3]
    if year < 1:
        raise ValueError(f"'{text}' is on no calendar: years start at 0001")
    if text.count("-") >= 1 and not 1 <= month <= 12:
        raise ValueError(f"'{text}' is on no calendar: months go from 01 to 12")
    if text.count("-") == 2:
        days = calendar.monthrange(year, month)[1]
        if not 1 <= day <= days:
            raise ValueError(
                f"'{text}' is on no calendar: {MONTHS[month - 1]} {year} has {days} days"
            )
        return date(year, month, day), date(year, month, day)
    last_month = month or 12
    return (
        date(year, month or 1, 1),
        date(year, last_month, calendar.monthrange(year, last_month)[1]),
    )


_LEAP = 2000


def day_of_year(text: str) -> tuple[date, bool]:
    """A day as someone types it, and whether its year was given.

    `2018-07-16`, `07-16`, `16 July` and `July 16` are understood; without a year the day is in a
    leap year, so that 29 February is one. Raises ValueError, with a text for the user.
    """
    message = f"'{text}' is no day: write 07-16, 16 July or 2018-07-16"
    words = text.replace(",", " ").split()
    if len(words) == 1 and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
        return span(text.strip()).first, True
    if len(words) == 1:
        parts = re.fullmatch(r"(?:--)?([0-9]{1,2})-([0-9]{1,2})", words[0])
        month, day = (int(parts[1]), int(parts[2])) if parts else (0, 0)
    else:
        names = {name.casefold()[:3]: number for number, name in enumerate(MONTHS, 1)}
        numbers = [int(word) for word in words if word.isdecimal() and word.isascii()]
        months = [names[word.casefold()[:3]] for word in words if word.casefold()[:3] in names]
        day, month = (numbers[0], months[0]) if len(numbers) == len(months) == 1 else (0, 0)
    if not month or len(words) > len(("day", "month")):
        raise ValueError(message)
    if not 1 <= month <= 12:
        raise ValueError(f"'{text}' is on no calendar: months go from 01 to 12")
    longest = calendar.monthrange(_LEAP, month)[1]
    if not 1 <= day <= longest:
        raise ValueError(f"'{text}' is on no calendar: {MONTHS[month - 1]} has {longest} days")
    return date(_LEAP, month, day), False
