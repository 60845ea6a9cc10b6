"""Rank records by how well each answers a query, and explain the score."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from summitcli.model import ContextEvent, Dataset, title_of, type_of
from summitcli.search import weights
from summitcli.search.absent import count_absent
from summitcli.search.candidates import BestPassage, Candidate, Matches
from summitcli.search.extremes import find_extreme
from summitcli.search.hit import Hit, ScoreComponent, TermHit
from summitcli.search.index import Document, Head, Index, join_adjacent
from summitcli.search.names import is_capitalised
from summitcli.search.normalize import words
from summitcli.search.passages import Passage
from summitcli.search.prior import date_score, prior
from summitcli.search.query import GENERIC_WORDS, Query, with_dates_as_words
from summitcli.search.scoring import is_year, name_share, proximity_bonus, verbatim_share
from summitcli.search.select import Selection, is_selected

MAX_CANDIDATES = 200  # records whose texts are examined: the best by their words alone


def rank(query: Query, selection: Selection, index: Index, dataset: Dataset) -> list[Hit]:
    """Return the records of a selection that answer a query, best first.

    If the best record lacks some words, those that have most of the known words are returned. If no
    record has the date that the query asks for, its words are searched for as words.
    """
    search = _Search(query, selection, index, dataset)
    hits = search.hits()
    if not hits or hits[0].partial:
        hits = search.partial_hits()
    if not hits and query.date_words:
        return rank(with_dates_as_words(query), selection, index, dataset)
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
        self.matches = Matches(query, index, dataset)

    def hits(self) -> list[Hit]:
        """Return the records with enough of the words."""
        every = self.matches.candidates()
        enough = [item for item in every.values() if self.matches.has_enough(item)]
        return self._ranked(every, self._allowed(enough))

    def partial_hits(self) -> list[Hit]:
        """Return the records with most of the known words; none if these tell too little."""
        known = self.matches.known()
        if not known:
            return []
        self.matches.forget(
            word for word in self.query.required if word not in known and word not in GENERIC_WORDS
        )
        every = self.matches.candidates()
        allowed = self._allowed(
            [item for item in every.values() if not item.found.keys().isdisjoint(known)]
        )
        enough = weights.PARTLY * max((item.share for item in allowed), default=0.0)
        return self._ranked(every, [item for item in allowed if item.share >= enough])

    def _ranked(self, every: Mapping[int, Candidate], enough: Sequence[Candidate]) -> list[Hit]:
        """Return hits, best first; equal scores by date, the newest first, then by id."""
        places = self.index.places
        best = sorted(enough, key=lambda item: (-item.strength, places[item.number]))
        best = best[:MAX_CANDIDATES]
        numbers = [candidate.number for candidate in best]
        heads, documents = self.index.heads(numbers), self.index.documents(numbers)
        hits = list(map(self._score, best, heads, documents))
        hits.sort(key=lambda hit: hit.id)
        hits.sort(key=lambda hit: hit.date or "", reverse=True)
        hits.sort(key=lambda hit: (hit.score, _excess(hit)), reverse=True)
        return self._with_extreme_first(hits, every)

    def _with_extreme_first(self, hits: list[Hit], every: Mapping[int, Candidate]) -> list[Hit]:
        """Return the hits, with the first or last meeting at the top if the query asks for it.

        A query that is part of a title asks for the record of that title.
        """
        if self.query.extreme is None or not hits:
            return hits
        if _contains([words(hits[0].title)], self.query.text):
            return hits
        numbers = {identifier: number for number, identifier in enumerate(self.index.ids)}
        meetings = self.dataset.summaries()
        allowed = self._allowed([Candidate(numbers[meeting.id]) for meeting in meetings])
        ids = {self.index.ids[candidate.number] for candidate in allowed}
        meetings = [meeting for meeting in meetings if meeting.id in ids]
        named = {word: self.matches.records_named(word) for word in self.query.words}
        best = find_extreme(self.query, meetings, self.dataset, named)
        if best is None:
            return hits
        found = next((hit for hit in hits if hit.id == best), None)
        if found is None:
            number = numbers[best]
            candidate = every.get(number, Candidate(number))
            head, document = self.index.heads([number])[0], self.index.documents([number])[0]
            found = self._score(candidate, head, document)
        return [_raise_to(found, hits[0].score), *(hit for hit in hits if hit.id != best)]

    def _allowed(self, candidates: Sequence[Candidate]) -> Sequence[Candidate]:
        """Return the records that satisfy the selection, dates, phrases and exclusions."""
        if self.unrestricted:
            return candidates
        heads = self.index.heads([candidate.number for candidate in candidates])
        selected = [
            candidate
            for candidate, head in zip(candidates, heads, strict=True)
            if is_selected(head, self.selection) and self._is_of_the_time(candidate.number, head)
        ]
        if not (self.query.phrases or self.query.excluded):
            return selected
        documents = self.index.documents([candidate.number for candidate in selected])
        return [
            candidate
            for candidate, document in zip(selected, documents, strict=True)
            if self._has_phrases(document)
        ]

    def _has_phrases(self, document: Document) -> bool:
        """Return whether a document has the phrases of the query, and none that it excludes."""
        texts = [passage.words for passage in document]
        return all(_contains(texts, phrase) for phrase in self.query.phrases) and not any(
            _contains(texts, phrase) for phrase in self.query.excluded
        )

    def _is_of_the_time(self, number: int, record: Head) -> bool:
        """Return whether a record is of the time in the query, or has it as words of its text.

        The title has to have the date, or a passage all that was typed.
        """
        if date_score(record, self.query) is not None:
            return True
        return bool(self.matches.required) and (
            set(self.query.date_words) <= set(words(title_of(record))) or number in self._with_text
        )

    @cached_property
    def _with_text(self) -> frozenset[int]:
        return self.matches.records_with_text()

    def _score(self, candidate: Candidate, record: Head, passages: Document) -> Hit:
        """Return the hit for a candidate, with its score."""
        first = self.index.first_passage(candidate.number)
        texts = {passages[number - first]: len(found) for number, found in candidate.texts.items()}
        candidate.share *= weights.ABSENT ** count_absent(record, candidate, self.matches)
        components = (
            *self._text_components(record, candidate, texts),
            _component("date", date_score(record, self.query) or 0.0),
            _component("kind of record", self._told(candidate) * prior(record, self.dataset)),
        )
        missing = [word for word in self.query.required if word not in candidate.found]
        return Hit(
            score=_of_a_hundred(_total(components)),
            type=type_of(record),
            id=record.id,
            title=title_of(record),
            date=getattr(record, "date", None),
            partial=bool(missing),
            unmatched=tuple(dict.fromkeys(map(self._typed, missing))),
            matches=tuple(
                self._term_hit(word, best, passages[best.passage - first])
                for word, best in candidate.found.items()
            ),
            score_parts=components,
        )

    def _text_components(
        self, record: Head, candidate: Candidate, texts: Mapping[Passage, int]
    ) -> tuple[ScoreComponent, ...]:
        """Return the components of a score that depend on where the words were found.

        `texts` has the passages with words of the query, and how many each has.
        """
        share = candidate.share**weights.LACKING
        qualities = self._qualities(candidate)
        term_of = {word: term for word, (term, _) in qualities.items()}
        rarity, required = self.matches.rarity, self.matches.required
        name = name_share(texts, qualities, rarity, required, self.query.required)
        several = [text for text, count in texts.items() if count > 1]
        together = proximity_bonus(several, term_of, len(self.query.words))
        most = max(texts.values(), default=0)
        fullest = [text for text, count in texts.items() if count == most]
        words_required = self.matches.required_words
        verbatim = verbatim_share(fullest, self.query.text, rarity, words_required)
        outright = self._named_outright(record, candidate)
        return (
            _component("words", share * candidate.strength),
            _component("whole name", share * weights.WHOLE_NAME * name),
            _component("together", share * together),
            _component("word for word", weights.VERBATIM * verbatim),
            _component("named outright", share * weights.OUTRIGHT * outright),
        )

    def _qualities(self, candidate: Candidate) -> dict[str, tuple[str, float]]:
        """Return for each word of a record the word of the query that it matches best, and how."""
        qualities: dict[str, tuple[str, float]] = {}
        for word in self.query.words:
            for match in self.matches.by_word[word] if word in candidate.found else ():
                quality = 0.5**match.cost
                if quality > qualities.get(match.word, ("", 0.0))[1]:
                    qualities[match.word] = word, quality
        return qualities

    def _told(self, candidate: Candidate) -> float:
        """Return how much the words tell about a record: 1 if they are important in it."""
        if not self.matches.required:
            return 1.0
        return candidate.share**2 * min(1.0, candidate.strength / weights.TELLING)

    def _named_outright(self, record: Head, candidate: Candidate) -> float:
        """Return 1 if the query has a rare name from the title of an event, less for its id."""
        required = self.matches.required_words
        if not isinstance(record, ContextEvent) or not required:
            return 0.0
        short_name = {word for word in words(record.id) if not is_year(word)}
        title = words(record.title)
        for word in required & candidate.found.keys():
            in_text = is_capitalised(word, record.title) or (
                word in short_name and is_capitalised(word, record.summary)
            )
            match = candidate.found[word].match
            if match.how == "joined" and word in join_adjacent(title):
                return 1.0
            if match.how != "exact" or len(self.matches.records_named(word)) > weights.RARE:
                continue
            if in_text or (word in title and self.matches.is_person_or_place(match)):
                return 1.0
        named = short_name <= required & candidate.found.keys()
        return weights.BY_ID if named else 0.0

    def _term_hit(self, word: str, best: BestPassage, passage: Passage) -> TermHit:
        match = best.match
        return TermHit(
            field=passage.field,
            text=passage.shown,
            query=self._typed(word),
            word=match.word,
            how=match.how,
        )

    def _typed(self, word: str) -> str:
        """Return what was typed for a word of the query."""
        return self.query.typed.get(word, word)


@lru_cache(1024, typed=True)  # 0 and 0.0 differ in JSON
def _component(name: str, score: float) -> ScoreComponent:
    """Return a part of a score; many hits share some, such as those of 0."""
    return ScoreComponent(name=name, score=score)


def _total(components: Iterable[ScoreComponent]) -> float:
    """Return the sum of the parts of a score."""
    return sum(component.score for component in components)


def _excess(hit: Hit) -> float:
    """Return by how much the parts of a score exceed the sum that makes a score of 100."""
    return round(max(0.0, _total(hit.score_parts) - weights.BEST), 2)


def _of_a_hundred(total: float) -> float:
    """Return a score from 0 to 100 for a sum."""
    return round(min(100.0, 100 * total / weights.BEST), 2)


def _raise_to(hit: Hit, level: float) -> Hit:
    """Return a hit with a bonus that raises its score at least to a level."""
    bonus = max(weights.EXTREME, (level - hit.score) * weights.BEST / 100)
    score = _of_a_hundred(_total(hit.score_parts) + bonus)
    component = _component("first, last or longest", bonus)
    return replace(hit, score=max(score, level), score_parts=(*hit.score_parts, component))


def _contains(texts: list[list[str]], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(
        tuple(text[n : n + size]) == phrase for text in texts for n in range(len(text) - size + 1)
    )
