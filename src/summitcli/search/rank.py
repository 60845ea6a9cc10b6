"""Rank records by how well each answers a query, word by word, and explain the score."""

import math
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from summitcli.model import Dataset, title_of, type_of
from summitcli.search import weights
from summitcli.search.expand import TermMatch, expand_term
from summitcli.search.extremes import raise_extreme
from summitcli.search.hit import Hit, ScoreComponent, TermHit
from summitcli.search.index import Index, join_adjacent
from summitcli.search.passages import Passage, passages_of
from summitcli.search.prior import date_score, prior
from summitcli.search.query import Query, with_dates_as_words
from summitcli.search.select import Selection, is_selected

_LONG_PHRASE = 5  # words from which a longer phrase adds nothing
MAX_CANDIDATES = 200  # records whose texts are examined: the best by their words alone


@dataclass(slots=True)
class _BestPassage:
    """The passage of a record in which a word of the query weighs most."""

    weight: float
    match: TermMatch
    passage: int


@dataclass(slots=True)
class _Candidate:
    """A record that contains some of the words."""

    number: int
    found: dict[str, _BestPassage] = field(default_factory=dict)
    strength: float = 0.0


def rank(query: Query, selection: Selection, index: Index, dataset: Dataset) -> list[Hit]:
    """Return the records of a selection that answer a query, best first.

    If no record has the date that the query asks for, its words are searched for as words.
    """
    hits = _Search(query, selection, index, dataset).hits()
    if not hits and query.date_words:
        hits = _Search(with_dates_as_words(query), selection, index, dataset).hits()
    return hits


