"""The map as a picture: places by number of meetings, and a close-up where many are near."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from typing import TYPE_CHECKING

from summitcli.model import Meeting
from summitcli.search.select import ordered
from summitcli.site.site import Site

if TYPE_CHECKING:
    from summitcli.charts.map_labels import PlacedDot
    from summitcli.charts.places import MapPlace
    from summitcli.charts.projection import Projection

_WIDTH, _HEIGHT, _NORTH = 1000, 435, 83.0
_SIDE = 620  # of the close-up, which is square
_LETTER = 13
_SMALLEST, _LARGEST = 4.0, 15.0  # radius of a dot: one meeting, and the most
_REACH = 1.6  # how far around a close-up land is drawn, as a share of its side

Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class ListedPlace:
    """A place with its meetings, as the list below the map has it."""

    anchor: str
    name: str
    meetings: tuple[Meeting, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One map."""

    name: str
    width: int
    height: int
    land: str
    "Outlines of the land, as a path."
    dots: Sequence[tuple["PlacedDot", ListedPlace]]
    edge: str
    "Outline of the part that another map shows larger; empty without one."


@dataclass(frozen=True, slots=True)
class MapPicture:
    """The maps, and the places on them."""

    panels: Sequence[Panel]
    places: Sequence[ListedPlace]
    without: int
    "Number of meetings that have no place on the map."


def map_picture(site: Site) -> MapPicture | None:
    """Return the maps; None if no meeting has coordinates."""
    from summitcli.charts.map_window import window_of
    from summitcli.charts.places import places_of
    from summitcli.charts.projection import close_up, edge_of, world

    meetings = ordered(site.dataset.meetings)
    whole = world(_WIDTH, _HEIGHT, _NORTH)
    places = [place for place in places_of(meetings) if whole.shows(place.point)]
    if not places:
        return None
    listed = list(_listed(places))
    window = window_of([place.point for place in places])
    edge = [] if window is None else edge_of(window.centre, window.degrees)
    named = [window is None or not window.holds(place.point) for place in places]
    outline = [whole.project(*point) for point in edge]
    panels = [_panel("World", whole, places, listed, named, outline)]
    if window is not None:
        projection = close_up(_SIDE, _SIDE, window.centre, window.degrees)
        inside = [n for n, place in enumerate(places) if window.holds(place.point)]
        panels.append(
            _panel(
                "Close-up",
                projection,
                [places[n] for n in inside],
                [listed[n] for n in inside],
                [True] * len(inside),
                [],
            )
        )
    shown = sum(len(place.meetings) for place in places)
    return MapPicture(panels, listed, len(meetings) - shown)


def _listed(places: Iterable["MapPlace"]) -> Iterator[ListedPlace]:
    for number, place in enumerate(places, 1):
        yield ListedPlace(f"place-{number}", place.name, tuple(ordered(place.meetings)))


def _panel(
    name: str,
    projection: "Projection",
    places: Sequence["MapPlace"],
    listed: Sequence[ListedPlace],
    named: Sequence[bool],
    edge: Ring,
) -> Panel:
    from summitcli.charts.map_labels import PlacedDot, place_labels

    most = max(8, *(len(place.meetings) for place in places))
    dots = []
    for place, has_name in zip(places, named, strict=True):
        count = len(place.meetings)
        x, y = projection.project(*place.point)
        radius = sqrt(_SMALLEST**2 + (count - 1) / (most - 1) * (_LARGEST**2 - _SMALLEST**2))
        label = f"{place.name} {count}" if count > 1 else place.name
        dots.append(PlacedDot(x, y, radius, label if has_name else ""))
    placed = place_labels(dots, _LETTER, projection.width, projection.height, edge)
    return Panel(
        name,
        projection.width,
        projection.height,
        "".join(_paths(projection)),
        list(zip(placed, listed, strict=True)),
        _path(edge) if edge else "",
    )


def _paths(projection: "Projection") -> Iterator[str]:
    """Yield the outlines of the land that reach into a map."""
    across, down = projection.width * _REACH, projection.height * _REACH
    for ring in _land():
        points = [projection.project(*point) for point in ring]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        touches = min(xs) < projection.width and max(xs) > 0
        if not touches or min(ys) > projection.height or max(ys) < 0:
            continue
        near = [(max(-across, min(across * 2, x)), max(-down, min(down * 2, y))) for x, y in points]
        yield _path(near)


def _path(points: Ring) -> str:
    """Return a closed path through points, in whole pixels and without repeated ones."""
    rounded = list(dict.fromkeys((round(x * 2) / 2, round(y * 2) / 2) for x, y in points))
    if len(rounded) < 3:
        return ""
    return "M" + "L".join(f"{x:g},{y:g}" for x, y in rounded) + "Z"


@cache
def _land() -> tuple[Ring, ...]:
    """Return the outlines of the land, as rings of longitude and latitude (TopoJSON)."""
    text = files("summitcli.charts").joinpath("basemap/land-110m.json").read_text("utf-8")
    topology = json.loads(text)
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[Ring] = []
    for arc in topology["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    shapes = [
        polygon
        for geometry in topology["objects"]["land"]["geometries"]
        for polygon in geometry["arcs"]
    ]
    rings = (_ring(numbers, arcs) for polygon in shapes for numbers in polygon)
    return tuple(part for ring in rings for part in _cut(ring))


def _cut(ring: Ring) -> Iterator[Ring]:
    """Yield the parts of a ring on the map, which is cut at the date line."""
    lon = ring[0][0]
    whole: Ring = []
    for next_lon, lat in ring:
        lon += (next_lon - lon + 180) % 360 - 180  # the shorter way, across the date line, too
        whole.append((lon, lat))
    for turn in (-360, 0, 360):
        part = [(lon + turn, lat) for lon, lat in whole]
        part = _clipped(_clipped(part, -180.0, 1), 180.0, -1)
        if part:
            yield part


def _clipped(ring: Ring, edge: float, side: int) -> Ring:
    """Return the part of a ring east (1) or west (-1) of a meridian (Sutherland and Hodgman)."""
    clipped: Ring = []
    for (lon, lat), (other, other_lat) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        inside, next_inside = (lon - edge) * side >= 0, (other - edge) * side >= 0
        if inside:
            clipped.append((lon, lat))
        if inside != next_inside:
            share = (edge - lon) / (other - lon)
            clipped.append((edge, lat + share * (other_lat - lat)))
    return clipped


def _ring(numbers: Iterable[int], arcs: Sequence[Ring]) -> Ring:
    """Return the arcs with some numbers as one ring; a negative number is an arc backwards."""
    ring: Ring = []
    for number in numbers:
        points = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += points[1:] if ring else points
    return ring
