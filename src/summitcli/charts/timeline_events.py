"""Where the background events of the timeline go: rows of titles that do not touch."""

from collections.abc import Iterable
from dataclasses import dataclass

from summitcli.charts.labels import shorten, text_width
from summitcli.charts.theme import SMALL_SIZE
from summitcli.charts.time_scale import TimeScale
from summitcli.model import ContextEvent
from summitcli.model.dates import Span, parse_span

ROW = 19
"Height of a row in pixels."
MOST_ROWS = 11
"Rows of events with titles; those without one share the next row."
INDENT = 9
"Pixels between an event's mark and its title."

_LETTERS = 52  # of a title
_GAP = 16.0  # pixels between a title and the next event of its row
_MARK = 6.0  # pixels that a mark takes to each side


@dataclass(frozen=True, slots=True)
class PlacedEvent:
    """An event with its place in the picture, and its title if there is room for it."""

    event: ContextEvent
    days: Span
    row: int = MOST_ROWS
    title: str = ""
    leftwards: bool = False
    "Whether the title is left of the mark."


def place_events(events: Iterable[ContextEvent], scale: TimeScale) -> list[PlacedEvent]:
    """Return the events that touch the time of a scale, each in a row, in order of time.

    Those farthest from their neighbours are placed first: where there is not enough room, titles
    are spread over the whole time instead of filling one part of it.
    """
    dated = [(parse_span(event.date, event.end_date), event) for event in events]
    inside = [(days, event) for days, event in dated if days.touches(scale.days)]
    inside.sort(key=lambda item: (item[0].first, item[0].last, item[1].id))
    rows: list[list[tuple[float, float]]] = [[] for _ in range(MOST_ROWS)]
    placed = {
        index: _placed(inside[index][1], inside[index][0], scale, rows)
        for index in _loneliest_first([scale.x(days.first) for days, _ in inside])
    }
    return [placed[index] for index in range(len(inside))]


def _loneliest_first(places: list[float]) -> list[int]:
    """Return the indexes of ascending places, those with the farthest neighbours first."""
    ends = [float("-inf"), *places, float("inf")]
    gaps = [min(ends[i + 1] - ends[i], ends[i + 2] - ends[i + 1]) for i in range(len(places))]
    return sorted(range(len(places)), key=lambda index: (-gaps[index], index))


def _placed(
    event: ContextEvent, days: Span, scale: TimeScale, rows: list[list[tuple[float, float]]]
) -> PlacedEvent:
    """Place an event in the first row with room for its title on either side of its mark."""
    title = shorten(event.title, _LETTERS)
    first, last = scale.x(days.first), scale.x(days.last)
    room = INDENT + text_width(title, SMALL_SIZE) + _GAP
    sides = ((False, first - _MARK, last + room), (True, first - room, last + _MARK))
    for row, taken in enumerate(rows):
        for leftwards, start, end in sides:
            inside = start > -_GAP and end < scale.width + _GAP
            if inside and all(end <= left or start >= right for left, right in taken):
                taken.append((start, end))
                return PlacedEvent(event, days, row, title, leftwards)
    return PlacedEvent(event, days)