class _Search:
    """The state that the steps of one search share."""

    def __init__(self, query: Query, selection: Selection, index: Index, dataset: Dataset) -> None:
        self.query = query
        self.selection = selection
        self.index = index
        self.dataset = dataset
        restrictions = (query.spans, query.month_day, query.phrases, query.excluded)
        self.unrestricted = selection == Selection() and not any(restrictions)
        self.matches = self._expand(query.words)
        self.rarity = {word: self._rarity(found) for word, found in self.matches.items()}
        self.required = query.required
        self.required_rarity = sum(self.rarity[word] for word in self.required)

    def hits(self) -> list[Hit]:
        """Return the hits, best first; equal scores by date, the newest first, then by id."""
        hits = [self._score(candidate) for candidate in self._candidates()]
        hits.sort(key=lambda hit: hit.id)
        hits.sort(key=lambda hit: hit.date or "", reverse=True)
        hits.sort(key=lambda hit: hit.score, reverse=True)
        return raise_extreme(hits, self.query, self.dataset)

    def _expand(self, words: tuple[str, ...]) -> dict[str, list[TermMatch]]:
        """Return the matches of each word, and of two adjacent words that the dataset joins."""
        found = {word: expand_term(word, self.index) for word in words}
        for one, other in pairwise(words):
            joined = one + other
            if joined in self.index.vocabulary:
                passages = tuple(self.index.passages(joined))
                match = TermMatch(joined, weights.JOINED_COST, "joined", passages)
                found[one].append(match)
                found[other].append(match)
        return found

    def _rarity(self, matches: list[TermMatch]) -> float:
        """Return how much a word tells: the fewer records contain it, the more."""
        if not matches:
            return math.log(2 + len(self.index.ids))
        best = min(matches, key=lambda match: match.cost)
        records = len({self._record_of(passage) for passage in best.passages})
        return math.log(2 + len(self.index.ids) / (1 + records))

    def _record_of(self, passage: int) -> int:
        return bisect_right(self.index.ends, passage)

    def _candidates(self) -> list[_Candidate]:
        """Return the records with enough of the words, best first; all if there are no words."""
        if not self.query.words:
            every = (_Candidate(number) for number in range(len(self.index.ids)))
            return [candidate for candidate in every if self._is_allowed(candidate)]
        enough = [
            candidate
            for candidate in self._records_with_words()
            if self._has_enough(candidate) and self._is_allowed(candidate)
        ]
        for candidate in enough:
            candidate.strength = self._mean_weight(candidate)
        enough.sort(key=lambda candidate: (-candidate.strength, self.index.ids[candidate.number]))
        return enough[:MAX_CANDIDATES]

    def _records_with_words(self) -> list[_Candidate]:
        """Return the records that contain any word, each word in its best passage."""
        candidates: dict[int, _Candidate] = {}
        for word, matches in self.matches.items():
            for match in matches:
                quality = 0.5**match.cost
                for passage in match.passages:
                    weight = quality * self.index.weights[passage]
                    number = self._record_of(passage)
                    found = candidates.setdefault(number, _Candidate(number)).found
                    if word not in found or weight > found[word].weight:
                        found[word] = _BestPassage(weight, match, passage)
        return list(candidates.values())

    def _is_allowed(self, candidate: _Candidate) -> bool:
        """Return whether a record satisfies the selection, dates, phrases and exclusions."""
        if self.unrestricted:
            return True
        record = self.dataset.by_id[self.index.ids[candidate.number]]
        if not is_selected(record, self.selection) or date_score(record, self.query) is None:
            return False
        if not (self.query.phrases or self.query.excluded):
            return True
        texts = [passage.words for passage in passages_of(record, self.dataset)]
        return all(_contains(texts, phrase) for phrase in self.query.phrases) and not any(
            _contains(texts, phrase) for phrase in self.query.excluded
        )

    def _has_enough(self, candidate: _Candidate) -> bool:
        """Return whether a record has all required words, or lacks few that do not tell most."""
        required = self.required
        missing = [word for word in required if word not in candidate.found]
        if not missing:
            return True
        if len(missing) > max(1, len(required) // 3) or len(missing) == len(required):
            return False
        found = sum(self.rarity[word] for word in required if word in candidate.found)
        return found >= weights.ENOUGH * self.required_rarity

    def _mean_weight(self, candidate: _Candidate) -> float:
        """Return the mean weight of all words, weighted by their rarity."""
        total = sum(self.rarity[word] for word in self.query.words)
        found = sum(self.rarity[word] * best.weight for word, best in candidate.found.items())
        return found / total if total else 0.0

    def _completeness(self, candidate: _Candidate) -> float:
        """Return the share of the required words that the record has, by rarity, squared."""
        found = sum(self.rarity[word] for word in self.required if word in candidate.found)
        return (found / self.required_rarity) ** 2 if self.required_rarity else 1.0

    def _score(self, candidate: _Candidate) -> Hit:
        """Return the hit for a candidate, with its score."""
        record = self.dataset.by_id[self.index.ids[candidate.number]]
        passages = passages_of(record, self.dataset)
        first = self.index.ends[candidate.number - 1] if candidate.number else 0
        complete = self._completeness(candidate)
        name_share = self._name_share(candidate, passages)
        components = (
            ScoreComponent("words", complete * candidate.strength),
            ScoreComponent("whole name", complete * weights.WHOLE_NAME * name_share),
            ScoreComponent("together", complete * self._proximity_bonus(candidate, passages)),
            ScoreComponent("date", date_score(record, self.query) or 0.0),
            ScoreComponent("kind of record", prior(record, self.dataset)),
        )
        total = sum(component.score for component in components)
        return Hit(
            score=round(min(100.0, 100 * total / weights.BEST), 2),
            type=type_of(record),
            id=record.id,
            title=title_of(record),
            date=getattr(record, "date", None),
            matches=tuple(
                _term_hit(word, best.match, passages[best.passage - first])
                for word, best in candidate.found.items()
            ),
            score_parts=components,
        )

    def _name_share(self, candidate: _Candidate, passages: list[Passage]) -> float:
        """Return how nearly the query is a name of the record: 1 if neither has an extra word."""
        total = self.required_rarity or 1.0
        term_of = {
            match.word: (word, 0.5**match.cost)
            for word in candidate.found
            for match in sorted(self.matches[word], key=lambda match: -match.cost)
        }
        best = 0.0
        for passage in passages:
            if passage.weight < weights.NEAR_NAME or not passage.words:
                continue
            quality: dict[str, float] = {}
            covered = 0
            for word in passage.words:
                if word in term_of:
                    term, term_quality = term_of[word]
                    quality[term] = max(quality.get(term, 0.0), term_quality)
                    covered += 1
            for term in set(join_adjacent(passage.words)) & candidate.found.keys():
                quality[term] = 0.5**weights.JOINED_COST
                covered += 2
            found = sum(
                self.rarity[term] * q for term, q in quality.items() if term in self.required
            )
            length = len(passage.words)
            share = (found / total) * (min(covered, length) / length)
            best = max(best, share * passage.weight / weights.NAME)
        return min(1.0, best)

    def _proximity_bonus(self, candidate: _Candidate, passages: list[Passage]) -> float:
        """Return the bonus for words close to each other in a passage: the closer, the more."""
        words = [word for word in self.query.words if word in candidate.found]
        phrase = max((len(phrase) for phrase in self.query.phrases), default=0)
        best = _together_bonus(phrase) if phrase else 0.0
        if len(words) < 2:
            return best
        term_of = {match.word: word for word in words for match in self.matches[word]}
        for passage in passages:
            places = [(n, term_of[word]) for n, word in enumerate(passage.words) if word in term_of]
            terms = {term for _, term in places}
            if len(terms) < 2:
                continue
            run = _shortest_run(places, len(terms))
            share = len(terms) / len(self.query.words)
            closeness = share * len(terms) / run * (0.6 + 0.4 * passage.weight / weights.NAME)
            best = max(best, closeness * _together_bonus(len(terms)))
        return best


def _term_hit(term: str, match: TermMatch, passage: Passage) -> TermHit:
    return TermHit(passage.field, passage.text, term, match.word, match.how)


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


def _contains(texts: list[list[str]], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(
        tuple(words[n : n + size]) == phrase
        for words in texts
        for n in range(len(words) - size + 1)
    )
