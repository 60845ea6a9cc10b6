"""The scale of a picture's time: days as pixels, and as the milliseconds that Vega counts in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import altair as alt

from summitcli.model.dates import Span

_MARGIN = 0.015  # share of the time that is left free at each end
_SHORTEST = timedelta(days=15)  # free at each end at least, for pictures of few days
_DAY = 86_400_000


@dataclass(frozen=True, slots=True)
class TimeScale:
    """The days that a picture shows, from its left edge to its right edge."""

    days: Span
    width: int

    def clamp(self, day: date) -> date:
        """Return a day, or the end of the scale that is nearest to it."""
        return max(self.days.first, min(self.days.last, day))

    def x(self, day: date) -> float:
        """Return how many pixels a day is from the left edge."""
        whole = (self.days.last - self.days.first).days
        return (self.clamp(day) - self.days.first).days / whole * self.width

    def encode(self) -> alt.Scale:
        """Return the same scale for Vega-Lite; days begin at midnight UTC everywhere."""
        ends = [milliseconds(day) for day in (self.days.first, self.days.last)]
        return alt.Scale(type="utc", domain=ends, nice=False)


def time_scale(spans: Sequence[Span], width: int) -> TimeScale:
    """Return a scale that shows all spans, with some time free at each end."""
    first = min(item.first for item in spans)
    last = max(item.last for item in spans)
    free = max(_SHORTEST, (last - first) * _MARGIN)
    return TimeScale(Span(_moved(first, -free), _moved(last, free)), width)


def milliseconds(day: date) -> int:
    """Return the milliseconds from 1970 to the beginning of a day, as JavaScript counts time."""
    return (day - date(1970, 1, 1)).days * _DAY


def middle(days: Span) -> date:
    """Return the day in the middle of a span."""
    return days.first + (days.last - days.first) // 2


def _moved(day: date, by: timedelta) -> date:
    try:
        return day + by
    except OverflowError:  # beyond the calendar
        return date.min if by < timedelta() else date.max
