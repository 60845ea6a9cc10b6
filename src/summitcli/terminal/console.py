"""A console that draws into memory, so that all output leaves the program by one door."""

import io
import re
from collections.abc import Callable

from rich.console import Console
from rich.style import Style
from rich.text import Text
from rich.theme import Theme

__all__ = ["Console", "draw", "text"]

# The tones of the parts of a page, in the terminal's own sixteen colours: they fit its background.
_TONES = Theme(
    {
        "id": "cyan",
        "title": "bold",
        "heading": "bold",
        "label": "dim",
        "quiet": "dim",
        "plain": "none",
        "good": "green",
        "fair": "yellow",
        "poor": "red",
        "open": "magenta",
        "reference": "blue",
        "hit": "bold yellow",
        "meeting": "bold cyan",
        "call": "blue",
        "letter": "blue",
        "statement": "blue",
        "event": "yellow",
        "heat1": "black on bright_cyan",
        "heat2": "black on bright_yellow",
        "heat3": "black on bright_red",
    },
    inherit=False,
)

# What begins a new line or leaps over cells, on a terminal or in what draws for it.
_LEAPS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"
_BREAKS = re.compile(rf"[{_LEAPS}]\s*")

# User, `www.` and port are no part of a host's name; browsers take a backslash for a slash.
_ADDRESS = re.compile(
    r"https?://(?:[^/?#\\\s]*@)?(?:www\.)?([^/?#\\\s@]*?)(?::[0-9]*)?(?:[/?#\\][^\s\x00-\x1f\x7f-\x9f]*)?"
)


def draw(width: int, colour: bool, paint: Callable[[Console], None]) -> str:
    """What `paint` draws on a console of some width, as text with or without escape sequences."""
    console = Console(
        file=io.StringIO(),
        width=width,
        height=100,  # with a height too Rich believes the width, whatever TERM says
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        theme=_TONES,
        _environ={},
    )
    with console.capture() as capture:
        paint(console)
    lines = (line.rstrip() for line in capture.get().removesuffix("\n").split("\n"))
    return "\n".join(lines) + "\n"


def text(content: str, tone: str = "plain", link: str = "") -> Text:
    """Text as it is: nothing in it is taken for markup; links only to the web."""
    drawn = Text(_BREAKS.sub(" ", content.strip(_LEAPS)), style=tone)
    if host(link):
        drawn.stylize(Style(link=link))
    return drawn


def host(link: str) -> str:
    """The host of a web address, as people read it; empty where it is no web address."""
    found = _ADDRESS.fullmatch(link)
    return found[1] if found else ""
