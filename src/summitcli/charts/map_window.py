"""The part of the world in which most places lie, for a close-up of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from summitcli.charts.projection import Point, close_up, distance

_REACH = 1700.0  # kilometres around one place in which the others are counted
_FEWEST = 5  # places that a close-up needs
_SHARE = 0.25  # of all places
_MARGIN = 1.1
_ROUNDS = 10
_NARROWEST, _WIDEST = 6.0, 50.0  # degrees of latitude


@dataclass(frozen=True, slots=True)
class Window:
    """A square part of the world."""

    centre: Point
    degrees: float
    "Its height in degrees of latitude."

    def holds(self, point: Point) -> bool:
        """Return whether a point lies inside."""
        return close_up(1, 1, self.centre, self.degrees).shows(point)


def window_of(points: Sequence[Point]) -> Window | None:
    """Return the window around most of the points, or None where they are few or far apart."""
    near = max(
        ([other for other in points if distance(point, other) <= _REACH] for point in points),
        key=len,
    )
    if len(near) < max(_FEWEST, _SHARE * len(points)):
        return None
    window = _around(near)
    for _ in range(_ROUNDS):  # what lies on the edge is taken in
        wider = Window(window.centre, window.degrees * _MARGIN)
        inside = [point for point in points if wider.holds(point)]
        if len(inside) == len(near):
            break
        window, near = _around(inside), inside
    return window


def _around(points: Sequence[Point]) -> Window:
    """Return the smallest window that holds points, with a margin."""
    start = points[0][0]
    easts = [(lon - start + 180) % 360 - 180 for lon, _ in points]  # across the date line, too
    lats = [lat for _, lat in points]
    centre = (start + (min(easts) + max(easts)) / 2, (min(lats) + max(lats)) / 2)
    unit = close_up(2, 2, centre, 1.0)
    reach = max(abs(part - 1) for point in points for part in unit.project(*point))
    return Window(centre, max(_NARROWEST, min(_WIDEST, reach * _MARGIN)))
