"""Terminals that show hyperlinks."""

from collections.abc import Mapping

_PROGRAMS = frozenset({"iTerm.app", "WezTerm", "vscode", "ghostty", "zed"})
_TERMS = frozenset({"alacritty", "xterm-kitty", "xterm-ghostty"})
_FIRST_VTE = 5001  # 0.50.1: GNOME Terminal, Tilix and others; 0.50.0 crashes


def shows_hyperlinks(environment: Mapping[str, str]) -> bool:
    """Return whether the terminal is known to show hyperlinks (the escape sequence OSC 8).

    The list is that of the npm package supports-hyperlinks, version 4. Inside tmux and screen, the
    variables of the terminal around them do not tell.
    """
    if environment.get("TMUX") or environment.get("STY"):
        return False
    vte = environment.get("VTE_VERSION", "")
    return (
        environment.get("TERM_PROGRAM") in _PROGRAMS
        or environment.get("TERM") in _TERMS
        or bool(environment.get("KITTY_WINDOW_ID") or environment.get("WT_SESSION"))
        or (vte.isdecimal() and int(vte) >= _FIRST_VTE)
    )
