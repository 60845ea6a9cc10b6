"""From a word that someone typed to the thing that it names, or to the nearest names."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from summitcli.search.normalize import fold, words

LONGEST = 200  # letters of a name; what is longer is none, and nothing is like it


@dataclass(frozen=True, slots=True)
class Named:
    """Something with an id that is known by several names."""

    id: str
    title: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """The things that a typed word names: exactly, or (`guessed`) but for a slip of the finger."""

    found: tuple[Named, ...]
    guessed: bool = False


def match(typed: str, things: Sequence[Named]) -> Match:
    """The things that a word names.

    A whole name wins over some words of one, and both over a name spelled almost so. Several
    things are returned where the word names them equally well; none where it names nothing.
    """
    wanted = fold(typed[: LONGEST + 1])
    if not wanted or len(typed) > LONGEST:
        return Match(())
    folded = [
        (thing, {fold(name) for name in (thing.id, thing.title, *thing.names)}) for thing in things
    ]
    whole = tuple(thing for thing, names in folded if wanted in names)
    if whole:
        return Match(whole)
    parts = set(wanted.split())
    partial = tuple(
        thing for thing, names in folded if any(parts <= set(name.split()) for name in names)
    )
    if partial:
        return Match(partial)
    almost = tuple(thing for thing, names in folded if any(_almost(wanted, name) for name in names))
    return Match(almost, guessed=True)


def _almost(wanted: str, name: str) -> bool:
    """Whether each typed word is some word of the name, give or take a typo; never in numbers."""
    from rapidfuzz.distance import OSA

    def near(typed: str, word: str) -> bool:
        allowed = 0 if any(map(str.isdigit, typed)) else typo_allowance(typed)
        return OSA.distance(typed, word, score_cutoff=allowed) <= allowed

    candidates = name.split()
    return all(any(near(typed, word) for word in candidates) for typed in wanted.split())


_TYPOS_FROM = (4, 8)  # letters from which a word may hold one typo, and two


def typo_allowance(word: str) -> int:
    """How many typos a word of its length may hold and still be itself."""
    return sum(len(word) >= letters for letters in _TYPOS_FROM)


def nearest(typed: str, names: Iterable[str], count: int = 3) -> list[str]:
    """The names most like what was typed, best first, for a line that begins `did you mean`."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    def likeness(one: Any, other: Any, /, **_: Any) -> float:
        ones, others = one.split(), other.split()
        whole = OSA.normalized_similarity(one, other)
        if not ones or not others:
            return whole
        by_word = sum(max(OSA.normalized_similarity(a, b) for b in others) for a in ones) / len(
            ones
        )
        return max(whole, 0.95 * by_word)

    if len(typed) > LONGEST or max(map(len, words(typed)), default=0) < _LIKE_FROM:
        return []
    choices = list(dict.fromkeys(names))
    folded = [" ".join(words(name)) for name in choices]
    best = process.extract(
        fold(typed), folded, scorer=likeness, processor=None, limit=count, score_cutoff=0.6
    )
    top = best[0][1] if best else 0.0
    return [choices[index] for _, score, index in best if score >= top - _MUCH_WORSE]


_LIKE_FROM = 3  # letters of the longest word from which likeness tells anything
_MUCH_WORSE = 0.05  # likeness by which a suggestion may fall behind the best and still help
