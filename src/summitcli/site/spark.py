"""Small bars of counts by year, for a cell of a list."""

from dataclasses import dataclass

_STEP, HEIGHT = 3, 20  # pixels from bar to bar, and of the highest bar


@dataclass(frozen=True, slots=True)
class Spark:
    """Bars: the path that draws them, and the width that they take."""

    path: str
    width: int
    height: int = HEIGHT


def spark(years: dict[str, int], span: range, most: int) -> Spark:
    """Return a bar for each year of a span, `most` as the highest."""
    bars = [
        f"M{(int(year) - span.start) * _STEP + 1},{HEIGHT}v-{max(2, count * HEIGHT // most)}"
        for year, count in years.items()
        if int(year) in span
    ]
    return Spark("".join(bars), len(span) * _STEP)
