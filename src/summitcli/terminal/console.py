"""A console that draws into memory: only `cli` writes to streams."""

import io
import re
from collections.abc import Callable

from rich.console import Console
from rich.style import Style
from rich.text import Text
from rich.theme import Theme

from summitcli.pages.page import Part, Parts, WebLink, text_of
from summitcli.terminal.palette import PALETTES

__all__ = ["Console", "draw", "host", "line", "styled"]

# Characters that begin a new line or jump over cells, on a terminal or in Rich.
_JUMPS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_BREAKS = re.compile(rf"[{_JUMPS}]\s*")

# User, `www.` and port are not part of the host; browsers treat a backslash as a slash.
_ADDRESS = re.compile(
    r"https?://(?:[^/?#\\\s]*@)?(?:www\.)?([^/?#\\\s@]*?)(?::[0-9]*)?(?:[/?#\\][^\s\x00-\x1f\x7f-\x9f]*)?"
)


def draw(
    width: int,
    colour: bool,
    draw_content: Callable[[Console], None],
    palette: str = "neutral",
) -> str:
    """Return the text that a function draws on a console, with escape sequences if coloured."""
    console = Console(
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
    with console.capture() as capture:
        draw_content(console)
    lines = (line.rstrip() for line in capture.get().removesuffix("\n").split("\n"))
    return "\n".join(lines) + "\n"


def styled(content: str, tone: str = "plain", link: str = "") -> Text:
    """Return a text in a tone, without interpreting markup; only web addresses become links."""
    drawn = Text(_BREAKS.sub(" ", content.strip(_JUMPS)), style=tone)
    if host(link):
        drawn.stylize(Style(link=link))
    return drawn


def line(parts: Part | Parts, tone: str = "plain") -> Text:
    """Return a line of parts in a tone; names of records are plain text, web links are links."""
    if isinstance(parts, tuple) and any(isinstance(part, WebLink) for part in parts):
        return Text().join(line(part, tone) for part in parts)
    return styled(text_of(parts), tone, parts.url if isinstance(parts, WebLink) else "")


def host(link: str) -> str:
    """Return the host of a web address, as people read it; empty if it is not a web address."""
    found = _ADDRESS.fullmatch(link)
    return found[1] if found else ""
