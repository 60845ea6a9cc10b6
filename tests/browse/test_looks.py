"""How the screen looks: in two sizes, in dark and light, and with few colours or none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from syrupy.assertion import SnapshotAssertion

    from explorer import Press

SIZES = [(80, 24), (160, 48)]
SCENES: dict[str, tuple[str, ...]] = {
    "start": (),
    "page": ("down*2", "enter", "tab"),
    "search": ("slash", "=greyford"),
    "comparison": ("m", "down*2", "m", "c"),
    "keys": ("question_mark",),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("scene", SCENES)
def test_the_screen_as_text(
    press: Press, snapshot: SnapshotAssertion, scene: str, size: tuple[int, int]
) -> None:
    assert press(*SCENES[scene], size=size).text == snapshot


@pytest.mark.parametrize("look", ["dark", "light"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_screen_as_a_picture(
    press: Press, snapshot: SnapshotAssertion, size: tuple[int, int], look: str
) -> None:
    svg = press("down*2", "enter", "tab", size=size, look=look, picture=True).svg
    assert re.sub(r"terminal-\d+-", "terminal-", svg) == snapshot


def test_d_changes_between_dark_and_light(press: Press) -> None:
    assert press("d").ansi == press(look="light").ansi
    assert press("d", "d").ansi == press().ansi


def test_without_colour_there_are_only_bold_underline_and_reverse(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    seen = press("down", look="plain")
    codes = {
        code for found in re.findall(r"\x1b\[([0-9;]*)m", seen.ansi) for code in found.split(";")
    }
    assert codes <= {"", "0", "1", "2", "4", "7", "39", "49"}
    assert "7" in codes


def test_with_few_colours_the_terminals_own_are_used(press: Press) -> None:
    seen = press("down", "enter", "tab", look="few-dark")
    assert "38;2;" not in seen.ansi
    assert "48;2;" not in seen.ansi
