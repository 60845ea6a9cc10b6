"""Ranking: how well each record answers a question, word by word, and why."""

import math
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from summitcli.model import Dataset, title_of, type_of
from summitcli.search import weights
from summitcli.search.expand import Reading, readings
from summitcli.search.extremes import raise_extreme
from summitcli.search.filters import Filters, fits
from summitcli.search.hit import Hit, ScoreComponent, TermHit
from summitcli.search.index import Index, joinings
from summitcli.search.normalize import words
from summitcli.search.passages import Part, parts
from summitcli.search.prior import date_share, prior
from summitcli.search.query import Query, with_dates_as_words

_LONG_PHRASE = 5  # words from which a phrase gets no likelier by being longer
LOOKED_AT = 200  # records whose texts are looked at closely, the best by their words alone


class _Piece:
    """A piece of a record's text, whose words are folded only if they are asked for."""

    def __init__(self, part: Part) -> None:
        self.part = part

    @cached_property
    def words(self) -> list[str]:
        """Its folded words."""
        return words(self.part.text)


@dataclass(slots=True)
class _Fit:
    """How a typed word stands in a record: the best place for it."""

    score: float
    reading: Reading
    piece: int


@dataclass(slots=True)
class _Candidate:
    """A record in which some of the words stand."""

    number: int
    fits: dict[str, _Fit] = field(default_factory=dict)
    strength: float = 0.0


def rank(question: Query, filters: Filters, index: Index, dataset: Dataset) -> list[Hit]:
    """The records that answer a question, best first.

    Where nothing is of the date that was asked for, the date's words are looked for as words.
    """
    hits = _Search(question, filters, index, dataset).hits()
    if not hits and question.dated:
        hits = _Search(with_dates_as_words(question), filters, index, dataset).hits()
    return hits


