"""Words for days, months, years and times of the year, in several languages."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

from summitcli.model.dates import Span, month_number


def _numbered(text: str) -> dict[str, int]:
    """Number words in their order; alternatives are separated by slashes."""
    return {
        word: number
        for number, alternatives in enumerate(text.split(), 1)
        for word in alternatives.split("/")
    }


# Months in German, Dutch, French, Spanish, Portuguese, Italian, Polish and Ukrainian.
_MONTHS = {
    word: number
    for names in (
        """januar/janner februar marz april mai juni juli august september oktober
        november dezember""",
        """januari februari maart april mei juni juli augustus september oktober
        november december""",
        """janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre""",
        """enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre
        noviembre diciembre""",
        """janeiro fevereiro marco abril maio junho julho agosto setembro outubro
        novembro dezembro""",
        """gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre
        dicembre""",
        """stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika
        listopada grudnia""",
        """sichnya lyutogo bereznya kvitnya travnya chervnya lipnya serpnya veresnya zhovtnya
        listopada grudnya""",
    )
    for word, number in _numbered(names).items()
}
# Months that are also other words, and are months only next to a number.
AMBIGUOUS_MONTHS = frozenset({"may", "march", "mars", "mai", "marco", "maja", "mei"})

_ENGLISH_DAYS = _numbered(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
)
_ENGLISH_NUMBERS = _numbered(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty"""
)
_TENS = {
    word: 10 * number
    for word, number in _numbered(
        "ten twenty thirty forty/fourty fifty sixty seventy eighty ninety"
    ).items()
}
_DECADES = {f"{word.removesuffix('y')}ies": tens for word, tens in _TENS.items() if tens > 10}
_GERMAN_NUMBERS = _numbered(
    """ein/eins/ers zwei drei/drit vier funf sechs sieb/sieben acht/ach neun zehn elf zwolf
    dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn"""
)
_GERMAN_TENS = {
    word: 10 * number
    for word, number in _numbered(
        "zehn zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig"
    ).items()
}
# Numbers that come before a month in languages that count days so.
_OTHER_DAYS = {
    **_numbered(
        """premier/un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze
        quinze seize"""
    ),
    **_numbered(
        """primero/uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce
        quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres
        veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve treinta"""
    ),
    **_numbered(
        """primo due tre quattro cinque sei sette otto nove dieci undici dodici tredici
        quattordici quindici sedici diciassette diciotto diciannove venti ventuno ventidue
        ventitre ventiquattro venticinque ventisei ventisette ventotto ventinove trenta trentuno"""
    ),
}
_DAY_TENS = {
    "twenty": 20,
    "thirty": 30,
    "dvadtsat": 20,
    "tridtsat": 30,
    "dix": 10,
    "vingt": 20,
    "trente": 30,
    "treinta": 30,
}
_RUSSIAN_DAYS = _numbered(
    """perv vtor treti/tret chetvert pyat shest sedm vosm devyat desyat odinnadtsat dvenadtsat
    trinadtsat chetyrnadtsat pyatnadtsat shestnadtsat semnadtsat vosemnadtsat devyatnadtsat
    dvadtsat"""
)
_RUSSIAN_ENDINGS = ("oe", "ogo", "ye", "e", "yego", "ego")


def month(word: str) -> int | None:
    """Return the month that a folded word names."""
    return month_number(word) or _MONTHS.get(word)


def day_at(words: Sequence[str], start: int) -> tuple[int, int]:
    """Return the day of the month written in words at a position and its length; zeros if none.

    `third`, `twenty eighth`, `dritter`, `tres` and `tretye` are days.
    """
    tens = _DAY_TENS.get(words[start], 0)
    skipped = 2 if list(words[start + 1 : start + 2]) in (["et"], ["y"]) else 1
    for unit_word in words[start + skipped : start + skipped + 1] if tens else ():
        unit = _ordinal(unit_word) or _OTHER_DAYS.get(unit_word, 0)
        if 0 < unit < 10:
            return tens + unit, 1 + skipped
    day = _ordinal(words[start]) or _OTHER_DAYS.get(words[start], 0)
    return day, int(day > 0)


def _ordinal(word: str) -> int:
    """Return an ordinal or number up to 31 in one word, in English, German or Russian; else 0."""
    if word in _ENGLISH_DAYS or word in _ENGLISH_NUMBERS:
        return _ENGLISH_DAYS.get(word) or _ENGLISH_NUMBERS[word]
    if word in ("thirtieth", "dreissigste", "dreissigster", "dreissigsten"):
        return 30
    for ending in ("ster", "sten", "ste", "ter", "ten", "te"):
        if word.endswith(ending) and (number := _german(word.removesuffix(ending))):
            return number
    for ending in _RUSSIAN_ENDINGS:
        if word.endswith(ending) and word.removesuffix(ending) in _RUSSIAN_DAYS:
            return _RUSSIAN_DAYS[word.removesuffix(ending)]
    return 0


def _german(word: str) -> int:
    """Return a German number below 100: `neunundachtzig` is 89; 0 for another word."""
    unit, _, tens = word.rpartition("und")
    if unit:
        units = _GERMAN_NUMBERS.get(unit, 0)
        return units + _GERMAN_TENS.get(tens, 0) if units and tens in _GERMAN_TENS else 0
    return _GERMAN_NUMBERS.get(word) or _GERMAN_TENS.get(word, 0)


