"""Query expansion: the words of the dataset that a typed word may mean, and the cost of each."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from summitcli.search.index import Index, Words
from summitcli.search.match import typo_allowance
from summitcli.search.query import EXTREMES, STOP_WORDS, Meaning
from summitcli.search.weights import (
    EQUIVALENT_COST,
    FAMILY_COST,
    FIRST_LETTER_COST,
    FIRST_TYPO_FROM,
    FORM_COST,
    JOINED_COST,
    KNOWN_COST,
    KNOWN_IN,
    PREFIX_COST,
    PREFIX_FROM,
    SOURCE,
    TYPO_COST,
    TYPOS_FROM,
)

# Endings that make one word of another: `launder`, `launderer`; `poison`, `poisoner`.
_DERIVING = ("er", "or", "ion", "ation", "ment", "al", "ance", "ence", "ly", "ist", "ism", "ity")
_ROOT_FROM = 5  # letters from which a word is a root of others: `mission` is not one of `miss`
_FORMS_FROM = 3  # letters from which a word has other forms: `us` is not a plural of `u`


class TermMatch(Struct, frozen=True):
    """A word of the dataset that a typed word may mean."""

    word: str
    cost: float
    how: str
    "`exact`, `form`, `joined`, `prefix`, `typo` or `equivalent`."
    passages: tuple[int, ...]
    "Numbers of the passages that contain it."


def expand_term(
    term: str, index: Index, meanings: Iterable[Meaning] = (), *, long_query: bool = False
) -> list[TermMatch]:
    """Return the words that a typed word may mean, each once at its least cost, cheapest first.

    Numbers, and words too short to allow a typo, mean only themselves. A known word is treated as a
    typo only of a name, and only if it is not a name itself; a word of the list of equivalents
    never is. The more records have a word, the less likely it means another one.
    """
    cheapest: dict[str, tuple[float, str]] = {}
    records = index.records_with(term, SOURCE)
    meant = list(_equivalents(meanings, index))
    similar = [] if " " in term else list(_similar_words(term, index))
    if not (meant or " " in term or (records and long_query)):
        similar += _typo_corrections(term, index)
    less_likely = KNOWN_COST * min(1.0, records / KNOWN_IN)
    for word, cost, how in meant:
        same = cost < EQUIVALENT_COST
        similar.append((word, cost if same else cost + less_likely, how))
    for word, cost, how in similar:
        if word not in cheapest or cost < cheapest[word][0]:
            cheapest[word] = (cost, how)
    found = [
        TermMatch(word, cost, how, tuple(index.passages(word)))
        for word, (cost, how) in sorted(cheapest.items(), key=lambda item: (item[1], item[0]))
    ]
    if passages := index.joined_passages(term):
        found.append(TermMatch(term, JOINED_COST, "joined", tuple(passages)))
    return found


def _similar_words(term: str, index: Index) -> Iterator[tuple[str, float, str]]:
    """Yield known words that a typed word may mean, with their cost and the reason."""
    known = index.vocabulary
    if term in known:
        yield term, 0.0, "exact"
    if _has_digit(term):
        return
    yield from _forms(term, known)
    if len(term) >= PREFIX_FROM:
        for word in known.starting_with(term):
            yield word, PREFIX_COST, "prefix"


def _forms(term: str, known: Words) -> Iterator[tuple[str, float, str]]:
    """Yield the known forms of a word, and the known words with the same root."""
    for word in _inflections(term):
        if word in known and min(len(term), len(word)) >= _FORMS_FROM:
            yield word, FORM_COST, "form"
    for word in _derived(term):
        if word in known:
            yield word, FAMILY_COST, "form"


def _equivalents(meanings: Iterable[Meaning], index: Index) -> Iterator[tuple[str, float, str]]:
    """Yield the known words among equivalents and their forms, with their cost."""
    for word, cost in meanings:
        if word in index.vocabulary:
            yield word, cost, "equivalent"
        for form in _inflections(word):
            if form in index.vocabulary and min(len(word), len(form)) >= _FORMS_FROM:
                yield form, cost + FORM_COST, "equivalent"


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _typo_corrections(term: str, index: Index) -> Iterator[tuple[str, float, str]]:
    """Yield known words of which a typed one may be a misspelling, with their cost."""
    known = term in index.vocabulary
    if term in EXTREMES or _has_digit(term):
        return
    if known and (index.is_name(term) or len(term) < FIRST_TYPO_FROM):
        return
    for word, distance in _near_words(term, index.vocabulary):
        first = FIRST_LETTER_COST if word[0] != term[0] else 0.0
        if not known or index.is_name(word):
            yield word, TYPO_COST * (distance + known) + first, "typo"


def _inflections(word: str) -> Iterator[str]:
    """Yield other forms of an English noun or verb, by its ending."""
    bases = [word, *filter(None, _bases(word))]
    yield from bases[1:]
    for base in bases:
        for ending in ("s", "ed", "ing", f"{base[-1]}ed", f"{base[-1]}ing"):
            yield base + ending
        if base.endswith("e"):
            yield base + "d"
            yield base[:-1] + "ing"
        if base.endswith("y"):
            yield base[:-1] + "ies"


def _derived(word: str) -> Iterator[str]:
    """Yield words with the same root by their ending: `laundering` for `launderer`."""
    for base in (word, *_bases(word), *_roots(word)):
        if len(base) >= _ROOT_FROM:
            stump = base.removesuffix("e")
            yield base
            yield from (base + ending for ending in ("s", "ed", "ing", *_DERIVING))
            yield from (stump + ending for ending in ("ing", *_DERIVING))


def _roots(word: str) -> Iterator[str]:
    """Yield what a word may be derived from: `launder` for `launderers`."""
    singular = word.removesuffix("s")
    for ending in _DERIVING:
        rest = singular.removesuffix(ending)
        long_enough = len(rest) >= _ROOT_FROM + (ending == "ment")  # not `state` for `statement`
        if rest != singular and long_enough:
            yield rest
            yield rest + "e"


def _bases(word: str) -> Iterator[str]:
    """Yield what a word may be a form of: `ban` for `banned`, `sign` for `signing`."""
    for ending in ("ed", "ing"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= _FORMS_FROM:
            yield rest
            yield rest + "e"
            if rest[-1] == rest[-2]:
                yield rest[:-1]
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s"):
        yield word[:-1]


def _near_words(term: str, known: Words) -> Iterator[tuple[str, int]]:
    """Yield the known words within the typos that a term may contain, with their distance."""
    allowed = typo_allowance(term)
    if not allowed:
        return
    from rapidfuzz import process  # late, because most words are known
    from rapidfuzz.distance import OSA

    near = process.extract_iter(term, known.all, scorer=OSA.distance, score_cutoff=allowed)
    for word, distance, _ in near:
        long_enough = len(word) >= TYPOS_FROM[0] - 1
        if not long_enough or _has_digit(word) or word in STOP_WORDS:
            continue
        if word[0] == term[0] or max(len(term), len(word)) >= FIRST_TYPO_FROM:
            yield word, int(distance)
