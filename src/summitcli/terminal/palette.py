"""Palettes: the style of each tone on a dark, a light, an unknown background, and without hues.

Colours up to 15 are the terminal's own; those from 16 have the same value on every terminal. Text
that carries meaning is readable (a contrast of at least 4.5:1) in the palettes of xterm, VS Code
and Windows Terminal: in DARK on black, in LIGHT on white. In NEUTRAL, for an unknown background, it
has the terminal's default colour, and hues are decoration.
"""

import sys
from collections.abc import Mapping

# Tones of signs that repeat what words say, or that only divide: rules, bullets, marks, bars.
DECORATION = frozenset({"ornament", "mark-meeting", "mark-remote", "mark-event", "bar"})

_SHARED = {
    "plain": "none",
    "title": "bold",
    "heading": "bold",
    "hit": "bold underline",
    "heat0": "none",
    "heat1": "color(16) on color(194)",
    "heat2": "color(16) on color(150)",
    "heat3": "color(16) on color(107)",
    "ornament": "dim",
    "mark-meeting": "bold cyan",
    "mark-remote": "cyan",
    "mark-event": "yellow",
    "bar": "cyan",
}

DARK = {
    **_SHARED,
    "id": "cyan",
    "label": "color(250)",
    "quiet": "color(250)",
    "reference": "cyan",
    "good": "bright_green",
    "fair": "bright_yellow",
    "poor": "bright_red",
    "open": "underline",
    "meeting": "bold cyan",
    "call": "cyan",
    "letter": "cyan",
    "statement": "cyan",
    "event": "bright_yellow",
    "hit": "bold bright_yellow",
}

LIGHT = {
    **_SHARED,
    "id": "color(24)",
    "label": "color(239)",
    "quiet": "color(239)",
    "reference": "color(24)",
    "good": "color(22)",
    "fair": "color(94)",
    "poor": "color(88)",
    "open": "underline",
    "meeting": "bold color(24)",
    "call": "color(24)",
    "letter": "color(24)",
    "statement": "color(24)",
    "event": "color(94)",
    "hit": "bold color(88)",
    "mark-meeting": "bold color(24)",
    "mark-remote": "color(24)",
    "mark-event": "color(94)",
    "bar": "color(24)",
}

# For a program that has a dark background of its own.
SCREEN = {
    **DARK,
    "id": "#7fb4c9",
    "label": "#9aa3ad",
    "quiet": "#aab2bb",
    "reference": "#7fb4c9",
    "good": "#8cc48c",
    "fair": "#dcb768",
    "poor": "#e8918a",
    "event": "#dcb768",
    "hit": "bold #dcb768",
    "ornament": "#4b535c",
    "meeting": "bold #7fb4c9",
    **dict.fromkeys(("call", "letter", "statement", "mark-remote", "bar"), "#7fb4c9"),
    "mark-meeting": "bold #7fb4c9",
    "mark-event": "#dcb768",
}

NEUTRAL = {
    **_SHARED,
    "id": "underline",
    **dict.fromkeys(("label", "quiet", "reference", "good", "fair", "event"), "none"),
    **dict.fromkeys(("call", "letter", "statement"), "none"),
    "poor": "bold",
    "open": "underline",
    "meeting": "bold",
}

MONO = {
    **NEUTRAL,
    "heat1": "none",
    "heat2": "bold",
    "heat3": "reverse",
    "mark-meeting": "bold",
    "mark-remote": "none",
    "mark-event": "none",
    "bar": "none",
}

PALETTES = {"dark": DARK, "screen": SCREEN, "light": LIGHT, "neutral": NEUTRAL, "mono": MONO}


def has_many_colours(environment: Mapping[str, str]) -> bool:
    """Return whether the terminal says that it has more than 16 colours; Windows has."""
    return (
        sys.platform == "win32"
        or environment.get("COLORTERM", "").casefold() in ("truecolor", "24bit")
        or environment.get("TERM", "").rpartition("-")[2] in ("256color", "direct", "kitty")
    )


def choose_palette(choice: str, environment: Mapping[str, str]) -> str:
    """Return the name of the palette for `auto`, `dark`, `light` or `mono`.

    `auto` takes the background from COLORFGBG, which rxvt, Konsole and others set to the numbers
    of the text's and the background's colour: `15;0`, `0;default;15`.
    """
    if choice != "auto":
        return choice
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    if not background.isdecimal() or int(background) > 15:
        return "neutral"
    return "light" if int(background) in (7, 15) else "dark"
