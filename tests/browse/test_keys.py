"""Every key: that it does something, and that help and documentation have it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summitcli.browse.app import Browse
from summitcli.browse.bars import SearchLine
from summitcli.browse.keys import KEYS, Key, Where, keys_of
from summitcli.browse.main_screen import MainScreen
from summitcli.browse.reader import Reader
from summitcli.browse.table_view import TableView

if TYPE_CHECKING:
    from explorer import Press

PAGE = Path(__file__).parent.parent.parent / "docs" / "browse.md"
WIDGETS = {
    Where.ANYWHERE: MainScreen,
    Where.LIST: TableView,
    Where.PAGE: Reader,
    Where.SEARCH: SearchLine,
}


@pytest.mark.parametrize("key", KEYS, ids=lambda key: f"{key.where}: {key.shown}")
def test_each_key_calls_a_method(key: Key) -> None:
    target, _, name = key.action.rpartition(".")
    owner = {"": WIDGETS[key.where], "screen": MainScreen, "app": Browse}[target]
    assert hasattr(owner, f"action_{name.partition('(')[0]}")


@pytest.mark.parametrize("where", Where)
def test_no_key_has_two_meanings_in_one_place(where: Where) -> None:
    names = [name for key in keys_of(where) for name in key.names.split(",")]
    assert len(names) == len(set(names))


def test_the_help_has_every_key(press: Press) -> None:
    seen = press("question_mark", size=(100, len(KEYS) + 20))
    for key in KEYS:
        assert any(key.shown in line and key.help in line for line in seen.lines), key


def test_the_help_closes_with_any_of_its_keys(press: Press) -> None:
    for key in ("escape", "question_mark", "q", "enter"):
        assert press("question_mark", key, "down").row == "port-amber-1973"


def test_the_help_scrolls(press: Press) -> None:
    assert "In the search line" in press("question_mark", "end", "end", size=(80, 20)).text


def test_the_documentation_has_every_key() -> None:
    text = PAGE.read_text("utf-8")
    assert [
        line for line in text.splitlines() if line.startswith("| ") and line != "| key | |"
    ] == [f"| {key.shown} | {key.help} |" for where in Where for key in keys_of(where)]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ((), "Enter read  ? keys  / search  q quit"),
        (("enter",), "Tab link  n note  Enter follow  ? keys"),
        (("slash",), "Enter read  ? keys"),
    ],
)
def test_the_bottom_line_has_the_keys_that_matter_here(
    press: Press, keys: tuple[str, ...], shown: str
) -> None:
    assert press(*keys).bottom.startswith(shown)


def test_the_palette_has_every_command(press: Press) -> None:
    seen = press("ctrl+p", "=timeline", "enter")
    assert seen.page == "Timeline: Larkhill summit"


@pytest.mark.parametrize("keys", [("q",), ("ctrl+q",), ("ctrl+c",), ("f", "ctrl+c")])
def test_it_quits(press: Press, keys: tuple[str, ...]) -> None:
    assert press(*keys).has_ended
    assert not press("f", "q").has_ended
