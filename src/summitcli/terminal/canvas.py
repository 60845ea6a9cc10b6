"""A canvas: pages and tables as lines that a program shows part by part, with their links."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from summitcli.terminal.console import in_memory, styled
from summitcli.terminal.layout import wrap

if TYPE_CHECKING:
    from summitcli.derived.timeline import TimelineEntry
    from summitcli.pages.comparison import Comparison
    from summitcli.pages.page import Page
    from summitcli.tables.table import Column, Table

# Characters that a terminal obeys, and those that change the direction of the text after them.
_COMMANDS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LEADING = ("record", "person", "note", "web")


@dataclass(frozen=True, slots=True)
class Mark:
    """Some cells of a line that lead somewhere, or that something leads to."""

    line: int
    first: int
    end: int
    kind: str
    "`record`, `person`, `note` or `web` for links; `heading` or `source` for places to jump to."
    value: Any
    "An id, a participant, the number of a note, an address, or the words of a heading."

    @property
    def leads(self) -> bool:
        """Whether it is a link."""
        return self.kind in _LEADING


class Canvas:
    """Draws in a width and a palette, without a stream."""

    def __init__(self, width: int, palette: str) -> None:
        self._console = in_memory(max(1, width), colour=True, palette=palette)
        self._console.marked = True

    def page(self, page: "Page") -> "Drawing":
        """Return a page, with the host of each source instead of its address."""
        from summitcli.terminal.draw_page import set_page

        return Drawing(self, set_page(self._console, page, urls=False))

    def comparison(self, comparison: "Comparison") -> "Drawing":
        """Return a comparison."""
        from summitcli.terminal.draw_comparison import set_comparison

        return Drawing(self, set_comparison(self._console, comparison))

    def timeline(
        self, title: str, entries: "Sequence[TimelineEntry]", recorded: Container[int]
    ) -> "Drawing":
        """Return a timeline below its title; `recorded` as for `draw_timeline`."""
        from summitcli.terminal.draw_timeline import set_timeline

        head = [*wrap(self._console, styled(title, "title"), self._console.width), Text()]
        return Drawing(self, head + set_timeline(self._console, entries, recorded))

    def grid(self, table: "Table[Any]", sample: Sequence[Any]) -> "Grid":
        """Return a table that fits the width; the widths of columns are those of a sample."""
        return Grid(self, table, sample, self._console.width)

    def segments(self, text: Text) -> list[Segment]:
        """Return a line as segments; nothing in it can address the terminal."""
        return [_safe(segment) for segment in text.render(self._console, end="")]

    def words(self, content: str, tone: str) -> list[Segment]:
        """Return some words in a tone."""
        return self.segments(styled(content, tone))


def without_commands(text: str) -> str:
    """Return a text in which nothing is a command to the terminal."""
    return _COMMANDS.sub("\N{REPLACEMENT CHARACTER}", text)


def _safe(segment: Segment) -> Segment:
    text, style, _ = segment
    if style is not None:
        style = style.clear_meta_and_links()
    return Segment(without_commands(text), style)


class Drawing(Sequence[list[Segment]]):
    """Lines, each rendered when it is shown."""

    def __init__(self, canvas: Canvas, lines: list[Text]) -> None:
        self._canvas, self._lines = canvas, lines

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        return self._canvas.segments(self._lines[number])

    @cached_property
    def marks(self) -> list[Mark]:
        """All marks, in the order of the text."""
        return [mark for number, text in enumerate(self._lines) for mark in _marks(number, text)]


def _marks(number: int, text: Text) -> Iterator[Mark]:
    spans = sorted(text.spans, key=lambda span: span.start)
    for start, end, style in spans:
        if isinstance(style, Style) and style.meta and start < end:
            first = cell_len(text.plain[:start])
            for kind, value in style.meta.items():
                yield Mark(number, first, first + cell_len(text.plain[start:end]), kind, value)


class Grid:
    """The columns of a table that fit a width, and its rows on one line each."""

    def __init__(
        self, canvas: Canvas, table: "Table[Any]", sample: Sequence[Any], width: int
    ) -> None:
        from summitcli.terminal.draw_table import choose_columns

        self._canvas = canvas
        self._columns: dict[Column[Any], int] = choose_columns(table, sample, width)

    @property
    def header(self) -> list[Segment]:
        """The headers of the columns."""
        from summitcli.terminal.draw_table import set_line

        names = [styled(column.header, "label") for column in self._columns]
        return self._canvas.segments(set_line(self._columns, names))

    def row(self, row: Any) -> list[Segment]:
        """Return a row of the table."""
        from summitcli.terminal.draw_table import set_cells, set_line

        cells = set_cells(self._columns, row)
        return self._canvas.segments(set_line(self._columns, cells))
