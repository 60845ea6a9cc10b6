"""The map: the places of meetings, by number of meetings."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import sqrt

import altair as alt

from summitcli.charts.labels import pairs_of, short_names
from summitcli.charts.map_labels import ALIGNMENTS, PlacedDot, place_labels
from summitcli.charts.map_window import Window, window_of
from summitcli.charts.places import MapPlace, places_of
from summitcli.charts.projection import Point, Projection, close_up, edge_of, world
from summitcli.charts.subject import NothingToDrawError, Subject, count_words
from summitcli.charts.theme import (
    BLACK,
    BLUE,
    COAST,
    LABEL_SIZE,
    LAND,
    SEA,
    SMALL_SIZE,
    VERMILION,
    WIDTH,
    Datasets,
    Picture,
    Plot,
    Row,
    frame,
)
from summitcli.model import Dataset
from summitcli.pages.wording import format_date

_SMALLEST, _LARGEST = 5.0, 17.0  # radius of a dot in pixels: one meeting, and the most
_NORTH, _HEIGHT = 83.0, 0.435  # where the map begins, and its height as a share of its width
_SIDE = 600  # of a close-up, which is square
_GAP = 24
_OUTLINES = "basemap/land-110m.json"
_PLACES, _LAND = "places", "land"  # names of datasets
_WORLD, _CLOSE_UP = "world", "close-up"  # names of maps
_USUAL = 8  # meetings of a place that get the largest dot, if none had more
_BAR_LABELS = 140  # pixels
_BARS = 10  # places that the list beside a close-up holds at most
_LISTED = 12  # meetings that a place names under the pointer


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What both maps are drawn from."""

    places: Sequence[MapPlace]
    datasets: Datasets

    @property
    def most(self) -> int:
        """The number of meetings of the largest dots."""
        return max(_USUAL, len(self.places[0].meetings))

    def dot(self, place: MapPlace, projection: Projection, named: bool) -> PlacedDot:
        """Return the dot of a place on a map, and its label if it should have one."""
        count = len(place.meetings)
        x, y = projection.project(*place.point)
        share = (count - 1) / (self.most - 1)
        radius = sqrt(_SMALLEST**2 + share * (_LARGEST**2 - _SMALLEST**2))
        label = f"{place.name} {count}" if count > 1 else place.name
        return PlacedDot(x, y, radius, label if named else "")


@dataclass(frozen=True, slots=True)
class _Panel:
    """One map."""

    name: str
    projection: Projection
    named: Sequence[PlacedDot]
    edge: Sequence[Point]
    "Edge of the close-up; None without one."


def world_map(subject: Subject) -> Picture:
    """Return the picture of places on the world map, with a close-up where many are near."""
    whole = world(WIDTH, round(WIDTH * _HEIGHT), _NORTH)
    places = [place for place in places_of(subject.meetings) if whole.shows(place.point)]
    if not places:
        raise NothingToDrawError("none of the meetings has coordinates")
    window = window_of([place.point for place in places])
    drawing = _Drawing(places, Datasets())
    drawing.datasets.add(_PLACES, _rows(places, window, subject.dataset))
    drawing.datasets.by_name[_LAND] = json.loads(
        files("summitcli.charts").joinpath(_OUTLINES).read_text("utf-8")
    )
    left = WIDTH if window is None else WIDTH - _SIDE - _GAP
    panels = [_world(drawing, window, left)]
    plot: Plot = _map(panels[0], drawing)
    if window is not None:
        panels.append(_close_up(drawing, window))
        overview = alt.vconcat(plot, _bars(drawing, left), spacing=_GAP)
        plot = alt.hconcat(overview, _map(panels[1], drawing), spacing=_GAP)
    named = sum(len(panel.named) for panel in panels)
    notes = _notes(subject, places, len(places) - named)
    return frame(plot, drawing.datasets, subject, "Where they met", notes)


def _rows(places: Sequence[MapPlace], window: Window | None, dataset: Dataset) -> Iterator[Row]:
    names = short_names(dataset)
    for rank, place in enumerate(places, 1):
        meetings = sorted(place.meetings, key=lambda meeting: meeting.date or "")
        listed = [
            f"{format_date(m.date, m.end_date)}: {', '.join(pairs_of(m, dataset, names))}"
            for m in meetings[:_LISTED]
        ]
        more = [f"and {len(meetings) - _LISTED:,} more"] if len(meetings) > _LISTED else []
        yield {
            "place": place.name,
            "lon": place.lon,
            "lat": place.lat,
            "count": len(meetings),
            "rank": rank,
            "in_close_up": window is not None and window.holds(place.point),
            "meetings": "; ".join([*listed, *more]),
        }


def _world(drawing: _Drawing, window: Window | None, width: int) -> _Panel:
    """Return the world with all places; those inside a window get their names there."""
    projection = world(width, round(width * _HEIGHT), _NORTH)
    dots = [
        drawing.dot(place, projection, named=window is None or not window.holds(place.point))
        for place in drawing.places
    ]
    edge = [] if window is None else edge_of(window.centre, window.degrees)
    corners = [projection.project(*point) for point in edge]
    inside = [(x, max(0.0, min(y, projection.height))) for x, y in corners]
    return _panel(_WORLD, projection, dots, inside)


