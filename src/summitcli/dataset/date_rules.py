"""Rules for dates: they are on the calendar, and in order."""

from collections.abc import Iterator

from summitcli.dataset.entry import Entry
from summitcli.dataset.problems import Problem
from summitcli.model import Person
from summitcli.model.dates import Span, parse_span
from summitcli.model.fields import FieldPath, iter_values_with

# Pairs of fields of which the first must not be later than the second.
_ORDERED = (
    ("date", "end_date"),
    ("start_date", "end_date"),
    ("announced_on", "cancelled_on"),
    ("born", "died"),
)


def valid_span(start: str | None, end: str | None = None) -> Span | None:
    """Return the days of a date or range, or None if they are unknown or not valid."""
    if start is None:
        return None
    try:
        return parse_span(start, end)
    except ValueError:  # reported where the dates of all records are checked
        return None


def check_dates(entry: Entry, record: object) -> Iterator[Problem]:
    """Yield a problem for each date that does not exist, and for each pair that is not in order."""
    for path, _, value in iter_values_with(record, "partial_date"):
        try:
            parse_span(value)
        except ValueError as error:
            yield entry.problem(path, str(error))
    yield from _check_order(entry, record, ())
    if isinstance(record, Person):
        for index, office in enumerate(record.offices):
            yield from _check_order(entry, office, ("offices", index))


def _check_order(entry: Entry, part: object, path: FieldPath) -> Iterator[Problem]:
    for earlier, later in _ORDERED:
        if not (hasattr(part, earlier) and hasattr(part, later)):
            continue
        start, end = getattr(part, earlier), getattr(part, later)
        if end is None:
            continue
        if start is None:
            if later == "end_date":
                message = f"end_date is given without {earlier}; add {earlier}"
                yield entry.problem((*path, later), message)
            continue
        both_valid = valid_span(start) is not None and valid_span(end) is not None
        if both_valid and valid_span(start, end) is None:
            message = f"{later} {end} is before {earlier} {start}; correct one of them"
            yield entry.problem((*path, later), message)
