"""A console that draws into memory: only `cli` writes to streams."""

import io
import re
from collections.abc import Callable
from typing import Any

from rich.console import Console as _Console
from rich.style import Style
from rich.text import Text
from rich.theme import Theme

from summitcli.pages.page import Link, Part, Parts, PersonName, WebLink, text_of
from summitcli.terminal.palette import PALETTES

__all__ = ["Console", "draw", "host", "in_memory", "line", "mark", "styled"]

# Characters that begin a new line or jump over cells, on a terminal or in Rich.
_JUMPS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_BREAKS = rf"[{_JUMPS}]\s*"

# User, `www.` and port are not part of the host; browsers treat a backslash as a slash.
_ADDRESS = r"https?://(?:[^/?#\\\s]*@)?(?:www\.)?([^/?#\\\s@]*?)(?::[0-9]*)?(?:[/?#\\][^\s\x00-\x1f\x7f-\x9f]*)?"


class Console(_Console):
    """A console; what is drawn on it may carry marks, which say where links lead."""

    marked = False


def draw(
    width: int,
    colour: bool,
    draw_content: Callable[[Console], None],
    palette: str = "neutral",
) -> str:
    """Return the text that a function draws on a console, with escape sequences if coloured."""
    console = in_memory(width, colour, palette)
    with console.capture() as capture:
        draw_content(console)
    lines = (line.rstrip() for line in capture.get().removesuffix("\n").split("\n"))
    return "\n".join(lines) + "\n"


def in_memory(width: int, colour: bool, palette: str) -> Console:
    """Return a console that writes nowhere and interprets nothing in what it is given."""
    return Console(
        file=io.StringIO(),
        width=width,
        height=100,  # Rich accepts the width for any TERM only if the height is given too
        force_terminal=colour,
        color_system="256" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        theme=Theme(PALETTES[palette], inherit=False),
        _environ={},
    )


def styled(content: str, tone: str = "plain", link: str = "") -> Text:
    """Return a text in a tone, without interpreting markup; only web addresses become links."""
    if not content.isprintable():
        content = re.sub(_BREAKS, " ", content.strip(_JUMPS))
    drawn = Text(content, style=tone)
    if link and host(link):
        drawn.stylize(Style(link=link))
    return drawn


def mark(console: _Console, text: Text, **marks: Any) -> Text:
    """Return a text, which on a marked console carries marks; they are never shown."""
    if getattr(console, "marked", False):
        text.stylize(Style(meta=marks))
    return text


def line(parts: Part | Parts, tone: str = "plain", console: _Console | None = None) -> Text:
    """Return a line of parts in a tone; web links are links.

    Names of records and people are plain text, with a mark on a marked console.
    """
    marked = getattr(console, "marked", False)
    if isinstance(parts, tuple):
        if marked or any(isinstance(part, WebLink) for part in parts):
            return Text().join(line(part, tone, console) for part in parts)
        return styled(text_of(parts), tone)
    if isinstance(parts, WebLink):
        drawn = styled(parts.text, tone, parts.url)
        return mark(console, drawn, web=parts.url) if console and host(parts.url) else drawn
    drawn = styled(text_of(parts), tone)
    if console and isinstance(parts, Link):
        return mark(console, drawn, record=parts.id)
    if console and isinstance(parts, PersonName):
        return mark(console, drawn, person=parts.participant)
    return drawn


def host(link: str) -> str:
    """Return the host of a web address, as people read it; empty if it is not a web address."""
    found = re.fullmatch(_ADDRESS, link)
    return found[1] if found else ""
