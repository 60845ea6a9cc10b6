"""Score how near the words of a query are to a name of a record, and to each other in its text."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from summitcli.search import weights
from summitcli.search.index import join_adjacent
from summitcli.search.passages import Passage
from summitcli.search.query import STOP_WORDS

_MISSPELLED = 0.5**weights.TYPO_COST  # how well a word with a typo matches
_PHRASE = 2  # words from which a query may be a remembered phrase
_LONG_PHRASE = 5  # words from which a longer phrase adds nothing


def name_share(
    passages: Iterable[Passage],
    qualities: Mapping[str, tuple[str, float]],
    rarity: Mapping[str, float],
    required: Collection[str],
    typed: Collection[str],
) -> float:
    """Return how nearly a query is a name of a record: 1 if neither has an extra word.

    `required` are the words that are looked for, `typed` also those that no record has.
    `qualities` gives for a word of the record the word of the query that it matches, and how well.
    """
    total = sum(rarity[word] for word in required) or 1.0
    terms = {term for term, _ in qualities.values()}
    best = 0.0
    for passage in passages:
        if passage.weight < weights.NEAR_NAME or not passage.words:
            continue
        quality: dict[str, float] = {}
        covered = 0
        for word in passage.words:
            if word in qualities:
                term, term_quality = qualities[word]
                quality[term] = max(quality.get(term, 0.0), term_quality)
                covered += 1
        for term in set(join_adjacent(passage.words)) & terms:
            quality[term] = 0.5**weights.JOINED_COST
            covered += 2
        found = sum(rarity[term] * value for term, value in quality.items() if term in required)
        years = sum(map(is_year, passage.words)) if passage.field == "id" else 0
        length = max(1, len(passage.words) - years)
        if all(word in qualities or word in STOP_WORDS for word in passage.words):
            length = max(1, covered)  # the query has the whole name
        share = found / total
        part = passage.weight / weights.NAME
        if covered >= length and all(quality.get(term, 0.0) >= _MISSPELLED for term in typed):
            # It is all that was typed, perhaps misspelled.
            if passage.field == "aliases":
                part = max(part, weights.WHOLE_ALIAS)
        else:
            share = share**weights.WHOLE * (min(covered, length) / length)
        best = max(best, share * part)
    return min(1.0, best)


def is_year(word: str) -> bool:
    """Return whether a word is a year, as in the id `inf-end-2019`; a query need not have it."""
    return len(word) == 4 and word.isdecimal()


def proximity_bonus(
    passages: Iterable[Passage],
    term_of: Mapping[str, str],
    terms: int,
) -> float:
    """Return the bonus for words close to each other in a passage: the closer, the more.

    `term_of` gives for a word of the record the word of the query that it matches; `terms` is the
    number of words of the query.
    """
    best = 0.0
    for passage in passages:
        places = [(n, term_of[word]) for n, word in enumerate(passage.words) if word in term_of]
        found = {term for _, term in places}
        if len(found) < 2:
            continue
        run = _shortest_run(places, len(found))
        share = len(found) / terms
        closeness = share * len(found) / run * (0.6 + 0.4 * passage.weight / weights.NAME)
        best = max(best, closeness * _together_bonus(len(found)))
    return best


def verbatim_share(
    passages: Iterable[Passage],
    typed: Sequence[str],
    rarity: Mapping[str, float],
    required: Collection[str],
) -> float:
    """Return how much of a query a passage repeats word for word, from two words on.

    It is 1 if it repeats all of five words or more; a few words are often only a name. Two words
    only count if both are important. What is repeated must tell enough: `phone call` is not much of
    `marathon bombers phone call`.
    """
    least = _PHRASE if set(typed) <= set(required) else _PHRASE + 1
    if len(typed) < least:
        return 0.0
    telling = [rarity.get(word, 0.0) for word in typed]
    enough = weights.REPEATED * sum(telling)
    best = 0.0
    for passage in passages:
        longest = 0
        for at in range(len(typed)):
            for place, word in enumerate(passage.words):
                if word == typed[at] and telling[at]:
                    start, end = _run_around(passage.words, place, typed, at)
                    if sum(telling[start:end]) >= enough:
                        longest = max(longest, end - start)
        if longest >= max(least, len(typed) / 2):
            share = (longest / len(typed)) ** 2 * min(1.0, longest / _LONG_PHRASE)
            best = max(best, share * min(1.0, passage.weight / weights.MENTION))
    return best


def _run_around(text: Sequence[str], place: int, typed: Sequence[str], at: int) -> tuple[int, int]:
    """Return where the words of a query begin and end that a text shares around a word."""
    start = 0
    while start < min(place, at) and text[place - start - 1] == typed[at - start - 1]:
        start += 1
    end = 1
    while end < min(len(text) - place, len(typed) - at) and text[place + end] == typed[at + end]:
        end += 1
    return at - start, at + end


def _together_bonus(length: int) -> float:
    """Return the bonus for some words in a row."""
    return weights.TOGETHER + weights.EACH_MORE * max(0, min(length, _LONG_PHRASE) - 2)


def _shortest_run(places: list[tuple[int, str]], terms: int) -> int:
    """Return the length of the shortest run of words that contains all terms."""
    counts: dict[str, int] = defaultdict(int)
    start, best = 0, places[-1][0] - places[0][0] + 1
    for end, term in places:
        counts[term] += 1
        while len(counts) == terms:
            first, earlier = places[start]
            best = min(best, end - first + 1)
            counts[earlier] -= 1
            if not counts[earlier]:
                del counts[earlier]
            start += 1
    return best
