"""The page: text that scrolls, with links that can be chosen and followed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from summitcli.browse.keys import Where, keys_of

if TYPE_CHECKING:
    from summitcli.terminal.canvas import Canvas, Drawing, Mark

_MARGIN = 1  # cells on either side of the text


class Reader(ScrollView, can_focus=True):
    """A page and its links."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"link", "chosen"}
    BINDINGS: ClassVar[list[Any]] = [
        Binding(key.names, key.action, key.help, show=False) for key in keys_of(Where.PAGE)
    ]

    class Followed(Message):
        """A link was followed."""

        def __init__(self, mark: "Mark") -> None:
            super().__init__()
            self.mark = mark

    def __init__(self, canvas: "Callable[[int], Canvas]") -> None:
        super().__init__()
        self._make_canvas = canvas
        self._draw: Callable[[Canvas], Drawing] | None = None
        self._empty = ""
        self._start: tuple[int, int | None, str] = (0, None, "")
        self._drawing: Drawing | None = None
        self._links: list[list[Mark]] = []
        self._of_line: dict[int, list[tuple[Mark, int]]] = {}
        self._strips: dict[int, Strip] = {}
        self.chosen: int | None = None

    @property
    def link(self) -> "Mark | None":
        """The chosen link."""
        return None if self.chosen is None else self._links[self.chosen][0]

    @property
    def top(self) -> int:
        """The first line on the screen."""
        return self.scroll_offset.y

    @property
    def headings(self) -> "list[Mark]":
        """The headings of the page."""
        marks = self._drawing.marks if self._drawing is not None else []
        return [
            mark
            for mark, before in zip(marks, [None, *marks], strict=False)
            if mark.kind == "heading" and not _continues(before, mark)
        ]

    def show(
        self,
        draw: "Callable[[Canvas], Drawing] | None",
        top: int = 0,
        chosen: int | None = None,
        *,
        record: str = "",
        empty: str = "",
    ) -> None:
        """Show a page, from a line on, with one of its links chosen; or words if it is empty.

        If a record is given, its first link is chosen and shown, as soon as there is room.
        """
        self._draw, self._empty = draw, empty
        self._start = top, chosen, record
        self._redraw()
        self._begin()

    def redraw(self) -> None:
        """Draw the page anew: the width or the colours have changed."""
        if self._drawing is None:
            self._redraw()
            self._begin()
            return
        top, chosen = self.top, self.chosen
        share = top / max(1, len(self._drawing))
        self._redraw()
        if self._drawing is None:
            self._start = top, chosen, ""
            return
        self._start = round(share * len(self._drawing)), chosen, ""
        self._begin()

    def _begin(self) -> None:
        """Go to where the page begins, which has to wait until there is room to draw it."""
        if self._drawing is None:
            return
        top, chosen, record = self._start
        self.scroll_to(0, top, animate=False, force=True)
        if chosen is not None and chosen < len(self._links):
            self._choose(chosen)
        for number, (mark, *_) in enumerate(self._links if record else ()):
            if (mark.kind, mark.value) == ("record", record):
                self._choose(number)
                self._scroll_to_see(mark.line)
                return

    def _redraw(self) -> None:
        self._strips.clear()
        self.chosen = None
        width = self.scrollable_content_region.width - 2 * _MARGIN
        self._drawing = None
        if self._draw is not None and width > 0:
            self._drawing = self._draw(self._make_canvas(width))
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._drawing or ()))
        self._find_links()
        self.refresh()

    def _find_links(self) -> None:
        self._links, self._of_line = [], {}
        for mark in self._drawing.marks if self._drawing is not None else ():
            if not mark.leads:
                continue
            before = self._links[-1][-1] if self._links else None
            if _continues(before, mark):
                self._links[-1].append(mark)
            else:
                self._links.append([mark])
            self._of_line.setdefault(mark.line, []).append((mark, len(self._links) - 1))

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        line = y + self.scroll_offset.y
        if line not in self._strips:
            self._strips[line] = self._set_line(line)
        return self._strips[line]

    def _set_line(self, line: int) -> Strip:
        width, style = self.size.width, self.rich_style
        if self._drawing is None and line == 0 and self._empty:
            words = self._make_canvas(width).words(f" {self._empty}", "quiet")
            return Strip(words).crop_extend(0, width, style).apply_style(style)
        if self._drawing is None or line >= len(self._drawing):
            return Strip.blank(width, style)
        strip = Strip(self._drawing[line]).apply_style(style)
        for mark, number in self._of_line.get(line, ()):
            name = "chosen" if number == self.chosen else "link"
            look = self.get_component_rich_style(name, partial=True)
            parts = (
                strip.crop(0, mark.first),
                _restyled(strip.crop(mark.first, mark.end), look),
                strip.crop(mark.end),
            )
            strip = Strip.join(parts)
        return Strip.join([Strip.blank(_MARGIN, style), strip]).crop_extend(0, width, style)

    def notify_style_update(self) -> None:
        """Draw anew in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Forget lines that have left the screen."""
        if len(self._strips) > 4 * max(1, self.size.height):
            self._strips.clear()
        super().watch_scroll_y(old_value, new_value)

    def on_resize(self, event: Resize) -> None:
        """Fit the page to the new width."""
        del event
        self.redraw()

    def on_click(self, event: Click) -> None:
        """Follow the link that was clicked."""
        line, cell = event.y + self.scroll_offset.y, event.x - _MARGIN
        for mark, number in self._of_line.get(line, ()):
            if mark.first <= cell < mark.end:
                self._choose(number)
                self.action_follow()
                return

    def _choose(self, number: int | None) -> None:
        self.chosen = number
        self._strips.clear()
        self.refresh()

    def go_to_line(self, line: int) -> None:
        """Scroll so that a line is at the top."""
        self._choose(None)
        self.scroll_to(0, line, animate=False, force=True)

    def _scroll_to_see(self, line: int) -> None:
        self.scroll_to(0, max(0, line - self.size.height // 3), animate=False, force=True)

    def go_to_source(self, number: int) -> None:
        """Scroll to a source in the list at the end, and choose it."""
        marks = self._drawing.marks if self._drawing is not None else []
        for mark in marks:
            if mark.kind == "source" and mark.value == number:
                links = self._of_line.get(mark.line, [])
                after = [link for found, link in links if found.first >= mark.end]
                self._choose(after[0] if after else None)
                self._scroll_to_see(mark.line)
                return

    def action_link(self, step: int) -> None:
        """Choose the next name, or the one before."""
        self._choose_near(step, ("record", "person", "web"))

    def action_note(self, step: int) -> None:
        """Choose the next note, or the one before."""
        self._choose_near(step, ("note",))

    def _choose_near(self, step: int, kinds: tuple[str, ...]) -> None:
        """Choose the next link of some kinds; begin with those on the screen."""
        links = [(n, link[0].line) for n, link in enumerate(self._links) if link[0].kind in kinds]
        if not links:
            return
        top, end = self.top, self.top + self.size.height
        if self.chosen is not None and top <= self._links[self.chosen][0].line < end:
            chosen = self.chosen
            ahead = [pair for pair in links if (pair[0] > chosen if step > 0 else pair[0] < chosen)]
        else:
            ahead = [pair for pair in links if (pair[1] >= top if step > 0 else pair[1] < end)]
        number, line = (ahead or links)[0 if step > 0 else -1]
        self._choose(number)
        if not top <= line < end:
            self._scroll_to_see(line)

    def action_follow(self) -> None:
        """Follow the chosen link."""
        if self.link is not None:
            self.post_message(self.Followed(self.link))

    def action_scroll(self, step: int) -> None:
        """Scroll by some lines."""
        self.scroll_to(0, self.top + step, animate=False, force=True)

    def action_scroll_page(self, direction: int) -> None:
        """Scroll by a screenful."""
        self.action_scroll(direction * max(1, self.size.height - 2))

    def action_scroll_to_end(self, direction: int) -> None:
        """Scroll to the top or the end."""
        self.scroll_to(
            0, 0 if direction < 0 else self.virtual_size.height, animate=False, force=True
        )


def _continues(before: "Mark | None", mark: "Mark") -> bool:
    """Return whether a mark is the rest of the one before it, on the next line."""
    return (
        before is not None
        and (before.kind, before.value) == (mark.kind, mark.value)
        and mark.line == before.line + 1
    )


def _restyled(strip: Strip, look: Any) -> Strip:
    """Return a strip with a look on top of its own."""
    return Strip([type(segment)(segment.text, (segment.style or look) + look) for segment in strip])
