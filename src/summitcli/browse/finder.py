"""Search while someone types: at once in a small dataset, in a thread of its own in a large one."""

from collections.abc import Callable
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
        self._answered = 0
        self.is_large = len(dataset.meetings) >= _LARGE

    @property
    def is_searching(self) -> bool:
        """Whether hits are still to come."""
        return self._answered < self._asked

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
            self._answered = self._asked
            return
        if self._questions is None:
            self._questions = SimpleQueue()
            # A daemon: the program need not wait for a search in order to end.
            Thread(target=self._answer, args=(self._questions,), daemon=True).start()
        self._questions.put(Question(self._asked, words, wanted, then))

    def forget(self) -> None:
        """Hand on no hits of a search that is under way."""
        self._asked += 1
        self._answered = self._asked

    def _answer(self, questions: "SimpleQueue[Question]") -> None:
        """Answer questions, of several that wait only the last."""
        while True:
            question = questions.get()
            while not questions.empty():
                question = questions.get()
            if question.number == self._asked:
                hits = self._look_up(question.words, question.wanted)
                if question.number == self._asked:
                    question.then(hits)
                    # `forget` may have been faster.
                    self._answered = max(self._answered, question.number)

    def _look_up(self, words: str, wanted: Selection) -> "list[Hit]":
        from summitcli.search.index import index_of
        from summitcli.search.lookup import lookup

        if self._index is None:
            self._index = index_of(self._dataset)
        return lookup(words, self._dataset, self._index, wanted)
