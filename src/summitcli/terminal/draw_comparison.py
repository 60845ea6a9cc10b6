"""Draw a comparison: meetings side by side, row by row."""

from collections.abc import Sequence

from rich.text import Text

from summitcli.pages.comparison import NOTHING, Comparison
from summitcli.pages.page import Parts
from summitcli.terminal.console import Console, line, mark, styled
from summitcli.terminal.layout import (
    Lines,
    beside,
    hanging,
    indented,
    print_lines,
    rule,
    stack,
    wrap,
)

_COLUMN = 22  # minimum width of a column beside another
_LABEL = 18  # maximum width of the first column
_GAP = 2
_SHORT = 3  # lines of a row from which an empty line follows it


def draw_comparison(console: Console, comparison: Comparison) -> None:
    """Draw a comparison; on a narrow terminal, the meetings of each row below each other."""
    print_lines(console, set_comparison(console, comparison))


def set_comparison(console: Console, comparison: Comparison) -> Lines:
    """Return the lines of a comparison."""
    labels = min(max(len(row.field) for row in comparison.rows), _LABEL)
    count = len(comparison.meetings)
    column = (console.width - labels) // count - _GAP
    if column < _COLUMN:
        return _stacked(console, comparison)
    widths = [labels + _GAP, *([column + _GAP] * count)]
    heads = [
        [
            *wrap(console, mark(console, styled(title, "title"), record=identifier), column),
            styled(identifier, "id"),
        ]
        for identifier, title in zip(comparison.meetings, comparison.titles, strict=True)
    ]
    lines = [*beside([[], *heads], widths), rule(console.width)]
    high = False
    for number, row in enumerate(comparison.rows):
        cells = [_cell(console, texts, column) for texts in row.values]
        label = wrap(console, styled(row.field, "label"), labels)
        was_high, high = high, max(map(len, cells)) >= _SHORT
        lines += [Text()] if number and (high or was_high) else []
        lines += beside([label, *cells], widths)
    return lines


def _cell(console: Console, texts: Sequence[Parts], width: int) -> Lines:
    if not texts:
        return wrap(console, styled(NOTHING, "quiet"), width)
    if len(texts) == 1:
        return wrap(console, line(texts[0], console=console), width)
    bullet = Text("·", style="ornament")
    drawn = (line(text, console=console) for text in texts)
    return stack([hanging(bullet, 2, wrap(console, text, width - 2)) for text in drawn])


def _stacked(console: Console, comparison: Comparison) -> Lines:
    blocks: list[Lines] = []
    for row in comparison.rows:
        block = wrap(console, styled(row.field, "heading"), console.width)
        for identifier, title, texts in zip(
            comparison.meetings, comparison.titles, row.values, strict=True
        ):
            name = mark(console, styled(title, "label"), record=identifier)
            block += indented(wrap(console, name, console.width - 2))
            block += indented(_cell(console, texts, console.width - 4), 4)
        blocks.append(block)
    return stack(blocks, gap=True)
