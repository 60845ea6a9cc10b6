"""Draw a table that fits the terminal: columns are dropped by rank, ids and dates are never cut."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import rich.table
from rich import box
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from summitcli.pages.page import Link, text_of
from summitcli.tables.table import Cell, Column, Table
from summitcli.terminal.console import line, styled

_GAP = 2
_LONG_WORD = 20  # a word wider than this may be broken to make room


def draw_table(console: Console, table: Table[Any]) -> None:
    """Draw a table; if not even dates and ids fit side by side, draw cells below each other."""
    columns = [column for column in _columns(table) if _is_informative(column, table.rows)]
    widths = fit_columns(columns, table.rows, console.width)
    if widths is None:
        _draw_stacked(console, columns, table)
        return
    kept = {column: widths[column] for column in columns if column in widths}
    if table.group is None:
        console.print(_grid(kept, table.rows))
        return
    console.print(_grid(kept, []))
    for number, (heading, rows) in enumerate(groupby(table.rows, key=table.group)):
        if number:
            console.print()
        console.print(styled(heading, "heading"))
        console.print(_grid(kept, list(rows), header=False))


def _columns(table: Table[Any]) -> tuple[Column[Any], ...]:
    return table.columns if table.drawn_columns is None else table.drawn_columns


def _is_informative(column: Column[Any], rows: Sequence[Any]) -> bool:
    cells = {column.cell(row) for row in rows}
    return any(map(text_of, cells)) and not (column.fit.varied and len(cells) == 1)


def _grid(
    columns: dict[Column[Any], int], rows: Sequence[Any], header: bool = True
) -> rich.table.Table:
    grid = rich.table.Table(
        box=box.SIMPLE_HEAD if header else None,
        show_header=header,
        show_edge=False,
        pad_edge=False,
        padding=(0, _GAP - header, 0, 0),  # the box puts one cell between columns too
        header_style="heading",
        border_style="quiet",
    )
    for column, width in columns.items():
        grid.add_column(
            styled(column.header),
            width=width,
            no_wrap=column.fit.fixed,
            overflow="fold",
            justify="right" if column.right else "left",
        )
    for row in rows:
        grid.add_row(*(_cell(column, row, width) for column, width in columns.items()))
    return grid


def _cell(column: Column[Any], row: Any, width: int) -> Text:
    content: Cell = column.cell(row)
    if column.fit.several:
        content = _as_many_as_fit(content, width)
    return line(content, column.tone if isinstance(column.tone, str) else column.tone(row))


def _as_many_as_fit(cell: Cell, width: int) -> str:
    parts = cell if isinstance(cell, tuple) else (cell,)
    titles = [part.title for part in parts if isinstance(part, Link)]
    for count in range(len(titles), 0, -1):
        more = f" +{len(titles) - count}" if count < len(titles) else ""
        fitting = ", ".join(titles[:count]) + more
        if cell_len(fitting) <= width:
            return fitting
    return str(len(titles) or "")


def fit_columns(
    columns: list[Column[Any]], rows: Sequence[Any], width: int
) -> dict[Column[Any], int] | None:
    """Return the columns that fit a width and the width of each, or None if too few fit."""
    cells = {
        column: [column.header, *(" ".join(text_of(column.cell(row)).split()) for row in rows)]
        for column in columns
    }
    natural = {column: max(map(cell_len, texts)) for column, texts in cells.items()}
    least = {
        column: natural[column]
        if column.fit.fixed
        else _least_width(column, cells[column], natural[column])
        for column in columns
    }
    kept = list(columns)
    while kept and sum(least[column] for column in kept) + _GAP * (len(kept) - 1) > width:
        last = max(kept, key=lambda column: column.fit.rank)
        if last.fit.rank == 0:
            return None
        kept.remove(last)
    widths = {column: least[column] for column in kept}
    room = width - sum(widths.values()) - _GAP * (len(kept) - 1)
    while room > 0:
        wanting = [column for column in kept if widths[column] < natural[column]]
        if not wanting:
            break
        # Columns that are dropped last grow first, which keeps the rows low.
        first = min(wanting, key=lambda column: column.fit.rank)
        grown = min(natural[first] - widths[first], room)
        widths[first] += grown
        room -= grown
    return widths


def _least_width(column: Column[Any], texts: list[str], natural: int) -> int:
    """Return the width that a wrapping column needs to break no word, except very long ones."""
    longest = max((cell_len(word) for text in texts for word in text.split()), default=0)
    return min(natural, max(column.fit.minimum, min(longest, _LONG_WORD)))


def _draw_stacked(console: Console, columns: list[Column[Any]], table: Table[Any]) -> None:
    heading = ""
    for number, row in enumerate(table.rows):
        if number:
            console.print()
        if table.group is not None and table.group(row) != heading:
            heading = table.group(row)
            console.print(styled(heading, "heading"))
        for column in columns:
            if column.fit.rank <= 1 and column.cell(row):
                _draw_line(console, column, row)


def _draw_line(console: Console, column: Column[Any], row: Any) -> None:
    """Draw a cell on a line of its own, with the header except before titles and ids."""
    cell = _cell(column, row, console.width)
    label = "" if column.tone in ("id", "title") else f"{column.header}: "
    if cell_len(label + cell.plain) <= console.width or not column.fit.fixed:
        cell = Text.assemble(styled(label, "label"), cell)
    cell.overflow = "ignore" if column.fit.fixed else "fold"
    console.print(cell, soft_wrap=column.fit.fixed)
