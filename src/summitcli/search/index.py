"""The index of a dataset, which search looks at in place of the records. Built once, then stored.

It has for each record a document, which is a list of passages, and for each word the passages that
contain it. Records are numbered in the order of the dataset, and so are their passages.
"""

from abc import ABC, abstractmethod
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Protocol, TypeAlias, runtime_checkable

from summitcli.model import Dataset, Meeting, MeetingSummary, Person, Record
from summitcli.model.participants import id_from_name
from summitcli.search.normalize import words
from summitcli.search.passages import Passage, passages_of
from summitcli.search.weights import NEAR_NAME

MAX_JOINED = 3  # words that someone may write as one: `maralago`

Document: TypeAlias = Sequence[Passage]
Head: TypeAlias = Record | MeetingSummary
"A record, or the summary of a meeting: what filters and the ranking need to know of it."


class Words:
    """The words of an index, in alphabetical order.

    They are kept as one text: as a list, those of a large dataset would take ten times as much.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def __contains__(self, word: str) -> bool:
        start = self._place(word)
        return self._text[start : self._end(start)] == word

    def __iter__(self) -> Iterator[str]:
        return iter(self.all)

    @property
    def all(self) -> list[str]:
        """The words as a list."""
        return self._text.split("\n")

    def starting_with(self, start: str) -> list[str]:
        """Return the words that begin with some letters."""
        found = self._text[self._place(start) : self._place(f"{start}\U0010ffff")]
        return found.removesuffix("\n").split("\n") if found else []

    def _place(self, word: str) -> int:
        """Return where the first word begins that is not before another in the alphabet."""
        low, high = 0, len(self._text)
        while low < high:
            middle = (low + high) // 2
            start = max(low, self._text.rfind("\n", low, middle) + 1)
            end = self._end(middle)
            if self._text[start:end] < word:
                low = end + 1
            else:
                high = start
        return low

    def _end(self, position: int) -> int:
        """Return where the word ends that has a position."""
        end = self._text.find("\n", position)
        return len(self._text) if end < 0 else end


class Index(ABC):
    """The index of a dataset, wherever it is kept."""

    @abstractmethod
    def part(self, name: str) -> bytes:
        """Return one of the parts that concern all records, as `IndexBuilder.parts` makes them."""

    @abstractmethod
    def postings(self, table: str, word: str) -> bytes:
        """Return the passages of a word of a table, `words` or `joined`, which has the word."""

    @abstractmethod
    def documents(self, numbers: Sequence[int]) -> list[Document]:
        """Return the documents of some records."""

    @abstractmethod
    def heads(self, numbers: Sequence[int]) -> list[Head]:
        """Return some records, or the summaries of those that are meetings."""

    @cached_property
    def vocabulary(self) -> Words:
        """All words."""
        return Words(self.part("words").decode())

    @cached_property
    def ids(self) -> list[str]:
        """The ids of the records."""
        return self.part("ids").decode().split("\n")

    @cached_property
    def ends(self) -> "array[int]":
        """For each record, the number of its last passage plus one."""
        return _unpacked(self.part("ends"))

    @cached_property
    def places(self) -> "array[int]":
        """For each record, its place in the alphabetical order of ids."""
        return _unpacked(self.part("places"))

    @cached_property
    def _tenths(self) -> bytes:
        return self.part("weights")

    @cached_property
    def _joined(self) -> Words:
        return Words(self.part("joined").decode())

    @cached_property
    def _id_words(self) -> frozenset[str]:
        """The words of the ids of people."""
        return frozenset(self.part("id_words").decode().split("\n"))

    def may_name(self, found: Iterable[str]) -> bool:
        """Return whether a name may have all of some words: only if a record has all of them.

        Words of ids of people are in no passage, and initials are joined in names but not in ids.
        """
        common: set[int] | None = None
        for word in found:
            if len(word) > 1 and word not in self._id_words:
                numbers = set(map(self.record_of, self.passages(word)))
                common = numbers if common is None else common & numbers
        return common is None or bool(common)

    def passages(self, word: str) -> "array[int]":
        """Return the numbers of the passages that contain a word."""
        return _unpacked(self.postings("words", word) if word in self.vocabulary else b"")

    def joined_passages(self, word: str) -> "array[int]":
        """Return the numbers of the names that contain a word if theirs are joined."""
        return _unpacked(self.postings("joined", word) if word in self._joined else b"")

    def weight(self, passage: int) -> float:
        """Return the weight of a passage."""
        return self._tenths[passage] / 10

    def is_name(self, word: str) -> bool:
        """Return whether a word is part of the name of some record."""
        return any(self.weight(passage) >= NEAR_NAME for passage in self.passages(word))

    def records_with(self, word: str, weight: float) -> int:
        """Return how many records have a word in a passage that weighs more than this."""
        found = {self.record_of(n) for n in self.passages(word) if self.weight(n) > weight}
        return len(found)

    def record_of(self, passage: int) -> int:
        """Return the number of the record that has a passage."""
        return bisect_right(self.ends, passage)

    def first_passage(self, number: int) -> int:
        """Return the number of the first passage of a record."""
        return self.ends[number - 1] if number else 0


class IndexBuilder:
    """An index in the making, to which records are added in the order of the dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._ids: list[str] = []
        self._ends = array("I")
        self._tenths = bytearray()
        self._people: set[str] = set()
        self.words: dict[str, array[int]] = {}
        "The passages of each word."
        self.joined: dict[str, array[int]] = {}
        "The passages of each run of words of a name, written as one word."

    def add(self, record: Record) -> tuple[Passage, ...]:
        """Add a record; return its document."""
        document = []
        for passage in passages_of(record, self._dataset):
            number = len(self._tenths)
            if passage.weight >= NEAR_NAME:
                found, joined = _words_of_name(passage.text)
                _note(self.joined, joined, number)
                document.append(passage.with_words(found))
            else:
                found = words(passage.text)
                document.append(passage)
            _note(self.words, set(found), number)
            self._tenths.append(round(passage.weight * 10))
        self._people.update(_ids_of_people(record))
        self._ids.append(record.id)
        self._ends.append(len(self._tenths))
        return tuple(document)

    def parts(self) -> dict[str, bytes]:
        """Return the parts that concern all records: texts of a word a line, and numbers.

        Numbers have 32 bits, and weights are in tenths, a byte each.
        """
        places = array("I", bytes(4 * len(self._ids)))
        for place, number in enumerate(sorted(range(len(self._ids)), key=self._ids.__getitem__)):
            places[number] = place
        return {
            "words": "\n".join(sorted(self.words)).encode(),
            "joined": "\n".join(sorted(self.joined)).encode(),
            "ids": "\n".join(self._ids).encode(),
            "id_words": "\n".join(sorted({w for i in self._people for w in words(i)})).encode(),
            "ends": self._ends.tobytes(),
            "places": places.tobytes(),
            "weights": bytes(self._tenths),
        }


