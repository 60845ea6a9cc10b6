"""The explorer on the fixture dataset."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from explorer import WIDE, key_events, look_at, settle
from summitcli.browse.app import Browse, Start

if TYPE_CHECKING:
    from explorer import Press, Seen
    from summitcli import Dataset


@pytest.fixture
def press(fixture_data: Dataset) -> Press:
    """Return a function that uses the explorer on the fixture dataset."""

    def run(
        *keys: str,
        size: tuple[int, int] = WIDE,
        dataset: Dataset | None = None,
        query: str = "",
        filters: tuple[tuple[str, str], ...] = (),
        look: str = "dark",
        picture: bool = False,
    ) -> Seen:
        app = Browse(dataset or fixture_data, Start(query, filters, look))

        async def use() -> Seen:
            async with app.run_test(size=size):
                await settle(app)
                for key in keys:
                    for event in key_events(key):
                        app.post_message(event)
                    await settle(app)
                return look_at(app, picture)

        return asyncio.run(use())

    return run
