"""Words after `list` without an option: a year, a date, a place, a leader or a theme."""

from typing import Any

from msgspec.structs import replace

from summitcli.cli.options import FilterArgs
from summitcli.errors import UsageError
from summitcli.model import Dataset

_FITS = ("whole", "partial", "guess")  # of a text and a name, the best first
_FIELDS = {"place": "places", "leader": "leaders", "theme": "themes"}


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
            f"'{text}' is not a year, a place, a leader or a theme;"
            f" 'summit search {quote(text)}' looks for it everywhere"
        )
    if len(readings) > 1:
        commands = " or ".join(f"summit list {reading}" for reading in readings.values())
        raise UsageError(f"'{text}' may mean several things; write {commands}")
    field = next(iter(readings))
    if field == "period":
        return replace(filters, since=text, until=text)
    values: dict[str, Any] = {field: [*(getattr(filters, field) or ()), text]}
    return replace(filters, **values)


def _readings(text: str, dataset: Dataset, fits: tuple[str, ...]) -> dict[str, str]:
    """Return the filters that a text fits best, each with the options that say so."""
    from shlex import quote

    period = _period(text)
    if period:
        return period
    fit_of = {field: _fit(field, text, dataset) for field in _FIELDS}
    for fit in fits:
        fields = [field for field in _FIELDS if fit_of[field] == fit]
        if fields:
            return {_FIELDS[field]: f"--{field} {quote(text)}" for field in fields}
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
