"""Search while someone types: at once in a small dataset, in a thread of its own in a large one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from summitcli.search.select import Selection

if TYPE_CHECKING:
    from summitcli.model import Dataset
    from summitcli.search.hit import Hit
    from summitcli.search.index import Index

_LARGE = 5_000  # meetings from which a search may take longer than a keystroke


class Finder:
    """The program's search over one dataset."""

    def __init__(self, dataset: "Dataset") -> None:
        self._dataset = dataset
        self._index: Index | None = None
        self._pool: ThreadPoolExecutor | None = None
        self._asked = 0
        self.is_large = len(dataset.meetings) >= _LARGE

    def find(self, words: str, wanted: Selection, then: "Callable[[list[Hit]], None]") -> None:
        """Search and hand on the hits; of searches that overtake each other only the last."""
        self._asked += 1
        if not self.is_large:
            then(self._look_up(words, wanted))
            return
        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, "search")
        number = self._asked

        def search() -> None:
            if number == self._asked:
                hits = self._look_up(words, wanted)
                if number == self._asked:
                    then(hits)

        self._pool.submit(search)

    def forget(self) -> None:
        """Hand on no hits of searches that are under way."""
        self._asked += 1

    def stop(self) -> None:
        """Give up searching for good."""
        self.forget()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _look_up(self, words: str, wanted: Selection) -> "list[Hit]":
        from summitcli.search.index import index_of
        from summitcli.search.lookup import lookup

        if self._index is None:
            self._index = index_of(self._dataset)
        return lookup(words, self._dataset, self._index, wanted)
