"""Fields of a query and filters of the command line: which records may be hits at all."""

from dataclasses import dataclass

from summitcli.model import Meeting, MeetingKind, MeetingStatus, Record, type_of
from summitcli.model.dates import Span, span


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a hit has to be; within one field any value will do, all fields must fit."""

    types: frozenset[str] = frozenset()
    leaders: frozenset[str] = frozenset()
    meetings: frozenset[str] | None = None
    "Ids of the meetings at the places that were asked for."
    themes: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    within: Span | None = None
    kinds: frozenset[MeetingKind] = frozenset()
    statuses: frozenset[MeetingStatus] = frozenset()


def fits(record: Record, wanted: Filters) -> bool:
    """Whether a record is what the filters ask for; what it cannot have, it does not fit."""
    if wanted.types and type_of(record) not in wanted.types:
        return False
    if wanted.themes and wanted.themes.isdisjoint(_themes(record)):
        return False
    if (wanted.years or wanted.within) and not _in_time(record, wanted):
        return False
    if not (wanted.leaders or wanted.kinds or wanted.statuses or wanted.meetings is not None):
        return True
    return isinstance(record, Meeting) and (
        (not wanted.leaders or not wanted.leaders.isdisjoint(record.everyone))
        and (not wanted.kinds or record.kind in wanted.kinds)
        and (not wanted.statuses or record.status in wanted.statuses)
        and (wanted.meetings is None or record.id in wanted.meetings)
    )


def _themes(record: Record) -> tuple[str, ...]:
    if type_of(record) == "theme":
        return (record.id,)
    return getattr(record, "themes", ())


def _in_time(record: Record, wanted: Filters) -> bool:
    when = getattr(record, "date", None)
    if when is None:
        return False
    return span(when, getattr(record, "end_date", None)).matches(wanted.years, wanted.within)
