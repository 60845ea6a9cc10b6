"""Terminals that are known to show hyperlinks."""

from __future__ import annotations

import pytest

from summitcli.terminal.hyperlinks import shows_hyperlinks


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM_PROGRAM": "iTerm.app"},
        {"TERM_PROGRAM": "vscode"},
        {"VTE_VERSION": "7600"},
        {"WT_SESSION": "0f3a"},
        {"KITTY_WINDOW_ID": "1"},
        {"TERM": "xterm-kitty"},
    ],
)
def test_known_terminals(environment: dict[str, str]) -> None:
    assert shows_hyperlinks(environment)


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"TERM": "xterm-256color"},
        {"TERM_PROGRAM": "Apple_Terminal"},
        {"VTE_VERSION": "4800"},
        {"VTE_VERSION": "new"},
        {"TERM_PROGRAM": "iTerm.app", "TMUX": "/tmp/tmux-1000/default,1,0"},
        {"WT_SESSION": "0f3a", "STY": "1.pts"},
    ],
)
def test_others(environment: dict[str, str]) -> None:
    assert not shows_hyperlinks(environment)
