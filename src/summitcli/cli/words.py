"""Words after `list` without an option: a year, date, place, person, theme, kind or status."""

from collections.abc import Collection
from typing import Any

from msgspec.structs import replace

from summitcli.cli.options import FilterArgs
from summitcli.errors import UsageError
from summitcli.model import Dataset

_FITS = ("whole", "partial", "guess")  # of a text and a name, the best first
_FIELDS = {"place": "places", "leader": "leaders", "theme": "themes"}
_GUESSED_LETTERS = 6  # of a participant's name; shorter words are near too many names
_LINKING = frozenset({"and", "at", "between", "in", "of", "on", "with"})


def add_words(filters: FilterArgs, words: list[str] | None, dataset: Dataset) -> FilterArgs:
    """Return filters with those that some words mean; raise UsageError unless there is one reading.

    The longest run of words with a meaning is read first: `phone calls 2025` is a kind and a year.
    """
    rest = words or []
    if len(rest) > 1:
        rest = [word for word in rest if word not in _LINKING]
    while rest:
        length = _first_run(rest, dataset)
        filters = _add(filters, " ".join(rest[:length]), dataset)
        rest = rest[length:]
    return filters


def _first_run(words: list[str], dataset: Dataset) -> int:
    """Return how many of the first words are read together: as many as have a meaning."""
    for fits in (_FITS[:2], _FITS[2:]):
        for length in range(len(words), 0, -1):
            text = " ".join(words[:length])
            readings = _readings(text, dataset, fits)
            # A place and a year are two filters, although the place is found with both.
            if readings and (length == 1 or "period" in readings or not _period(words[length - 1])):
                return length
    return 1


def _add(filters: FilterArgs, text: str, dataset: Dataset) -> FilterArgs:
    from shlex import quote

    readings = _readings(text, dataset, _FITS)
    if not readings:
        raise UsageError(
            f"'{text}' is not a year, a place, a person, a theme, a kind or a status of meetings;"
            f" 'summit search {quote(text)}' looks for it everywhere"
        )
    if len(readings) > 1:
        commands = " or ".join(f"summit list {reading}" for reading in readings.values())
        raise UsageError(f"'{text}' may mean several things; write {commands}")
    field = next(iter(readings))
    if field == "period":
        return replace(filters, since=text, until=text)
    if field == "leaders" and _meets(text, filters.leaders, dataset):
        field = "participants"  # both of them, as several leaders mean any of them
    values: dict[str, Any] = {
        field: [*(getattr(filters, field) or ()), _exact(field, text) or text]
    }
    return replace(filters, **values)


def _meets(text: str, leaders: list[str] | None, dataset: Dataset) -> bool:
    """Return whether a leader is of another side than the leaders that were typed before."""
    from summitcli.search.narrow import narrow
    from summitcli.search.select import Selection

    def sides(typed: str) -> set[str]:
        chosen, _ = narrow(Selection(), "leader", typed, dataset)
        return {person.side for person in dataset.people if person.id in chosen.leaders}

    return bool(leaders) and all(sides(text).isdisjoint(sides(typed)) for typed in leaders or ())


def describe_words(text: str, dataset: Dataset) -> list[str]:
    """Return the options that words may mean: `--leader reagan`."""
    return list(_readings(text, dataset, _FITS[:2]).values())


def _readings(text: str, dataset: Dataset, fits: tuple[str, ...]) -> dict[str, str]:
    """Return the filters that a text fits best, each with the options that say so.

    A participant is the last reading before misspellings: leaders took part too.
    """
    from shlex import quote

    if period := _period(text):
        return period
    for field, option in (("kinds", "kind"), ("statuses", "status")):
        if _exact(field, text):
            return {field: f"--{option} {quote(text)}"}
    fit_of = {field: _fit(field, text, dataset) for field in _FIELDS}
    for fit in fits:
        fields = [field for field in _FIELDS if fit_of[field] == fit]
        if fields:
            return {_FIELDS[field]: f"--{field} {quote(text)}" for field in fields}
        known = {"partial": _FITS[:2], "guess": _FITS[2:]}.get(fit, ())
        long_enough = fit == "partial" or len(text) >= _GUESSED_LETTERS
        if known and long_enough and _fit("participant", text, dataset) in known:
            return {"participants": f"--participant {quote(text)}"}
    return {}


def _period(text: str) -> dict[str, str]:
    from shlex import quote

    from summitcli.search.typed_dates import parse_date, parse_years

    try:
        parse_years(text)
    except ValueError:
        pass
    else:
        return {"years": f"--year {text}"}
    try:
        parse_date(text)
    except ValueError:
        return {}
    return {"period": f"--since {quote(text)} --until {quote(text)}"}


def _exact(field: str, text: str) -> str:
    """Return the kind or status that a text names, as one or several; empty if it names none."""
    from summitcli.search.select import KINDS, STATUSES

    names: dict[str, Collection[str]] = {"kinds": KINDS, "statuses": STATUSES}
    word = text.casefold().replace(" ", "-")
    return next(
        (name for name in (word, word.removesuffix("s")) if name in names.get(field, ())), ""
    )


def _fit(field: str, text: str, dataset: Dataset) -> str:
    """Return how well a text fits the names of a field; empty if it fits none."""
    from summitcli.search.narrow import narrow
    from summitcli.search.resolve import UnknownNameError
    from summitcli.search.select import Selection

    try:
        _, resolved = narrow(Selection(), field, text, dataset)
    except UnknownNameError:
        return ""
    if resolved is None or resolved.guessed:
        return "guess"
    return "partial" if resolved.partial else "whole"
