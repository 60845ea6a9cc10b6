"""A console that draws into memory, so that all output leaves the program by one door."""

import io
from collections.abc import Callable
from urllib.parse import urlsplit

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
    lines = (line.rstrip() for line in capture.get().splitlines())
    return "\n".join(lines) + "\n"


def text(content: str, tone: str = "plain", link: str = "") -> Text:
    """Text as it is: nothing in it is taken for markup; links only to the web."""
    style = Style(link=link) if urlsplit(link).scheme in ("http", "https") else Style()
    drawn = Text(" ".join(content.split()) if "\n" in content else content, style=tone)
    if link:
        drawn.stylize(style)
    return drawn
