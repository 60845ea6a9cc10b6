"""A listing as a calm table that fits the terminal: columns are dropped by rank, ids never cut."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitcli.tables.table import Column, Listing
from summitcli.terminal.console import text

_GAP = 2
_LONG_WORD = 20  # cells beyond which a word may be broken to make room


def table(console: Console, listing: Listing) -> None:
    """Draw a listing; where not even dates and ids fit side by side, one under the other."""
    columns = [column for column in listing.columns if _worth_it(column, listing.rows)]
    widths = fit(columns, listing.rows, console.width)
    if widths is None:
        _stacked(console, columns, listing)
        return
    kept = {column: width for column, width in widths.items() if column in columns}
    if listing.group is None:
        console.print(_rows(kept, listing.rows))
        return
    console.print(_rows(kept, []))
    for number, (heading, rows) in enumerate(groupby(listing.rows, key=listing.group)):
        if number:
            console.print()
        console.print(text(heading, "heading"))
        console.print(_rows(kept, list(rows), header=False))


def _rows(columns: dict[Column, int], rows: Sequence[Any], header: bool = True) -> Table:
    drawn = Table(
        box=box.SIMPLE_HEAD if header else None,
        show_header=header,
        show_edge=False,
        pad_edge=False,
        padding=(0, _GAP - header, 0, 0),  # the box puts one cell between columns too
        header_style="heading",
        border_style="quiet",
    )
    for column, width in columns.items():
        drawn.add_column(
            text(column.header),
            width=width,
            no_wrap=column.fixed,
            overflow="fold",
            justify="right" if column.right else "left",
        )
    for row in rows:
        drawn.add_row(*(_cell(column, row, width) for column, width in columns.items()))
    return drawn


def _cell(column: Column, row: Any, width: int) -> Text:
    tone = column.tone if isinstance(column.tone, str) else column.tone(row)
    content = _shown(column, row)
    if column.several:
        content = _as_many_as_fit(content.split(", "), width)
    return text(content, tone, column.link(row) if column.link else "")


def _shown(column: Column, row: Any) -> str:
    return (column.drawn or column.cell)(row)


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
    cells = {c: [c.header, *(" ".join(_shown(c, row).split()) for row in rows)] for c in columns}
    natural = {column: max(map(cell_len, texts)) for column, texts in cells.items()}
    least = {c: natural[c] if c.fixed else _least(c, cells[c], natural[c]) for c in columns}
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


def _least(column: Column, texts: list[str], natural: int) -> int:
    """Cells that a column which wraps needs, so that no word is broken but a very long one."""
    longest = max((cell_len(word) for text_ in texts for word in text_.split()), default=0)
    return min(natural, max(column.minimum, min(longest, _LONG_WORD)))


def _stacked(console: Console, columns: list[Column], listing: Listing) -> None:
    heading = ""
    for number, row in enumerate(listing.rows):
        if number:
            console.print()
        if listing.group is not None and listing.group(row) != heading:
            heading = listing.group(row)
            console.print(text(heading, "heading"))
        for column in columns:
            if column.rank <= 1 and column.cell(row):
                _line(console, column, row)


def _line(console: Console, column: Column, row: Any) -> None:
    """A cell on a line of its own: titles and ids speak for themselves, all else has its name."""
    cell = _cell(column, row, console.width)
    label = "" if column.tone in ("id", "title") else f"{column.header}: "
    if cell_len(label + cell.plain) <= console.width or not column.fixed:
        cell = Text.assemble(text(label, "label"), cell)
    cell.overflow = "ignore" if column.fixed else "fold"
    console.print(cell, soft_wrap=column.fixed)
