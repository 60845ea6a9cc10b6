"""Records that are close in time, found without comparing each with each."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Generic, TypeVar

from summitcli.model import ContextEvent, MeetingLike
from summitcli.model.dates import parse_span

MAX_DISTANCE = 30
"The longest time between an event and a meeting that is linked to it, in days."

DatedT = TypeVar("DatedT", bound=ContextEvent | MeetingLike)


def days_of(record: ContextEvent | MeetingLike) -> tuple[int, int] | None:
    """Return the first and last day of a record, as numbers; None if only the year is known."""
    if record.date is None or "-" not in record.date:
        return None
    span = parse_span(record.date, record.end_date)
    return span.first.toordinal(), span.last.toordinal()


class ByDay(Generic[DatedT]):
    """Records by their days, for those that are dated to the month or day."""

    def __init__(self, records: Iterable[DatedT]) -> None:
        dated = ((days_of(record), number, record) for number, record in enumerate(records))
        self._entries = sorted(
            ((*days, number, record) for days, number, record in dated if days is not None),
            key=lambda entry: entry[:3],
        )
        self._firsts = [first for first, *_ in self._entries]
        self._longest = max((last - first for first, last, *_ in self._entries), default=0)

    def near(self, other: ContextEvent | MeetingLike) -> list[DatedT]:
        """Return the records at most 30 days from another, in the order in which they came."""
        days = days_of(other)
        if days is None:
            return []
        earliest, latest = days[0] - MAX_DISTANCE, days[1] + MAX_DISTANCE
        start = bisect_left(self._firsts, earliest - self._longest)
        stop = bisect_right(self._firsts, latest)
        found = [entry[2:] for entry in self._entries[start:stop] if entry[1] >= earliest]
        return [record for _, record in sorted(found, key=lambda entry: entry[0])]
