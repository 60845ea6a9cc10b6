"""The words of a dataset, and where each stands: made once, read at each search."""

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from summitcli.model import Dataset
from summitcli.search.normalize import words
from summitcli.search.passages import parts
from summitcli.search.weights import NEAR_NAME

MOST_JOINED = 3  # words that someone may write as one: `maralago`


@dataclass(frozen=True, slots=True)
class Index:
    """Word → numbers of the pieces of text in which it stands; pieces are numbered through."""

    ids: list[str]
    "Ids of the records, in the order of the dataset."
    ends: list[int]
    "For each record the number of the first piece that is no longer its own."
    weights: list[float]
    "For each piece its weight."
    vocabulary: dict[str, bytes]
    "For each word the pieces, as an array of unsigned 32-bit numbers in the machine's order."
    joined: dict[str, bytes]
    "For words of a name written as one (`danang`), the pieces."

    def pieces(self, word: str) -> "array[int]":
        """Numbers of the pieces in which a word stands."""
        return _numbers(self.vocabulary.get(word, b""))

    def is_name(self, word: str) -> bool:
        """Whether a word stands in the name of some record."""
        return any(self.weights[piece] >= NEAR_NAME for piece in self.pieces(word))

    def joined_pieces(self, word: str) -> "array[int]":
        """Numbers of the names in which a word is several joined."""
        return _numbers(self.joined.get(word, b""))


@runtime_checkable
class Indexed(Protocol):
    """A dataset that has its index already, as a compiled one does."""

    @property
    def index(self) -> Index:
        """The index of the dataset."""
        ...


def index_of(dataset: Dataset) -> Index:
    """Return the index of a dataset; build it if the dataset does not have it."""
    return dataset.index if isinstance(dataset, Indexed) else build(dataset)


def _numbers(packed: bytes) -> "array[int]":
    numbers = array("I")
    numbers.frombytes(packed)
    return numbers


def build(dataset: Dataset) -> Index:
    """The index of a dataset."""
    vocabulary: dict[str, array[int]] = {}
    joined: dict[str, array[int]] = {}
    ids, ends, weights = [], [], []
    number = 0
    for record in dataset.by_id.values():
        for part in parts(record, dataset):
            found = words(part.text)
            for word in dict.fromkeys(found):
                vocabulary.setdefault(word, array("I")).append(number)
            if part.weight >= NEAR_NAME:
                for word in dict.fromkeys(joinings(found)):
                    joined.setdefault(word, array("I")).append(number)
            weights.append(part.weight)
            number += 1
        ids.append(record.id)
        ends.append(number)
    return Index(
        ids,
        ends,
        weights,
        {word: numbers.tobytes() for word, numbers in vocabulary.items()},
        {word: numbers.tobytes() for word, numbers in joined.items()},
    )


def joinings(found: list[str]) -> Iterator[str]:
    """Words in a row written as one."""
    for size in range(2, MOST_JOINED + 1):
        for start in range(len(found) - size + 1):
            yield "".join(found[start : start + size])
