"""The timeline: meetings as dots by date, terms of office as bands, background events below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import altair as alt

from summitcli.charts.labels import pack, pairs_of, short_names, text_width
from summitcli.charts.subject import (
    NothingToDrawError,
    Subject,
    TooManyError,
    count_words,
    minutes_of,
)
from summitcli.charts.terms import terms_of_office
from summitcli.charts.theme import (
    BAND,
    BLACK,
    GREY,
    KIND_GROUPS,
    LABEL_SIZE,
    PALE_GREY,
    SMALL_SIZE,
    WIDTH,
    Datasets,
    Picture,
    Row,
    frame,
    group_of,
)
from summitcli.charts.time_scale import TimeScale, time_scale
from summitcli.charts.timeline_events import INDENT, MOST_ROWS, ROW, PlacedEvent, place_events
from summitcli.charts.timeline_lanes import (
    LARGEST,
    SMALLEST,
    Dot,
    Lanes,
    day_of,
    lay_out,
)
from summitcli.model import CALLS, REMOTE, Dataset
from summitcli.model.dates import parse_span
from summitcli.pages.wording import format_date, format_duration, humanize

MOST = 1500
"Meetings above which dots would be too small to read."

_HIGHEST = 4000.0  # height in pixels above which nobody sees the whole picture

_FLAG = 20.0  # height of a row of leaders' names
_MARK = 10.0  # width below which an event is a point
_WITHOUT_LENGTH = REMOTE - CALLS
_LEGEND_LENGTHS = (15, 30, 60, 120, 240, 480, 720, 1440, 2880)  # minutes


@dataclass(frozen=True, slots=True)
class _Canvas:
    """The axes that all layers share, time to the right and pixels down, and their data."""

    time: TimeScale
    height: float
    datasets: Datasets

    def chart(self, name: str, rows: Sequence[Row]) -> alt.Chart:
        """Return a chart of rows, which are kept under a name."""
        return alt.Chart(self.datasets.add(name, rows))

    def x(self, field: str = "day") -> alt.X:
        """Return the axis of time; its scale is the one that the meetings bring."""
        axis = alt.Axis(tickCount=12, grid=False, labelOverlap=True)
        return alt.X(f"{field}:T", title=None, axis=axis)

    def y(self) -> alt.Y:
        return alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[self.height, 0], nice=False))


def timeline(subject: Subject) -> Picture:
    """Return the picture of meetings in time."""
    dated = [meeting for meeting in subject.meetings if meeting.date is not None]
    if not dated:
        raise NothingToDrawError("none of the meetings has a date")
    too_many = f"{len(dated):,} meetings do not fit into a timeline of this time"
    if len(dated) > MOST:
        raise TooManyError(too_many)
    time = time_scale([parse_span(m.date or "", m.end_date) for m in dated], WIDTH)
    bands, top = _bands(subject.dataset, time)
    longest = max(minutes_of(meeting) or 0 for meeting in dated)
    lanes = lay_out(dated, longest, time, top)
    if lanes.bottom > _HIGHEST:
        raise TooManyError(too_many)
    events = place_events(subject.events, time)
    rows = 1 + max((placed.row for placed in events), default=-1)
    canvas = _Canvas(time, lanes.bottom + (ROW * (rows + 1) if rows else 0), Datasets())
    layers = [
        *_band_layers(bands, canvas),
        *_event_layers(events, lanes.bottom, canvas),
        *_lane_layers(lanes, canvas, with_events=bool(events)),
        *_dot_layers(lanes, longest, subject.dataset, canvas),
    ]
    return frame(
        alt.LayerChart(layer=layers, width=WIDTH, height=canvas.height),
        canvas.datasets,
        subject,
        "Timeline of meetings",
        _notes(events, len(subject.meetings) - len(dated)),
    )


def _bands(dataset: Dataset, time: TimeScale) -> tuple[list[Row], float]:
    """Return a row for each term of office in sight, and the height that their names take."""
    names = short_names(dataset)
    every = terms_of_office(dataset, dataset.meetings)
    terms = [term for term in every if term.days.touches(time.days)]
    starts = [time.x(term.days.first) for term in terms]
    widths = [text_width(names[term.person], LABEL_SIZE) for term in terms]
    spans = [(start, start + width) for start, width in zip(starts, widths, strict=True)]
    flags = pack(spans, gap=10)
    rows: list[Row] = [
        {
            "day": time.clamp(term.days.first).isoformat(),
            "until": time.clamp(term.days.last).isoformat(),
            "leader": names[term.person],
            "years": term.years,
            "shade": BAND if number % 2 == 0 else "white",
            "y": _FLAG * (flag + 0.5),
        }
        for number, (term, flag) in enumerate(zip(terms, flags, strict=True))
    ]
    return rows, _FLAG * (1 + max(flags, default=-1)) + _FLAG / 2


def _band_layers(bands: list[Row], canvas: _Canvas) -> Iterator[alt.Chart]:
    """Yield the bands of the terms of office, with the leaders' names above."""
    if not bands:
        return
    base = canvas.chart("terms", bands).encode(x=canvas.x())
    shade = alt.Color("shade:N", scale=None)
    yield base.mark_rect().encode(x2="until:T", color=shade)
    yield base.mark_rule(color=PALE_GREY)
    yield base.mark_text(align="left", dx=5, fontSize=LABEL_SIZE, color=BLACK).encode(
        y=canvas.y(), text="leader:N", tooltip=["leader:N", "years:N"]
    )


