"""The lines around the list and the page: search, tabs, filters, the trail, and the keys."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from summitcli.browse.keys import Where, keys_of
from summitcli.browse.look import style_of
from summitcli.terminal.canvas import without_commands

_MESSAGE = 6  # seconds for which a message is shown


class Bar(Widget):
    """A line of words, some of which can be clicked."""

    DEFAULT_CSS = "Bar { height: 1; }"

    class Clicked(Message):
        """A part was clicked."""

        def __init__(self, bar: "Bar", value: Any) -> None:
            super().__init__()
            self.bar = bar
            self.value = value

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._parts: Sequence[tuple[str, str, Any]] = ()

    def show(self, parts: Sequence[tuple[str, str, Any]]) -> None:
        """Show parts: each is a text, a tone, and what a click on it means or None."""
        parts = [(without_commands(text), style, value) for text, style, value in parts]
        if parts != self._parts:
            self._parts = parts
            self.refresh(layout=self.styles.is_auto_width)

    def render(self) -> Content:
        """Return the line."""
        own = not self.app.native_ansi_color
        return Content.assemble(*((text, style_of(tone, own)) for text, tone, _ in self._parts))

    def on_click(self, event: Click) -> None:
        """Tell which part was clicked."""
        end = 0
        for text, _, value in self._parts:
            end += Content(text).cell_length
            if event.x < end:
                if value is not None:
                    self.post_message(self.Clicked(self, value))
                return


class TabBar(Bar):
    """The names of the lists, with counts as far as there is room."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._tabs: list[tuple[str, str, int | None]] = []
        self._active = ""

    def show_tabs(self, tabs: list[tuple[str, str, int | None]], active: str) -> None:
        """Show tabs, each with its name, title and count, of which one is active."""
        self._tabs, self._active = tabs, active
        self._fit()

    def on_resize(self) -> None:
        """Fit the tabs to the new width."""
        self._fit()

    def _fit(self) -> None:
        width = self.size.width
        for with_counts in (True, False):
            parts = self._set(self._tabs, with_counts)
            if sum(Content(text).cell_length for text, _, _ in parts) <= width:
                self.show(parts)
                return
        self.show(self._around_active(width))

    def _set(
        self, tabs: list[tuple[str, str, int | None]], with_counts: bool
    ) -> list[tuple[str, str, Any]]:
        parts: list[tuple[str, str, Any]] = []
        for name, title, count in tabs:
            is_active = name == self._active
            counted = count is not None and (with_counts or is_active)
            text = f" {title} {count:,} " if counted else f" {title} "
            parts.append((text, "tab" if is_active else "quiet", name))
        return parts

    def _around_active(self, width: int) -> list[tuple[str, str, Any]]:
        """Return the tabs around the active one, with arrows where there are more."""
        names = [name for name, _, _ in self._tabs]
        active = names.index(self._active) if self._active in names else 0
        first = end = active
        shown: list[tuple[str, str, Any]] = []
        while True:
            for start, stop in ((first, end + 1), (first - 1, end)):
                if start < 0 or stop > len(names) - 1:
                    continue
                parts = self._set(self._tabs[start : stop + 1], with_counts=False)
                if sum(Content(text).cell_length for text, _, _ in parts) + 4 <= width:
                    first, end = start, stop
                    break
            else:
                break
        shown = self._set(self._tabs[first : end + 1], with_counts=False)
        before = [("‹ ", "quiet", names[first - 1])] if first else []
        after = [(" ›", "quiet", names[end + 1])] if end < len(names) - 1 else []
        return [*before, *shown, *after]


class KeyBar(Bar):
    """The keys that matter in a part of the screen, or for a while a message."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        self._where = Where.LIST
        self._message: Timer | None = None

    def show_keys(self, where: Where) -> None:
        """Show the keys of a part of the screen, unless there is a message."""
        self._where = where
        if self._message is None:
            self.show(_key_parts(where, self.size.width))

    def on_resize(self) -> None:
        """Show as many keys as the new width has room for."""
        self.show_keys(self._where)

    def say(self, message: str) -> None:
        """Show a message for a while."""
        if self._message is not None:
            self._message.stop()
        self.show([(f" {message}", "message", None)])
        self._message = self.set_timer(_MESSAGE, self.end_message)

    def end_message(self) -> None:
        """Show the keys again instead of a message."""
        if self._message is not None:
            self._message.stop()
            self._message = None
            self.show_keys(self._where)


def _key_parts(where: Where, width: int) -> list[tuple[str, str, Any]]:
    """Return the keys that matter in a part of the screen, as many as a width has room for."""
    parts: list[tuple[str, str, Any]] = []
    used = 0
    for key in (*keys_of(where), *keys_of(Where.ANYWHERE)):
        if not key.short:
            continue
        name, words = f" {key.shown.split(',')[0]} ", f"{key.short} "
        used += Content(name + words).cell_length
        if used > width:
            break
        action = "outline" if key.action == "section" else key.action  # a click has no number
        parts += [(name, "key", action), (words, "quiet", action)]
    return parts


def trail_parts(listed: str, titles: list[str], width: int) -> list[tuple[str, str, Any]]:
    """Return the way to a page: the list, then the pages, with `…` for the first if need be.

    A click on a page means its number, on the list -1; on the `…` the last that is left out.
    """
    steps = [
        (title, number) for number, title in enumerate(titles) if [title] != titles[:number][-1:]
    ]
    room = width - Content(listed).cell_length - 1
    left_out: list[tuple[str, int]] = []
    while len(steps) > 1 and _width_of(left_out + steps) > room:
        left_out = [("…", steps.pop(0)[1])]
    parts: list[tuple[str, str, Any]] = [(f" {listed}", "quiet", -1)]
    for title, number in left_out + steps:
        style = "strong" if (title, number) == steps[-1] else "quiet"
        parts += [(" › ", "quiet", None), (title, style, number)]
    return parts


def _width_of(steps: list[tuple[str, int]]) -> int:
    return sum(Content(f" › {title}").cell_length for title, _ in steps)


class SearchLine(Input):
    """The search line."""

    BINDINGS: ClassVar[list[Any]] = [
        Binding(key.names, key.action, key.help, show=False)
        for key in keys_of(Where.SEARCH)
        if key.action
    ]
