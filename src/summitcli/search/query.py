"""Queries: words, phrases, fields and dates to look for, and words to leave out."""

import re
from dataclasses import dataclass
from string import ascii_lowercase

from summitcli.model.dates import Span
from summitcli.search.date_words import find_dates
from summitcli.search.normalize import words

MAX_LETTERS = 1000  # letters of a query that are read: no sentence is longer
MAX_WORDS = 16  # words of a query that are looked for: more do not make it clearer

FIELDS = ("leader", "place", "theme", "year", "type", "kind", "status")


def _word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# English and Russian words that say nothing about what is sought.
STOP_WORDS = _word_set(
    """
    a an and as at be between by did do does during for from had has have he his how in is it its
    of on or that the their they to v vs was were what when where which who why with
    dlya iz k na o po s
    """
)
# Words that raise the records that contain them but do not rule out the others.
_OPTIONAL_WORDS = _word_set(
    """
    meet meeting meetings met summit summits talk talks visit
    about after before leaders president presidents
    american russia russian soviet us sammit vizit vstrecha
    accord agreement conference record story treaty
    duration happened hours lasted length long minutes
    """
)

# Words that ask for the first or last record by some measure: the measure and the direction.
EXTREMES = {
    **dict.fromkeys(("first", "earliest", "pervyy", "pervaya"), ("date", -1)),
    **dict.fromkeys(("last", "latest", "newest", "posledniy", "poslednyaya"), ("date", 1)),
    "longest": ("length", 1),
    "shortest": ("length", -1),
}

_TOKEN = re.compile(r'(-?)"([^"]*)"?|(-?)([a-z]+):("[^"]*"?|\S+)|(\S+)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Query:
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
        """The words that a hit may lack; none if there are no other words."""
        optional = {
            word
            for word in self.words
            if word in _OPTIONAL_WORDS
            or word in EXTREMES
            or (len(word) == 1 and word in ascii_lowercase)
        }
        return frozenset(optional) if set(self.words) - optional else frozenset()

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
        minus, phrase, field_minus, field, value, word = token.groups()
        if field is not None and field.casefold() in FIELDS:
            if field_minus:
                excluded.append(value)
            else:
                fields.append((field.casefold(), value.strip('"')))
        elif phrase is not None:
            (excluded if minus else phrases).append(phrase)
        elif (text := word or token[0]).startswith("-") and len(text) > 1:
            excluded.append(text[1:])
        else:
            loose.append(text)
    folded = words(" ".join(loose))
    dates = find_dates(folded, " ".join(loose))
    rest = [word for position, word in enumerate(folded) if position not in dates.positions]
    wanted = [word for word in rest if word not in STOP_WORDS and (word != "1" or len(rest) < 4)]
    folded_phrases = [tuple(found)[:MAX_WORDS] for text in phrases if (found := words(text))]
    for folded_phrase in folded_phrases:
        wanted += [word for word in folded_phrase if word not in STOP_WORDS] or folded_phrase
    return Query(
        words=tuple(dict.fromkeys(wanted))[:MAX_WORDS],
        phrases=tuple(folded_phrases),
        fields=tuple(fields),
        excluded=tuple(tuple(found) for text in excluded if (found := words(text))),
        spans=dates.spans,
        month_day=dates.month_day,
        date_words=tuple(folded[position] for position in sorted(dates.positions)),
    )


def _shorten(query: str) -> str:
    """Return the beginning of a query that is read, without cutting a word."""
    if len(query) <= MAX_LETTERS:
        return query
    start = query[:MAX_LETTERS]
    return start if " " not in start else start.rpartition(" ")[0]


def with_dates_as_words(query: Query) -> Query:
    """Return the query with its dates as plain words."""
    every_word = tuple(dict.fromkeys((*query.words, *query.date_words)))
    return Query(every_word, query.phrases, query.fields, query.excluded)
