"""Score a record independently of the query's words, by its type and date."""

from summitcli.model import Dataset, Meeting, MeetingStatus, MeetingSummary, type_of
from summitcli.model.dates import Span, parse_span
from summitcli.search import weights
from summitcli.search.index import Head
from summitcli.search.query import Query
from summitcli.search.select import in_focus

_MAX_DAYS = 31  # days up to which a range is found by the day on which it begins or ends


def prior(record: Head, dataset: Dataset) -> float:
    """Return the score that a record has before any word is looked at."""
    score = weights.PRIOR[type_of(record)]
    if isinstance(record, (Meeting, MeetingSummary)):
        score += weights.IN_FOCUS * in_focus(record, dataset)
        score += weights.IN_PERSON * record.in_person
        held = record.status is MeetingStatus.HELD
        score += weights.HELD if held else weights.NOT_HELD
    return score


def date_score(record: Head, query: Query) -> float | None:
    """Return what the date of a record adds; None if the query asks for another date."""
    if not query.spans and query.month_day is None:
        return 0.0
    when = getattr(record, "date", None)
    if when is None or type_of(record) == "source":
        return None
    span = parse_span(when, getattr(record, "end_date", None))
    if query.month_day is not None:
        return weights.DATE if _falls_on(span, query.month_day) else None
    touched = [wanted for wanted in query.spans if span.touches(wanted)]
    if not touched:
        return None
    begun = [wanted for wanted in touched if wanted.first <= span.first]
    if not begun:
        return weights.DATE * weights.OVERLAPPING
    inside = any(span.last <= wanted.last for wanted in begun)
    return weights.DATE if inside else weights.DATE * weights.BEGUN


def _falls_on(span: Span, month_day: tuple[int, int]) -> bool:
    """Return whether a short span begins or ends on a day, or in a month if the day is 0."""
    if (span.last - span.first).days > _MAX_DAYS:
        return False
    month, day = month_day
    ends = (span.first, span.last)
    if not day:
        return any(end.month == month for end in ends)
    return any((end.month, end.day) == (month, day) for end in ends)
