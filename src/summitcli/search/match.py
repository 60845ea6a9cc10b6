"""Match typed names against known ones: exactly, in part, or despite typos."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from summitcli.search.normalize import fold, words
from summitcli.search.weights import TYPOS_FROM

_NEGATIONS = ("un", "in", "im", "dis", "non")
MAX_NAME_LENGTH = 200  # letters; longer input is never matched, so that it cannot take long


class Named(Struct, frozen=True):
    """Something with an id that is known by several names."""

    id: str
    title: str
    names: tuple[str, ...] = ()


class NameMatch(Struct, frozen=True):
    """The things whose name matches what was typed, and how well."""

    found: tuple[Named, ...]
    guessed: bool = False
    partial: bool = False
    "Whether only some words of the names were typed."


def match_names(typed: str, things: Sequence[Named], *, guess: bool = True) -> NameMatch:
    """Return all things that match a typed name equally well, or none.

    A whole name wins over some words of a name, and both win over a misspelled name, which is
    looked for only with `guess`.
    """
    wanted = fold(typed[: MAX_NAME_LENGTH + 1])
    if not wanted or len(typed) > MAX_NAME_LENGTH:
        return NameMatch(())
    folded = [
        (thing, {fold(name) for name in (thing.id, thing.title, *thing.names)}) for thing in things
    ]
    whole = tuple(thing for thing, names in folded if wanted in names)
    if whole:
        return NameMatch(whole)
    parts = set(wanted.split())
    partial = tuple(
        thing for thing, names in folded if any(parts <= set(name.split()) for name in names)
    )
    if partial:
        return NameMatch(partial, partial=True)
    misspelled = tuple(
        thing
        for thing, names in folded
        if guess and any(_is_misspelling(wanted, name) for name in names)
    )
    return NameMatch(misspelled, guessed=True)


def _is_misspelling(typed: str, name: str) -> bool:
    """Return whether each typed word is a word of the name, give or take a few typos."""
    candidates = name.split()
    return all(any(is_near(word, candidate) for candidate in candidates) for word in typed.split())


def is_near(typed: str, word: str) -> bool:
    """Return whether a typed word may be a misspelling of another; a number never is.

    Neither is a word of the opposite meaning: `unsupported` for `supported`.
    """
    from rapidfuzz.distance import OSA

    if any(typed == prefix + word or word == prefix + typed for prefix in _NEGATIONS):
        return False
    allowed = 0 if any(map(str.isdigit, typed)) else typo_allowance(typed)
    return OSA.distance(typed, word, score_cutoff=allowed) <= allowed


def typo_allowance(word: str) -> int:
    """Return how many typos a word of this length may contain and still be recognised."""
    return sum(len(word) >= letters for letters in TYPOS_FROM)


_MAX_COMPARED = 2000  # names that are compared word by word
_MIN_WORD_LENGTH = 3  # letters of the longest word that make a similarity meaningful
_MIN_SIMILARITY = 0.6
_MAX_BEHIND_BEST = 0.05  # similarity by which a suggestion may be behind the best one


def nearest(typed: str, names: Iterable[str], count: int = 3) -> list[str]:
    """Return the names most similar to what was typed, best first, to suggest to the user."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    def similarity(one: Any, other: Any, /, **_: Any) -> float:
        ones, others = one.split(), other.split()
        whole = OSA.normalized_similarity(one, other)
        if not ones or not others:
            return whole
        best_of_each = (max(OSA.normalized_similarity(a, b) for b in others) for a in ones)
        return max(whole, 0.95 * (sum(best_of_each) / len(ones)))

    longest_word = max(map(len, words(typed)), default=0)
    if len(typed) > MAX_NAME_LENGTH or longest_word < _MIN_WORD_LENGTH:
        return []
    choices = list(dict.fromkeys(names))
    if len(choices) > _MAX_COMPARED:  # choose those that are the most similar as a whole
        similar = process.extract(
            typed, choices, scorer=OSA.normalized_similarity, processor=None, limit=_MAX_COMPARED
        )
        choices = [name for name, _, _ in similar]
    folded = [fold(name) for name in choices]
    best = process.extract(
        fold(typed),
        folded,
        scorer=similarity,
        processor=None,
        limit=count,
        score_cutoff=_MIN_SIMILARITY,
    )
    top = best[0][1] if best else 0.0
    return [choices[index] for _, score, index in best if score >= top - _MAX_BEHIND_BEST]
