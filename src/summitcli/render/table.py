"""A listing as a calm table that fits the terminal: columns are dropped by rank, ids never cut."""

from collections.abc import Sequence
from typing import Any

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitcli.listing import Column, Listing
from summitcli.render.screen import text

_GAP = 2


def table(console: Console, listing: Listing) -> None:
    """Draw a listing; where not even dates and ids fit side by side, one under the other."""
    columns = [column for column in listing.columns if _worth_it(column, listing.rows)]
    widths = fit(columns, listing.rows, console.width)
    if widths is None:
        _stacked(console, columns, listing.rows)
        return
    kept = [column for column in columns if column in widths]
    drawn = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, _GAP - 1, 0, 0),  # the box puts one cell between columns too
        header_style="heading",
        border_style="quiet",
    )
    for column in kept:
        drawn.add_column(
            text(column.header),
            width=widths[column],
            no_wrap=column.fixed,
            overflow="fold",
            justify="right" if column.right else "left",
        )
    for row in listing.rows:
        drawn.add_row(*(_cell(column, row, widths[column]) for column in kept))
    console.print(drawn)


def _cell(column: Column, row: Any, width: int) -> Text:
    tone = column.tone if isinstance(column.tone, str) else column.tone(row)
    content = column.cell(row)
    if column.several:
        content = _as_many_as_fit(content.split(", "), width)
    return text(content, tone, column.link(row) if column.link else "")


def _as_many_as_fit(items: list[str], width: int) -> str:
    for count in range(len(items), 0, -1):
        more = f" +{len(items) - count}" if count < len(items) else ""
        fitting = ", ".join(items[:count]) + more
        if cell_len(fitting) <= width:
            return fitting
    return f"{len(items)}"


def _worth_it(column: Column, rows: Sequence[Any]) -> bool:
    if column.plain_only:
        return False
    cells = {column.cell(row) for row in rows}
    return cells != {""} and not (column.varied and len(cells) == 1)


def fit(columns: list[Column], rows: Sequence[Any], width: int) -> dict[Column, int] | None:
    """The columns that fit a width, in cells, and how wide each is; None where too few fit."""
    natural = {
        column: max(
            cell_len(column.header),
            *(cell_len(" ".join(column.cell(row).split())) for row in rows),
            1,
        )
        for column in columns
    }
    least = {c: natural[c] if c.fixed else min(natural[c], c.minimum) for c in columns}
    kept = list(columns)
    while kept and sum(least[c] for c in kept) + _GAP * (len(kept) - 1) > width:
        last = max(kept, key=lambda column: column.rank)
        if last.rank == 0:
            return None
        kept.remove(last)
    widths = {column: least[column] for column in kept}
    room = width - sum(widths.values()) - _GAP * (len(kept) - 1)
    while room > 0:
        wanting = [column for column in kept if widths[column] < natural[column]]
        if not wanting:
            break
        # Columns that are dropped last grow first, so that the rows of what matters stay low.
        first = min(wanting, key=lambda column: column.rank)
        grown = min(natural[first] - widths[first], room)
        widths[first] += grown
        room -= grown
    return widths


def _stacked(console: Console, columns: list[Column], rows: Sequence[Any]) -> None:
    for number, row in enumerate(rows):
        if number:
            console.print()
        for column in columns:
            if column.rank <= 1 and column.cell(row):
                console.print(
                    _cell(column, row, console.width), overflow="fold", soft_wrap=column.fixed
                )