def _close_up(drawing: _Drawing, window: Window) -> _Panel:
    """Return the places inside a window."""
    projection = close_up(_SIDE, _SIDE, window.centre, window.degrees)
    dots = [
        drawing.dot(place, projection, named=True)
        for place in drawing.places
        if window.holds(place.point)
    ]
    edge = [(0, 0), (_SIDE, 0), (_SIDE, _SIDE), (0, _SIDE), (0, 0)]
    return _panel(_CLOSE_UP, projection, dots, edge)


def _panel(
    name: str, projection: Projection, dots: Sequence[PlacedDot], edge: Sequence[Point]
) -> _Panel:
    placed = place_labels(dots, SMALL_SIZE, projection.width, projection.height, edge)
    return _Panel(name, projection, [dot for dot in placed if dot.label], edge)


def _map(panel: _Panel, drawing: _Drawing) -> alt.LayerChart:
    """Return a map of land, dots and names, and the edge of the part that is shown larger."""
    width, height = panel.projection.width, panel.projection.height
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[0, width], nice=False))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    corners: list[Row] = [{"x": x_, "y": y_, "step": n} for n, (x_, y_) in enumerate(panel.edge)]
    line = alt.Chart(drawing.datasets.add(f"{panel.name} edge", corners))
    names: list[Row] = [
        {
            "x": round(dot.label_x, 1),
            "y": round(dot.label_y, 1),
            "name": dot.label,
            "align": dot.align,
        }
        for dot in panel.named
    ]
    text = alt.Chart(drawing.datasets.add(f"{panel.name} names", names))
    layers = [
        _land(panel.projection),
        _dots(drawing, panel),
        line.mark_line(color=VERMILION, strokeWidth=1.5).encode(x=x, y=y, order="step:Q"),
    ]
    layers += [
        text.mark_text(align=align, baseline="middle", fontSize=SMALL_SIZE, color=BLACK)
        .encode(x=x, y=y, text="name:N")
        .transform_filter(f"datum.align == '{align}'")
        for align in ALIGNMENTS
    ]
    return alt.LayerChart(
        layer=layers, width=width, height=height, view=alt.ViewBackground(fill=SEA)
    )


def _land(projection: Projection) -> alt.Chart:
    land = alt.NamedData(name=_LAND, format=alt.TopoDataFormat(type="topojson", feature="land"))
    chart = alt.Chart(land, projection=projection.vega)
    shape: alt.Chart = chart.mark_geoshape(fill=LAND, stroke=COAST, strokeWidth=0.6)
    return shape


def _dots(drawing: _Drawing, panel: _Panel) -> alt.Chart:
    """Return the places as dots whose area grows with the number of meetings."""
    sizes = alt.Scale(domain=[1, drawing.most], range=[4 * r**2 for r in (_SMALLEST, _LARGEST)])
    chart: alt.Chart = (
        alt.Chart(alt.NamedData(name=_PLACES), projection=panel.projection.vega)
        .transform_filter("true" if panel.name == _WORLD else "datum.in_close_up")
        .mark_circle(color=BLUE, opacity=1, stroke="white", strokeWidth=1)
        .encode(
            longitude="lon:Q",
            latitude="lat:Q",
            size=alt.Size("count:Q", scale=sizes, legend=None),
            tooltip=["place:N", "count:Q", "meetings:N"],
        )
    )
    return chart


def _bars(drawing: _Drawing, width: int) -> alt.LayerChart:
    """Return the places with the most meetings as bars."""
    base = (
        alt.Chart(alt.NamedData(name=_PLACES))
        .transform_filter(f"datum.rank <= {_listed(drawing.places)}")
        .encode(
            x=alt.X("count:Q", axis=None, scale=alt.Scale(range=[_BAR_LABELS, width - 40])),
            y=alt.Y("rank:O", axis=None),
        )
    )
    bars = base.mark_bar(color=BLUE, height=17)
    counts = base.mark_text(align="left", dx=6, fontSize=LABEL_SIZE, color=BLACK)
    names = base.mark_text(align="right", dx=-8, fontSize=LABEL_SIZE, color=BLACK)
    names = names.encode(text="place:N", x=alt.value(_BAR_LABELS))
    return alt.LayerChart(
        layer=[bars, counts.encode(text="count:Q"), names],
        width=width,
        height=alt.Step(26),
    )


def _listed(places: Sequence[MapPlace]) -> int:
    """Return how many places are listed: none without all others that have as many meetings."""
    counts = [len(place.meetings) for place in places]
    if len(counts) <= _BARS or counts[0] == counts[_BARS]:
        return _BARS
    return sum(1 for count in counts if count > counts[_BARS])


def _notes(subject: Subject, places: Sequence[MapPlace], unnamed: int) -> Iterator[str]:
    shown = sum(len(place.meetings) for place in places)
    hidden = len(subject.meetings) - shown
    yield f"{count_words(shown, 'meeting')} in {count_words(len(places), 'place')}."
    if unnamed:
        yield f"No room for the names of {count_words(unnamed, 'place')}."
    if hidden:
        yield f"Not shown: {hidden:,} without a place on the map, such as calls and letters."
