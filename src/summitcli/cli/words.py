"""Words after `list` without an option: a year, date, place, person, theme, kind or status."""

from collections.abc import Iterator
from shlex import join, quote
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from summitcli.cli.options import FilterArgs
from summitcli.errors import UsageError
from summitcli.model import Dataset

if TYPE_CHECKING:
    from summitcli.search.resolve import Resolved

_CERTAIN = ("whole", "partial")  # how well a text fits a name, the best first
_GUESS = ("guess",)
_FIELDS = {"place": "places", "leader": "leaders", "theme": "themes"}
_GUESSED_LETTERS = 6  # of a participant's name; shorter words are near too many names
# Words between others, which filter nothing.
_LINKING = frozenset({"and", "at", "between", "from", "in", "of", "on", "the", "with"})
_MEETINGS = frozenset({"meeting", "meetings"})  # what is listed anyway
_POSITIONS = ("first", "last", "next")  # a meeting of the focus pair


class Reading(Struct, frozen=True):
    """A filter that some words may mean: its field, its value, and the options that say it."""

    field: str
    value: str
    option: str
    ids: frozenset[str] = frozenset()
    "What the value was resolved to, if it was."


def add_words(filters: FilterArgs, words: list[str], dataset: Dataset) -> FilterArgs:
    """Return filters with those that some words mean; raise UsageError unless there is one reading.

    The longest run of words with a meaning is read first: `phone calls 2025` is a kind and a year.
    Leaders of different sides mean their meetings with each other.
    """
    sides: set[str] = set()
    if filters.leaders:
        from summitcli.cli.filters import parse_filters

        typed = parse_filters(FilterArgs(leaders=filters.leaders), dataset)
        sides = _sides(typed.leaders, dataset)
    _refuse_position(words)
    for text, readings in _runs(words, dataset):
        reading = _only(text, readings, words)
        field = reading.field
        if field == "leaders":
            own = _sides(reading.ids, dataset)
            if sides and own.isdisjoint(sides):
                field = "participants"  # both of them, as several leaders mean any of them
            else:
                sides |= own
        filters = _with(filters, field, reading.value)
    return filters


def describe_words(words: list[str], dataset: Dataset) -> list[str]:
    """Return the options that words may mean, without guesses: `--leader reagan --year 1986`."""
    runs = [readings for _, readings in _runs(words, dataset, guess=False)]
    if len(runs) == 1:
        return [reading.option for reading in runs[0]]
    if not all(len(readings) == 1 for readings in runs):
        return []
    return [" ".join(reading.option for readings in runs for reading in readings)]


def _refuse_position(words: list[str]) -> None:
    """Raise UsageError for `last` among other words, with the command for the last of a list."""
    positions = [word for word in words if word.casefold() in _POSITIONS]
    if not positions or len(words) == 1:
        return
    others = [word for word in words if word not in positions]
    order = [] if positions[0].casefold() == "first" else ["--reverse"]
    command = join(["summit", "list", *others, *order, "--limit", "1"])
    raise UsageError(f"'{positions[0]}' stands alone; for that of a list: {command}")


def _sides(people: frozenset[str], dataset: Dataset) -> set[str]:
    return {person.side for person in dataset.people if person.id in people}


def _only(text: str, readings: list[Reading], words: list[str]) -> Reading:
    """Return the sole reading of a text among other words; raise UsageError otherwise."""
    if not readings:
        raise UsageError(
            f"'{text}' is not a year, a place, a person, a theme, a kind or a status of meetings;"
            f" to look for it everywhere: summit search {quote(text)}"
        )
    if len(readings) > 1:
        others = [word for word in words if word not in text.split()]
        command = join(["summit", "list", *others])
        commands = " or ".join(f"{command} {reading.option}" for reading in readings)
        raise UsageError(f"'{text}' may mean several things; write {commands}")
    return readings[0]


def _with(filters: FilterArgs, field: str, value: str) -> FilterArgs:
    if field == "period":
        return replace(filters, since=value, until=value)
    if field == "all_leaders":
        return replace(filters, all_leaders=True)
    values: dict[str, Any] = {field: [*(getattr(filters, field) or ()), value]}
    return replace(filters, **values)