def _event_layers(events: list[PlacedEvent], top: float, canvas: _Canvas) -> Iterator[alt.Chart]:
    """Yield the marks of background events, and their titles."""
    if not events:
        return
    rows = [_event_row(placed, top, canvas.time) for placed in events]
    base = canvas.chart("events", rows).encode(
        x=canvas.x(), y=canvas.y(), tooltip=["event:N", "date:N"]
    )
    point = base.mark_point(shape="diamond", filled=True, size=70, color=GREY, opacity=1)
    yield point.transform_filter(f"datum.pixels <= {_MARK}")
    line = base.mark_rule(strokeWidth=5, color=GREY).encode(x2="until:T")
    yield line.transform_filter(f"datum.pixels > {_MARK}")
    right = base.mark_text(align="left", dx=INDENT, fontSize=SMALL_SIZE, color=BLACK)
    yield right.encode(x=canvas.x("until"), text="title:N").transform_filter("!datum.leftwards")
    left = base.mark_text(align="right", dx=-INDENT, fontSize=SMALL_SIZE, color=BLACK)
    yield left.encode(text="title:N").transform_filter("datum.leftwards")


def _event_row(placed: PlacedEvent, top: float, time: TimeScale) -> Row:
    event = placed.event
    return {
        "day": time.clamp(placed.days.first).isoformat(),
        "until": time.clamp(placed.days.last).isoformat(),
        "pixels": round(time.x(placed.days.last) - time.x(placed.days.first), 1),
        "y": top + ROW * (placed.row + 1),
        "title": placed.title,
        "leftwards": placed.leftwards,
        "event": event.title,
        "date": format_date(event.date, event.end_date),
    }


def _lane_layers(lanes: Lanes, canvas: _Canvas, with_events: bool) -> Iterator[alt.Chart]:
    """Yield the lines below lanes, and the labels beside them."""
    rows: list[Row] = [
        {
            "label": f"{lane.label} · {len(lane.dots):,}",
            "y": (lane.top + lane.bottom) / 2,
            "bottom": lane.bottom,
        }
        for lane in lanes.lanes
    ]
    if with_events:
        middle = (lanes.bottom + canvas.height) / 2
        rows.append({"label": "Background", "y": middle, "bottom": canvas.height})
    base = canvas.chart("lanes", rows).encode(y=canvas.y())
    bottom = alt.Y("bottom:Q", axis=None)
    yield base.mark_rule(color=GREY, strokeWidth=0.7).encode(y=bottom)
    yield base.mark_text(align="right", dx=-12, fontSize=LABEL_SIZE, color=BLACK).encode(
        x=alt.value(0), text="label:N"
    )


