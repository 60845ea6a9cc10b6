"""Dates in the words of a query: `16 July 2018`, `the third of june 1961`, `1985-1988`, `80s`."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from summitcli.model.dates import Span, parse_span
from summitcli.search.calendar_words import (
    AMBIGUOUS_MONTHS,
    SEASONS,
    day_at,
    month,
    named_day_at,
    part_at,
    short_year_at,
    year_at,
)
from summitcli.search.normalize import fold, word_set
from summitcli.search.numeric_dates import numeric_dates

_ABBREVIATION = 3  # letters of an abbreviated month, which is one only next to a number
_RANGE_WORDS = frozenset({"to", "and", "until", "till", "po"})
# Words between the parts of a date, or next to it, in several languages.
_CONNECTORS = word_set(
    """
    of the de del di dell der den dem des du d le la el il am vom im in on v
    day morning evening night afternoon weekend year month jahr jahre jahres annee ano anno
    g god goda godu
    monday tuesday wednesday thursday friday saturday sunday
    montag dienstag mittwoch donnerstag freitag samstag sonntag
    lundi mardi mercredi jeudi vendredi samedi dimanche
    lunes martes miercoles jueves viernes sabado domingo
    """
)
_DAY_SUFFIX = r"(?:st|nd|rd|th|er|go|e)?"


class FoundDates(Struct, frozen=True):
    """The dates in a query."""

    spans: tuple[Span, ...] = ()
    "Periods, of which a record has to touch one."
    month_day: tuple[int, int] | None = None
    "Month and day of any year; the day is 0 if only a month was given."
    positions: frozenset[int] = frozenset()
    "Numbers of the words that make up the dates."


class _Token(Struct, frozen=True):
    """Some words of a query, with numbers in figures."""

    text: str
    positions: range
    part: Callable[[Span], Span] | None = None
    "The part of the following period that is meant, such as its last week."
    day: tuple[int, int] | None = None
    "Month and day of a day with a name."
    span: Span | None = None
    "The day of a famous event."


def find_dates(words: list[str], text: str) -> FoundDates:
    """Return the dates in a text, given with its folded words."""
    numeric = _find_numeric_date(words, text)
    if numeric is not None:
        return numeric
    tokens = list(_read_figures(words))
    found = _find_dates([token.text for token in tokens], tokens)
    positions = (position for n in found.positions for position in tokens[n].positions)
    return FoundDates(found.spans, found.month_day, frozenset(positions))


def _find_dates(texts: list[str], tokens: list[_Token]) -> FoundDates:
    """Return the dates in tokens; `positions` are numbers of tokens."""
    months = {n: m for n in range(len(texts)) if (m := _month_at(texts, n)) is not None}
    days = {n: day for n in range(len(texts)) if (day := _day_at(texts, n, months)) is not None}
    years = {
        n: year
        for n, text in enumerate(texts)
        if n not in days
        and (year := tokens[n].span or _years(text, short=_may_be_short_year(texts, n))) is not None
    }
    for n, token in enumerate(tokens):
        if token.day is not None and years:
            months[n], days[n] = token.day
    seasons = {n: SEASONS[text] for n, text in enumerate(texts) if text in SEASONS}
    month_number, day = next(iter(months.values()), None), next(iter(days.values()), None)
    if month_number is not None and years:
        in_years = (_span_in_year(year.first.year, month_number, day) for year in years.values())
        spans = [span for span in in_years if span is not None]
        return _with_parts(spans, {*months, *days, *years}, tokens)
    if month_number is not None and (day is not None or len(texts) == 1):
        used = {*months, *days}
        return FoundDates((), (month_number, day or 0), frozenset(used | _around(used, texts)))
    if seasons and years:
        first, last = next(iter(seasons.values()))
        spans = [_season(year.first.year, first, last) for year in years.values()]
        return _with_parts(spans, {*seasons, *years}, tokens)
    range_of_years = _range_of_years(years, texts)
    spans = list(years.values()) if range_of_years is None else [range_of_years]
    return _with_parts(spans, set(years), tokens)


def _with_parts(spans: list[Span], used: set[int], tokens: list[_Token]) -> FoundDates:
    """Narrow periods to the part before them that is asked for, or open them (`before 1990`)."""
    texts = [token.text for token in tokens]
    used = used | (_around(used, texts) if used else set())
    before = min(used, default=0) - 1
    if before >= 0:
        part, word = tokens[before].part, texts[before]
        if part is not None:
            spans = [part(span) for span in spans]
            used.add(before)
        elif word in _OPEN and len(spans) == 1:
            spans = [_OPEN[word](spans[0])]
            used.add(before)
    return FoundDates(tuple(spans), None, frozenset(used))


def _around(used: set[int], texts: list[str]) -> set[int]:
    """Return the positions of the connecting words between the parts of a date and before it."""
    first, last = min(used), max(used)
    around = {n for n in range(first, last) if texts[n] in _CONNECTORS}
    while first > 0 and texts[first - 1] in _CONNECTORS:
        first -= 1
        around.add(first)
    while last + 1 < len(texts) and texts[last + 1] in _CONNECTORS:
        last += 1
        around.add(last)
    return around


_DAY = timedelta(days=1)
# Words that open a period on one side. A record may touch the edge only after `since` and `until`.
_OPEN: dict[str, Callable[[Span], Span]] = {
    "after": lambda span: Span(min(span.last, date.max - _DAY) + _DAY, date.max),
    "since": lambda span: Span(span.first, date.max),
    "before": lambda span: Span(date.min, max(span.first, date.min + _DAY) - _DAY),
    "until": lambda span: Span(date.min, span.last),
}


_OPEN_BEFORE = [[word] for word in _OPEN]


def _read_figures(words: Sequence[str]) -> Iterator[_Token]:
    """Yield the words of a query, those of years and of days next to a month in figures."""
    start = 0
    while start < len(words):
        token = _token_at(words, start)
        yield token
        start = token.positions.stop


def _token_at(words: Sequence[str], start: int) -> _Token:
    if tuple(words[start : start + 2]) == ("9", "11") and words[start - 1 : start] in _OPEN_BEFORE:
        return _Token("9 11", range(start, start + 2), span=parse_span("2001-09-11"))
    day, size = named_day_at(words, start)
    if size:
        return _Token(" ".join(words[start : start + size]), range(start, start + size), day=day)
    year, size = year_at(words, start)
    if size:
        return _Token(year, range(start, start + size))
    part, size = part_at(words, start)
    if size and start + size < len(words):
        following = words[start + size]
        following_date = month(following) or _years(following, short=True)
        if following_date or following in SEASONS or year_at(words, start + size)[1]:
            return _Token(words[start], range(start, start + size), part=part)
    number, size = day_at(words, start)
    if size and (_month_follows(words, start + size) or _month_precedes(words, start)):
        return _Token(str(number), range(start, start + size))
    year, size = short_year_at(words, start)
    if size and (size > 1 or _month_precedes(words, start) or _month_precedes(words, start - 1)):
        return _Token(year, range(start, start + size))
    return _Token(words[start], range(start, start + 1))


def _month_follows(words: Sequence[str], position: int) -> bool:
    while position < len(words) and words[position] in _CONNECTORS:
        position += 1
    return position < len(words) and month(words[position]) is not None


def _month_precedes(words: Sequence[str], position: int) -> bool:
    position -= 1
    while position >= 0 and words[position] in _CONNECTORS:
        position -= 1
    return position >= 0 and month(words[position]) is not None


def _find_numeric_date(words: list[str], text: str) -> FoundDates | None:
    """Return a date in figures; if it may be one of two days, as 3/4/2018 may, both."""
    dates, written = numeric_dates(text)
    try:
        spans = tuple(parse_span(date_) for date_ in dates)
    except ValueError:
        return None
    figures = fold(written).split()
    for start in range(len(words) if spans else 0):
        if words[start : start + len(figures)] == figures:
            return FoundDates(spans, None, frozenset(range(start, start + len(figures))))
    return None  # the figures are part of longer words, as in `2018-07-16th`


def _month_at(words: list[str], position: int) -> int | None:
    """Return the month that a word names; ambiguous and short names need a number next to them."""
    word = words[position]
    number = month(word)
    if word not in AMBIGUOUS_MONTHS and len(word) > _ABBREVIATION:
        return number
    before, after = position - 1, position + 1
    while before > 0 and words[before] in _CONNECTORS:
        before -= 1
    while after < len(words) - 1 and words[after] in _CONNECTORS:
        after += 1
    neighbours = words[max(0, before) : position] + words[after : after + 1]
    return number if any(other[:1].isdigit() for other in neighbours) else None


def _day_at(words: list[str], position: int, months: dict[int, int]) -> int | None:
    """Return the day of the month that a word names: a number next to a month."""
    if not words[position][:1].isdigit():
        return None
    number = re.fullmatch(r"([12]?[0-9]|3[01])" + _DAY_SUFFIX, words[position])
    if not number or not int(number[1]):
        return None
    before, after = position - 1, position + 1
    while before > 0 and words[before] == "the":
        before -= 1
    while after < len(words) and words[after] in _CONNECTORS:
        after += 1
    return int(number[1]) if before in months or after in months else None


def _may_be_short_year(words: Sequence[str], position: int) -> bool:
    """Return whether two digits may be a year: `helsinki 75`, but not `expels 60 officials`."""
    return len(words) > 1 and (position == len(words) - 1 or _month_precedes(words, position))


def _years(word: str, *, short: bool) -> Span | None:
    """Return a year, a decade, or, if it may be short, the year that two digits mean."""
    if not word[:1].isdigit():
        return None
    if re.fullmatch(r"(19|20)[0-9]{2}", word):
        return parse_span(word)
    decade = re.fullmatch(r"(?:(19|20)?([0-9])0s)", word)
    if decade is not None and (decade[1] or decade[2] in "456789012"):
        century = decade[1] or ("20" if decade[2] in "012" else "19")
        return parse_span(f"{century}{decade[2]}0", f"{century}{decade[2]}9")
    if short and re.fullmatch(r"[4-9][0-9]", word):
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


def _span_in_year(year: int, month_number: int, day: int | None) -> Span | None:
    try:
        return parse_span(f"{year:04}-{month_number:02}" + (f"-{day:02}" if day else ""))
    except ValueError:
        return None


def _season(year: int, first: int, last: int) -> Span:
    end = year + 1 if last < first else year
    return parse_span(f"{year:04}-{first:02}", f"{end:04}-{last:02}")
