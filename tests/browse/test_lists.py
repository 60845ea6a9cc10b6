"""The lists: their order, counts and columns, the cursor, and the page beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from summitcli.browse.tabs import TABS

if TYPE_CHECKING:
    from explorer import Press
    from summitcli import Dataset


def test_meetings_are_listed_by_time_under_their_presidency(press: Press) -> None:
    lines = press().lines
    assert lines[3].startswith("Oswin Vale, 1966–1974")
    assert lines[4].startswith("  1969-06-23  Larkhill summit")
    assert lines[6].startswith("Anna Vale, 2014–2018")


def test_every_tab_has_its_count(press: Press) -> None:
    assert press().tabs == (
        "Meetings 10  Contacts 4  Themes 4  Outcomes 2  People 5  Background 3  Claims 3"
        "  Outlook 2  Sources 13"
    )


@pytest.mark.parametrize(
    ("number", "row", "page"),
    [
        (0, "larkhill-1969", "Larkhill summit"),
        (1, "call-2014-02-03", "Call on the flood"),
        (2, "river-rights", "River rights"),
        (3, "habit-of-talking", "The leaders have kept talking even when they agreed on nothing."),
        (4, "anna-vale", "Anna Vale"),
        (5, "guns-treaty-1973", "River treaty signed"),
        (6, "claim-1", "Vale and Stone met for the first time at Greyford in 2014."),
        (7, "dry-summers", "Dry summers"),
        (8, "amber-tv-2014", "[A meeting at last]"),
    ],
)
def test_each_list_opens_its_first_record(press: Press, number: int, row: str, page: str) -> None:
    seen = press(f"right*{number}") if number else press()
    assert (seen.row, seen.page) == (row, page)
    assert seen.trail.startswith(f"{[tab.title for tab in TABS.values()][number]} › ")


def test_the_last_list_is_followed_by_the_first(press: Press) -> None:
    assert press("left").row == press("left_square_bracket").row == press("right*8").row
    assert press("right*9").row == "larkhill-1969"


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (("down",), "port-amber-1973"),
        (("j*2", "k"), "port-amber-1973"),
        (("up",), "larkhill-1969"),
        (("end",), "port-amber-return"),
        (("G", "g"), "larkhill-1969"),
        (("end", "home"), "larkhill-1969"),
        (("pagedown",), "port-amber-return"),
        (("space", "pageup"), "larkhill-1969"),
    ],
)
def test_the_page_follows_the_cursor(
    press: Press, fixture_data: Dataset, keys: tuple[str, ...], row: str
) -> None:
    seen = press(*keys)
    assert seen.row == row
    assert seen.page == fixture_data.titles[row]


def test_the_cursor_stays_on_the_screen_with_the_heading_above_it(press: Press) -> None:
    down = press("end", size=(60, 10))
    assert any("Return visit to Port Amb" in line for line in down.lines)
    up = press("end", "home", size=(60, 10))
    assert up.lines[3].startswith("Oswin Vale")


def test_columns_give_way_on_a_narrow_screen(press: Press) -> None:
    assert press(size=(40, 12)).lines[2].split() == ["Date", "Meeting"]
    assert press(size=(80, 12)).lines[2].split() == ["Date", "Meeting", "Length", "Status", "With"]
    assert {"Place", "Kind", "Length"} < set(press(size=(300, 12)).lines[2].split())


def test_tabs_that_do_not_fit_are_behind_an_arrow(press: Press) -> None:
    assert press(size=(40, 12)).tabs == "Meetings 10  Contacts  Themes  ›"
    assert press("right*4", size=(40, 12)).tabs.startswith("‹")
    assert press("left", size=(40, 12)).tabs.endswith("Sources 13")


def test_a_dataset_without_records_says_so(press: Press, fixture_data: Dataset) -> None:
    empty = replace(
        fixture_data,
        meetings=(),
        outcomes=(),
        claims=(),
        context=(),
        outlook=(),
        themes=(),
        sources=(),
    )
    seen = press("down", "enter", "o", "t", "y", "m", "c", "s", "tab", dataset=empty)
    assert "Nothing here." in seen.text
    assert seen.page == ""


def test_a_dataset_with_one_record(press: Press, fixture_data: Dataset) -> None:
    one = [item for item in fixture_data.meetings if item.id == "larkhill-1969"]
    alone = replace(fixture_data, meetings=tuple(one), outcomes=(), claims=())
    seen = press("down", "pagedown", "enter", "end", dataset=alone)
    assert seen.rows == ["larkhill-1969"]
    assert seen.page == "Larkhill summit"
