"""A way to use the explorer as people do: press keys, and look at the screen."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from textual.events import Key
from textual.keys import _character_to_key

from summitcli.browse.app import Browse, Start

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from summitcli import Dataset

WIDE = (120, 30)
_MOMENT = 0.003  # seconds
_PATIENCE = 60  # seconds, on a busy machine
_CALM = 3  # moments without anything to do


@dataclass(frozen=True)
class Seen:
    """What is on the screen."""

    lines: list[str]
    row: str
    "The id of the record under the cursor of the list."
    rows: list[str]
    "The ids of all records in the list."
    page: str
    "The title of the page."
    clipboard: str
    "What was copied."
    has_ended: bool
    "Whether the program has ended."
    ansi: str
    "The screen with its escape sequences."
    svg: str
    "A picture of the screen, if it was asked for."

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(self.lines) + "\n"

    @property
    def tabs(self) -> str:
        """The names of the lists, as far as they are shown, with counts."""
        return self.lines[1].strip()

    @property
    def trail(self) -> str:
        """The way to the page, above it."""
        return next(line for line in self.lines if " › " in line).split("│")[-1].strip()

    @property
    def bottom(self) -> str:
        """The bottom line: keys, or a message."""
        return self.lines[-1].strip()


def look_at(app: Browse, picture: bool = False) -> Seen:
    """Return what is on the screen of a running app."""
    strips = app.screen._compositor.render_strips(app.screen.size)
    current, content = app.main.table.current, app.main.content
    return Seen(
        lines=[strip.text.rstrip() for strip in strips],
        row="" if current is None else current.id,
        rows=[row.id for row in app.main.table.rows],
        page="" if content is None else content.title,
        clipboard=app.clipboard,
        has_ended=app.return_code is not None,
        ansi="\n".join(strip.render(app.console) for strip in strips),
        svg=app.export_screenshot(title="summit browse") if picture else "",
    )


def key_events(key: str) -> list[Key]:
    """Return the events that `down*3` and `=words` mean."""
    if key.startswith("="):
        return [Key(_character_to_key(letter), letter) for letter in key[1:]]
    name, _, count = key.partition("*")
    letter = name if len(name) == 1 else {"space": " "}.get(name)
    return [Key(name, letter) for _ in range(int(count or 1))]


async def settle(app: Browse) -> None:
    """Wait until there is nothing left to do; Textual's own pilot sleeps longer."""
    calm, end = 0, time.monotonic() + _PATIENCE
    while calm < _CALM and app.is_running and app.return_code is None:
        assert time.monotonic() < end, "the explorer is never done"
        await asyncio.sleep(_MOMENT)
        screen = app.screen
        nodes = [app, screen, *screen.walk_children()]
        busy = any(node.message_queue_size for node in nodes) or app.main.finder.is_searching
        busy = busy or app.typed.is_busy or app.main.reading.is_busy or screen._layout_required
        calm = 0 if busy or screen._dirty_widgets or screen._callbacks else calm + 1


class Press(Protocol):
    """Start the explorer, press keys one after the other, and return what is then on the screen.

    `down*3` presses a key three times, `=word` types.
    """

    def __call__(
        self,
        *keys: str,
        size: tuple[int, int] = WIDE,
        dataset: Dataset | None = None,
        query: str = "",
        filters: tuple[tuple[str, str], ...] = (),
        look: str = "dark",
        picture: bool = False,
    ) -> Seen:
        """Return the screen."""


class Running:
    """The explorer while it runs."""

    def __init__(self, app: Browse) -> None:
        self.app = app

    async def press(self, *keys: str, until: Callable[[Seen], object]) -> Seen:
        """Press keys and wait until the screen is as expected."""
        for key in keys:
            for event in key_events(key):
                self.app.post_message(event)
        end = time.monotonic() + _PATIENCE
        while not until(look_at(self.app)):
            assert time.monotonic() < end, look_at(self.app).text
            await asyncio.sleep(0.003)
        return look_at(self.app)


def use(
    dataset: Dataset, script: Callable[[Running], Awaitable[None]], size: tuple[int, int] = WIDE
) -> None:
    """Run the explorer and a script that uses it."""

    async def run() -> None:
        app = Browse(dataset, Start())
        async with app.run_test(size=size):
            await settle(app)
            await script(Running(app))

    asyncio.run(run())
