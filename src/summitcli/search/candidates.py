"""Find the records that contain the words of a query, and weigh each by the words that it has."""

import math
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from msgspec import Struct, field

from summitcli.model import Dataset
from summitcli.search import weights
from summitcli.search.expand import TermMatch, expand_term
from summitcli.search.index import Document, Index
from summitcli.search.names import is_person_or_place, is_proper_name
from summitcli.search.normalize import words
from summitcli.search.query import GENERIC_WORDS, Query

_SURE = 6  # letters from which a typo counts as a name although other words are unknown


class BestPassage(Struct, frozen=True):
    """The passage of a record in which a word of the query weighs most."""

    weight: float
    match: TermMatch
    passage: int


class Candidate(Struct):
    """A record that contains some of the words."""

    number: int
    found: dict[str, BestPassage] = field(default_factory=dict)
    surest: dict[str, float] = field(default_factory=dict)
    "For each word that may be found by an unlikely equivalent, how sure the best match is."
    texts: dict[int, dict[str, float]] = field(default_factory=dict)
    "For each passage, the words that it has and their weight."
    share: float = 0.0
    "Share of the required words that it has, by their rarity."
    strength: float = 0.0
    "Mean weight of all words, weighted by their rarity."


class Matches:
    """What each word of a query may mean in a dataset, and how much it tells."""

    def __init__(self, query: Query, index: Index, dataset: Dataset) -> None:
        self.query = query
        self.index = index
        self.dataset = dataset
        self.required = query.required
        self.long = len(self.required) >= weights.LONG
        self.by_word = self._expand()
        self.rarity = {word: self._rarity(found) for word, found in self.by_word.items()}
        self.required_rarity = sum(self.rarity[word] for word in self.required)
        self.all_rarity = sum(self.rarity.values())

    def _expand(self) -> dict[str, list[TermMatch]]:
        """Return the matches of each word, and of two adjacent words that the dataset joins."""
        meanings = self.query.meanings
        found = {
            word: expand_term(word, self.index, meanings.get(word, ()), long_query=self.long)
            for word in self.query.words
        }
        for phrase in self.query.words:
            if passages := self._passages_with_all(phrase.split()):
                first = phrase.split()[0]
                found[phrase].append(TermMatch(first, 0.0, "exact", passages))
        for one, other in pairwise(self.query.words):
            joined = one + other
            if joined in self.index.vocabulary:
                passages = tuple(self.index.passages(joined))
                match = TermMatch(joined, weights.JOINED_COST, "joined", passages)
                found[one].append(match)
                found[other].append(match)
        return found

    def _passages_with_all(self, parts: list[str]) -> tuple[int, ...]:
        """Return the passages that contain every word of a phrase."""
        if len(parts) < 2:
            return ()
        return tuple(sorted(set.intersection(*(set(self.index.passages(w)) for w in parts))))

    def records_with_text(self) -> frozenset[int]:
        """Return the numbers of the records of which a passage has every word that was typed."""
        passages = self._passages_with_all(list(self.query.text))
        return frozenset(map(self.index.record_of, passages))

    def _rarity(self, matches: list[TermMatch]) -> float:
        """Return how much a word tells: the fewer records contain it, the more."""
        if not matches:
            return math.log(2 + len(self.index.ends))
        least = min(match.cost for match in matches)
        records: dict[int, float] = {}
        for match in matches:
            part = 1.0 if match.cost == least else weights.OTHERS * 0.5**match.cost
            for passage in match.passages:
                number = self.index.record_of(passage)
                records[number] = max(part, records.get(number, 0.0))
        return math.log(2 + len(self.index.ends) / (1 + sum(records.values())))

    def known(self) -> list[str]:
        """Return the required words that the dataset knows; none if they tell too little.

        They tell too little if at least half of the words are unknown and none matches a name.
        Words such as `call` or `letter` do not count.
        """
        known = [word for word in self.content if self._is_known(word)]
        enough = 2 * len(known) > len(self.content) or any(map(self._is_name, self.content))
        return known if enough else []

    @cached_property
    def leaders(self) -> frozenset[str]:
        """The words of the query that are names of leaders."""
        # A name of signs alone has no words.
        surnames = {word for person in self.dataset.people for word in words(person.name)[-1:]}
        return frozenset(
            word
            for word in self.required
            if any(m.word in surnames and m.how in ("exact", "form") for m in self.by_word[word])
        )

    @cached_property
    def people_and_places(self) -> frozenset[str]:
        """The required words that are names of leaders, other people or places."""
        return self.leaders.union(filter(self._is_person_or_place, self.required))

    @property
    def content(self) -> list[str]:
        """The required words except those that every meeting may have, such as `call`."""
        return [word for word in self.required if word not in GENERIC_WORDS]

    @property
    def required_words(self) -> frozenset[str]:
        """The required words, and those of required phrases."""
        return frozenset(word for term in self.required for word in term.split())

    def forget(self, unknown: Iterable[str]) -> None:
        """Leave some words out, as if the query did not have them."""
        for word in unknown:
            del self.by_word[word]
        self.required = tuple(word for word in self.required if self.by_word.get(word))
        self.required_rarity = sum(self.rarity[word] for word in self.required)

    def _is_known(self, word: str) -> bool:
        """Return whether more than sources have a word, or it is nearly the same as a name."""
        return self._is_name(word) or any(
            (match.how == "equivalent" or match.cost <= weights.FORM_COST)
            and self.index.records_with(match.word, weights.SOURCE)
            for match in self.by_word[word]
        )

    def _is_name(self, word: str) -> bool:
        """Return whether a word is a proper name in the name of a record, or a typo of one.

        Typos are only accepted in the names of people and places.
        """
        return any(
            self.is_person_or_place(match)
            if match.how == "typo"
            else any(
                is_proper_name(match.word, document)
                for document in self._named(match, weights.NEAR_NAME)
            )
            for match in self.by_word[word]
            if match.how in ("exact", "joined") or (match.how == "typo" and len(word) >= _SURE)
        )

    def _is_person_or_place(self, word: str) -> bool:
        """Return whether a word of the query is in the name of a person or place."""
        return any(m.how == "exact" and self.is_person_or_place(m) for m in self.by_word[word])

    def is_person_or_place(self, match: TermMatch) -> bool:
        """Return whether a word of the dataset is in the name of a person or place."""
        return any(
            is_person_or_place(match.word, document)
            for document in self._named(match, weights.COUNTRY)
        )

    def _named(self, match: TermMatch, least: float) -> Iterator[Document]:
        """Yield the documents of the records with a word in names of at least some weight."""
        passages = (n for n in match.passages if self.index.weight(n) >= least)
        for number in dict.fromkeys(map(self.index.record_of, passages)):
            yield self.index.documents([number])[0]

    def records_named(self, word: str) -> frozenset[str]:
        """Return the ids of the records that have a word in a name."""
        return frozenset(
            self.index.ids[self.index.record_of(passage)]
            for match in self.by_word.get(word, ())
            if match.cost < weights.EQUIVALENT_COST
            for passage in match.passages
            if self.index.weight(passage) >= weights.COUNTRY
        )

    def candidates(self) -> dict[int, Candidate]:
        """Return the records that contain any word, by number.

        If the query requires no word, as one for a date or a field, these are all records.
        """
        candidates: dict[int, Candidate] = {}
        if not self.required:
            candidates = {number: Candidate(number) for number in range(len(self.index.ends))}
        for word, matches in self.by_word.items():
            doubtful = word in self.required and self._is_doubtful(word, matches)
            for match in matches:
                self._note(word, match, candidates, doubtful=doubtful)
        for candidate in candidates.values():
            self._weigh(candidate)
        return candidates

    def _is_doubtful(self, word: str, matches: Iterable[TermMatch]) -> bool:
        """Return whether an equivalent is unlikely to be meant: the word is a person or place."""
        return any(_sureness(match) < 1 for match in matches) and self._is_person_or_place(word)

    def _note(
        self, word: str, match: TermMatch, candidates: dict[int, Candidate], *, doubtful: bool
    ) -> None:
        """Note a match under each record that has it."""
        quality, sureness = 0.5**match.cost, _sureness(match)
        far = match.how == "equivalent" and match.cost >= weights.EQUIVALENT_COST
        for passage in match.passages:
            kind = self.index.weight(passage)
            if kind <= weights.FAR and far:
                continue  # an equivalent of a word that a record only mentions is too far from it
            number = self.index.record_of(passage)
            candidate = candidates.get(number)
            if candidate is None:
                candidate = candidates[number] = Candidate(number)
            if doubtful and sureness > candidate.surest.get(word, 0.0):
                candidate.surest[word] = sureness
            weight = quality * kind
            best = candidate.found.get(word)
            if best is None or weight > best.weight:
                candidate.found[word] = BestPassage(weight, match, passage)
            text = candidate.texts.setdefault(passage, {})
            if weight > text.get(word, 0.0):
                text[word] = weight

    def _weigh(self, candidate: Candidate) -> None:
        """Set the share of the required words that a record has, and their mean weight.

        In a long query, words that are neither in its names nor all in one passage count less.
        """
        found = {word: best.weight for word, best in candidate.found.items()}
        share, strength = self._share(found), self._mean(found)
        if self.long and len(found) > 1:
            names: list[dict[str, float]] = []
            texts: list[dict[str, float]] = []
            for passage, text in candidate.texts.items():
                is_name = self.index.weight(passage) >= weights.NEAR_NAME
                (names if is_name else texts).append(text)
            in_names = _best_weights(names)
            together = [_best_weights((in_names, text)) for text in texts] or [in_names]
            best = max(map(self._share, together))
            share = best + weights.SCATTERED * (share - best)
            best = max(map(self._mean, together))
            strength = best + weights.SCATTERED * (strength - best)
        doubt = sum(self.rarity[word] * (1 - sure) for word, sure in candidate.surest.items())
        if doubt:
            share *= 1 - doubt / self.required_rarity
        candidate.share, candidate.strength = share, strength

    def _share(self, found: Mapping[str, float]) -> float:
        """Return the share of the required words that are found, by rarity."""
        if not self.required_rarity:
            return 1.0
        rarity = sum(self.rarity[word] for word in self.required if word in found)
        return rarity / self.required_rarity

    def _mean(self, found: Mapping[str, float]) -> float:
        """Return the mean weight of all words, weighted by their rarity."""
        if not self.all_rarity:
            return 0.0
        return sum(self.rarity[word] * weight for word, weight in found.items()) / self.all_rarity

    def has_enough(self, candidate: Candidate) -> bool:
        """Return whether a record has all required words, or lacks few that do not tell most."""
        missing = [word for word in self.required if word not in candidate.found]
        if not missing:
            return True
        if len(missing) > max(1, len(self.required) // 2) or len(missing) == len(self.required):
            return False
        found = sum(self.rarity[word] for word in self.required if word in candidate.found)
        return found >= weights.ENOUGH * self.required_rarity


def _sureness(match: TermMatch) -> float:
    """Return how sure a match is: 1, but less if it is an equivalent of a word that is common."""
    beyond = match.cost - weights.EQUIVALENT_COST - weights.FORM_COST
    return min(1.0, 0.5**beyond) if match.how == "equivalent" else 1.0


def _best_weights(texts: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Return the words of some texts, each with the greatest weight that it has in any."""
    best: dict[str, float] = {}
    for text in texts:
        best |= {word: max(weight, best.get(word, 0.0)) for word, weight in text.items()}
    return best
