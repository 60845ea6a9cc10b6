"""Search while someone types: at once in a small dataset, in the background in a large one."""

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from summitcli.browse.background import LARGE, Background
from summitcli.search.select import Selection

if TYPE_CHECKING:
    from concurrent.futures import Future

    from summitcli.model import Dataset
    from summitcli.search.hit import Hit
    from summitcli.search.index import Index


class Finder:
    """The program's search over one dataset."""

    def __init__(self, dataset: "Dataset") -> None:
        self._dataset = dataset
        self._index: Index | None = None
        self._is_large = len(dataset.meetings) >= LARGE
        self._background = Background["list[Hit]"](in_thread=self._is_large)
        self.forget = self._background.cancel

    @property
    def is_searching(self) -> bool:
        """Whether hits are still to come."""
        return self._background.is_busy

    async def finish(self) -> None:
        """Wait until no hits are to come."""
        if self._background.last is not None:
            await asyncio.wait([asyncio.wrap_future(self._background.last)])

    def prepare(self) -> None:
        """Load what a first search needs, so that the first key is as quick as the others."""
        if not self._is_large:
            self._look_up("summit", Selection())

    def find(self, words: str, wanted: Selection) -> "Future[list[Hit]]":
        """Search; of searches that overtake each other only the last is still wanted."""
        return self._background.start(partial(self._look_up, words, wanted))

    def is_wanted(self, found: "Future[list[Hit]]") -> bool:
        """Return whether hits are those of the last search, which has not been forgotten."""
        return found is self._background.last

    def _look_up(self, words: str, wanted: Selection) -> "list[Hit]":
        from summitcli.search.index import index_of
        from summitcli.search.lookup import lookup

        if self._index is None:
            self._index = index_of(self._dataset)
        return lookup(words, self._dataset, self._index, wanted)
