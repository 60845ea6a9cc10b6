"""Draw a comparison: meetings side by side, row by row."""

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summitcli.pages.comparison import Comparison
from summitcli.pages.page import Parts
from summitcli.terminal.console import line, styled

_COLUMN = 22  # minimum width of a column beside another
_LABEL = 18  # maximum width of the first column
_NOTHING = "not on record"


def draw_comparison(console: Console, comparison: Comparison) -> None:
    """Draw a comparison; on a narrow terminal, the meetings of each row below each other."""
    labels = min(max(len(row.field) for row in comparison.rows), _LABEL)
    count = len(comparison.meetings)
    if (console.width - labels) // count - 2 < _COLUMN:
        _stacked(console, comparison)
        return
    drawn = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        expand=True,
        header_style="heading",
        border_style="quiet",
    )
    drawn.add_column(width=labels, overflow="fold")
    for identifier, title in zip(comparison.meetings, comparison.titles, strict=True):
        head = Text.assemble(styled(title, "title"), "\n", styled(identifier, "id"))
        drawn.add_column(head, ratio=1, overflow="fold")
    for row in comparison.rows:
        cells = [_cell(lines) for lines in row.values]
        drawn.add_row(styled(row.field, "label"), *cells)
        drawn.add_row()
    console.print(drawn)


def _cell(lines: tuple[Parts, ...]) -> Group | Text:
    if not lines:
        return styled(_NOTHING, "quiet")
    if len(lines) == 1:
        return line(lines[0])
    grid = Table.grid(padding=(0, 1, 0, 0))
    for parts in lines:
        grid.add_row(styled("·", "quiet"), line(parts))
    return Group(grid)


def _stacked(console: Console, comparison: Comparison) -> None:
    for row in comparison.rows:
        console.print(styled(row.field, "label"))
        for title, lines in zip(comparison.titles, row.values, strict=True):
            console.print(Padding(styled(title, "title"), (0, 0, 0, 2)))
            console.print(Padding(_cell(lines), (0, 0, 0, 4)))
        console.print()
