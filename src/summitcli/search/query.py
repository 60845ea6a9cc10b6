"""What a query asks for: words, phrases, fields, dates, and words to leave out."""

import re
from dataclasses import dataclass
from datetime import date
from string import ascii_lowercase

from summitcli.model.dates import Span, span
from summitcli.search.normalize import fold, words

MAX_LETTERS = 1000  # of a query that are read: no sentence is longer
MAX_WORDS = 16  # of a query that are looked for: more do not make it clearer

FIELDS = ("leader", "place", "theme", "year", "type", "kind", "status")

# Words that say nothing of what is sought, in English and Russian.
IDLE = frozenset(
    (
        *("a", "an", "and", "as", "at", "be", "between", "by", "during", "did"),
        *("do", "does", "for", "from", "had", "has", "have", "he", "his", "how"),
        *("in", "is", "it", "its", "of", "on", "or", "that", "the", "their"),
        *("they", "to", "was", "were", "what", "when", "where", "which", "who", "why"),
        *("with", "vs", "v", "na", "po", "dlya", "iz", "s", "k", "o"),
    )
)
# Words that help where they are found, and are not missed where they are not.
_SOFT = frozenset(
    (
        *("meeting", "meetings", "met", "meet", "summit", "summits", "talk", "talks", "visit"),
        *("about", "after", "before", "president", "presidents", "leaders"),
        *("us", "russia", "russian", "american", "soviet", "sammit", "vstrecha", "vizit"),
        *("treaty", "agreement", "accord", "conference", "story", "record"),
        *("long", "length", "duration", "lasted", "minutes", "hours", "happened"),
    )
)

# Words that ask for the one at an end of the record: of which measure, and which end.
EXTREMES = {
    **dict.fromkeys(("first", "earliest", "pervyy", "pervaya"), ("date", -1)),
    **dict.fromkeys(("last", "latest", "newest", "posledniy", "poslednyaya"), ("date", 1)),
    "longest": ("length", 1),
    "shortest": ("length", -1),
}

_MONTHS = {
    stem: number
    for number, stems in enumerate(
        (
            *(("jan", "yanvar"), ("feb", "fevral"), ("mar", "mart"), ("apr", "aprel")),
            *(("may", "maya"), ("jun", "iyun"), ("jul", "iyul"), ("aug", "avgust")),
            *(("sep", "sentyabr"), ("oct", "oktyabr"), ("nov", "noyabr"), ("dec", "dekabr")),
        ),
        start=1,
    )
    for stem in stems
}
_ENGLISH = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december", "sept"),
)
_SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}

