"""The way from page to page: reading a place, following links, back and forward."""

from collections.abc import Callable
from concurrent.futures import wait
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.message import Message

from summitcli.browse.background import Background
from summitcli.browse.content import Content, Places
from summitcli.browse.history import History, Place, What
from summitcli.browse.reader import Reader
from summitcli.browse.search_actions import SearchActions

if TYPE_CHECKING:
    from concurrent.futures import Future

_AT_ONCE = 0.05  # seconds for which a page may keep everything else waiting

_OF_PAGE = ("browser", "copy_citation", "mark", "outline", "save", "section", "timeline")


class Travel(SearchActions):
    """A screen that shows one page after the other."""

    places: Places
    reading: Background[Any]

    class Read(Message):
        """What takes long has been read in the background."""

        def __init__(self, read: "Future[Any]", then: Callable[[Any], None]) -> None:
            super().__init__()
            self.read, self.then = read, then

    @property
    def is_reading(self) -> bool:
        """Whether the page is still being read."""
        return self.content is None and self.history.present is not None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse what needs the page until it has been read."""
        if action in _OF_PAGE and self.is_reading:
            self.say("The page is still being read.")
            return False
        return super().check_action(action, parameters)

    def read_current(self) -> None:
        """Show the record under the cursor, where a new way begins."""
        row = self.table.current
        place = None if row is None else Place(What.RECORD, (row.id,))
        if place is not None and self.history.places == [place]:
            return
        self.history = History()
        if place is not None:
            self.history.visit(place)
        self.show_place()

    def show_place(self) -> None:
        """Show the page of the present place."""
        place = self.history.present
        if place is None:
            self.reading.cancel()
            self._show_nothing()
        else:
            self._read(partial(self.places.open, place), partial(self._show_content, place))
        self.show_trail()

    def _read(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Do what may take long, then something with its result; keys are heard meanwhile."""
        read = self.reading.start(work)
        wait([read], _AT_ONCE)
        if read.done():
            then(read.result())
        else:
            self._show_nothing("Reading …")
            read.add_done_callback(lambda done: self.post_message(self.Read(done, then)))

    def on_travel_read(self, message: Read) -> None:
        """Go on with what has been read, unless something else is to be read by now."""
        if message.read is self.reading.last:
            message.then(message.read.result())

    def _show_content(self, place: Place, content: Content) -> None:
        self.content = content
        is_new = place.what is What.TIMELINE and place.link is None
        record = place.ids[0] if is_new else ""
        self.reader.show(content.draw, place.line, place.link, record=record)

    def _show_nothing(self, instead: str = "") -> None:
        self.content = None
        self.reader.show(None, empty=instead)

    def visit(self, place: Place) -> None:
        """Go to a new page."""
        self.remember()
        self.history.visit(place)
        self.show_place()
        self.bring("page")

    def remember(self) -> None:
        """Note where on the present page the reader is."""
        if not self.is_reading:
            self.history.remember(self.reader.top, self.reader.chosen)

    def move_in_history(self, step: int) -> None:
        """Go back or forward by some pages."""
        self.remember()
        if self.history.move(step) is None:
            self.say("This is the first page." if step < 0 else "No page follows.")
            return
        self.show_place()
        self.bring("page")

    def action_previous(self) -> None:
        """Go back to the page before."""
        self.move_in_history(-1)

    def action_next(self) -> None:
        """Go forward again."""
        self.move_in_history(1)

    def on_reader_followed(self, message: Reader.Followed) -> None:
        """Go where a link leads."""
        mark = message.mark
        if mark.kind == "record":
            self._visit_record(mark.value)
        elif mark.kind == "person":
            self.remember()
            self._read(partial(self.places.id_of, mark.value), self._visit_record)
        elif mark.kind == "web":
            self.open_address(mark.value)
        elif self.history.present is not None:
            self.remember()
            self.history.visit(self.history.present)
            self.reader.go_to_source(mark.value)

    def _visit_record(self, identifier: str) -> None:
        place = Place(What.RECORD, (identifier,))
        if not place.is_same_page(self.history.present):
            self.visit(place)
        elif self.is_reading:
            self.show_place()
