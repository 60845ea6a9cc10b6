"""The look: themes, style sheet, and the palette of the text."""

from textual.theme import BUILTIN_THEMES, Theme

_DARK = {
    "quiet": "#8b949e",
    "key": "#7fb4c9",
    "message": "#dcb768",
    "tab-foreground": "#0f1215",
    "tab-background": "#7fb4c9",
    "chip-foreground": "#e6e9ec",
    "chip-background": "#2f3a45",
    "cursor": "#26323c",
    "cursor-blurred": "#1e252c",
    "rule": "#2b3138",
    "link": "#9fd0e2",
    "dialog": "#1a2027",
    "field": "#232b33",
}
_LIGHT = {
    "quiet": "#5a626b",
    "key": "#005f87",
    "message": "#7a4a00",
    "tab-foreground": "#ffffff",
    "tab-background": "#005f87",
    "chip-foreground": "#1c2024",
    "chip-background": "#d9e2e8",
    "cursor": "#d3e4ee",
    "cursor-blurred": "#e8edf0",
    "rule": "#d0d4d8",
    "link": "#004f73",
    "dialog": "#f3f5f6",
    "field": "#e6eaed",
}
_FEW = dict.fromkeys(_DARK, "ansi_default")


def _own(name: str, dark: bool, foreground: str, background: str, own: dict[str, str]) -> Theme:
    """Return a theme with its own background."""
    return Theme(
        name,
        primary=own["key"],
        foreground=foreground,
        background=background,
        surface=background,
        panel=background,
        dark=dark,
        variables=own,
    )


def _few(name: str) -> Theme:
    """Return a theme on the background of the terminal, for few colours or none."""
    default = "ansi_default"
    return Theme(
        name,
        primary=default,
        foreground=default,
        background=default,
        surface=default,
        panel=default,
        boost=default,
        ansi=True,
        variables={**BUILTIN_THEMES["ansi-dark"].variables, **_FEW},
    )


_PALETTES = {
    "dark": "screen",
    "light": "light",
    "few": "neutral",
    "few-dark": "dark",
    "few-light": "light",
    "plain": "mono",
}
"""The palette in which text is drawn on each theme."""

THEMES = (
    _own("dark", True, "#d7dce1", "#13171b", _DARK),
    _own("light", False, "#1c2024", "#fbfbf9", _LIGHT),
    *map(_few, ("few", "few-dark", "few-light", "plain")),
)
_NEXT = {
    "dark": "light",
    "light": "dark",
    "few": "few-dark",
    "few-dark": "few-light",
    "few-light": "few",
    "plain": "plain",
}


# The style of each tone of the lines around the list and the page: in colours, and without.
_TONES = {
    "": ("", ""),
    "strong": ("bold", "bold"),
    "quiet": ("$quiet", ""),
    "key": ("bold $key", "bold"),
    "message": ("$message", "bold"),
    "tab": ("bold $tab-foreground on $tab-background", "bold reverse"),
    "chip": ("$chip-foreground on $chip-background", "reverse"),
}


def style_of(tone: str, has_colours: bool) -> str:
    """Return the style of a tone, with our own colours or in those of the terminal."""
    return _TONES[tone][0 if has_colours else 1]


def is_the_terminals(name: str) -> bool:
    """Return whether a look has the colours and the background of the terminal."""
    return name not in ("dark", "light")


def next_look(name: str) -> str:
    """Return the look after this one: light after dark."""
    return _NEXT[name]


def palette_of(name: str) -> str:
    """Return the palette in which text is drawn in a look."""
    return _PALETTES[name]


CSS = """
MainScreen { background: $background; color: $foreground; }
#top { height: 1; }
SearchLine { width: 1fr; height: 1; border: none; padding: 0 1; background: $background; }
SearchLine:focus { border: none; }
SearchLine>.input--placeholder { color: $quiet; }
#filters { width: auto; max-width: 70%; }
#tabs { height: 1; }
#body { height: 1fr; }
#left { width: 42%; }
#right { width: 1fr; border-left: solid $rule; }
#trail { text-wrap: nowrap; text-overflow: ellipsis; }
#keys { height: 1; }
TableHead { color: $quiet; }
TableView, Reader { height: 1fr; overflow-x: hidden; scrollbar-size-vertical: 1;
    scrollbar-gutter: stable; scrollbar-color: $rule; scrollbar-color-hover: $quiet;
    scrollbar-color-active: $quiet; scrollbar-background: $background;
    scrollbar-background-hover: $background; scrollbar-background-active: $background; }
TableView:focus, Reader:focus { scrollbar-color: $quiet; }
TableView .cursor { background: $cursor-blurred; }
TableView:focus .cursor { background: $cursor; text-style: bold; }
TableView .group { color: $quiet; }
TableView:ansi .cursor { text-style: underline; }
TableView:ansi:focus .cursor { text-style: reverse; }
Reader .link { color: $link; }
Reader:ansi .link { text-style: underline; }
Reader .chosen { text-style: reverse; }
CommandPalette SearchIcon { display: none; }
.narrow #left { width: 1fr; }
.narrow #right { display: none; border-left: none; }
.narrow.page #left { display: none; }
.narrow.page #right { display: block; }
"""
