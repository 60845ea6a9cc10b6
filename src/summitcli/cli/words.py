"""Words after `list` without an option: a year, date, place, leader, theme, kind or participant."""

from typing import Any

from msgspec.structs import replace

from summitcli.cli.options import FilterArgs
from summitcli.errors import UsageError
from summitcli.model import Dataset

_FITS = ("whole", "partial", "guess")  # of a text and a name, the best first
_FIELDS = {"place": "places", "leader": "leaders", "theme": "themes", "kind": "kinds"}


def add_words(filters: FilterArgs, words: list[str] | None, dataset: Dataset) -> FilterArgs:
    """Return filters with those that some words mean; raise UsageError unless there is one reading.

    The words are read together if they have a meaning together, otherwise one by one.
    """
    if not words:
        return filters
    together = " ".join(words)
    if len(words) == 1 or _readings(together, dataset, ("whole", "partial")):
        return _add(filters, together, dataset)
    for word in words:
        filters = _add(filters, word, dataset)
    return filters


def _add(filters: FilterArgs, text: str, dataset: Dataset) -> FilterArgs:
    from shlex import quote

    readings = _readings(text, dataset, _FITS)
    if not readings:
        raise UsageError(
            f"'{text}' is not a year, a place, a person, a theme or a kind of meeting;"
            f" 'summit search {quote(text)}' looks for it everywhere"
        )
    if len(readings) > 1:
        commands = " or ".join(f"summit list {reading}" for reading in readings.values())
        raise UsageError(f"'{text}' may mean several things; write {commands}")
    field = next(iter(readings))
    if field == "period":
        return replace(filters, since=text, until=text)
    value = _kind(text) or text if field == "kinds" else text
    values: dict[str, Any] = {field: [*(getattr(filters, field) or ()), value]}
    return replace(filters, **values)


def describe_words(text: str, dataset: Dataset) -> list[str]:
    """Return the options that words may mean: `--leader reagan`."""
    return list(_readings(text, dataset, _FITS[:2]).values())


def _readings(text: str, dataset: Dataset, fits: tuple[str, ...]) -> dict[str, str]:
    """Return the filters that a text fits best, each with the options that say so.

    A participant is the last reading before misspellings: leaders took part too.
    """
    from shlex import quote

    period = _period(text)
    if period:
        return period
    fit_of = {field: _fit(field, text, dataset) for field in _FIELDS}
    for fit in fits:
        fields = [field for field in _FIELDS if fit_of[field] == fit]
        if fields:
            return {_FIELDS[field]: f"--{field} {quote(text)}" for field in fields}
        if fit == "partial" and _fit("participant", text, dataset) in _FITS[:2]:
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


def _kind(text: str) -> str:
    """Return the kind of meeting that a word names, in the singular or plural; empty if none."""
    from summitcli.search.select import KINDS

    word = text.casefold().replace(" ", "-")
    return next((kind for kind in (word, word.removesuffix("s")) if kind in KINDS), "")


def _fit(field: str, text: str, dataset: Dataset) -> str:
    """Return how well a text fits the names of a field; empty if it fits none."""
    from summitcli.search.narrow import narrow
    from summitcli.search.resolve import UnknownNameError
    from summitcli.search.select import Selection

    if field == "kind":
        return "whole" if _kind(text) else ""
    try:
        _, resolved = narrow(Selection(), field, text, dataset)
    except UnknownNameError:
        return ""
    if resolved is None or resolved.guessed:
        return "guess"
    return "partial" if resolved.partial else "whole"
