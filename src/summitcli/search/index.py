"""The inverted index of a dataset: which passages contain each word. Built once, then stored."""

from array import array
from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from msgspec import Struct

from summitcli.model import Dataset
from summitcli.search.normalize import words
from summitcli.search.passages import passages_of
from summitcli.search.weights import NEAR_NAME

MAX_JOINED = 3  # words that someone may write as one: `maralago`


class Index(Struct, frozen=True):
    """Word → numbers of the passages that contain it; passages are numbered over all records."""

    ids: list[str]
    "Ids of the records, in the order of the dataset."
    ends: list[int]
    "For each record, the number of its last passage plus one."
    weights: list[float]
    "For each passage, its weight."
    vocabulary: dict[str, bytes]
    "For each word, its passages, as an array of unsigned 32-bit numbers in native byte order."
    joined: dict[str, bytes]
    "For words of a name written as one (`danang`), the passages."

    def passages(self, word: str) -> "array[int]":
        """Return the numbers of the passages that contain a word."""
        return _unpack(self.vocabulary.get(word, b""))

    def is_name(self, word: str) -> bool:
        """Return whether a word is part of the name of some record."""
        return any(self.weights[passage] >= NEAR_NAME for passage in self.passages(word))

    def weighs_more(self, word: str, weight: float) -> bool:
        """Return whether a word is in a passage that weighs more than this."""
        return any(self.weights[passage] > weight for passage in self.passages(word))

    def joined_passages(self, word: str) -> "array[int]":
        """Return the numbers of the names that contain a word if theirs are joined."""
        return _unpack(self.joined.get(word, b""))


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


def _unpack(packed: bytes) -> "array[int]":
    numbers = array("I")
    numbers.frombytes(packed)
    return numbers


def build(dataset: Dataset) -> Index:
    """Build the index of a dataset."""
    vocabulary: dict[str, array[int]] = {}
    joined: dict[str, array[int]] = {}
    ids, ends, weights = [], [], []
    number = 0
    for record in dataset.by_id.values():
        for passage in passages_of(record, dataset):
            found = words(passage.text)  # not passage.words: nothing here needs it kept
            for word in dict.fromkeys(found):
                vocabulary.setdefault(word, array("I")).append(number)
            if passage.weight >= NEAR_NAME:
                for word in dict.fromkeys(join_adjacent(found)):
                    joined.setdefault(word, array("I")).append(number)
            weights.append(passage.weight)
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


def join_adjacent(found: list[str]) -> Iterator[str]:
    """Yield every run of a few words, joined into one."""
    for size in range(2, MAX_JOINED + 1):
        for start in range(len(found) - size + 1):
            yield "".join(found[start : start + size])
