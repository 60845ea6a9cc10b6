"""The timeline as a picture: meetings as marks by date, terms of office as bands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import pi, sqrt
from typing import TYPE_CHECKING

from summitcli.model import Meeting
from summitcli.model.dates import parse_span
from summitcli.pages.wording import format_date, humanize
from summitcli.site.site import Site

if TYPE_CHECKING:
    from summitcli.charts.time_scale import TimeScale

WIDTH = 1000
LEFT = 132  # pixels for the names of the lanes
MOST = 1500
"Meetings above which marks would be too small to read."
_FLAG = 17.0  # height of a row of leaders' names
_LETTER = 12  # height of letters
_INDENT = 3
_RIGHT = 12  # pixels for letters that are wider than expected
_TICKS = 12
_AXIS = 26.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A meeting: a shape that says its kind, at its day; the larger, the longer it lasted."""

    id: str
    label: str
    group: int
    "Number of the group of its kind, which has a colour and a shape."
    x: float
    y: float
    radius: float
    points: str
    "Corners of its shape; empty for a circle."
    hollow: bool


@dataclass(frozen=True, slots=True)
class Band:
    """A term of office."""

    name: str
    name_x: float
    x: float
    width: float
    y: float
    even: bool


@dataclass(frozen=True, slots=True)
class LaneLabel:
    """The name of a lane, and the line below it."""

    text: str
    count: int
    y: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis."""

    year: str
    x: float


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """Everything that the template draws."""

    width: int
    height: float
    plot: float
    "Height of the plot without its axis."
    left: int
    bands: Sequence[Band]
    lanes: Sequence[LaneLabel]
    ticks: Sequence[Tick]
    marks: Sequence[Mark]
    legend: Sequence[tuple[int, str, str]]
    "Number, name and corners of each group of kinds."


def timeline_picture(site: Site) -> TimelinePicture | None:
    """Return the picture; None if there is nothing to draw, or too much to be read."""
    from summitcli.charts.subject import minutes_of
    from summitcli.charts.theme import KIND_GROUPS, group_of
    from summitcli.charts.time_scale import time_scale
    from summitcli.charts.timeline_lanes import day_of, lay_out, radius
    from summitcli.model import MeetingStatus

    dated = [meeting for meeting in site.dataset.meetings if meeting.date is not None]
    if not dated or len(dated) > MOST:
        return None
    time = time_scale([parse_span(m.date or "", m.end_date) for m in dated], WIDTH)
    bands, top = _bands(site, time)
    longest = max(minutes_of(meeting) or 0 for meeting in dated)
    lanes = lay_out(dated, longest, time, top)
    marks: list[Mark] = []
    for lane in lanes.lanes:
        for dot in lane.dots:
            meeting = dot.meeting
            minutes = minutes_of(meeting)
            x = round(LEFT + time.x(day_of(meeting)), 1)
            size = radius(minutes, longest, lanes.shrink)
            group = group_of(meeting.kind)
            marks.append(
                Mark(
                    meeting.id,
                    _label(meeting),
                    KIND_GROUPS.index(group),
                    x,
                    round(dot.y, 1),
                    round(size, 1),
                    shape(group.shape, x, dot.y, size),
                    meeting.status is not MeetingStatus.HELD,
                )
            )
    present = {mark.group for mark in marks}
    return TimelinePicture(
        LEFT + WIDTH + _RIGHT,
        round(lanes.bottom + _AXIS, 1),
        round(lanes.bottom, 1),
        LEFT,
        bands,
        [
            LaneLabel(
                lane.label,
                len(lane.dots),
                round((lane.top + lane.bottom) / 2, 1),
                round(lane.bottom, 1),
            )
            for lane in lanes.lanes
        ],
        list(_ticks(time)),
        marks,
        [
            (number, group.label, shape(group.shape, 7, 7, 6))
            for number, group in enumerate(KIND_GROUPS)
            if number in present
        ],
    )


def _label(meeting: Meeting) -> str:
    what = "" if meeting.status == "held" else f", {humanize(meeting.status)}"
    return f"{meeting.title}, {format_date(meeting.date, meeting.end_date)}{what}"


def _bands(site: Site, time: "TimeScale") -> tuple[list[Band], float]:
    """Return a band for each term of office in sight, and the height that their names take."""
    from summitcli.charts.labels import pack, short_names, text_width
    from summitcli.charts.terms import terms_of_office

    names = short_names(site.dataset)
    every = terms_of_office(site.dataset, site.dataset.meetings)
    terms = [term for term in every if term.days.touches(time.days)]
    starts = [time.x(term.days.first) for term in terms]
    ends = [time.x(term.days.last) for term in terms]
    widths = [text_width(names[term.person], _LETTER) for term in terms]
    names_at = [min(x, WIDTH - wide) for x, wide in zip(starts, widths, strict=True)]
    rows = pack([(x, x + wide) for x, wide in zip(names_at, widths, strict=True)], gap=8)
    bands = [
        Band(
            names[term.person],
            round(LEFT + min(start + _INDENT, WIDTH - wide), 1),
            round(LEFT + start, 1),
            round(end - start, 1),
            _FLAG * (row + 0.8),
            number % 2 == 0,
        )
        for number, (term, start, end, wide, row) in enumerate(
            zip(terms, starts, ends, widths, rows, strict=True)
        )
    ]
    return bands, _FLAG * (1 + max(rows, default=-1)) + _FLAG / 2


def _ticks(time: "TimeScale") -> Iterator[Tick]:
    from datetime import date

    first, last = time.days.first.year, time.days.last.year
    step = next(n for n in (1, 2, 5, 10, 20, 50, 100, 500, 1000) if (last - first) / n <= _TICKS)
    for year in range(first + 1, last + 1):
        if year % step == 0:
            yield Tick(str(year), round(LEFT + time.x(date(year, 1, 1)), 1))


def shape(name: str, x: float, y: float, radius: float) -> str:
    """Return the corners of a shape that covers about as much as a circle; empty for a circle."""
    half = radius * sqrt(pi) / 2
    tall = radius * 1.25
    corners = {
        "square": [(-half, -half), (half, -half), (half, half), (-half, half)],
        "triangle-up": [(0, -tall), (tall, tall * 0.8), (-tall, tall * 0.8)],
        "triangle-down": [(0, tall), (tall, -tall * 0.8), (-tall, -tall * 0.8)],
        "diamond": [(0, -tall), (tall, 0), (0, tall), (-tall, 0)],
        "cross": _cross(radius),
    }.get(name, [])
    return " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners)


def _cross(radius: float) -> list[tuple[float, float]]:
    arm, long = radius * 0.4, radius * 1.1
    quarter = [(arm, -long), (arm, -arm), (long, -arm)]
    corners: list[tuple[float, float]] = []
    for _ in range(4):
        corners += quarter
        quarter = [(-y, x) for x, y in quarter]
    return corners
