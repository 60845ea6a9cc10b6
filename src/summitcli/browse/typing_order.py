"""The order of keys: each acts when those typed before it have done so, however fast they come.

Textual hands a key to what has the focus when the key arrives, but runs the key's action only
after that. Of `/reykjavik` typed at once, the letters would go to the list. Here a key waits until
the one before it has moved the focus, found its hits and drawn its page.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.events import Event, Key, Paste
from textual.message_pump import MessagePump
from textual.widgets import Input

from summitcli.browse.finder import Finder

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen
    from textual.widget import Widget

_ROUNDS = 2  # an action's own messages follow those of its key
_OF_HITS = ("enter", "tab", "up", "down")  # keys of the search line that need what it finds


class TypingOrder:
    """Keys that have been typed and wait for their turn."""

    def __init__(self, app: "App[None]", finder: Finder) -> None:
        self._app = app
        self._finder = finder
        self._waiting: asyncio.Queue[Event] = asyncio.Queue()
        self._due: list[Event] = []
        self._line: Input | None = None
        self._settled: tuple[Screen[object], Widget | None] | None = None
        self.is_busy = False

    def holds(self, event: Event) -> bool:
        """Return whether a key has to wait; if so, it is handed to the app again in its turn."""
        if not isinstance(event, (Key, Paste)) or event.is_forwarded:
            return False
        if isinstance(event, Key) and event.key in ("ctrl+c", "ctrl+q"):
            return False  # one can always quit
        if event in self._due:
            self._due.remove(event)
            return False
        if isinstance(event, Key) and event.key == "ctrl+j":
            # Enter, typed before the terminal was told not to turn it into a line feed.
            event = Key("enter", "\r")
        self.is_busy = True
        self._waiting.put_nowait(event)
        return True

    async def release(self) -> None:
        """Hand keys to the app one after the other, for as long as it runs."""
        while True:
            self.is_busy = not self._waiting.empty()
            event = await self._waiting.get()
            is_text = isinstance(event, Paste) or (isinstance(event, Key) and event.is_printable)
            # Between the letters of a word there is nothing to wait for.
            if not is_text or self._line is None or self._line is not self._app.focused:
                await self._settle(event)
            focused = self._app.focused
            self._line = focused if is_text and isinstance(focused, Input) else None
            self._due.append(event)
            self._app.post_message(event)

    async def _settle(self, event: Event) -> None:
        """Wait until all that was typed before an event has had its effect."""
        rounds = 0
        while rounds < _ROUNDS:
            focused = self._app.focused
            for node in focused.ancestors_with_self if focused else (self._app.screen, self._app):
                await _run_through(node, node.call_later)
            rounds += 1
            screen = self._app.screen
            if self._finder.is_searching and self._needs_hits(event):
                await self._finder.finish()
                rounds = 0
            elif self._settled != (screen, self._app.focused):
                self._settled = (screen, self._app.focused)
                await _run_through(screen, screen.call_after_refresh)
                rounds = 0

    def _needs_hits(self, event: Event) -> bool:
        """Return whether an event needs what is being searched for; typing goes on without it."""
        is_typing = isinstance(self._app.focused, Input)
        return not is_typing or (isinstance(event, Key) and event.key in _OF_HITS)


async def _run_through(node: MessagePump, schedule: Callable[[Callable[[], None]], bool]) -> None:
    """Wait until a node has come to a callback, or has ended."""
    done = asyncio.Event()
    if schedule(done.set):
        while not done.is_set() and not node._closing:
            await asyncio.sleep(0)
