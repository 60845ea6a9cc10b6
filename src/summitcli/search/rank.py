"""Ranking: each word of a query is matched against the words of the dataset, then records compared.

Scores over whole texts do not rank (every short query against a long text scores alike), so the
edit distance is taken word by word. Records are compared by how many words of the query they have,
how well these fit, how much the fields weigh in which they stand, and what the record is.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from summitcli.model import Dataset
from summitcli.search.documents import Document, documents
from summitcli.search.fold import words
from summitcli.search.hit import Hit, Matched
from summitcli.search.names import typo_allowance

MAX_WORDS = 12  # words of a query that are looked at: more do not make it clearer

PREFIX_COST, FIRST_LETTER_COST = 0.25, 1.0

_IDLE = frozenset("a an and at between by for from in of on or the to with".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class _Place:
    document: int
    field: str
    weight: float
    text: str


def search(query: str, dataset: Dataset) -> list[Hit]:
    """The records that a query finds, best first; all have as many of its words as any has."""
    asked = _asked(query)
    found = list(documents(dataset))
    index = _index(found)
    best: dict[int, dict[str, tuple[float, _Place, str]]] = defaultdict(dict)
    for word in asked:
        for known, cost in _expand(word, list(index)):
            for place in index[known]:
                fit = place.weight * (0.5**cost)
                held = best[place.document].get(word)
                if held is None or fit > held[0]:
                    how = "exact" if not cost else "prefix" if cost == PREFIX_COST else "typo"
                    best[place.document][word] = (fit, place, how)
    most = max((len(fits) for fits in best.values()), default=0)
    if most < max(1, len(asked) - 1):
        return []
    hits = [
        (_strength(fits, document), document, fits)
        for document, fits in ((found[number], fits) for number, fits in best.items())
        if len(fits) == most
    ]
    hits.sort(key=lambda hit: hit[1].id)
    hits.sort(key=lambda hit: (hit[0], hit[1].date or ""), reverse=True)
    top = hits[0][0] if hits else 1.0
    return [
        Hit(
            round(100 * strength / top * most / len(asked)),
            document.type,
            document.id,
            document.title,
            document.date,
            tuple(Matched(p.field, p.text, word, how) for word, (_, p, how) in fits.items()),
        )
        for strength, document, fits in hits
    ]


def _asked(query: str) -> list[str]:
    every = list(dict.fromkeys(words(query)))
    return [word for word in every if word not in _IDLE][:MAX_WORDS] or every[:MAX_WORDS]


def _strength(fits: dict[str, tuple[float, _Place, str]], document: Document) -> float:
    return sum(fit for fit, _, _ in fits.values()) + document.prior / 2


def _index(found: Iterable[Document]) -> dict[str, list[_Place]]:
    """Word → where it stands."""
    index: dict[str, list[_Place]] = defaultdict(list)
    for number, document in enumerate(found):
        for part in document.parts:
            for word in dict.fromkeys(words(part.text)):
                index[word].append(_Place(number, part.field, part.weight, part.text))
    return index


def _expand(word: str, vocabulary: list[str]) -> list[tuple[str, float]]:
    """The words of the dataset that a typed word may stand for, with what each costs."""
    if any(map(str.isdigit, word)):
        return [(known, 0.0) for known in vocabulary if known == word]
    costs = {known: PREFIX_COST for known in vocabulary if len(word) > 3 and known.startswith(word)}
    slips = process.extract(
        word, vocabulary, scorer=OSA.distance, score_cutoff=typo_allowance(word), limit=None
    )
    for known, distance, _ in slips:
        cost = float(distance) + (FIRST_LETTER_COST if known[:1] != word[:1] else 0.0)
        if cost <= max(typo_allowance(word), 0) and cost < costs.get(known, 9.0):
            costs[known] = cost
    return list(costs.items())
