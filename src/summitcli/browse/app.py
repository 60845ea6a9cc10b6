"""The program around the screen: its look, its commands, and how it ends."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding
from textual.events import Event
from textual.screen import Screen

from summitcli.browse.keys import Where, keys_of
from summitcli.browse.look import CSS, THEMES, is_the_terminals, next_look, palette_of
from summitcli.browse.main_screen import MainScreen
from summitcli.browse.typing_order import TypingOrder
from summitcli.model import Dataset

if TYPE_CHECKING:
    from summitcli.terminal.canvas import Canvas


@dataclass(frozen=True)
class Start:
    """What the explorer begins with."""

    query: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    "Names and values of filters, as typed."
    look: str = "dark"
    "The name of a theme in `look`."


class Browse(App[None]):
    """The explorer."""

    CSS = CSS
    TITLE = "summit"
    BINDINGS: ClassVar[list[Any]] = [
        Binding(key.names, key.action, key.help, show=False, priority=True)
        for key in keys_of(Where.ANYWHERE)
        if key.action == "app.quit" and "ctrl" in key.names
    ]

    def __init__(self, dataset: Dataset, start: Start) -> None:
        # Given here and not by the theme, which Textual looks at too late for NO_COLOR.
        super().__init__(ansi_color=True if is_the_terminals(start.look) else None)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = start.look
        self.animation_level = "none"  # nothing moves by itself
        self._canvases: dict[int, Canvas] = {}
        self.main = MainScreen(dataset, start, self.canvas)
        self.typed = TypingOrder(self, self.main.finder)

    def get_default_screen(self) -> Screen[Any]:
        """Return the only screen besides dialogs."""
        return self.main

    def on_mount(self) -> None:
        """Listen to keys, and leave the terminal as it was when the program is told to end."""
        self.run_worker(self.typed.release())
        self.call_after_refresh(_collect_garbage)
        # After Ctrl+Z and fg the terminal is empty, but Textual would draw only what changes.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None:
                with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                    loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))

    async def on_event(self, event: Event) -> None:
        """Act on an event, but on a key only in its turn."""
        if not self.typed.holds(event):
            await super().on_event(event)

    def canvas(self, width: int) -> "Canvas":
        """Return a canvas of a width, in the present colours."""
        if width not in self._canvases:
            from summitcli.terminal.canvas import Canvas

            self._canvases[width] = Canvas(width, palette_of(self.theme))
        return self._canvases[width]

    def action_dark(self) -> None:
        """Change between dark and light."""
        self.theme = next_look(self.theme)
        self._canvases.clear()
        self.main.redraw()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Yield everything that a key does, for the command palette."""
        del screen
        for key in keys_of(Where.ANYWHERE):
            if key.action not in ("section", "app.command_palette"):
                run = partial(self.main.run_action, key.action)
                yield SystemCommand(key.help, f"Key: {key.shown}", run)

    def _fatal_error(self) -> None:
        """End on an exception, which `run` then raises; Textual would print it with all values."""
        self._close_messages_no_wait()


def _collect_garbage() -> None:
    """Collect garbage from now on, which other commands end too soon for."""
    gc.freeze()  # what the start has made will stay
    gc.enable()


def run(app: Browse) -> int:
    """Run the explorer until the user quits; return the exit code."""
    app.run()
    if app._exception is not None:
        raise app._exception
    return app.return_code or 0
