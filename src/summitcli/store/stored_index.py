"""The search index of a stored dataset, of which a query reads what it needs."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from summitcli.errors import one_line
from summitcli.model import SECTIONS, MeetingSummary
from summitcli.search.index import Document, Head, Index
from summitcli.search.passages import Passage
from summitcli.store.read import Rows, Store, may_be_drawn
from summitcli.store.schema import numbers_of

_decode_passages = msgspec.json.Decoder(list[msgspec.Raw]).decode
_decode_passage = msgspec.json.Decoder(Passage).decode


class _StoredDocument(Sequence[Passage]):
    """A document whose passages are decoded when they are needed, which few of them are."""

    def __init__(self, json: str) -> None:
        self._passages: list[Any] = _decode_passages(json)

    def __len__(self) -> int:
        return len(self._passages)

    def __getitem__(self, number: Any) -> Any:
        passage = self._passages[number]
        if isinstance(passage, msgspec.Raw):
            passage = self._passages[number] = _without_unsafe(_decode_passage(passage))
        return passage


def _without_unsafe(passage: Passage) -> Passage:
    """Return a passage without characters that no dataset may hold, should someone plant them.

    Looking for them in whole documents, as in other rows, would double the time of a search.
    """
    field, weight, text, label = passage.field, passage.weight, passage.text, passage.label
    if may_be_drawn(f"{field} {text} {label}"):
        return passage
    return Passage(one_line(field), weight, one_line(text), one_line(label))


class StoredIndex(Index):
    """The index in the tables `documents`, `words`, `joined` and `search` of a store."""

    def __init__(
        self,
        store: Store,
        counts: Mapping[str, int],
        records: Rows[Any],
        summary: Callable[..., MeetingSummary],
    ) -> None:
        self._store = store
        self._records = records
        self._documents = Rows[Document](store, "documents", _StoredDocument)
        self._summaries = Rows(store, "summaries", lambda *columns: summary(0, *columns))
        self._sections = [numbers_of(section, counts[section]) for section in SECTIONS]
        self._meetings = numbers_of("meetings", counts["meetings"])

    def part(self, name: str) -> bytes:
        """Return one of the parts that concern all records."""
        content: bytes = self._store.content("search", name)
        return content

    def postings(self, table: str, word: str) -> bytes:
        """Return the passages of a word of a table, which has the word."""
        content: bytes = self._store.content(table, word)
        return content

    def documents(self, numbers: Sequence[int]) -> list[Document]:
        """Return the documents of some records."""
        return self._documents.read([self._in_store(number) for number in numbers])

    def heads(self, numbers: Sequence[int]) -> list[Head]:
        """Return some records, or the summaries of those that are meetings."""
        places = [self._in_store(number) for number in numbers]
        self._summaries.read([place for place in places if place in self._meetings])
        self._records.read([place for place in places if place not in self._meetings])
        return [
            self._summaries[place] if place in self._meetings else self._records[place]
            for place in places
        ]

    def _in_store(self, number: int) -> int:
        """Return the number in the store of a record, from that in the order of the dataset."""
        for numbers in self._sections:
            if number < len(numbers):
                return numbers[number]
            number -= len(numbers)
        raise IndexError(number)
