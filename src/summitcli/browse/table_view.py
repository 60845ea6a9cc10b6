"""A list of records as a table with a cursor; only the rows on the screen are drawn.

Textual's DataTable keeps every cell: with 86,000 meetings it is shown after 18 s of CPU time and
takes 100 MB, this one after 0.7 s and with 10 MB (`python benchmarks/data_table.py FOLDER`).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from summitcli.browse.keys import Where, keys_of

if TYPE_CHECKING:
    from summitcli.browse.lists import Group
    from summitcli.tables.table import Table
    from summitcli.terminal.canvas import Canvas, Grid

_SAMPLE = 400  # rows of a large table that decide the widths of its columns
_GUTTER = 2  # cells before a row, for its mark


class TableHead(Widget):
    """The headers of the columns."""

    DEFAULT_CSS = "TableHead { height: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.strip = Strip.blank(0)

    def show(self, strip: Strip) -> None:
        """Show other headers."""
        self.strip = strip
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the only line."""
        del y
        width, style = self.size.width, self.rich_style
        return self.strip.crop_extend(0, width, style).apply_style(style)


class TableView(ScrollView, can_focus=True):
    """The rows of a table."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"cursor", "group", "marked"}
    BINDINGS: ClassVar[list[Any]] = [
        Binding(key.names, key.action, key.help, show=False) for key in keys_of(Where.LIST)
    ]

    class Moved(Message):
        """The cursor is on another row."""

    class Opened(Message):
        """The row under the cursor was opened."""

    def __init__(self, canvas: "Callable[[int], Canvas]", head: TableHead) -> None:
        super().__init__()
        self._make_canvas = canvas
        self._head = head
        self._table: Table[Any] | None = None
        self._empty = ""
        self._grid: Grid | None = None
        self._groups: list[int] = []  # their first rows
        self._starts: list[int] = []  # the lines of the headings of groups
        self._names: list[str] = []
        self._drawn: dict[int, Strip] = {}
        self.rows: Sequence[Any] = ()
        self.cursor = 0
        self.marked: set[str] = set()

    @property
    def current(self) -> Any:
        """The row under the cursor; None if there are no rows."""
        return self.rows[self.cursor] if self.rows else None

    def show(
        self,
        table: "Table[Any]",
        groups: "Sequence[Group]" = (),
        cursor: int = 0,
        top: int = 0,
        empty: str = "",
    ) -> None:
        """Show a table with the cursor in a row and a line at the top, or words if it is empty."""
        self._table, self._empty = table, empty
        self.rows = table.rows
        self._groups = [group.row for group in groups]
        self._names = [group.name for group in groups]
        self._starts = [row + number for number, row in enumerate(self._groups)]
        self.cursor = min(cursor, max(0, len(self.rows) - 1))
        self.redraw()
        self.scroll_to(0, top, animate=False, force=True)
        self._keep_in_view()

    def redraw(self) -> None:
        """Draw everything anew: the width, the colours or the rows have changed."""
        self._drawn.clear()
        self._grid = None
        width = self.scrollable_content_region.width - _GUTTER
        self.virtual_size = Size(
            self.scrollable_content_region.width, len(self.rows) + len(self._groups)
        )
        if self._table is not None and self.rows and width > 0:
            step = max(1, len(self.rows) // _SAMPLE)
            self._grid = self._make_canvas(width).grid(self._table, self.rows[::step])
            head = self._grid.header
            self._head.show(Strip([*Strip.blank(_GUTTER), *head]))
        else:
            self._head.show(Strip.blank(0))
        self.refresh()

    def set_marks(self, marked: set[str]) -> None:
        """Show which records are marked."""
        self.marked = marked
        self._drawn.clear()
        self.refresh()

    def move_to(self, row: int) -> None:
        """Put the cursor into a row."""
        row = max(0, min(row, len(self.rows) - 1))
        if row != self.cursor and self.rows:
            for changed in (self.cursor, row):
                self._drawn.pop(self._line_of(changed), None)
                self.refresh_line(self._line_of(changed))
            self.cursor = row
            self._keep_in_view()
            self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        line = y + self.scroll_offset.y
        if line not in self._drawn:
            self._drawn[line] = self._draw(line)
        return self._drawn[line]

    def _draw(self, line: int) -> Strip:
        width, style = self.size.width, self.rich_style
        if line >= len(self.rows) + len(self._groups):
            if line or not self._empty:
                return Strip.blank(width, style)
            words = self._make_canvas(width).words(f"  {self._empty}", "quiet")
            return Strip(words).crop_extend(0, width, style).apply_style(style)
        above = bisect_right(self._starts, line)
        if above and self._starts[above - 1] == line:
            name = Strip(self._make_canvas(width).words(self._names[above - 1], "heading"))
            look = style + self.get_component_rich_style("group", partial=True)
            return name.crop_extend(0, width, look).apply_style(look)
        row = line - above
        record = self.rows[row]
        is_marked = record.id in self.marked
        words = self._grid.row(record) if self._grid is not None else []
        gutter = self._make_canvas(width).words("● " if is_marked else "  ", "mark-meeting")
        strip = Strip([*gutter, *words])
        look = style
        if row == self.cursor:
            look += self.get_component_rich_style("cursor", partial=True)
        return strip.crop_extend(0, width, look).apply_style(look)

    def _line_of(self, row: int) -> int:
        return row + bisect_right(self._groups, row)

    def _keep_in_view(self) -> None:
        """Scroll as little as needed to see the cursor, and the heading above it."""
        line, height = self._line_of(self.cursor), self.size.height
        first = line - (
            bisect_left(self._groups, self.cursor) < len(self._groups)
            and self.cursor in self._groups
        )
        top = self.scroll_offset.y
        if first < top:
            self.scroll_to(0, first, animate=False, force=True)
        elif line >= top + height:
            self.scroll_to(0, line - height + 1, animate=False, force=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Forget lines that have left the screen."""
        if len(self._drawn) > 4 * max(1, self.size.height):
            self._drawn.clear()
        super().watch_scroll_y(old_value, new_value)

    def notify_style_update(self) -> None:
        """Draw anew in other colours."""
        super().notify_style_update()
        self._drawn.clear()

    def on_resize(self, event: Resize) -> None:
        """Fit the columns to the new width."""
        del event
        self.redraw()
        self._keep_in_view()

    def on_focus(self) -> None:
        """Show that keys go here."""
        self._drawn.clear()
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self._drawn.clear()
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Put the cursor into the row that was clicked; open it if it was there already."""
        line = event.y + self.scroll_offset.y
        above = bisect_right(self._starts, line)
        row = line - above
        if (above and self._starts[above - 1] == line) or not 0 <= row < len(self.rows):
            return
        if row == self.cursor or event.chain > 1:
            self.cursor = row
            self.post_message(self.Opened())
        else:
            self.move_to(row)

    def action_move(self, step: int) -> None:
        """Move the cursor by some rows."""
        self.move_to(self.cursor + step)

    def action_move_page(self, direction: int) -> None:
        """Move the cursor by a screenful."""
        self.move_to(self.cursor + direction * max(1, self.size.height - 1))

    def action_move_to_end(self, direction: int) -> None:
        """Move the cursor to the first or the last row."""
        self.move_to(0 if direction < 0 else len(self.rows) - 1)

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.rows:
            self.post_message(self.Opened())
