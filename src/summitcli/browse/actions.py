"""What one can do with the page: cite, copy, open, save, mark and compare it."""

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.screen import Screen

from summitcli.browse.history import History, Place, What
from summitcli.errors import SummitError
from summitcli.model import Dataset, Meeting, Source

if TYPE_CHECKING:
    from summitcli.browse.content import Content
    from summitcli.browse.reader import Reader
    from summitcli.browse.table_view import TableView
    from summitcli.search.finder import Findable

_MOST = 3  # meetings that can be compared


class PageActions(Screen[None]):
    """A screen with a page, and the keys that do something with it."""

    dataset: Dataset
    history: History
    reader: "Reader"
    table: "TableView"

    def __init__(self) -> None:
        super().__init__()
        self.content: Content | None = None
        self.marked: list[str] = []

    @abstractmethod
    def say(self, message: str) -> None:
        """Show a message in the bottom line."""

    @abstractmethod
    def visit(self, place: Place) -> None:
        """Go to a new page."""

    @abstractmethod
    def go_to_line(self, line: int) -> None:
        """Scroll the page to a line."""

    @property
    def record(self) -> "Findable | None":
        """The record that the page shows; None for a timeline or comparison."""
        from summitcli.browse.content import RecordContent

        return self.content.record if isinstance(self.content, RecordContent) else None

    @property
    def source(self) -> Source | None:
        """The source that is chosen, or that the page is about."""
        link, record = self.reader.link, self.record
        if link is not None and link.kind == "note" and self.content is not None:
            return self.content.sources[int(link.value) - 1]
        if link is not None and link.kind == "record":
            record = self.dataset.by_id.get(link.value)
            if not isinstance(record, Source):
                record = self.record
        return record if isinstance(record, Source) else None

    def action_copy_citation(self) -> None:
        """Copy a citation of the chosen source, or of each record that the page is about."""
        from summitcli.export.citation import Style, cite_record, cite_source

        source, place = self.source, self.history.present
        if source is not None:
            self._copy(cite_source(source, Style.NOTE))
            return
        ids = () if place is None or place.what is What.TIMELINE else place.ids
        found = [self.dataset.by_id.get(one) for one in ids]
        records = [record for record in found if record is not None]
        if records:
            info = self.dataset.info
            self._copy("\n".join(cite_record(record, info, Style.NOTE) for record in records))
        else:
            self.say("Only records and sources can be cited.")

    def action_copy_id(self) -> None:
        """Copy the id of the record."""
        place = self.history.present
        if place is not None:
            self._copy(" ".join(place.ids))

    def _copy(self, text: str) -> None:
        """Ask the terminal to copy a text (OSC 52)."""
        self.app.copy_to_clipboard(text)
        self.say(f"Copied: {' · '.join(text.splitlines())}")

    def action_browser(self) -> None:
        """Open the chosen source, or the first one of the page."""
        from summitcli.terminal.console import host

        source = self.source
        if source is None and self.content is not None and self.content.sources:
            source = self.content.sources[0]
        address = source.url or "" if source is not None else ""
        if host(address):
            self.open_address(address)
        else:
            self.say("Nothing here has an address on the web.")

    def open_address(self, address: str) -> None:
        """Open an address in a browser, or copy it if there is none."""
        from summitcli.browse.web import open_in_browser

        if open_in_browser(address):
            self.say(f"Opening {address}")
        else:
            self.app.copy_to_clipboard(address)
            self.say(f"No browser to open; copied: {address}")

    def action_mark(self) -> None:
        """Mark the meeting that is shown, or remove its mark."""
        record = self.record
        if not isinstance(record, Meeting):
            self.say("Only meetings, calls and letters can be marked.")
            return
        if record.id in self.marked:
            self.marked.remove(record.id)
        else:
            self.marked.append(record.id)
        self.table.set_marks(set(self.marked))
        how = "; c compares them" if 1 < len(self.marked) <= _MOST else ""
        self.say(f"{len(self.marked)} marked{how}")

    def action_compare(self) -> None:
        """Compare the marked meetings; a single one with the meeting that is shown."""
        ids, record = list(self.marked), self.record
        if len(ids) == 1 and isinstance(record, Meeting) and record.id not in ids:
            ids.append(record.id)
        if 1 < len(ids) <= _MOST:
            self.visit(Place(What.COMPARISON, tuple(ids)))
        else:
            self.say("Mark two or three meetings with m, then compare them with c.")

    def action_timeline(self) -> None:
        """Show the timeline around the record."""
        if self.record is not None:
            self.visit(Place(What.TIMELINE, (self.record.id,)))

    def action_help(self) -> None:
        """Show all keys."""
        from summitcli.browse.dialogs import Help

        self.app.push_screen(Help())

    def action_outline(self) -> None:
        """Choose a section of the page."""
        from summitcli.browse.dialogs import Outline

        headings = self.reader.headings
        if not headings:
            self.say("This page has no sections.")
            return

        def choose(number: int | None) -> None:
            if number is not None:
                self.go_to_line(headings[number].line)

        self.app.push_screen(Outline([str(heading.value) for heading in headings]), choose)

    def action_section(self, number: int) -> None:
        """Jump to a section of the page."""
        headings = self.reader.headings
        if number <= len(headings):
            self.go_to_line(headings[number - 1].line)
        else:
            self.say(f"The page has {len(headings)} sections.")

    def action_save(self) -> None:
        """Save the page in a file."""
        from summitcli.browse.dialogs import SavePrompt

        content, place = self.content, self.history.present
        if content is None or place is None:
            return
        kind = [] if place.what is What.RECORD else [str(place.what)]

        def done(typed: str | None) -> None:
            if typed is not None:
                self.say(f"Saved {typed}")

        name = "-".join([*place.ids, *kind])
        self.app.push_screen(SavePrompt(f"{name}.md", _saver(content)), done)


def _saver(content: "Content") -> Callable[[str, bool], str]:
    """Return a function that saves a page and returns what went wrong, or nothing."""

    def save_as(typed: str, replace: bool) -> str:
        from summitcli.browse.save import save

        try:
            save(content.result(), typed, replace)
        except SummitError as error:
            return str(error)
        return ""

    return save_as
