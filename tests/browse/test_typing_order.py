"""Keys typed faster than the explorer can act on them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from explorer import WIDE, key_events, look_at, settle
from summitcli.browse.app import Browse, Start

if TYPE_CHECKING:
    from explorer import Seen
    from summitcli import Dataset


def type_at_once(
    dataset: Dataset, *keys: str, ready: bool, size: tuple[int, int] = WIDE
) -> tuple[Seen, int]:
    """Type keys without a pause, before or after the first picture; return the page's top too."""
    app = Browse(dataset, Start())

    async def use() -> tuple[Seen, int]:
        async with app.run_test(size=size):
            if ready:
                await settle(app)
            for key in keys:
                for event in key_events(key):
                    app.post_message(event)
            await settle(app)
            return look_at(app), app.main.reader.top

    return asyncio.run(use())


@pytest.mark.parametrize("ready", [False, True])
@pytest.mark.parametrize("enter", ["enter", "ctrl+j"])
@pytest.mark.parametrize("size", [WIDE, (60, 12)])
def test_a_burst_acts_in_the_order_typed(
    fixture_data: Dataset, ready: bool, enter: str, size: tuple[int, int]
) -> None:
    keys = ("slash", "=greyford", enter, "2")
    seen, top = type_at_once(fixture_data, *keys, ready=ready, size=size)
    assert (seen.row, seen.page) == ("greyford-2014", "Greyford summit")
    assert "greyford2" not in seen.text
    assert top > 0


def test_keys_wait_for_a_search_in_a_thread(
    fixture_data: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summitcli.browse.finder.LARGE", 1)
    seen, _ = type_at_once(fixture_data, "slash", "=greyford", "enter", "tab", "enter", ready=True)
    assert seen.page == "Anna Vale"
