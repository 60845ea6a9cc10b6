"""Where the names of places go on a map: beside their dots, on free ground, or nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from summitcli.charts.labels import text_width
from summitcli.charts.projection import Point

Align: TypeAlias = Literal["left", "right", "center"]
ALIGNMENTS: tuple[Align, ...] = get_args(Align)
_Box: TypeAlias = tuple[float, float, float, float]

_SPACE = 4.0  # pixels between a dot and its name


@dataclass(frozen=True, slots=True)
class PlacedDot:
    """A dot on a map, with its name and where to write it; the name is empty if it does not fit."""

    x: float
    y: float
    radius: float
    label: str
    label_x: float = 0.0
    label_y: float = 0.0
    align: Align = "left"


def place_labels(
    dots: Sequence[PlacedDot], size: int, width: int, height: int, lines: Sequence[Point] = ()
) -> list[PlacedDot]:
    """Return dots with their labels beside them, those of the first dots placed first.

    A label that would touch a dot, another label, a point of a line or the edge of the map is left
    out.
    """
    taken: list[_Box] = [_square(dot) for dot in dots]
    crossed = [(x - 1, y - 1, x + 1, y + 1) for x, y in lines]
    placed: list[PlacedDot] = []
    for number, dot in enumerate(dots):
        for candidate, box in _candidates(dot, size) if dot.label else []:
            inside = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
            others = (*taken[:number], *taken[number + 1 :], *crossed)
            if inside and not any(_touch(box, other) for other in others):
                taken.append(box)
                placed.append(candidate)
                break
        else:
            placed.append(PlacedDot(dot.x, dot.y, dot.radius, ""))
    return placed


def _square(dot: PlacedDot) -> _Box:
    return dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius


def _candidates(dot: PlacedDot, size: int) -> list[tuple[PlacedDot, _Box]]:
    """Return the places for a label in order of preference, each with the box that it takes."""
    away, wide, high = dot.radius + _SPACE, text_width(dot.label, size), size * 0.5
    spots: list[tuple[float, float, Align]] = [
        (dot.x + away, dot.y, "left"),
        (dot.x - away, dot.y, "right"),
        (dot.x, dot.y - away - high, "center"),
        (dot.x, dot.y + away + high, "center"),
        (dot.x + away * 0.7, dot.y - away * 0.7 - high / 2, "left"),
        (dot.x + away * 0.7, dot.y + away * 0.7 + high / 2, "left"),
        (dot.x - away * 0.7, dot.y - away * 0.7 - high / 2, "right"),
        (dot.x - away * 0.7, dot.y + away * 0.7 + high / 2, "right"),
    ]
    found: list[tuple[PlacedDot, _Box]] = []
    for x, y, align in spots:
        left = x - {"left": 0.0, "right": wide, "center": wide / 2}[align]
        moved = PlacedDot(dot.x, dot.y, dot.radius, dot.label, x, y, align)
        found.append((moved, (left, y - high, left + wide, y + high)))
    return found


def _touch(one: _Box, other: _Box) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]
