"""Colours can be read on the background for which they are chosen."""

from __future__ import annotations

import pytest
from rich.style import Style

from summitcli.terminal.palette import DARK, DECORATION, LIGHT, MONO, NEUTRAL, choose_palette

# The sixteen colours of xterm (XTerm-col.ad), VS Code (terminalColorRegistry.ts, dark and light)
# and Windows Terminal (the scheme Campbell).
XTERM = (
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5"
    " 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
)
VS_CODE_DARK = (
    "000000 cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd e5e5e5"
    " 666666 f14c4c 23d18b f5f543 3b8eea d670d6 29b8db e5e5e5"
)
VS_CODE_LIGHT = (
    "000000 cd3131 107c10 949800 0451a5 bc05bc 0598bc 555555"
    " 666666 cd3131 14ce14 b5ba00 0451a5 bc05bc 0598bc a5a5a5"
)
CAMPBELL = (
    "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc"
    " 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2"
)
LEAST = 4.5
Rgb = tuple[int, int, int]


def rgb(number: int, palette: str) -> Rgb:
    """Return a colour of the 256: the first 16 by the palette, then a cube, then greys."""
    if number < 16:
        red, green, blue = bytes.fromhex(palette.split()[number])
        return red, green, blue
    if number >= 232:
        grey = 8 + (number - 232) * 10
        return grey, grey, grey
    steps = (0, 95, 135, 175, 215, 255)
    place = number - 16
    return steps[place // 36], steps[place // 6 % 6], steps[place % 6]


def luminance(colour: Rgb) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    parts = [part / 255 for part in colour]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast ratio of two colours."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_computed_contrast_is_that_of_the_definition() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0, 0, 238), (0, 0, 0)) == pytest.approx(2.2, abs=0.1)  # blue of xterm


@pytest.mark.parametrize(
    ("tones", "background", "palettes"),
    [
        (DARK, (0, 0, 0), (XTERM, VS_CODE_DARK, CAMPBELL)),
        (LIGHT, (255, 255, 255), (XTERM, VS_CODE_LIGHT, CAMPBELL)),
    ],
    ids=["dark on black", "light on white"],
)
def test_text_that_carries_meaning_has_enough_contrast(
    tones: dict[str, str], background: Rgb, palettes: tuple[str, ...]
) -> None:
    for tone in tones.keys() - DECORATION:
        style = Style.parse(tones[tone])
        assert not style.dim, tone
        if style.color is None:
            continue
        assert style.color.number is not None
        for palette in palettes:
            behind = background
            if style.bgcolor is not None and style.bgcolor.number is not None:
                behind = rgb(style.bgcolor.number, palette)
            assert contrast(rgb(style.color.number, palette), behind) >= LEAST, (tone, palette)


@pytest.mark.parametrize("tones", [DARK, LIGHT, NEUTRAL, MONO])
def test_no_tone_is_plain_blue(tones: dict[str, str]) -> None:
    for tone, definition in tones.items():
        colour = Style.parse(definition).color
        assert colour is None or colour.number != 4, tone


def test_without_a_known_background_meaning_has_no_hue() -> None:
    for tone in NEUTRAL.keys() - DECORATION - {"heat1", "heat2", "heat3"}:
        style = Style.parse(NEUTRAL[tone])
        assert style.color is None, tone
        assert not style.dim, tone
    for tone, definition in MONO.items():
        style = Style.parse(definition)
        assert style.color is None, tone
        assert style.bgcolor is None, tone


def test_all_palettes_have_the_same_tones() -> None:
    assert DARK.keys() == LIGHT.keys() == NEUTRAL.keys() == MONO.keys()


@pytest.mark.parametrize(
    ("choice", "background", "palette"),
    [
        ("auto", "15;0", "dark"),
        ("auto", "0;15", "light"),
        ("auto", "0;default;7", "light"),
        ("auto", "7;8", "dark"),
        ("auto", "0;default", "neutral"),
        ("auto", "", "neutral"),
        ("auto", "99", "neutral"),
        ("light", "15;0", "light"),
        ("mono", "", "mono"),
    ],
)
def test_auto_takes_the_background_from_the_environment(
    choice: str, background: str, palette: str
) -> None:
    assert choose_palette(choice, {"COLORFGBG": background}) == palette
