"""Map projections: from degrees to pixels, with the same figures for Vega as for our own labels."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from math import asin, atan2, cos, hypot, radians, sin, sqrt
from math import degrees as degrees_of
from typing import TypeAlias

import altair as alt

Point: TypeAlias = tuple[float, float]
"Longitude and latitude in degrees, or pixels from the left and from the top."

_EARTH = 6371.0  # km
_STEPS = 12  # of each side of a close-up's edge, which is curved on another map

# Equal Earth: Savric, Patterson and Jenny (2018).
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_HALF_WIDTH = 2.70663  # of the whole earth, at scale 1


@dataclass(frozen=True, slots=True)
class Projection:
    """A map of a size in pixels that turns longitude and latitude into a place on it."""

    width: int
    height: int
    vega: alt.Projection
    project: Callable[[float, float], Point]
    "From degrees east and north to pixels from the left and from the top."

    def shows(self, point: Point) -> bool:
        """Return whether a point, as longitude and latitude, is on the map."""
        x, y = self.project(*point)
        return 0 <= x <= self.width and 0 <= y <= self.height


def world(width: int, height: int, north: float) -> Projection:
    """Return an Equal Earth map, as wide as the earth, that begins at a latitude in the north."""
    scale = width / (2 * _HALF_WIDTH)
    top = _equal_earth(0, radians(north))[1] * scale

    def project(lon: float, lat: float) -> Point:
        x, y = _equal_earth(radians(lon), radians(lat))
        return width / 2 + x * scale, top - y * scale

    vega = alt.Projection(
        type="equalEarth",
        scale=scale,
        translate=[width / 2, top],
        clipExtent=[[0, 0], [width, height]],
    )
    return Projection(width, height, vega, project)


def close_up(width: int, height: int, centre: Point, degrees: float) -> Projection:
    """Return an equal-area map around a point, so many degrees of latitude high."""
    lon0, lat0 = map(radians, centre)
    scale = height / radians(degrees)

    def project(lon: float, lat: float) -> Point:
        east, north = radians(lon) - lon0, radians(lat)
        cosine = sin(lat0) * sin(north) + cos(lat0) * cos(north) * cos(east)
        stretch = scale * sqrt(2 / max(1e-9, 1 + cosine))
        x = cos(north) * sin(east)
        y = cos(lat0) * sin(north) - sin(lat0) * cos(north) * cos(east)
        return width / 2 + stretch * x, height / 2 - stretch * y

    vega = alt.Projection(
        type="azimuthalEqualArea",
        rotate=[-centre[0], -centre[1], 0],
        scale=scale,
        translate=[width / 2, height / 2],
        clipExtent=[[0, 0], [width, height]],
    )
    return Projection(width, height, vega, project)


def edge_of(centre: Point, degrees: float) -> list[Point]:
    """Return points along the edge of a square close-up map, from its first corner back to it."""
    half = radians(degrees) / 2
    corners = [(-half, half), (half, half), (half, -half), (-half, -half), (-half, half)]
    return [
        _on_earth(centre, x1 + (x2 - x1) * step / _STEPS, y1 + (y2 - y1) * step / _STEPS)
        for (x1, y1), (x2, y2) in pairwise(corners)
        for step in range(_STEPS + 1)
    ]


def _on_earth(centre: Point, x: float, y: float) -> Point:
    """Return the point that an equal-area map around a centre, at scale 1, shows at a place."""
    lon0, lat0 = map(radians, centre)
    away = hypot(x, y)
    angle = 2 * asin(min(1.0, away / 2))
    lat = asin(cos(angle) * sin(lat0) + y * sin(angle) * cos(lat0) / away)
    east = atan2(x * sin(angle), away * cos(lat0) * cos(angle) - y * sin(lat0) * sin(angle))
    return (degrees_of(lon0 + east) + 180) % 360 - 180, degrees_of(lat)


def distance(one: Point, other: Point) -> float:
    """Return the kilometres between two points, given as longitude and latitude."""
    (lon1, lat1), (lon2, lat2) = ((radians(lon), radians(lat)) for lon, lat in (one, other))
    across = sin((lat2 - lat1) / 2), sqrt(cos(lat1) * cos(lat2)) * sin((lon2 - lon1) / 2)
    return 2 * _EARTH * asin(min(1.0, hypot(*across)))


def _equal_earth(lon: float, lat: float) -> Point:
    theta = asin(sqrt(3) / 2 * sin(lat))
    squared = theta * theta
    sixth = squared**3
    slope = _A1 + 3 * _A2 * squared + sixth * (7 * _A3 + 9 * _A4 * squared)
    x = lon * cos(theta) / (sqrt(3) / 2 * slope)
    y = theta * (_A1 + _A2 * squared + sixth * (_A3 + _A4 * squared))
    return x, y