def _dot_layers(
    lanes: Lanes, longest: int, dataset: Dataset, canvas: _Canvas
) -> Iterator[alt.Chart]:
    """Yield the meetings: coloured and shaped by kind, sized by length, hollow if not known."""
    names = short_names(dataset)
    dots = [dot for lane in lanes.lanes for dot in lane.dots]
    present = {group_of(dot.meeting.kind) for dot in dots}
    groups = [group for group in KIND_GROUPS if group in present]
    labels = [group.label for group in groups]
    colours = alt.Scale(domain=labels, range=[group.colour for group in groups])
    shapes = alt.Scale(domain=labels, range=[group.shape for group in groups])
    sizes = [4 * (lanes.shrink * edge) ** 2 for edge in (SMALLEST, LARGEST)]
    lengths = alt.Scale(domain=[0, longest or 1], range=sizes)
    rows = [_dot_row(dot, dataset, names, hollow=longest > 0) for dot in dots]
    base = canvas.chart("meetings", rows).encode(
        x=canvas.x().scale(canvas.time.encode()),
        y=canvas.y(),
        stroke=alt.Stroke("form:N", scale=colours, title=None),
        shape=alt.Shape("form:N", scale=shapes, title=None),
        size=alt.Size("minutes:Q", scale=lengths, legend=_size_legend(longest)),
        tooltip=["meeting:N", "date:N", "leaders:N", "kind:N", "length:N"],
    )
    filled = base.mark_point(strokeWidth=1.6, opacity=1).transform_filter("!datum.hollow")
    yield filled.encode(fill=alt.Fill("form:N", scale=colours, title=None))
    hollow = base.mark_point(strokeWidth=1.6, opacity=1, fill="white")
    yield hollow.transform_filter("datum.hollow")


def _dot_row(dot: Dot, dataset: Dataset, names: dict[str, str], hollow: bool) -> Row:
    """Return the values of a dot; without a known length it may be hollow."""
    meeting, minutes = dot.meeting, minutes_of(dot.meeting)
    return {
        "id": meeting.id,
        "day": day_of(meeting).isoformat(),
        "y": round(dot.y, 1),
        "form": group_of(meeting.kind).label,
        "minutes": minutes or 0,
        "hollow": hollow and minutes is None and meeting.kind not in _WITHOUT_LENGTH,
        "meeting": meeting.title,
        "date": format_date(meeting.date, meeting.end_date),
        "leaders": ", ".join(pairs_of(meeting, dataset, names)),
        "kind": humanize(meeting.kind),
        "length": format_duration(
            minutes, meeting.duration.qualifier if meeting.duration else None
        ),
    }


def _size_legend(longest: int) -> alt.Legend | None:
    """Return a legend of a few lengths up to the longest; none where no length is known."""
    values = [minutes for minutes in _LEGEND_LENGTHS if minutes <= longest]
    if not values:
        return None
    return alt.Legend(
        title="Length (hollow: not known)",
        values=values[-4:],
        labelExpr="datum.value < 60 ? datum.value + ' min' : datum.value / 60 + ' h'",
        symbolType="circle",
        symbolFillColor=GREY,
        symbolStrokeColor=GREY,
    )


def _notes(events: Sequence[PlacedEvent], undated: int) -> Iterator[str]:
    if undated:
        yield f"Not shown: {count_words(undated, 'meeting')} without a date."
    untitled = sum(1 for placed in events if placed.row == MOST_ROWS)
    if untitled:
        yield f"No room for the titles of {count_words(untitled, 'background event')} (last row)."
