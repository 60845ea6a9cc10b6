"""The trail above a page, in more or less room."""

from __future__ import annotations

import pytest

from summitcli.browse.bars import trail_parts

TITLES = ["Larkhill summit", "Oswin Vale", "Greyford summit"]


def text(width: int, titles: list[str]) -> str:
    return "".join(part for part, _, _ in trail_parts("Meetings", titles, width)).strip()


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (80, "Meetings › Larkhill summit › Oswin Vale › Greyford summit"),
        (57, "Meetings › … › Oswin Vale › Greyford summit"),
        (40, "Meetings › … › Greyford summit"),
        (5, "Meetings › … › Greyford summit"),
    ],
)
def test_what_is_left_out_is_marked(width: int, shown: str) -> None:
    assert text(width, TITLES) == shown


def test_all_that_has_room_is_shown() -> None:
    whole = text(80, TITLES)
    assert text(len(whole) + 1, TITLES) == whole
    assert text(len(whole), TITLES) != whole


def test_a_click_leads_to_each_page_and_to_the_last_that_is_left_out() -> None:
    values = [value for _, _, value in trail_parts("Meetings", TITLES, 40) if value is not None]
    assert values == [-1, 1, 2]


def test_places_on_one_page_are_one_step_and_the_last_is_the_present_one() -> None:
    parts = trail_parts("Meetings", ["Oswin Vale", "Larkhill summit", "Larkhill summit"], 80)
    assert [title for title, _, value in parts if value is not None] == [
        " Meetings",
        "Oswin Vale",
        "Larkhill summit",
    ]
    assert [style for title, style, _ in parts if title == "Larkhill summit"] == ["strong"]


def test_an_empty_list_has_only_its_name() -> None:
    assert text(80, []) == "Meetings"
