"""A swarm: dots along a line, moved up or down as little as needed for none to touch another."""

from collections.abc import Sequence
from math import sqrt


def swarm(dots: Sequence[tuple[float, float]]) -> list[float]:
    """Return for each dot, given by its place on the line and its radius, how far it moves.

    Dots are placed from left to right, and each takes the free spot nearest to the line.
    """
    order = sorted(range(len(dots)), key=lambda index: (dots[index][0], -dots[index][1], index))
    widest = max((radius for _, radius in dots), default=0.0)
    offsets = [0.0] * len(dots)
    placed: list[int] = []
    for index in order:
        place, _ = dots[index]
        near = [other for other in placed if dots[other][0] > place - 2 * widest]
        offsets[index] = _free_spot(dots[index], [(*dots[other], offsets[other]) for other in near])
        placed = [*near, index]  # what is too far behind this dot is so for all that follow
    return offsets


def _free_spot(dot: tuple[float, float], near: list[tuple[float, float, float]]) -> float:
    """Return how far a dot must move from the line for it to touch none of the dots near it."""
    place, radius = dot
    taken: list[tuple[float, float]] = []
    for other_place, other_radius, offset in near:
        reach = (radius + other_radius) ** 2 - (place - other_place) ** 2
        if reach > 0:
            taken.append((offset - sqrt(reach), offset + sqrt(reach)))
    taken.sort()
    low = high = 0.0  # the ends of what is taken around the line
    for start, end in taken:
        if start < high and end > 0:
            high = max(high, end)
    for start, end in sorted(taken, key=lambda bounds: -bounds[1]):
        if end > low and start < 0:
            low = min(low, start)
    return high if high <= -low else low