class _Search:
    """One search: what its steps share."""

    def __init__(self, question: Query, filters: Filters, index: Index, dataset: Dataset) -> None:
        self.question = question
        self.filters = filters
        self.index = index
        self.dataset = dataset
        narrow = (question.days, question.month_day, question.phrases, question.without)
        self.open = filters == Filters() and not any(narrow)
        self.readings = self._read(question.words)
        self.rarity = {word: self._rarity(found) for word, found in self.readings.items()}

    def hits(self) -> list[Hit]:
        """The hits, best first; equals by what the record is, the newest first, then by id."""
        hits = [self._judge(candidate) for candidate in self._candidates()]
        hits.sort(key=lambda hit: hit.id)
        hits.sort(key=lambda hit: hit.date or "", reverse=True)
        hits.sort(key=lambda hit: hit.score, reverse=True)
        return raise_extreme(hits, self.question, self.dataset)

    def _read(self, asked: tuple[str, ...]) -> dict[str, list[Reading]]:
        """What each word may stand for; two words that are one in the dataset are taken so too."""
        found = {word: readings(word, self.index) for word in asked}
        for one, other in pairwise(asked):
            together = one + other
            if together in self.index.vocabulary:
                pieces = tuple(self.index.pieces(together))
                reading = Reading(together, weights.JOINED_COST, "joined", pieces)
                found[one].append(reading)
                found[other].append(reading)
        return found

    def _rarity(self, found: list[Reading]) -> float:
        """How much a word tells: the fewer records it stands in, the more."""
        if not found:
            return math.log(2 + len(self.index.ids))
        best = min(found, key=lambda reading: reading.cost)
        records = len({self._owner(piece) for piece in best.pieces})
        return math.log(2 + len(self.index.ids) / (1 + records))

    def _owner(self, piece: int) -> int:
        return bisect_right(self.index.ends, piece)

    def _candidates(self) -> list[_Candidate]:
        """Records with enough of the words, the best by these first; without words, all."""
        if not self.question.words:
            every = (_Candidate(number) for number in range(len(self.index.ids)))
            return [candidate for candidate in every if self._may_be(candidate)]
        found: dict[int, _Candidate] = {}
        for word, possible in self.readings.items():
            for reading in possible:
                fit = 0.5**reading.cost
                for piece in reading.pieces:
                    worth = fit * self.index.weights[piece]
                    number = self._owner(piece)
                    fits_ = found.setdefault(number, _Candidate(number)).fits
                    if word not in fits_ or worth > fits_[word].score:
                        fits_[word] = _Fit(worth, reading, piece)
        enough = [
            candidate
            for candidate in found.values()
            if self._holds_enough(candidate) and self._may_be(candidate)
        ]
        for candidate in enough:
            candidate.strength = self._mean(candidate)
        enough.sort(key=lambda candidate: (-candidate.strength, self.index.ids[candidate.number]))
        return enough[:LOOKED_AT]

    def _may_be(self, candidate: _Candidate) -> bool:
        """Whether a record is of what the query and the filters leave; asked before the cut."""
        if self.open:
            return True
        record = self.dataset.by_id[self.index.ids[candidate.number]]
        if not fits(record, self.filters) or date_share(record, self.question) is None:
            return False
        if not (self.question.phrases or self.question.without):
            return True
        texts = [words(piece.text) for piece in parts(record, self.dataset)]
        return all(_stand_in(phrase, texts) for phrase in self.question.phrases) and not any(
            _stand_in(phrase, texts) for phrase in self.question.without
        )

    def _holds_enough(self, candidate: _Candidate) -> bool:
        """Whether a record has all words that matter, or all but one that do not weigh most."""
        wanted = [word for word in self.question.words if word not in self.question.soft]
        missed = [word for word in wanted if word not in candidate.fits]
        if not missed:
            return True
        if len(missed) > max(1, len(wanted) // 3) or len(missed) == len(wanted):
            return False
        whole = sum(self.rarity[word] for word in wanted)
        held = sum(self.rarity[word] for word in wanted if word in candidate.fits)
        return held >= weights.ENOUGH * whole

    def _mean(self, candidate: _Candidate) -> float:
        """The worth of the places of all words, weighed by how much each word tells."""
        whole = sum(self.rarity[word] for word in self.question.words)
        held = sum(self.rarity[word] * fit.score for word, fit in candidate.fits.items())
        return held / whole if whole else 0.0

    def _completeness(self, candidate: _Candidate) -> float:
        """The share of the words that the record has, by how much each tells, squared."""
        asked = [word for word in self.question.words if word not in self.question.soft]
        whole = sum(self.rarity[word] for word in asked)
        held = sum(self.rarity[word] for word in asked if word in candidate.fits)
        return (held / whole) ** 2 if whole else 1.0

    def _judge(self, candidate: _Candidate) -> Hit:
        """The hit that a candidate makes."""
        record = self.dataset.by_id[self.index.ids[candidate.number]]
        pieces = parts(record, self.dataset)
        first = self.index.ends[candidate.number - 1] if candidate.number else 0
        texts = [_Piece(piece) for piece in pieces]
        complete = self._completeness(candidate)
        score_parts = [
            ScoreComponent("words", complete * candidate.strength),
            ScoreComponent(
                "whole name", complete * weights.WHOLE_NAME * self._whole_name(candidate, texts)
            ),
            ScoreComponent("together", complete * self._together(candidate, texts)),
            ScoreComponent("date", date_share(record, self.question) or 0.0),
            ScoreComponent("kind of record", prior(record, self.dataset)),
        ]
        total = sum(share.score for share in score_parts)
        return Hit(
            score=round(min(100.0, 100 * total / weights.BEST), 2),
            type=type_of(record),
            id=record.id,
            title=title_of(record),
            date=getattr(record, "date", None),
            matches=tuple(
                self._matched(word, fit, pieces[fit.piece - first])
                for word, fit in candidate.fits.items()
            ),
            score_parts=tuple(score_parts),
        )

    def _matched(self, word: str, fit: _Fit, piece: Part) -> TermHit:
        return TermHit(piece.field, piece.text, word, fit.reading.word, fit.reading.how)

    def _whole_name(self, candidate: _Candidate, texts: "list[_Piece]") -> float:
        """How nearly the query is a name of the record: 1 where neither has a word too many."""
        asked = [word for word in self.question.words if word not in self.question.soft]
        whole = sum(self.rarity[word] for word in asked) or 1.0
        stands_for = {
            reading.word: (word, 0.5**reading.cost)
            for word in candidate.fits
            for reading in sorted(self.readings[word], key=lambda reading: -reading.cost)
        }
        best = 0.0
        for piece in texts:
            part = piece.part
            if part.weight < weights.NEAR_NAME or not (found := piece.words):
                continue
            met: dict[str, float] = {}
            covered = 0
            for word in found:
                if word in stands_for:
                    typed, fit = stands_for[word]
                    met[typed] = max(met.get(typed, 0.0), fit)
                    covered += 1
            for word in set(joinings(found)) & candidate.fits.keys():
                met[word] = 0.5**weights.JOINED_COST
                covered += 2
            of_query = sum(self.rarity[word] * fit for word, fit in met.items() if word in asked)
            share = (of_query / whole) * (min(covered, len(found)) / len(found))
            best = max(best, share * part.weight / weights.NAME)
        return min(1.0, best)

    def _together(self, candidate: _Candidate, texts: "list[_Piece]") -> float:
        """What it adds that words stand together in one piece: less the longer the run."""
        asked = [word for word in self.question.words if word in candidate.fits]
        phrase = max((len(phrase) for phrase in self.question.phrases), default=0)
        if len(asked) < 2:
            return _worth_together(phrase) if phrase else 0.0
        stands_for = {reading.word: word for word in asked for reading in self.readings[word]}
        best = 0.0
        for piece in texts:
            found = enumerate(piece.words)
            places = [(n, stands_for[word]) for n, word in found if word in stands_for]
            kinds = {word for _, word in places}
            if len(kinds) < 2:
                continue
            run = _shortest_run(places, len(kinds))
            share = len(kinds) / len(self.question.words)
            close = share * len(kinds) / run * (0.6 + 0.4 * piece.part.weight / weights.NAME)
            best = max(best, close * _worth_together(len(kinds)))
        return max(best, _worth_together(phrase) if phrase else 0.0)


def _worth_together(words_: int) -> float:
    """What some words in a row add."""
    return weights.TOGETHER + weights.EACH_MORE * max(0, min(words_, _LONG_PHRASE) - 2)


def _shortest_run(places: list[tuple[int, str]], kinds: int) -> int:
    """Length of the shortest run of text in which every kind of word stands."""
    counts: dict[str, int] = defaultdict(int)
    start, best = 0, places[-1][0] - places[0][0] + 1
    for end, word in places:
        counts[word] += 1
        while len(counts) == kinds:
            first, earlier = places[start]
            best = min(best, end - first + 1)
            counts[earlier] -= 1
            if not counts[earlier]:
                del counts[earlier]
            start += 1
    return best


def _stand_in(phrase: tuple[str, ...], texts: list[list[str]]) -> bool:
    size = len(phrase)
    return any(
        tuple(found[n : n + size]) == phrase
        for found in texts
        for n in range(len(found) - size + 1)
    )