_PIECE = re.compile(r'(-?)"([^"]*)"?|(-?)([a-z]+):("[^"]*"?|\S+)|(\S+)', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Query:
    """A query, taken apart."""

    words: tuple[str, ...] = ()
    "Folded words to look for."
    phrases: tuple[tuple[str, ...], ...] = ()
    "Folded words that have to stand together."
    fields: tuple[tuple[str, str], ...] = ()
    "Field and value, as typed."
    without: tuple[tuple[str, ...], ...] = ()
    "Folded words to leave out; several where they are so only together."
    days: tuple[Span, ...] = ()
    "Times of which the record has to be, any of them."
    month_day: tuple[int, int] | None = None
    "Month and day of any year; the day is 0 where only a month was given."
    dated: tuple[str, ...] = ()
    "The words that were read as a date."

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing."""
        return not (self.words or self.phrases or self.fields or self.days or self.month_day)

    @property
    def extreme(self) -> tuple[str, int] | None:
        """The end of the record that is asked for: `date` or `length`, and -1 or 1."""
        return next((EXTREMES[word] for word in self.words if word in EXTREMES), None)

    @property
    def soft(self) -> frozenset[str]:
        """Those of the words that are not missed where they are not found."""
        soft = {
            word
            for word in self.words
            if word in _SOFT or word in EXTREMES or (len(word) == 1 and word in ascii_lowercase)
        }
        return frozenset(soft) if set(self.words) - soft else frozenset()


def parse_query(query: str) -> Query:
    """Take a query apart; any text is one."""
    phrases: list[str] = []
    fields: list[tuple[str, str]] = []
    without: list[str] = []
    loose: list[str] = []
    for piece in _PIECE.finditer(_beginning(query)):
        minus, phrase, field_minus, field, value, word = piece.groups()
        if field is not None and field.casefold() in FIELDS:
            if field_minus:
                without.append(value)
            else:
                fields.append((field.casefold(), value.strip('"')))
        elif phrase is not None:
            (without if minus else phrases).append(phrase)
        elif (text := word or piece[0]).startswith("-") and len(text) > 1:
            without.append(text[1:])
        else:
            loose.append(text)
    folded = words(" ".join(loose))
    days, month_day, dated = _dates(folded, " ".join(loose))
    rest = [word for number, word in enumerate(folded) if number not in dated]
    spoken = [word for word in rest if word not in IDLE and (word != "1" or len(rest) < 4)]
    together = [tuple(found)[:MAX_WORDS] for phrase in phrases if (found := words(phrase))]
    for phrase_ in together:
        spoken += [word for word in phrase_ if word not in IDLE] or phrase_
    return Query(
        tuple(dict.fromkeys(spoken))[:MAX_WORDS],
        tuple(together),
        tuple(fields),
        tuple(tuple(found) for text in without if (found := words(text))),
        tuple(days),
        month_day,
        tuple(folded[number] for number in sorted(dated)),
    )


def _beginning(query: str) -> str:
    """As much of a query as is read, whole words of it."""
    if len(query) <= MAX_LETTERS:
        return query
    start = query[:MAX_LETTERS]
    return start if " " not in start else start.rpartition(" ")[0]


def with_dates_as_words(question: Query) -> Query:
    """The same question with its dates taken for plain words."""
    every = tuple(dict.fromkeys((*question.words, *question.dated)))
    return Query(every, question.phrases, question.fields, question.without)


def _dates(folded: list[str], text: str) -> tuple[list[Span], tuple[int, int] | None, set[int]]:
    """The times that a query names, a month and day without a year, and which words say so."""
    numeric = _numeric(folded, text)
    if numeric is not None:
        return numeric
    months = {n: m for n, word in enumerate(folded) if (m := _month_at(folded, n)) is not None}
    days = {n: day for n in range(len(folded)) if (day := _day_at(folded, n, months)) is not None}
    years = {
        n: span_
        for n, word in enumerate(folded)
        if n not in days and (span_ := _years(word, len(folded))) is not None
    }
    seasons = {n: _SEASONS[word] for n, word in enumerate(folded) if word in _SEASONS}
    month, day = next(iter(months.values()), None), next(iter(days.values()), None)
    if month is not None and years:
        spans = [_within(year.first.year, month, day) for year in years.values()]
        return [found for found in spans if found], None, {*months, *days, *years}
    if month is not None and (day is not None or len(folded) == 1):
        return [], (month, day or 0), {*months, *days}
    if seasons and years:
        first, last = next(iter(seasons.values()))
        spans_ = [_season(year.first.year, first, last) for year in years.values()]
        return spans_, None, {*seasons, *years}
    return _range(years, folded) or list(years.values()), None, set(years)


def _range(years: dict[int, Span], folded: list[str]) -> list[Span]:
    """The span from one year to another: `1985-1988`, `1985 to 1988`, `between 1985 and 1988`."""
    if len(years) != len(("from", "to")):
        return []
    (one, first), (other, last) = sorted(years.items())
    if (
        set(folded[one + 1 : other]) <= {"to", "and", "until", "till", "po"}
        and first.first <= last.last
    ):
        return [Span(first.first, last.last)]
    return []


def _numeric(
    folded: list[str], text: str
) -> tuple[list[Span], tuple[int, int] | None, set[int]] | None:
    """A date written in figures: 2018-07-16, 2018-07, 16.07.2018, 16/7/2018."""
    iso = re.search(r"(?<!\d)(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])", text)
    dotted = re.search(r"(?<!\d)(\d{1,2})[./](\d{1,2})[./](\d{4})(?!\d)", text)
    if iso is not None:
        parts, written = [part for part in iso.groups() if part], iso[0]
    elif dotted is not None:
        parts, written = [dotted[3], f"{int(dotted[2]):02}", f"{int(dotted[1]):02}"], dotted[0]
        if int(dotted[2]) > len(_ENGLISH) - 1:  # written the American way
            parts = [dotted[3], f"{int(dotted[1]):02}", f"{int(dotted[2]):02}"]
    else:
        return None
    try:
        days = span("-".join(parts))
    except ValueError:
        return None
    figures = fold(written).split()
    start = next(n for n in range(len(folded)) if folded[n : n + len(figures)] == figures)
    return [days], None, set(range(start, start + len(figures)))


def _month_at(folded: list[str], number: int) -> int | None:
    """The month that a word names; `may`, `march` and short forms only beside figures."""
    word = folded[number]
    beside = folded[max(0, number - 1) : number] + folded[number + 1 : number + 2]
    by_figures = any(other[0].isdigit() for other in beside)
    if word in _ENGLISH and word not in ("may", "march"):
        return _MONTHS[word[:3]]
    if word in _ENGLISH or (word in _MONTHS and len(word) == len("jan")):
        return _MONTHS[word[:3]] if by_figures else None
    stem = next((s for s in _MONTHS if word.startswith(s) and len(s) > len("jan")), None)
    return _MONTHS[stem] if stem is not None and len(word) <= len(stem) + 2 else None


def _day_at(folded: list[str], number: int, months: dict[int, int]) -> int | None:
    """The day of the month that a word names: a number beside a month."""
    found = re.fullmatch(r"([12]?[0-9]|3[01])(?:st|nd|rd|th)?", folded[number])
    after = number + 2 if folded[number + 1 : number + 2] == ["of"] else number + 1
    beside = number - 1 in months or after in months
    return int(found[1]) if found and beside and int(found[1]) else None


def _year(word: str) -> int | None:
    return int(word) if re.fullmatch(r"(19|20)[0-9]{2}", word) else None


def _years(word: str, count: int) -> Span | None:
    """A year, a decade, or two figures of a year beside another word."""
    if (year := _year(word)) is not None:
        return Span(date(year, 1, 1), date(year, 12, 31))
    decade = re.fullmatch(r"(?:(19|20)?([0-9])0s)", word)
    if decade is not None and (decade[1] or decade[2] in "456789012"):
        century = decade[1] or ("20" if decade[2] in "012" else "19")
        first = int(f"{century}{decade[2]}0")
        return Span(date(first, 1, 1), date(first + 9, 12, 31))
    if count > 1 and re.fullmatch(r"[4-9][0-9]", word):
        return Span(date(1900 + int(word), 1, 1), date(1900 + int(word), 12, 31))
    return None


def _within(year: int, month: int, day: int | None) -> Span | None:
    try:
        return span(f"{year:04}-{month:02}" + (f"-{day:02}" if day else ""))
    except ValueError:
        return None


def _season(year: int, first: int, last: int) -> Span:
    end = year + 1 if last < first else year
    return Span(span(f"{year:04}-{first:02}").first, span(f"{end:04}-{last:02}").last)
