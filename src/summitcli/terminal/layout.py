"""Set text in lines: wrap it once, put columns beside each other, and print the lines.

Rich's tables, one inside the other, would measure and draw each text several times.
"""

from collections.abc import Sequence
from itertools import zip_longest
from typing import TypeAlias

from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment, Segments
from rich.text import Text

Lines: TypeAlias = list[Text]


def wrap(console: Console, text: Text, width: int) -> Lines:
    """Return a text in lines of a width; a word that is longer is broken."""
    if cell_len(text.plain) <= width and "\n" not in text.plain:
        return [text]
    lines = list(text.wrap(console, max(1, width), overflow="fold"))
    for line in lines:
        line.rstrip()
    return lines


def stack(blocks: Sequence[Lines], gap: bool = False) -> Lines:
    """Return blocks below each other, optionally with an empty line between them."""
    lines: Lines = []
    for number, block in enumerate(blocks):
        lines += [Text(), *block] if gap and number else block
    return lines


def beside(blocks: Sequence[Lines], widths: Sequence[int], right: Sequence[bool] = ()) -> Lines:
    """Return blocks beside each other, each in a column of the given width, without padding.

    A column may be aligned to the right.
    """
    lines: Lines = []
    for row in zip_longest(*blocks):
        line, start, used = Text(), 0, 0
        for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
            if cell:
                length = cell_len(cell.plain)
                indent = width - length if number < len(right) and right[number] else 0
                line.append(" " * (start + max(0, indent) - used))
                line.append_text(cell)
                used = start + max(0, indent) + length
            start += width
        lines.append(line)
    return lines


def indented(block: Lines, width: int = 2) -> Lines:
    """Return a block moved to the right."""
    return beside([[], block], [width, 0])


def hanging(label: Text, width: int, block: Lines) -> Lines:
    """Return a block with a label of the given width before its first line."""
    return beside([[label], block], [width, 0])


def balanced(blocks: Sequence[Lines], widths: tuple[int, int], gap: bool) -> Lines:
    """Return blocks in two columns of about the same height."""
    heights = [len(block) + gap for block in blocks]
    half, split = sum(heights) / 2, 1
    while split < len(blocks) - 1 and sum(heights[:split]) + heights[split] / 2 <= half:
        split += 1
    return beside([stack(blocks[:split], gap), stack(blocks[split:], gap)], widths)


def rule(width: int) -> Text:
    """Return a horizontal line."""
    return Text("─" * width, style="ornament")


def print_lines(console: Console, lines: Lines) -> None:
    """Print lines as they are, however long they are."""
    # Rendered together, because Rich looks up the styles anew for each text.
    text = Text("\n").join(lines)
    segments = [Segment(text.plain)] if console.color_system is None else text.render(console)
    console.print(Segments([*segments, Segment.line()]), end="", crop=False)
