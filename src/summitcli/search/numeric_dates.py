"""Dates in figures: `2018-07-16`, `2018-07`, `16.07.2018`, and `3/4/2018`, which may be two."""

import re

from summitcli.model.dates import MONTHS

_ISO = r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])"
_DOTTED = r"(?<!\d)(\d{1,2})([./])(\d{1,2})[./](\d{4}|\d{2})(?![\d./])"


def numeric_dates(text: str) -> tuple[list[str], str]:
    """Return the dates that the first figures in a text may mean, in ISO 8601, and the figures.

    The dates may not exist. With dots, the day is the first figure.
    """
    if not any(map(str.isdecimal, text)):
        return [], ""
    iso, dotted = re.search(_ISO, text), re.search(_DOTTED, text)
    if iso is not None:
        return ["-".join(filter(None, iso.groups()))], iso[0]
    if dotted is None:
        return [], ""
    one, separator, other, year = dotted.groups()
    day, month = int(one), int(other)
    if len(year) == len("18"):
        year = f"19{year}" if year >= "40" else f"20{year}"
    orders = [(day, month)] if month <= len(MONTHS) else []
    if month > len(MONTHS) or (separator == "/" and day <= len(MONTHS) and day != month):
        orders.append((month, day))  # the American order
    return [f"{year}-{number:02}-{day:02}" for day, number in orders], dotted[0]


def two_readings(text: str) -> list[str]:
    """Return the two days that figures with slashes in a text may mean; none if they are clear."""
    dates, _ = numeric_dates(text)
    return dates if len(dates) > 1 else []
