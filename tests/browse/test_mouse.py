"""The mouse: everything that one would click, and the wheel."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from textual.events import MouseScrollDown

from explorer import WIDE, key_events, look_at, settle
from summitcli.browse.app import Browse, Start

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from explorer import Seen
    from summitcli import Dataset


async def click(pilot: Pilot[None], app: Browse, text: str, times: int = 1) -> None:
    """Click the first place of the screen where a text is."""
    lines = look_at(app).lines
    y = next(number for number, line in enumerate(lines) if text in line)
    await pilot.click(offset=(lines[y].index(text) + len(text) // 2, y), times=times)
    await settle(app)


def use(
    dataset: Dataset,
    *steps: str,
    size: tuple[int, int] = WIDE,
    filters: tuple[tuple[str, str], ...] = (),
) -> tuple[Seen, int, int]:
    """Click texts, press keys (`key enter`) and turn the wheel (`wheel TEXT`).

    Return the screen, and the first lines of the list and the page that are seen.
    """
    app = Browse(dataset, Start(filters=filters))

    async def run() -> tuple[Seen, int, int]:
        async with app.run_test(size=size) as pilot:
            await settle(app)
            for step in steps:
                what, _, value = step.partition(" ")
                if what == "key":
                    for event in key_events(value):
                        app.post_message(event)
                elif what == "wheel":
                    lines = look_at(app).lines
                    y = next(number for number, line in enumerate(lines) if value in line)
                    x = lines[y].index(value)
                    await pilot._post_mouse_events([MouseScrollDown], offset=(x, y))
                else:
                    await click(pilot, app, value, times=2 if what == "twice" else 1)
                await settle(app)
            return look_at(app), app.main.table.scroll_offset.y, app.main.reader.top

    return asyncio.run(run())


def test_a_click_on_a_row_shows_its_page_and_another_opens_it(fixture_data: Dataset) -> None:
    seen, *_ = use(fixture_data, "click Greyford summit")
    assert (seen.row, seen.page) == ("greyford-2014", "Greyford summit")
    assert "read" in seen.bottom
    assert "follow" in use(fixture_data, "click Greyford summit", "click Greyford")[0].bottom
    assert "follow" in use(fixture_data, "twice Greyford summit")[0].bottom


def test_a_heading_and_the_space_below_the_rows_do_nothing(fixture_data: Dataset) -> None:
    assert use(fixture_data, "click Oswin Vale, 1966")[0].row == "larkhill-1969"


def test_a_click_on_a_tab_shows_its_list(fixture_data: Dataset) -> None:
    assert use(fixture_data, "click Themes")[0].page == "River rights"
    assert use(fixture_data, "click ›", size=(50, 20))[0].page == "Anna Vale"


def test_a_click_follows_a_link_and_leads_back(fixture_data: Dataset) -> None:
    seen, *_ = use(fixture_data, "click · Oswin Vale")
    assert (seen.page, seen.trail) == ("Oswin Vale", "Meetings › Larkhill summit › Oswin Vale")
    back, *_ = use(fixture_data, "click · Oswin Vale", "click › Larkhill")
    assert back.page == "Larkhill summit"


def test_a_click_on_a_note_leads_to_its_source(fixture_data: Dataset) -> None:
    seen, _, top = use(fixture_data, "click [1]", size=(120, 24))
    assert top > 0
    assert any("[1] Memorandum of conversation" in line for line in seen.lines)


def test_a_click_on_a_filter_removes_it(fixture_data: Dataset) -> None:
    seen, *_ = use(fixture_data, "click Clara Finch ×", filters=(("leader", "finch"),))
    assert len(seen.rows) == 10
    assert "×" not in seen.lines[0]


def test_a_click_in_the_search_line_begins_a_search(fixture_data: Dataset) -> None:
    assert use(fixture_data, "click Search", "key =greyford")[0].row == "greyford-2014"


@pytest.mark.parametrize(
    ("steps", "shown"),
    [
        (("click Enter read",), "Enter follow"),
        (("click Enter read", "click Tab link", "click Enter follow"), "Oswin Vale"),
        (("click o outline",), "Course of the meeting"),
        (("click ? keys",), "Anywhere"),
        (("click / search", "key =greyford", "click Enter read"), "Greyford summit"),
    ],
)
def test_a_click_on_a_key_does_what_the_key_does(
    fixture_data: Dataset, steps: tuple[str, ...], shown: str
) -> None:
    assert shown in use(fixture_data, *steps)[0].text


def test_the_wheel_scrolls_what_is_below_it(fixture_data: Dataset) -> None:
    _, rows, lines = use(fixture_data, "wheel Port Amber visit", size=(100, 12))
    assert (rows > 0, lines) == (True, 0)
    _, rows, lines = use(fixture_data, "wheel Summit, held", size=(100, 12))
    assert (rows, lines > 0) == (0, True)