def _runs(
    words: list[str], dataset: Dataset, guess: bool = True
) -> Iterator[tuple[str, list[Reading]]]:
    """Yield runs of words with what each may mean, the longest that have a meaning."""
    rest = [word for word in words if word.strip()]
    if not rest:
        raise UsageError("the word after the command is empty; leave it out")
    rest = [part for word in rest for part in _parts(word, dataset)]
    rest = [word for word in rest if word.casefold() not in _MEETINGS]
    if len(rest) > 1:
        rest = [word for word in rest if word.casefold() not in _LINKING]
    while rest:
        length, readings = _first_run(rest, dataset, guess)
        yield " ".join(rest[:length]), readings
        rest = rest[length:]


def _parts(word: str, dataset: Dataset) -> list[str]:
    """Return the values in a word: several if it has commas and is not one name, `Oslo, Norway`."""
    parts = [part.strip() for part in word.split(",") if part.strip()]
    return parts if len(parts) > 1 and not _read(word, dataset, _CERTAIN) else [word]


def _first_run(words: list[str], dataset: Dataset, guess: bool) -> tuple[int, list[Reading]]:
    """Return how many of the first words are read together, and what they may mean."""
    for fits in (_CERTAIN, _GUESS) if guess else (_CERTAIN,):
        for length in range(len(words), 0, -1):
            readings = _read(" ".join(words[:length]), dataset, fits)
            # A place and a year are two filters, although the place is found with both.
            is_period = any(reading.field == "period" for reading in readings)
            if readings and (length == 1 or is_period or not _period(words[length - 1])):
                return length, readings
    return 1, []


def _read(text: str, dataset: Dataset, fits: tuple[str, ...]) -> list[Reading]:
    """Return the filters that a text fits best.

    A participant is the last reading before misspellings: leaders took part too.
    """
    if exact := _fixed_word(text) or _period(text):
        return exact
    found = {field: _resolve(field, text, dataset) for field in ("kind", *_FIELDS)}
    for fit in fits:
        fields = [field for field in _FIELDS if _fit(found[field]) == fit]
        if fit == "partial":
            if (kind := found["kind"]) is not None and _fit(kind) == fit:
                return [Reading("kinds", text, f"--kind {quote(text)}")]
            if "leader" in fields:
                fields = ["leader"]  # people are known by their surnames
        if fields:
            return [_reading(_FIELDS[field], field, text, found[field]) for field in fields]
        if fit == "partial" or (fit == "guess" and len(text) >= _GUESSED_LETTERS):
            person = _resolve("participant", text, dataset)
            if person is not None and (_fit(person) == "guess") == (fit == "guess"):
                return [_reading("participants", "participant", text, person)]
    return []


def _reading(field: str, option: str, text: str, found: "Resolved | None") -> Reading:
    ids = found.ids if found is not None else frozenset[str]()
    return Reading(field, text, f"--{option} {quote(text)}", ids)


def _period(text: str) -> list[Reading]:
    from summitcli.search.typed_dates import parse_date, parse_years

    try:
        parse_years(text)
    except ValueError:
        pass
    else:
        return [Reading("years", text, f"--year {text}")]
    try:
        parse_date(text)
    except ValueError:
        return []
    return [Reading("period", text, f"--since {quote(text)} --until {quote(text)}")]


def _fixed_word(text: str) -> list[Reading]:
    """Return what `all` and `last` mean, or the kind or status that a text names."""
    from summitcli.search.select import KINDS, STATUSES

    word = text.casefold().replace(" ", "-")
    if word == "all":
        return [Reading("all_leaders", text, "--all")]
    if word in _POSITIONS:
        return [Reading("meetings", text, f"--meeting {word}")]
    for name in (word, word.removesuffix("s")):
        if name in KINDS:
            return [Reading("kinds", name, f"--kind {quote(text)}")]
        if name in STATUSES:
            return [Reading("statuses", name, f"--status {quote(text)}")]
    return []


def _resolve(field: str, text: str, dataset: Dataset) -> "Resolved | None":
    """Return what a text means as a value of a field; None if it matches none."""
    from summitcli.search.narrow import narrow
    from summitcli.search.resolve import UnknownNameError
    from summitcli.search.select import Selection

    try:
        return narrow(Selection(), field, text, dataset)[1]
    except UnknownNameError:
        return None


def _fit(found: "Resolved | None") -> str:
    """Return how well a text fits what it was resolved to; empty if it fits nothing."""
    if found is None:
        return ""
    if found.guessed:
        return "guess"
    return "partial" if found.partial else "whole"
