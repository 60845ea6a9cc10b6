"""Dates in the words of a query: `16 July 2018`, `july 1994`, `1985-1988`, `the 80s`."""

import re
from dataclasses import dataclass

from summitcli.model.dates import MONTHS, Span, month_number, parse_span
from summitcli.search.normalize import fold

_SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
_AMBIGUOUS_MONTHS = frozenset({"may", "march"})  # words that are months only next to a number
_ABBREVIATION = 3  # letters of an abbreviated month, which is one only next to a number
_RANGE_WORDS = frozenset({"to", "and", "until", "till", "po"})


@dataclass(frozen=True, slots=True)
class FoundDates:
    """The dates in a query."""

    spans: tuple[Span, ...] = ()
    "Periods, of which a record has to touch one."
    month_day: tuple[int, int] | None = None
    "Month and day of any year; the day is 0 if only a month was given."
    positions: frozenset[int] = frozenset()
    "Numbers of the words that make up the dates."


def find_dates(words: list[str], text: str) -> FoundDates:
    """Return the dates in a text, given with its folded words."""
    numeric = _find_numeric_date(words, text)
    if numeric is not None:
        return numeric
    months = {n: m for n in range(len(words)) if (m := _month_at(words, n)) is not None}
    days = {n: day for n in range(len(words)) if (day := _day_at(words, n, months)) is not None}
    years = {
        n: year
        for n, word in enumerate(words)
        if n not in days and (year := _years(word, alone=len(words) == 1)) is not None
    }
    seasons = {n: _SEASONS[word] for n, word in enumerate(words) if word in _SEASONS}
    month, day = next(iter(months.values()), None), next(iter(days.values()), None)
    if month is not None and years:
        in_years = (_span_in_year(year.first.year, month, day) for year in years.values())
        spans = tuple(span for span in in_years if span is not None)
        return FoundDates(spans, None, frozenset({*months, *days, *years}))
    if month is not None and (day is not None or len(words) == 1):
        return FoundDates((), (month, day or 0), frozenset({*months, *days}))
    if seasons and years:
        first, last = next(iter(seasons.values()))
        spans = tuple(_season(year.first.year, first, last) for year in years.values())
        return FoundDates(spans, None, frozenset({*seasons, *years}))
    range_of_years = _range_of_years(years, words)
    spans = tuple(years.values()) if range_of_years is None else (range_of_years,)
    return FoundDates(spans, None, frozenset(years))


def _find_numeric_date(words: list[str], text: str) -> FoundDates | None:
    """Return a date written in figures: 2018-07-16, 2018-07, 16.07.2018 or 16/7/2018."""
    iso = re.search(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])", text)
    dotted = re.search(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)", text)
    if iso is not None:
        parts, written = [part for part in iso.groups() if part], iso[0]
    elif dotted is not None:
        day, month, year = dotted.groups()
        if int(month) > len(MONTHS):  # the American order
            day, month = month, day
        parts, written = [year, f"{int(month):02}", f"{int(day):02}"], dotted[0]
    else:
        return None
    try:
        span = parse_span("-".join(parts))
    except ValueError:
        return None
    figures = fold(written).split()
    for start in range(len(words)):
        if words[start : start + len(figures)] == figures:
            return FoundDates((span,), None, frozenset(range(start, start + len(figures))))
    return None  # the figures are part of longer words, as in `2018-07-16th`


def _month_at(words: list[str], position: int) -> int | None:
    """Return the month that a word names; ambiguous and short names need a number next to them."""
    word = words[position]
    number = month_number(word)
    if word not in _AMBIGUOUS_MONTHS and len(word) > _ABBREVIATION:
        return number
    neighbours = words[max(0, position - 1) : position] + words[position + 1 : position + 2]
    return number if any(other[0].isdigit() for other in neighbours) else None


def _day_at(words: list[str], position: int, months: dict[int, int]) -> int | None:
    """Return the day of the month that a word names: a number next to a month."""
    number = re.fullmatch(r"([12]?[0-9]|3[01])(?:st|nd|rd|th)?", words[position])
    after = position + 2 if words[position + 1 : position + 2] == ["of"] else position + 1
    by_month = position - 1 in months or after in months
    return int(number[1]) if number and by_month and int(number[1]) else None


def _years(word: str, *, alone: bool) -> Span | None:
    """Return a year, a decade, or the year that two digits mean next to another word."""
    if re.fullmatch(r"(19|20)[0-9]{2}", word):
        return parse_span(word)
    decade = re.fullmatch(r"(?:(19|20)?([0-9])0s)", word)
    if decade is not None and (decade[1] or decade[2] in "456789012"):
        century = decade[1] or ("20" if decade[2] in "012" else "19")
        return parse_span(f"{century}{decade[2]}0", f"{century}{decade[2]}9")
    if not alone and re.fullmatch(r"[4-9][0-9]", word):
        return parse_span(f"19{word}")
    return None


def _range_of_years(years: dict[int, Span], words: list[str]) -> Span | None:
    """Return the span of `1985-1988`, `1985 to 1988` or `between 1985 and 1988`."""
    if len(years) != 2:
        return None
    (one, first), (other, last) = sorted(years.items())
    if set(words[one + 1 : other]) <= _RANGE_WORDS and first.first <= last.last:
        return Span(first.first, last.last)
    return None


def _span_in_year(year: int, month: int, day: int | None) -> Span | None:
    try:
        return parse_span(f"{year:04}-{month:02}" + (f"-{day:02}" if day else ""))
    except ValueError:
        return None


def _season(year: int, first: int, last: int) -> Span:
    end = year + 1 if last < first else year
    return parse_span(f"{year:04}-{first:02}", f"{end:04}-{last:02}")
