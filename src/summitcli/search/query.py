"""Queries: words, phrases, fields and dates to look for, and words to leave out."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.structs import replace

from summitcli.model.dates import Span
from summitcli.search.date_words import find_dates
from summitcli.search.equivalents import Equivalents, forms
from summitcli.search.normalize import word_set, words
from summitcli.search.weights import EQUIVALENT_COST, FAMILY_COST, TRANSLATION_COST

MAX_LETTERS = 1000  # letters of a query that are read: no sentence is longer
MAX_WORDS = 16  # words of a query that are looked for: more do not make it clearer

FIELDS = ("leader", "place", "theme", "year", "type", "kind", "status")


# Words that say nothing about what is sought, in the languages that are understood.
STOP_WORDS = word_set(
    """
    a an and as at be been being between but by can could did do does during each for from had has
    have he her him his how i if in into is it its me my of off on or other our out over own she
    should so some such than that the their them then there these they this those to up v very vs
    was we were what when where which while who whom whose why will with would you your
    am auf aus bei das dem den der des die ein eine einem einen einer im mit nach und vom von wann
    wie wo zu zum zur
    au aux avec dans de du en entre et la le les ou par pour que qui sur une
    con como cuando del donde y
    al alla da dei del della delle di dove il nel per quando tra
    dlya gde iz k kogda mezhdu na o ob ot po s v za
    """
)
# Words that raise the records that contain them but do not rule out the others.
_OPTIONAL_WORDS = word_set(
    """
    happen happened happens held place take takes took
    meet meeting meetings met summit summits talk talks visit visited visits
    about after again any before both ever leader leaders once only other president presidents still
    time times until since soon year years
    american russia russian soviet us
    accord agreement conference record story treaty
    duration hours lasted length long minutes
    el las los
    ask asked asks back best big came come comes get gets give gave given gives go goes going gone
    good got great high know known like look looked made make makes making man many more most much
    next old one others people put puts round said same saw say says see seen small start started
    starts tell thing things think told turn turned turns two use used want wanted wants way went
    world young
    almost already also always around away become becomes became began behind bring brings brought
    every everything find finds found happening hold holds inside instead into just keep keeps kept
    late let lets long nearly never nobody nothing often outside part quite really run runs send
    sends sent set sets show shows since something start through together toward towards tried
    tries try trying under upon very without work works
    """
)
# Words that raise records in the same way at the end of a query, as in `the ukraine question`.
_TOPIC_WORDS = word_set(
    """
    issue issues matter matters negotiation negotiations policy problem problems question questions
    subject topic
    """
)
# Words for a meeting or contact of some kind. By themselves they do not make a query meaningful.
GENERIC_WORDS = word_set(
    """
    breakfast call calls conversation dinner letter letters lunch message phone telephone telegram
    visits
    """
)

# Words that ask for the first or last record by some measure: the measure and the direction.
EXTREMES = {
    **dict.fromkeys(("first", "earliest", "only", "ever", "once"), ("date", -1)),
    **dict.fromkeys(("last", "latest", "newest", "recent", "final"), ("date", 1)),
    "longest": ("length", 1),
    "shortest": ("length", -1),
}

# Words of a question such as `how long did they talk in helsinki`, which no record need have.
_HOW_LONG = word_set("long talk talked speak spoke meet met meeting")

_SHORT_QUERY = 4  # words up to which a single `i` is a numeral and not a pronoun
_RUSSIAN_AND = r"(?<!\w)[иИ](?!\w)"
_TOKEN = re.compile(r'(-?)"([^"]*)"?|(-?)([A-Za-z]+):("[^"]*"?|\S+)|(\S+)')


class Meaning(NamedTuple):
    """A word of the record that a typed word may mean, and the cost of taking it so."""

    word: str
    cost: float


class Query(Struct, frozen=True):
    """A parsed query."""

    words: tuple[str, ...] = ()
    "Folded words to look for."
    phrases: tuple[tuple[str, ...], ...] = ()
    "Folded words that have to follow each other."
    fields: tuple[tuple[str, str], ...] = ()
    "Field and value, as typed."
    excluded: tuple[tuple[str, ...], ...] = ()
    "Folded words to leave out; several are left out only if they follow each other."
    spans: tuple[Span, ...] = ()
    "Periods, of which a record has to touch one."
    month_day: tuple[int, int] | None = None
    "Month and day of any year; the day is 0 if only a month was given."
    date_words: tuple[str, ...] = ()
    "The words that were read as a date."
    meanings: Mapping[str, tuple[Meaning, ...]] = field(default_factory=dict)
    "Words of the record that a word may also mean."
    helping: frozenset[str] = frozenset()
    "Words of phrases that are understood as a whole, which are not required themselves."
    text: tuple[str, ...] = ()
    "All folded words, in the order in which they were typed."
    typed: Mapping[str, str] = field(default_factory=dict)
    "For a word in English that was typed in another language, what was typed."

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing."""
        return not (self.words or self.phrases or self.fields or self.spans or self.month_day)

    @property
    def extreme(self) -> tuple[str, int] | None:
        """The measure (`date` or `length`) and the direction (-1 or 1) that it asks for."""
        return next((EXTREMES[word] for word in self.words if word in EXTREMES), None)

    @property
    def optional(self) -> frozenset[str]:
        """The words that a hit may lack; none if there are neither other words nor a date."""
        optional = {
            word
            for word in self.words
            if word in _OPTIONAL_WORDS
            or (word in _TOPIC_WORDS and word == self.words[-1])
            or word in EXTREMES
            or word in self.helping
            or (len(word) == 1 and "a" <= word <= "z")
        }
        needed = set(self.words) - optional or self.spans or self.month_day
        return frozenset(optional) if needed else frozenset()

    @property
    def required(self) -> tuple[str, ...]:
        """The words that are not optional, in their order."""
        optional = self.optional
        return tuple(word for word in self.words if word not in optional)


