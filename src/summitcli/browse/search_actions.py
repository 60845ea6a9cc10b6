"""The search line, and the filters beside it."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, NamedTuple

from msgspec.structs import replace
from textual.message import Message
from textual.widgets import Input

from summitcli.browse.actions import PageActions
from summitcli.browse.bars import Bar, SearchLine
from summitcli.browse.filters import FORM, make_filter, take_typed, without_unfinished
from summitcli.browse.finder import Finder
from summitcli.browse.history import History
from summitcli.browse.lists import Lists
from summitcli.errors import SummitError

if TYPE_CHECKING:
    from concurrent.futures import Future

    from summitcli.search.hit import Hit

HITS = "found"  # the name of the list of hits
_HIT_COLUMNS = ("Date", "Type", "Id", "Title")


class Before(NamedTuple):
    """Where the reader was when a search began."""

    tab: str
    row: int
    top: int
    "The line at the top of the list."
    history: History
    front: str


class SearchActions(PageActions):
    """A screen with a search line, whose results replace the list."""

    finder: Finder
    lists: Lists
    tab: str

    class Found(Message):
        """A search in the background is done."""

        def __init__(self, found: "Future[list[Hit]]") -> None:
            super().__init__()
            self.found = found

    def __init__(self) -> None:
        super().__init__()
        self.before: Before | None = None
        self.front = "list"
        "The pane that has the keys, or had them before the search line."
        self._searched = ""
        self._is_awaited = False

    @abstractmethod
    def show_list(self, name: str, cursor: int = 0, top: int = 0) -> None:
        """Show a list, but not its page."""

    @abstractmethod
    def show_tabs(self) -> None:
        """Show the names of the lists."""

    @abstractmethod
    def read_current(self) -> None:
        """Show the record under the cursor."""

    @abstractmethod
    def show_place(self) -> None:
        """Show the page of the present place."""

    @abstractmethod
    def show_trail(self) -> None:
        """Show the way to the present page."""

    @abstractmethod
    def remember(self) -> None:
        """Note where on the present page the reader is."""

    @abstractmethod
    def show_front(self, front: str) -> None:
        """Put a pane in front, which matters on a narrow screen."""

    @abstractmethod
    def bring(self, front: str) -> None:
        """Give the keys to the list or the page."""

    @abstractmethod
    def end_message(self) -> None:
        """Show the keys again instead of a message."""

    def show_tab(self, name: str) -> None:
        """Show a list, with the cursor in its first row, and the page of this row."""
        self.show_list(name)
        self.read_current()

    @property
    def search_line(self) -> SearchLine:
        """The search line."""
        return self.query_one(SearchLine)

    def show_filters(self) -> None:
        """Show the filters that are set."""
        parts: list[tuple[str, str, Any]] = []
        for number, item in enumerate(self.lists.filters):
            parts += [(f" {item.label} × ", "chip", number), (" ", "", None)]
        self.query_one("#filters", Bar).show(parts)

    def remove_filter(self, number: int) -> None:
        """Remove a filter."""
        if self.lists.filters:
            self.lists.remove(number % len(self.lists.filters))
            self._refresh_lists()

    def _refresh_lists(self) -> None:
        """Show the present list, or search again, under other filters."""
        self.show_filters()
        if self.tab == HITS:
            self.search(self.search_line.value)
        else:
            self.show_tab(self.tab)

    def action_focus_pair(self) -> None:
        """Show only what concerns the focus pair, or everybody."""
        if self.lists.switch_focus():
            self._refresh_lists()
        else:
            self.say("The dataset names no focus pair.")

    def action_filter(self) -> None:
        """Set filters in a form."""
        from summitcli.browse.dialogs import FilterForm

        def check(field: str, typed: str) -> None:
            make_filter(field, typed, self.dataset)

        def apply(values: dict[str, str] | None) -> None:
            if values is None:
                return
            try:
                self.lists.set_form(values)
            except SummitError as error:
                self.say(str(error))
            self._refresh_lists()

        self.app.push_screen(FilterForm(FORM, self.lists.form, check), apply)

    def action_search(self) -> None:
        """Go to the search line, where what is typed replaces an earlier query."""
        self.set_focus(self.search_line)
        self.search_line.select_all()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search for what has been typed."""
        # If the line has changed since, another event follows.
        if event.value == self.search_line.value != self._searched:
            self.end_message()
            self.search(event.value)

    def search(self, text: str) -> None:
        """Search for a text; without words, go back to the list."""
        self._searched = text
        text = self.take_filters(text) if text.endswith(" ") else text
        if not text.strip():
            if self.before is not None:
                self.end_search()
            return
        words, typed = take_typed(without_unfinished(text))
        try:
            wanted = self.lists.selection_with(typed)
        except SummitError as error:
            self.say(str(error))
            return
        if not words:
            self.end_search(keep=True)
            self.say("Enter sets the filter." if typed else "Type the value of the filter.")
            return
        if self.before is None:
            self._begin_search()
        found = self.finder.find(words, wanted)
        if found.done():
            self._show_hits(found)
        else:
            found.add_done_callback(lambda done: self.post_message(self.Found(done)))

    def _begin_search(self) -> None:
        self.remember()
        top = self.table.scroll_offset.y
        self.before = Before(self.tab, self.table.cursor, top, self.history, self.front)
        self.history = History()
        self.show_front("list")

    def take_filters(self, text: str) -> str:
        """Turn the filters in a query into chips; return the rest of the text."""
        rest, typed = take_typed(text)
        if not typed:
            return text
        try:
            self.lists.add(typed)
        except SummitError as error:
            self.say(str(error))
            return text
        self.show_filters()
        self._set_search(f"{rest} " if rest else "")
        if not rest:
            self.end_search()
        return rest

    def _set_search(self, text: str) -> None:
        with self.prevent(Input.Changed):
            self.search_line.value = text
            self.search_line.cursor_position = len(text)

    def on_search_actions_found(self, message: Found) -> None:
        """Show the hits of a search, and read the first if Enter was pressed meanwhile."""
        if self.finder.is_wanted(message.found):
            self._show_hits(message.found)
            if self._is_awaited:
                self._read_first()

    def _show_hits(self, found: "Future[list[Hit]]") -> None:
        from summitcli.tables.hits_table import hits_table

        try:
            hits = found.result()
        except SummitError as error:  # a filter of which search alone knows
            self.say(str(error))
            return
        if self.before is not None:
            self.tab = HITS
            table = hits_table(hits)
            shown = tuple(column for column in table.columns if column.header in _HIT_COLUMNS)
            self.table.show(replace(table, drawn_columns=shown), empty="Nothing found.")
            self.show_tabs()
            self.call_after_refresh(self._read_unless_typing)

    def _read_unless_typing(self) -> None:
        """Show the first result, unless another key waits to be searched for."""
        if not (self.app.message_queue_size or self.search_line.message_queue_size):
            self.read_current()

    def forget_search(self, keep: bool = False) -> None:
        """Stop searching and stay; the words are kept or removed."""
        self.before = None
        self._is_awaited = False
        self.finder.forget()
        if not keep:
            self._searched = ""
            self._set_search("")

    def end_search(self, keep: bool = False) -> None:
        """Go back to where the search began; the words are kept or removed."""
        before = self.before
        self.forget_search(keep)
        if before is None:
            self.show_tab(self.tab)
            return
        self.show_list(before.tab, before.row, before.top)
        if before.history.places:
            self.history = before.history
            self.show_place()
        else:
            self.read_current()

    def action_open_first(self) -> None:
        """Read the result under the cursor, which is the first at first."""
        self.end_message()
        rest = self.take_filters(f"{self.search_line.value} ").strip()
        if take_typed(rest)[1]:
            return  # a filter is wrong, as the bottom line says
        if rest and rest != self._searched.strip():
            self.search(rest)  # Enter was faster than the event that tells what was typed
        if not rest:
            self.bring("list")
        elif self.finder.is_searching:
            self._is_awaited = True
        else:
            self._read_first()

    def _read_first(self) -> None:
        self._is_awaited = False
        if self.table.rows:
            self.read_current()
            self.bring("page")

    def action_delete(self) -> None:
        """Delete the letter before the cursor, or in an empty line the last filter."""
        if self.search_line.value:
            self.search_line.action_delete_left()
        else:
            self.remove_filter(-1)
