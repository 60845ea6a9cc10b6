"""Search while someone types: at once in a small dataset, in a thread of its own in a large one."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

from summitcli.search.select import Selection

if TYPE_CHECKING:
    from summitcli.model import Dataset
    from summitcli.search.hit import Hit
    from summitcli.search.index import Index

_LARGE = 5_000  # meetings from which a search may take longer than a keystroke


class Question(NamedTuple):
    """What to search for, and what to do with the hits."""

    number: int
    words: str
    wanted: Selection
    then: "Callable[[list[Hit]], object]"


class Finder:
    """The program's search over one dataset."""

    def __init__(self, dataset: "Dataset") -> None:
        self._dataset = dataset
        self._index: Index | None = None
        self._questions: SimpleQueue[Question] | None = None
        self._asked = 0
        self._is_done = asyncio.Event()
        self._is_done.set()
        self.is_large = len(dataset.meetings) >= _LARGE

    @property
    def is_searching(self) -> bool:
        """Whether hits are still to come."""
        return not self._is_done.is_set()

    async def finish(self) -> None:
        """Wait until no hits are to come."""
        await self._is_done.wait()

    def prepare(self) -> None:
        """Load what a first search needs, so that the first key is as quick as the others."""
        if not self.is_large:
            self._look_up("summit", Selection())

    def find(self, words: str, wanted: Selection, then: "Callable[[list[Hit]], object]") -> None:
        """Search and hand on the hits; of searches that overtake each other only the last.

        In a large dataset `then` is called in another thread.
        """
        self._asked += 1
        if not self.is_large:
            then(self._look_up(words, wanted))
            return
        self._is_done.clear()
        if self._questions is None:
            self._questions = SimpleQueue()
            work = (self._questions, asyncio.get_running_loop())
            # A daemon: the program need not wait for a search in order to end.
            Thread(target=self._answer, args=work, daemon=True).start()
        self._questions.put(Question(self._asked, words, wanted, then))

    def forget(self) -> None:
        """Hand on no hits of a search that is under way."""
        self._asked += 1
        self._is_done.set()

    def _answer(self, questions: "SimpleQueue[Question]", loop: asyncio.AbstractEventLoop) -> None:
        """Answer questions, of several that wait only the last."""
        while True:
            question = questions.get()
            while not questions.empty():
                question = questions.get()
            if question.number == self._asked:
                hits = self._look_up(question.words, question.wanted)
                if question.number == self._asked:
                    question.then(hits)
                    with suppress(RuntimeError):  # the program has ended meanwhile
                        loop.call_soon_threadsafe(self._note_answer, question.number)

    def _note_answer(self, number: int) -> None:
        if number == self._asked:
            self._is_done.set()

    def _look_up(self, words: str, wanted: Selection) -> "list[Hit]":
        from summitcli.search.index import index_of
        from summitcli.search.lookup import lookup

        if self._index is None:
            self._index = index_of(self._dataset)
        return lookup(words, self._dataset, self._index, wanted)