def parse_query(query: str) -> Query:
    """Parse a query; every text is a valid one."""
    phrases: list[str] = []
    fields: list[tuple[str, str]] = []
    excluded: list[str] = []
    loose: list[str] = []
    for token in _TOKEN.finditer(_shorten(query)):
        minus, phrase, field_minus, name, value, word = token.groups()
        if name is not None and name.casefold() in FIELDS:
            if field_minus:
                excluded.append(value)
            else:
                fields.append((name.casefold(), value.strip('"')))
        elif phrase is not None:
            (excluded if minus else phrases).append(phrase)
        elif (text := word or token[0]).startswith("-") and len(text) > 1:
            excluded.append(text[1:])
        else:
            loose.append(text)
    text = " ".join(loose)
    if _has_cyrillic(text):
        text = re.sub(_RUSSIAN_AND, " ", text)
    folded = words(text)
    dates = find_dates(folded, text)
    rest = [word for position, word in enumerate(folded) if position not in dates.positions]
    if rest[:2] == ["how", "long"]:
        rest = [word for word in rest if word not in _HOW_LONG]
    understood = _understand(rest, cyrillic=_has_cyrillic(text))
    wanted = list(understood.words)
    folded_phrases = [tuple(found)[:MAX_WORDS] for text in phrases if (found := words(text))]
    for folded_phrase in folded_phrases:
        wanted += [word for word in folded_phrase if word not in STOP_WORDS] or folded_phrase
    return replace(
        understood,
        words=tuple(dict.fromkeys(wanted))[:MAX_WORDS],
        text=max(folded_phrases, key=len, default=tuple(folded)),
        phrases=tuple(folded_phrases),
        fields=tuple(fields),
        excluded=tuple(tuple(found) for text in excluded if (found := words(text))),
        spans=dates.spans,
        month_day=dates.month_day,
        date_words=tuple(folded[position] for position in sorted(dates.positions)),
    )


def _has_cyrillic(text: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in text)


def _understand(typed: list[str], *, cyrillic: bool) -> Query:
    """Return a query of typed words, in English and with what else they may mean."""
    translated = Equivalents(typed).translate(typed, cyrillic=cyrillic)
    english = [item.word for item in translated]
    equivalents = Equivalents(english)
    meanings: dict[str, tuple[Meaning, ...]] = defaultdict(tuple)
    originals: dict[str, str] = {}
    for item in translated:
        if item.typed != (item.word,):
            originals[item.word] = " ".join(item.typed)
            meanings[item.word] += tuple(Meaning(word, TRANSLATION_COST) for word in item.typed)
    for word in english:
        meanings[word] += tuple(Meaning(other, FAMILY_COST) for other in forms(word))
    found: list[str] = []
    helping: set[str] = set()
    for phrase, others in equivalents.everyday(english):
        term = " ".join(phrase)
        if len(phrase) > 1:
            found.append(term)
            helping.update(phrase)
        meanings[term] += tuple(Meaning(word, EQUIVALENT_COST) for word in others if word != term)
    plain = [
        word
        for word in english
        if word not in STOP_WORDS and (word != "1" or len(english) < _SHORT_QUERY)
    ]
    return Query((*found, *plain), meanings=meanings, helping=frozenset(helping), typed=originals)


def _shorten(query: str) -> str:
    """Return the beginning of a query that is read, without cutting a word."""
    if len(query) <= MAX_LETTERS:
        return query
    start = query[:MAX_LETTERS]
    return start if " " not in start else start.rpartition(" ")[0]


def with_dates_as_words(query: Query) -> Query:
    """Return the query with its dates as plain words."""
    every_word = tuple(dict.fromkeys((*query.words, *query.date_words)))
    return replace(query, words=every_word, spans=(), month_day=None, date_words=())
