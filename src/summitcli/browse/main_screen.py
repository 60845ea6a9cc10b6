"""The screen of the explorer: search on top, a list on the left, a page on the right."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical

from summitcli.browse.background import LARGE, Background
from summitcli.browse.bars import Bar, KeyBar, SearchLine, TabBar, trail_parts
from summitcli.browse.content import Places
from summitcli.browse.finder import Finder
from summitcli.browse.history import History
from summitcli.browse.keys import Where, keys_of
from summitcli.browse.lists import Lists
from summitcli.browse.reader import Reader
from summitcli.browse.search_actions import HITS
from summitcli.browse.table_view import TableHead, TableView
from summitcli.browse.tabs import TABS
from summitcli.browse.travel import Travel
from summitcli.model import Dataset

if TYPE_CHECKING:
    from summitcli.browse.app import Start
    from summitcli.terminal.canvas import Canvas

NARROW = 90  # width below which there is one pane at a time
_COUNTING = 0.02  # seconds after which counting pauses


class MainScreen(Travel):
    """The explorer."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding(key.names, key.action, key.help, show=False)
        for key in keys_of(Where.ANYWHERE)
        if key.action != "section"
    ] + [Binding(str(n), f"section({n})", show=False) for n in range(1, 10)]

    def __init__(self, dataset: Dataset, start: "Start", canvas: "Callable[[int], Canvas]") -> None:
        super().__init__()
        self.dataset = dataset
        self.lists = Lists(dataset, start.filters)
        self.finder = Finder(dataset)
        self.places = Places(dataset)
        self.reading = Background[Any](in_thread=len(dataset.meetings) >= LARGE)
        self.history = History()
        self.tab = next(iter(TABS))
        self._query = start.query
        self._canvas = canvas
        self._zoomed = False

    def compose(self) -> ComposeResult:
        """Create the widgets."""
        with Horizontal(id="top"):
            hint = "Search everything: press / and type"
            yield SearchLine(self._query, placeholder=hint, select_on_focus=False)
            yield Bar(id="filters")
        yield TabBar(id="tabs")
        with Horizontal(id="body"):
            with Vertical(id="left"):
                head = TableHead()
                yield head
                self.table = TableView(self._canvas, head)
                yield self.table
            with Vertical(id="right"):
                yield Bar(id="trail")
                self.reader = Reader(self._canvas)
                yield self.reader
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the first list, or what was asked for."""
        self.search_line.cursor_blink = False
        self.show_filters()
        if self._query:
            self.set_focus(self.search_line)
        else:
            self.set_focus(self.table)
        self.show_tab(self.tab)
        self.search(self.take_filters(self._query))

    # The panes

    def on_resize(self) -> None:
        """Arrange the panes for the new size."""
        self._arrange()

    def _arrange(self) -> None:
        self.set_class(self.size.width < NARROW or self._zoomed, "narrow")
        self.set_class(self.front == "page", "page")
        self.show_trail()
        self._show_keys()

    def show_front(self, front: str) -> None:
        """Put a pane in front, which has the whole width of a narrow screen."""
        self.front = front
        self._arrange()

    def bring(self, front: str) -> None:
        """Put a pane in front, and give it the keys."""
        self.show_front(front)
        self.set_focus(self.reader if front == "page" else self.table)

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        if self.reader.has_focus or self.table.has_focus:
            self.front = "page" if self.reader.has_focus else "list"
        self._show_keys()

    def action_zoom(self) -> None:
        """Give the page the whole width, or not."""
        self._zoomed = not self._zoomed
        self.bring("page")

    def redraw(self) -> None:
        """Draw everything in other colours."""
        self.table.redraw()
        self.reader.redraw()

    # The bottom line

    def say(self, message: str) -> None:
        """Show a message in the bottom line for a while."""
        self.query_one(KeyBar).say(message)

    def end_message(self) -> None:
        """Show the keys again instead of a message."""
        self.query_one(KeyBar).end_message()

    def _show_keys(self) -> None:
        where = Where.PAGE if self.front == "page" else Where.LIST
        where = Where.SEARCH if self.search_line.has_focus else where
        self.query_one(KeyBar).show_keys(where)

    def on_bar_clicked(self, message: Bar.Clicked) -> None:
        """Do what a click on a bar asks for."""
        value, name = message.value, message.bar.id
        if name == "tabs" and value != HITS:
            self._change_tab(value)
        elif name == "filters":
            self.remove_filter(value)
        elif name == "trail" and value < 0:
            self.bring("list")
        elif name == "trail":
            self.move_in_history(value - self.history.position)
        elif name == "keys":
            self.call_later(self._press, value)

    async def _press(self, action: str) -> None:
        """Do what a key does: it may be one of the list, the page or the search line."""
        name = action.partition("(")[0]
        focused = self.focused if hasattr(self.focused, f"action_{name}") else None
        await self.app.run_action(action, focused or self)

    # The list

    def show_list(self, name: str, cursor: int = 0, top: int = 0) -> None:
        """Show a list, with the cursor in a row and a line at the top, but not its page."""
        self.tab = name
        table, groups = self.lists.table(name)
        empty = "The filters leave nothing here." if self.lists.filters else "Nothing here."
        self.table.show(table, groups, cursor, top, empty)
        self.show_tabs()
        self.call_after_refresh(self._count)

    def show_tabs(self) -> None:
        """Show the names of the lists, with the counts that are known."""
        tabs = [(name, tab.title, self.lists.counts.get(name)) for name, tab in TABS.items()]
        if self.tab == HITS:
            tabs.insert(0, (HITS, "Found", len(self.table.rows)))
        self.query_one(TabBar).show_tabs(tabs, self.tab)

    def _count(self) -> None:
        """Count the records of the lists, with pauses in which keys are heard."""
        end = monotonic() + _COUNTING
        while self.lists.count_another():
            if monotonic() > end:
                self.call_after_refresh(self._count)
                break
        else:
            self.call_after_refresh(self.finder.prepare)
        self.show_tabs()

    def _change_tab(self, name: str) -> None:
        self.forget_search()
        self.show_tab(name)
        self.bring("list")

    def action_tab(self, step: int) -> None:
        """Show the next list, or the one before."""
        names = list(TABS)
        before = names.index(self.tab) if self.tab in names else min(0, -step)
        self._change_tab(names[(before + step) % len(names)])

    def on_table_view_moved(self) -> None:
        """Show the record in which the cursor is."""
        self.end_message()
        self.read_current()

    def on_table_view_opened(self) -> None:
        """Give the keys to the page."""
        self.read_current()
        self.bring("page")

    def action_to_list(self) -> None:
        """Give the keys to the list."""
        self.bring("list")

    def action_move_row(self, step: int) -> None:
        """Move the cursor of the list from the search line."""
        self.table.action_move(step)

    # The page

    def show_trail(self) -> None:
        """Show the way to the present page."""
        listed = "Found" if self.tab == HITS else TABS[self.tab].title
        titles = [self.places.title(place) for place in self.history.trail]
        bar = self.query_one("#trail", Bar)
        bar.show(trail_parts(listed, titles, bar.size.width))

    def go_to_line(self, line: int) -> None:
        """Scroll the page to a line."""
        self.reader.go_to_line(line)
        self.bring("page")

    def action_out(self) -> None:
        """Go back: from the page to the list, from a search to where it began."""
        self.end_message()
        front = "list"
        if self.before is not None and not self.reader.has_focus:
            front = self.before.front
            self.end_search()
        elif self.search_line.has_focus:
            self.forget_search()
        self.bring(front)
