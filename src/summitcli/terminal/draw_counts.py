"""Draw counts as bars, or as a heat table whose cells are warmer the higher they count."""

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from summitcli.derived.counts import Measure, Tally
from summitcli.pages.wording import format_duration
from summitcli.terminal.console import styled
from summitcli.terminal.heat_columns import HeatColumns, heat_blocks, short_names
from summitcli.terminal.layout import Lines, beside, print_lines, wrap

_LONGEST = 60  # width of the longest bar
_EIGHTHS = " ▏▎▍▌▋▊▉"
_SHORT_LABEL = 24  # width to which labels are wrapped if more columns fit beside them
_STEPS = 4  # of warmth


def draw_bars(console: Console, tallies: list[Tally], measure: Measure, caption: str = "") -> None:
    """Draw one bar for each tally, below a caption that says what is counted."""
    most = max((item.of(measure) or 0 for item in tallies), default=0)
    values = [_value(item.of(measure), measure) for item in tallies]
    room = max(map(cell_len, values))
    beside_bar = max(1, console.width - room - 5)  # two gaps, and a bar of one column
    labels = min(max(cell_len(item.label) for item in tallies), console.width // 2, beside_bar)
    longest = max(1, min(_LONGEST, console.width - labels - room - 4))
    lines = _caption(console, caption)
    for item, value in zip(tallies, values, strict=True):
        count = item.of(measure) or 0
        number = styled(value, "title" if count else "quiet")
        number.pad_left(room - cell_len(value))
        bar = styled(_bar(count / max(most, 1) * longest), "bar")
        label = wrap(console, styled(item.label), labels)
        lines += beside([label, [number], [bar]], [labels + 2, room + 2, 0])
    print_lines(console, lines)


def _bar(length: float) -> str:
    """Return a bar of a length in columns, exact to an eighth; what is not zero can be seen."""
    eighths = round(length * 8)
    if length and not eighths:
        eighths = 1
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).rstrip()


def _caption(console: Console, caption: str) -> Lines:
    return [*wrap(console, styled(caption, "heading"), console.width), Text()] if caption else []


def _value(number: int | None, measure: Measure) -> str:
    if number is None:
        return "–"
    return format_duration(number) if measure is Measure.MINUTES else str(number)


def draw_heat_table(
    console: Console, tallies: list[Tally], across: dict[str, str], caption: str = ""
) -> None:
    """Draw tallies as rows and leaders as columns, as many beside each other as fit."""
    most = max((n or 0 for item in tallies for n in (item.across or {}).values()), default=0)
    labels, blocks = _layout(console.width, tallies, across, len(f" {most} "))
    lines = _caption(console, caption)
    for number, block in enumerate(blocks):
        lines += [Text()] if number else []
        lines += block.heads(labels)
        columns = [labels, *(width + 1 for width in block.widths)]
        right = [False] + [True] * len(block.widths)
        for item in tallies:
            counts = [[_warm((item.across or {}).get(key, 0), most)] for key in block.keys]
            label = wrap(console, styled(item.label), labels)
            lines += beside([label, *counts], columns, right)
    print_lines(console, [*lines, Text(), *wrap(console, _legend(most), console.width)])


def _layout(
    width: int, tallies: list[Tally], across: dict[str, str], cell: int
) -> tuple[int, list[HeatColumns]]:
    """Return the width of the labels, and the columns in as few blocks as possible.

    Labels are wrapped, and headings put on two levels, only where that saves a block.
    """
    longest = max(cell_len(item.label) for item in tallies)
    short = min(longest, _SHORT_LABEL, max(width // 2, 8))
    names = short_names(across)
    layouts = [
        (labels, heat_blocks(names, width, labels, cell, staggered))
        for staggered in (False, True)
        for labels in (longest, short)
    ]
    return min(
        layouts,
        key=lambda layout: (any(b.end(layout[0]) > width for b in layout[1]), len(layout[1])),
    )


def _step(count: int, most: int) -> int:
    """Return how warm a count is, from 0 to 3."""
    return min(_STEPS - 1, count * _STEPS // (most + 1))


def _warm(count: int | None, most: int) -> Text:
    if count is None:
        return styled("– ", "quiet")
    if not count:
        return styled("· ", "ornament")
    return Text(f" {count} ", style=f"heat{_step(count, most)}")


def _legend(most: int) -> Text:
    """Return a legend: the counts that each shade represents."""
    legend = styled("Shades: ", "label")
    for step in range(_STEPS):
        counts = [count for count in range(1, most + 1) if _step(count, most) == step]
        if counts:
            span = f"{counts[0]}–{counts[-1]}" if len(counts) > 1 else str(counts[0])
            legend.append_text(Text(f" {span} ", style=f"heat{step}"))
            legend.append(" ")
    legend.append("· none")
    return legend
