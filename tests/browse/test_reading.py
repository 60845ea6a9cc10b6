"""Pages that take long, as in a large dataset: they are read while keys are heard."""

from __future__ import annotations

import time
from threading import Event
from typing import TYPE_CHECKING

import pytest

from explorer import Running, look_at, settle, use
from summitcli.browse.content import Content, Places

if TYPE_CHECKING:
    from explorer import Press
    from summitcli import Dataset
    from summitcli.browse.history import Place

SLOW = "port-amber-1973"  # in the second row
_PATIENCE = 60  # seconds, on a busy machine


@pytest.fixture(autouse=True)
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the fixture dataset as if it were large."""
    for module in ("finder", "main_screen"):
        monkeypatch.setattr(f"summitcli.browse.{module}.LARGE", 1)


def test_pages_and_people_are_read_in_the_background(press: Press) -> None:
    assert press("down").page == "Port Amber visit"
    assert press("enter", "tab*5", "enter").page
    assert press("enter", "t").page.startswith("Timeline: ")


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Return what has to be set before the slow page can be read."""
    gate = Event()
    open_at_once = Places.open

    def open_slowly(places: Places, place: Place) -> Content:
        if place.ids == (SLOW,):
            gate.wait(_PATIENCE)
        return open_at_once(places, place)

    monkeypatch.setattr(Places, "open", open_slowly)
    return gate


def test_the_page_says_that_it_is_being_read(fixture_data: Dataset, gate: Event) -> None:
    async def script(slow: Running) -> None:
        await slow.press("down", until=lambda seen: "Reading …" in seen.text)
        gate.set()
        seen = await slow.press(until=lambda seen: seen.page == "Port Amber visit")
        assert "Reading …" not in seen.text

    use(fixture_data, script)


def test_keys_are_heard_and_only_the_last_page_is_shown(fixture_data: Dataset, gate: Event) -> None:
    async def script(slow: Running) -> None:
        await slow.press("down", until=lambda seen: "Reading …" in seen.text)
        await slow.press("down*2", until=lambda seen: seen.row == seen.rows[3])
        gate.set()
        await settle(slow.app)
        seen = look_at(slow.app)
        assert seen.page == fixture_data.titles[seen.rows[3]]

    use(fixture_data, script)


@pytest.mark.parametrize("key", ["y", "s", "m", "o", "1", "t", "b"])
def test_what_needs_the_page_has_to_wait(fixture_data: Dataset, gate: Event, key: str) -> None:
    async def script(slow: Running) -> None:
        await slow.press("down", until=lambda seen: "Reading …" in seen.text)
        seen = await slow.press(key, until=lambda seen: "being read" in seen.bottom)
        assert not seen.clipboard
        gate.set()

    use(fixture_data, script)


def test_the_way_back_keeps_its_place(fixture_data: Dataset, gate: Event) -> None:
    async def script(slow: Running) -> None:
        gate.set()
        await slow.press("down", "enter", "pagedown", until=lambda _: slow.app.main.reader.top)
        await settle(slow.app)
        top = slow.app.main.reader.top
        await slow.press("t", until=lambda seen: seen.page.startswith("Timeline"))
        gate.clear()
        await slow.press("backspace", until=lambda seen: "Reading …" in seen.text)
        await slow.press("backspace", until=lambda seen: "first page" in seen.bottom)
        gate.set()
        await settle(slow.app)
        assert slow.app.main.reader.top == top > 0

    use(fixture_data, script, size=(60, 12))


def test_a_failure_ends_the_explorer_as_elsewhere(
    fixture_data: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(places: Places, place: Place) -> Content:
        time.sleep(0.1)
        raise RuntimeError("the page is broken")

    monkeypatch.setattr(Places, "open", fail)

    async def script(slow: Running) -> None:
        await slow.press("down", until=lambda seen: seen.has_ended)

    with pytest.raises(RuntimeError, match="the page is broken"):
        use(fixture_data, script)
