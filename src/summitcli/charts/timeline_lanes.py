"""Where the dots of the timeline go: a lane for each sort of contact, each filled by a swarm."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import sqrt

from summitcli.charts.subject import minutes_of
from summitcli.charts.swarm import swarm
from summitcli.charts.time_scale import TimeScale, middle
from summitcli.model import Meeting, MeetingStatus
from summitcli.model.dates import parse_span

SMALLEST, LARGEST = 4.5, 16.0  # radius of a dot in pixels: length unknown or 0, and the longest
_HIGHEST = 400.0  # height of a lane above which all dots are drawn smaller
_SHRINK = 0.7
_TINIEST = 0.3
_GAP = 1.12  # distance of dots as a share of their radii: corners of squares reach out
_PADDING = 14.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A meeting with its place in the picture."""

    meeting: Meeting
    y: float


@dataclass(frozen=True, slots=True)
class Lane:
    """The dots of one sort of contact."""

    label: str
    dots: tuple[Dot, ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Lanes:
    """All lanes, and the scale of their dots."""

    lanes: tuple[Lane, ...]
    shrink: float
    "Share of the usual radius at which dots are drawn, so that the lanes are not too high."

    @property
    def bottom(self) -> float:
        """Pixels from the top of the picture to the end of the last lane."""
        return self.lanes[-1].bottom


def lay_out(meetings: list[Meeting], longest: int, scale: TimeScale, top: float) -> Lanes:
    """Return the lanes of meetings, which all have dates, below a place in the picture."""
    sorts = [(label, chosen) for label, chosen in _sorts(meetings) if chosen]
    shrink = 1.0
    while True:
        swarms = [_swarm(chosen, longest, scale, shrink) for _, chosen in sorts]
        heights = [bottom - top_ for _, top_, bottom in swarms]
        if max(heights) <= _HIGHEST or shrink <= _TINIEST:
            break
        shrink *= _SHRINK
    lanes: list[Lane] = []
    for (label, chosen), (offsets, highest, _), height in zip(sorts, swarms, heights, strict=True):
        dots = tuple(Dot(m, top + o - highest) for m, o in zip(chosen, offsets, strict=True))
        lanes.append(Lane(label, dots, top, top + height))
        top += height
    return Lanes(tuple(lanes), shrink)


def radius(minutes: int | None, longest: int, shrink: float) -> float:
    """Return the radius of a meeting's dot: its area grows with the length of the meeting."""
    share = (minutes or 0) / longest if longest else 0.0
    return shrink * sqrt(SMALLEST**2 + share * (LARGEST**2 - SMALLEST**2))


def day_of(meeting: Meeting) -> date:
    """Return the day in the middle of a meeting, or of the month or year to which it is dated."""
    return middle(parse_span(meeting.date or "", meeting.end_date))


def _sorts(meetings: list[Meeting]) -> Iterator[tuple[str, list[Meeting]]]:
    held = [meeting for meeting in meetings if meeting.status is MeetingStatus.HELD]
    yield "In person", [meeting for meeting in held if meeting.in_person]
    yield "Calls and letters", [meeting for meeting in held if not meeting.in_person]
    for status, label in _NOT_HELD.items():
        yield label, [meeting for meeting in meetings if meeting.status is status]


_NOT_HELD = {
    MeetingStatus.DISPUTED: "Disputed",
    MeetingStatus.PLANNED: "Planned",
    MeetingStatus.CANCELLED: "Cancelled",
    MeetingStatus.NOT_HELD: "Not held",
}


def _swarm(
    meetings: Iterable[Meeting], longest: int, scale: TimeScale, shrink: float
) -> tuple[list[float], float, float]:
    """Return the offsets of dots, and the upper and the lower edge of their swarm."""
    dots = [
        (scale.x(day_of(meeting)), radius(minutes_of(meeting), longest, shrink) * _GAP)
        for meeting in meetings
    ]
    offsets = swarm(dots)
    edges = [(y - size, y + size) for (_, size), y in zip(dots, offsets, strict=True)]
    return (
        offsets,
        min(edge for edge, _ in edges) - _PADDING,
        max(edge for _, edge in edges) + _PADDING,
    )
