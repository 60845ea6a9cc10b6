"""Texts of a dataset do nothing: no markup, no escape sequence, no link but to the web."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from explorer import Press
    from summitcli import Dataset

HOSTILE = "[red]A[/] \x1b[31mB\x1b]0;C\x07 \u202ed\u2066 $primary @click=quit &amp; \x9b2J"


@pytest.fixture
def hostile(fixture_data: Dataset) -> Dataset:
    """Return a dataset in which every name and text that is shown is hostile."""
    meetings = [
        replace(
            meeting,
            title=f"{HOSTILE} {meeting.id}",
            summary=HOSTILE,
            occasion=HOSTILE,
            notes=(),
            place=replace(meeting.place, city=HOSTILE) if meeting.place else None,
        )
        for meeting in fixture_data.meetings
    ]
    people = [replace(person, name=f"{HOSTILE} X") for person in fixture_data.people]
    themes = [replace(theme, title=HOSTILE, description=HOSTILE) for theme in fixture_data.themes]
    sources = [
        replace(source, title=HOSTILE, url="javascript:alert(1)") for source in fixture_data.sources
    ]
    return replace(
        fixture_data,
        meetings=tuple(meetings),
        people=tuple(people),
        themes=tuple(themes),
        sources=tuple(sources),
    )


@pytest.mark.parametrize(
    "keys",
    [
        (),
        ("right*2",),
        ("right*8", "enter", "end"),
        ("enter", "tab", "enter"),
        ("m", "down", "m", "c"),
        ("t",),
        ("y",),
        ("slash", "=larkhill"),
        ("o",),
        ("s",),
        ("f", "=vale", "enter"),
    ],
    ids=" ".join,
)
def test_hostile_text_is_only_text(press: Press, hostile: Dataset, keys: tuple[str, ...]) -> None:
    seen = press(*keys, dataset=hostile, size=(100, 24))
    shown = "".join(seen.lines)
    assert not {unicodedata.category(letter) for letter in shown} & {"Cc", "Cf"}
    assert "\x1b]8;" not in seen.ansi
    assert "javascript:" not in seen.ansi or "right*8" in keys


def test_markup_is_shown_as_it_is(press: Press, hostile: Dataset) -> None:
    assert "[red]A[/] �[31mB�]0;C�" in press(dataset=hostile, size=(160, 24)).text


def test_an_address_that_is_not_of_the_web_is_not_opened(
    press: Press, hostile: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("summitcli.browse.web.open_in_browser", opened.append)
    seen = press("right*8", "b", dataset=hostile)
    assert opened == []
    assert seen.bottom == "Nothing here has an address on the web."


def test_a_wide_script_stays_aligned(press: Press, fixture_data: Dataset) -> None:
    wide = [replace(m, title="会談 Встреча " + m.title) for m in fixture_data.meetings]
    lines = press(dataset=replace(fixture_data, meetings=tuple(wide)), size=(120, 24)).lines
    assert "会談 Встреча Larkhill" in lines[4]
    from rich.cells import cell_len

    borders = {cell_len(line.partition("│")[0]) for line in lines[2:-1] if "│" in line}
    assert len(borders) == 1
