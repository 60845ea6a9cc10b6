"""Which words of the dataset a typed word may stand for, and what each costs."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from summitcli.search.index import Index
from summitcli.search.query import EXTREMES, IDLE
from summitcli.search.weights import (
    FIRST_LETTER_COST,
    FIRST_TYPO_FROM,
    FORM_COST,
    JOINED_COST,
    PREFIX_COST,
    PREFIX_FROM,
    TYPO_COST,
    TYPOS_FROM,
)

_FORMS_FROM = 3  # letters from which a word has other forms: `us` is no plural, nor `used` of it


@dataclass(frozen=True, slots=True)
class Reading:
    """A word of the dataset for which a typed one may stand."""

    word: str
    cost: float
    how: str
    "`exact`, `form`, `joined`, `prefix` or `typo`."
    pieces: tuple[int, ...]
    "Numbers of the pieces of text in which it stands."


def readings(word: str, index: Index) -> list[Reading]:
    """The readings of a typed word, each word of the dataset once, with its least cost, best first.

    Numbers, and words too short to be told apart, stand only for themselves. What is a word of
    the dataset is taken for the slip of another only where that is a name and it is none.
    """
    costs: dict[str, tuple[float, str]] = {}
    for other, cost, how in _likenesses(word, index):
        if other not in costs or cost < costs[other][0]:
            costs[other] = (cost, how)
    found = [
        Reading(other, cost, how, tuple(index.pieces(other)))
        for other, (cost, how) in sorted(costs.items(), key=lambda item: (item[1], item[0]))
    ]
    if pieces := index.joined_pieces(word):
        found.append(Reading(word, JOINED_COST, "joined", tuple(pieces)))
    return found


def _likenesses(word: str, index: Index) -> Iterator[tuple[str, float, str]]:
    """Words of the dataset that a typed word may be, with what that costs, and how."""
    known = index.vocabulary
    if word in known:
        yield word, 0.0, "exact"
    if any(map(str.isdigit, word)):
        return
    for other in _forms(word):
        if other in known and min(len(word), len(other)) >= _FORMS_FROM:
            yield other, FORM_COST, "form"
    if len(word) >= PREFIX_FROM:
        for other in known:
            if other.startswith(word):
                yield other, PREFIX_COST, "prefix"
    yield from _typos(word, index)


def _typos(word: str, index: Index) -> Iterator[tuple[str, float, str]]:
    """Words for which a typed one may be a slip; of a known word, only names, if it is none."""
    known = word in index.vocabulary
    if word in EXTREMES or (known and (index.is_name(word) or len(word) < FIRST_TYPO_FROM)):
        return
    for other, distance in _slips(word, index.vocabulary):
        first = FIRST_LETTER_COST if other[0] != word[0] else 0.0
        if not known or index.is_name(other):
            yield other, TYPO_COST * (distance + known) + first, "typo"


def _forms(word: str) -> Iterator[str]:
    """Other forms of an English noun or verb, by its ending."""
    yield from (word + ending for ending in ("s", "ed", "ing"))
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) >= len(ending) + 3:
            yield word[: -len(ending)]
            yield word[: -len(ending)] + "e"
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("y"):
        yield word[:-1] + "ies"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]


def typos_in(word: str) -> int:
    """How many typos a word of its length may hold and still be itself."""
    return sum(len(word) >= letters for letters in TYPOS_FROM)


def _slips(word: str, known: dict[str, bytes]) -> Iterator[tuple[str, int]]:
    """Words that differ from one by few letters, with how many."""
    allowed = typos_in(word)
    if not allowed:
        return
    near = process.extract_iter(word, known.keys(), scorer=OSA.distance, score_cutoff=allowed)
    for other, distance, _ in near:
        same_start = other[0] == word[0]
        told_apart = len(other) >= TYPOS_FROM[0] - 1 and not any(map(str.isdigit, other))
        told_apart = told_apart and other not in IDLE
        if told_apart and (same_start or max(len(word), len(other)) >= FIRST_TYPO_FROM):
            yield other, int(distance)
