"""What a record is worth apart from the words that stand in it: its type, and its date."""

from summitcli.model import Dataset, Meeting, MeetingStatus, Record, type_of
from summitcli.model.dates import Span, span
from summitcli.search import weights
from summitcli.search.query import Query
from summitcli.search.select import in_focus

_ONE_DATE = 31  # days up to which a range is looked for by the day of its beginning or end


def prior(record: Record, dataset: Dataset) -> float:
    """What a record weighs without any word."""
    worth = weights.PRIOR[type_of(record)]
    if isinstance(record, Meeting):
        worth += weights.IN_FOCUS * in_focus(record, dataset)
        worth += weights.IN_PERSON * record.in_person
        held = record.status is MeetingStatus.HELD
        worth += weights.HELD if held else weights.NOT_HELD
    return worth


def date_share(record: Record, question: Query) -> float | None:
    """What the date of a record adds; None where it is not of the date that was asked for."""
    if not question.days and question.month_day is None:
        return 0.0
    when = getattr(record, "date", None)
    if when is None or type_of(record) == "source":
        return None
    days = span(when, getattr(record, "end_date", None))
    if question.month_day is not None:
        return weights.DATE if _of_month_day(days, question.month_day) else None
    touched = [wanted for wanted in question.days if days.touches(wanted)]
    if not touched:
        return None
    inside = any(wanted.first <= days.first and days.last <= wanted.last for wanted in touched)
    return weights.DATE if inside else weights.DATE / 2


def _of_month_day(days: Span, month_day: tuple[int, int]) -> bool:
    if (days.last - days.first).days > _ONE_DATE:
        return False
    month, day = month_day
    ends = (days.first, days.last)
    if not day:
        return any(end.month == month for end in ends)
    return any((end.month, end.day) == (month, day) for end in ends)