def _ids_of_people(record: Record) -> Iterator[str]:
    """Yield what ids of people in a record are made of; search does not look at these ids."""
    if isinstance(record, Person):
        yield record.id
    elif isinstance(record, Meeting):
        for participant in record.participants:
            yield participant.person or id_from_name(participant.name) or ""
            yield participant.side


class _IndexInMemory(Index):
    def __init__(self, dataset: Dataset) -> None:
        self._heads = list(dataset.records())
        builder = IndexBuilder(dataset)
        self._documents: list[Document] = [builder.add(record) for record in self._heads]
        self._parts = builder.parts()
        self._postings = {"words": builder.words, "joined": builder.joined}

    def part(self, name: str) -> bytes:
        return self._parts[name]

    def postings(self, table: str, word: str) -> bytes:
        return self._postings[table][word].tobytes()

    def documents(self, numbers: Sequence[int]) -> list[Document]:
        return [self._documents[number] for number in numbers]

    def heads(self, numbers: Sequence[int]) -> list[Head]:
        return [self._heads[number] for number in numbers]


@runtime_checkable
class Indexed(Protocol):
    """A dataset that has its index already, as a stored one does."""

    @property
    def index(self) -> Index:
        """The index of the dataset."""
        ...


def index_of(dataset: Dataset) -> Index:
    """Return the index of a dataset; build it if the dataset does not have it."""
    return dataset.index if isinstance(dataset, Indexed) else _IndexInMemory(dataset)


@lru_cache(maxsize=10_000)
def _words_of_name(name: str) -> tuple[list[str], frozenset[str]]:
    """Return the words of a name, and its runs of words; many records have the same names."""
    found = words(name)
    return found, frozenset(join_adjacent(found))


def _note(postings: "dict[str, array[int]]", found: Iterable[str], number: int) -> None:
    """Note that a passage has some words."""
    for word in found:
        try:
            postings[word].append(number)
        except KeyError:
            postings[word] = array("I", (number,))


def join_adjacent(found: Sequence[str]) -> Iterator[str]:
    """Yield every run of a few words, joined into one."""
    for size in range(2, MAX_JOINED + 1):
        for start in range(len(found) - size + 1):
            yield "".join(found[start : start + size])


def _unpacked(packed: bytes) -> "array[int]":
    numbers = array("I")
    numbers.frombytes(packed)
    return numbers