def year_at(words: Sequence[str], start: int) -> tuple[str, int]:
    """Return the year or decade in words at a position, in figures, and its length; or `"", 0`.

    `nineteen eighty six`, `two thousand and eight`, `nineteen eighties`, `eighties`,
    `neunzehnhundertneunundachtzig`.
    """
    word = words[start]
    if word in _DECADES:
        return f"{_DECADES[word]}s", 1
    for hundreds, century in (("neunzehnhundert", 1900), ("zweitausend", 2000)):
        if word.startswith(hundreds) and (number := _german(word.removeprefix(hundreds))):
            return str(century + number), 1
    rest = words[start + 1 :]
    if word == "two" and rest[:1] == ["thousand"]:
        skipped = 1 if rest[1:2] == ["and"] else 0
        value, size = _below_hundred(rest[1 + skipped :])
        return (str(2000 + value), 2 + skipped + size) if size else ("", 0)
    if word in ("nineteen", "twenty") and rest:
        century = 19 if word == "nineteen" else 20
        if rest[0] in _DECADES:
            return f"{century}{_DECADES[rest[0]]}s", 2
        if word == "nineteen" and rest[0] == "hundred":
            skipped = 1 if rest[1:2] == ["and"] else 0
            value, size = _below_hundred(rest[1 + skipped :])
            return (str(1900 + value), 2 + skipped + size) if size else ("", 0)
        if rest[0] in ("oh", "o") and len(rest) > 1 and rest[1] in _ENGLISH_NUMBERS:
            return f"{century}0{_ENGLISH_NUMBERS[rest[1]] % 10}", 3
        value, size = _below_hundred(rest)
        if value >= 10:
            return f"{century}{value}", 1 + size
    return "", 0


_FIRST_SHORT_YEAR = 40  # `40` to `99` may be years of the twentieth century


def short_year_at(words: Sequence[str], start: int) -> tuple[str, int]:
    """Return `79` for `seventy nine` at a position, and its length."""
    value, size = _below_hundred(words[start:])
    return (str(value), size) if value >= _FIRST_SHORT_YEAR else ("", 0)


def _below_hundred(words: Sequence[str]) -> tuple[int, int]:
    """Return the number below 100 with which words begin, and how many words it takes."""
    if not words:
        return 0, 0
    if words[0] in _TENS:
        unit = _ENGLISH_NUMBERS.get(words[1], 0) if len(words) > 1 else 0
        if 0 < unit < 10:
            return _TENS[words[0]] + unit, 2
        return _TENS[words[0]], 1
    number = _ENGLISH_NUMBERS.get(words[0], 0)
    return number, int(number > 0)


SEASONS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
}
# Days with names, as month and day.
_NAMED_DAYS = {
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("boxing", "day"): (12, 26),
    ("new", "year", "eve"): (12, 31),
    ("new", "years", "eve"): (12, 31),
    ("new", "year", "day"): (1, 1),
    ("new", "years", "day"): (1, 1),
    ("valentine", "day"): (2, 14),
    ("valentines", "day"): (2, 14),
    ("halloween",): (10, 31),
    ("independence", "day"): (7, 4),
    ("victory", "day"): (5, 9),
    ("armistice", "day"): (11, 11),
    ("heiligabend",): (12, 24),
    ("silvester",): (12, 31),
}
_WEEKS = {**_numbered("first second third fourth"), "last": -1}
_PARTS = {
    **dict.fromkeys(("early", "beginning", "start", "anfang", "debut"), 0),
    **dict.fromkeys(("mid", "middle", "mitte"), 1),
    **dict.fromkeys(("late", "end", "ende", "fin"), 2),
}
_DAYS_OF_WEEK = 7


def part_at(words: Sequence[str], start: int) -> tuple[Callable[[Span], Span] | None, int]:
    """Return the part of a month or year that is asked for at a position, and how long that is.

    `early` and `end of` are a third of it, `last week of` a week and `first day of` a day.
    """
    word, following = words[start], list(words[start + 1 : start + 3])
    with_of = following[1:] == ["of"]
    if following[:1] in (["week"], ["weekend"]) and word in _WEEKS and with_of:
        return partial(_week, number=_WEEKS[word]), 3
    if following[:1] == ["day"] and word in ("first", "last") and with_of:
        return partial(_edge, last=word == "last"), 3
    if following[:1] == ["days"] and word in ("first", "last") and with_of:
        return partial(_week, number=_WEEKS[word]), 3
    if following[:1] == ["half"] and word in ("first", "second") and with_of:
        return partial(_half, second=word == "second"), 3
    if word in _PARTS:
        size = 2 if following[:1] == ["of"] else 1
        if size == 1 and word == "start":  # more often the treaty
            return None, 0
        return partial(_third, number=_PARTS[word]), size
    return None, 0


def _third(span: Span, number: int) -> Span:
    days = (span.last - span.first).days + 1
    first = span.first + timedelta(days=number * (days // 3))
    last = first + timedelta(days=days // 3 - 1) if number < 2 else span.last
    return Span(first, last)


def _week(span: Span, number: int) -> Span:
    if number < 0:
        return Span(span.last - timedelta(days=_DAYS_OF_WEEK - 1), span.last)
    first = span.first + timedelta(days=_DAYS_OF_WEEK * (number - 1))
    return Span(first, first + timedelta(days=_DAYS_OF_WEEK - 1))


def _half(span: Span, *, second: bool) -> Span:
    middle = span.first + (span.last - span.first) / 2
    return Span(middle, span.last) if second else Span(span.first, middle)


def _edge(span: Span, *, last: bool) -> Span:
    day = span.last if last else span.first
    return Span(day, day)


def named_day_at(words: Sequence[str], start: int) -> tuple[tuple[int, int] | None, int]:
    """Return the month and day of `christmas day` and the like at a position, and its length."""
    for names, day in _NAMED_DAYS.items():
        if tuple(words[start : start + len(names)]) == names:
            return day, len(names)
    return None, 0
