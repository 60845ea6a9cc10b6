"""Draw a table that fits the terminal: columns are dropped by rank, ids and dates are never cut."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from summitcli.pages.page import Link, WebLink, text_of
from summitcli.tables.table import Cell, Column, Table
from summitcli.terminal.console import line, styled
from summitcli.terminal.layout import Lines, beside, indented, print_lines, rule, wrap

_GAP = 2
_LONG_WORD = 20  # a word wider than this may be broken to make room


def draw_table(console: Console, table: Table[Any], urls: bool = False) -> None:
    """Draw a table; if not even dates and ids fit side by side, draw cells below each other.

    With `urls`, the address of a web link is on a line of its own below its row.
    """
    columns = [column for column in _columns(table) if _is_informative(column, table.rows)]
    widths = fit_columns(columns, table.rows, console.width)
    if widths is None:
        _draw_stacked(console, columns, table, urls)
        return
    kept = {column: widths[column] for column in columns if column in widths}
    lines = _header(console, kept)
    heading = ""
    for number, row in enumerate(table.rows):
        if table.group is not None and table.group(row) != heading:
            heading = table.group(row)
            lines += [Text()] if number else []
            lines += wrap(console, styled(heading, "heading"), console.width)
        lines += _row(kept, [_cell(column, row, width) for column, width in kept.items()], console)
        if urls:
            lines += _addresses(kept, row)
    print_lines(console, lines)


def _columns(table: Table[Any]) -> tuple[Column[Any], ...]:
    return table.columns if table.drawn_columns is None else table.drawn_columns


def _is_informative(column: Column[Any], rows: Sequence[Any]) -> bool:
    cells = {column.cell(row) for row in rows}
    return any(map(text_of, cells)) and not (column.fit.varied and len(cells) == 1)


def _header(console: Console, columns: dict[Column[Any], int]) -> Lines:
    names = [styled(column.header, "heading") for column in columns]
    width = sum(columns.values()) + _GAP * (len(columns) - 1)
    return [*_row(columns, names, console), rule(width)]


_IDS = 4  # rank of ids in a list with a cursor
_TITLES = 40  # width that titles get if they need it


def choose_columns(table: Table[Any], rows: Sequence[Any], width: int) -> dict[Column[Any], int]:
    """Return the columns that fit a width beside each other, at least the title, for some rows.

    Ids give way, which are needed only where they are typed, and other columns that would leave
    titles too little room. Titles are plain, because the row with the cursor stands out.
    """
    columns = [_for_a_cursor(column) for column in _columns(table) if _is_informative(column, rows)]
    titles = [column for column in columns if not column.fit.rank and not column.fit.fixed]
    fitting = fit_columns(columns, rows, width) if columns else {}
    while fitting and titles and _is_cut(titles[0], fitting[titles[0]], rows):
        # Dates and marks of the first rank stay.
        others = [c for c in fitting if c.fit.rank > c.fit.fixed]
        if not others:
            break
        last = max(others, key=lambda column: column.fit.rank)
        fitting = fit_columns([column for column in fitting if column != last], rows, width)
    if fitting is None:
        fitting = dict.fromkeys((titles or columns)[:1], width)
    return {column: fitting[column] for column in columns if column in fitting}


def _is_cut(column: Column[Any], width: int, rows: Sequence[Any]) -> bool:
    """Return whether a width is too small for most titles."""
    return width < min(_TITLES, _usual([text_of(column.cell(row)) for row in rows]))


def _for_a_cursor(column: Column[Any]) -> Column[Any]:
    if column.tone == "id":
        return replace(column, fit=replace(column.fit, rank=_IDS))
    return replace(column, tone="plain") if column.tone == "title" else column


def set_line(columns: dict[Column[Any], int], cells: Sequence[Text]) -> Text:
    """Return a row on one line; a cell that is too long ends in an ellipsis."""
    drawn = Text()
    for cell, (column, width) in zip(cells, columns.items(), strict=True):
        missing = width - cell_len(cell.plain)
        if missing < 0:
            cell.truncate(width, overflow="ellipsis")
            missing = width - cell_len(cell.plain)
        drawn.append(" " * (_GAP * bool(drawn) + missing * column.right))
        drawn.append_text(cell)
        drawn.append(" " * (missing * (not column.right)))
    return drawn


def set_cells(columns: dict[Column[Any], int], row: Any) -> list[Text]:
    """Return the cells of a row, each as a text."""
    return [_cell(column, row, width) for column, width in columns.items()]


def _row(columns: dict[Column[Any], int], cells: Sequence[Text], console: Console) -> Lines:
    """Return a row in lines; numbers are aligned to the right, within the width of their column."""
    blocks = [
        _aligned(
            wrap(console, cell, max(width, cell_len(cell.plain) * column.fit.fixed)), column, width
        )
        for cell, (column, width) in zip(cells, columns.items(), strict=True)
    ]
    return beside(blocks, [width + _GAP for width in columns.values()])


def _aligned(block: Lines, column: Column[Any], width: int) -> Lines:
    if column.right:
        for text in block:
            text.pad_left(max(0, width - cell_len(text.plain)))
    return block


def _cell(column: Column[Any], row: Any, width: int) -> Text:
    content: Cell = column.cell(row)
    if column.fit.several:
        content = _as_many_as_fit(column, content, width)
    return line(content, column.tone if isinstance(column.tone, str) else column.tone(row))


def _as_many_as_fit(column: Column[Any], cell: Cell, width: int) -> str:
    """Return as many titles as fit and the number of others; if none fits, how many there are."""
    parts = cell if isinstance(cell, tuple) else (cell,)
    titles = [part.title for part in parts if isinstance(part, Link)]
    for count in range(len(titles), 0, -1):
        fitting = ", ".join(titles[:count]) + _more(len(titles) - count)
        if cell_len(fitting) <= width:
            return fitting
    return f"{len(titles)} {column.header.lower()}" if len(titles) > 1 else "".join(titles)


def _more(count: int) -> str:
    return f" +{count}" if count else ""


def _addresses(columns: Iterable[Column[Any]], row: Any) -> Lines:
    """Return the addresses of the web links in a row, whole, on lines of their own."""
    links = (column.cell(row) for column in columns)
    return indented(
        [styled(link.url, "plain", link.url) for link in links if isinstance(link, WebLink)]
    )


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
    # A list of as much as fits must not make most of the other texts wrap.
    wanted = {
        column: least[column] if column.fit.several else max(least[column], _usual(cells[column]))
        for column in columns
    }
    kept = list(columns)
    if _total(wanted, kept) > width:
        kept = [column for column in columns if not column.fit.several]
    while kept and _total(least, kept) > width:
        last = max(kept, key=lambda column: column.fit.rank)
        if last.fit.rank == 0:
            return None
        kept.remove(last)
    room = width - _total(least, kept)
    return _grow({column: least[column] for column in kept}, cells, room)


def _total(widths: dict[Column[Any], int], columns: list[Column[Any]]) -> int:
    return sum(widths[column] for column in columns) + _GAP * (len(columns) - 1)


def _usual(texts: list[str]) -> int:
    """Return the width in which three of four texts fit."""
    return sorted(map(cell_len, texts))[(len(texts) * 3 - 1) // 4]


def _grow(
    widths: dict[Column[Any], int], cells: dict[Column[Any], list[str]], room: int
) -> dict[Column[Any], int]:
    """Return the widths with the room given away, cell by cell, to where most texts are longer.

    Columns that list as much as fits come last, as they can always use more.
    """
    lengths = {column: sorted(map(cell_len, cells[column])) for column in widths}

    def wants(column: Column[Any]) -> tuple[bool, int, int]:
        longer = len(lengths[column]) - bisect_right(lengths[column], widths[column])
        return longer > 0 and not column.fit.several, longer, -column.fit.rank

    widths = dict(widths)
    for _ in range(room):
        column = max(widths, key=wants)
        if widths[column] >= lengths[column][-1]:
            break
        widths[column] += 1
    return widths


def _least_width(column: Column[Any], texts: list[str], natural: int) -> int:
    """Return the width that a wrapping column needs to break no word, except very long ones.

    Ids are never broken, however long.
    """
    if column.fit.several:
        names = [text.split(", ") for text in texts]
        return max(cell_len(few[0] + _more(len(few) - 1)) for few in names)
    longest = max((cell_len(word) for text in texts for word in text.split()), default=0)
    return min(natural, max(column.fit.minimum, min(longest, _LONG_WORD)))


def _draw_stacked(
    console: Console, columns: list[Column[Any]], table: Table[Any], urls: bool
) -> None:
    lines: Lines = []
    heading = ""
    for number, row in enumerate(table.rows):
        lines += [Text()] if number else []
        if table.group is not None and table.group(row) != heading:
            heading = table.group(row)
            lines += wrap(console, styled(heading, "heading"), console.width)
        for column in columns:
            if column.fit.rank <= 1 and column.cell(row):
                lines += _stacked_cell(console, column, row)
        lines += _addresses(columns, row) if urls else []
    print_lines(console, lines)


def _stacked_cell(console: Console, column: Column[Any], row: Any) -> Lines:
    """Return a cell on lines of its own, with the header except before titles and ids."""
    cell = _cell(column, row, console.width)
    label = "" if column.tone in ("id", "title") else f"{column.header}: "
    if cell_len(label + cell.plain) <= console.width or not column.fit.fixed:
        cell = Text.assemble(styled(label, "label"), cell)
    return [cell] if column.fit.fixed else wrap(console, cell, console.width)
