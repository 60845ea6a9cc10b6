"""Raise the first, last, longest or shortest meeting if a query asks for it."""

from dataclasses import replace

from summitcli.model import CALLS, Dataset, Meeting, MeetingStatus
from summitcli.search import weights
from summitcli.search.hit import Hit, ScoreComponent
from summitcli.search.query import Query

_CALL_WORDS = frozenset({"call", "calls", "phone", "telephone", "zvonok"})
_NAME_FIELDS = frozenset(
    {"title", "aliases", "leaders", "place.city", "place.country", "place.aliases"}
)


def raise_extreme(hits: list[Hit], query: Query, dataset: Dataset) -> list[Hit]:
    """Return the hits, with the first, last, longest or shortest one moved to the top if required.

    Only meetings that were held and whose names contain every other word are compared: calls if
    the query mentions calls, otherwise meetings in person.
    """
    if query.extreme is None:
        return hits
    measure, direction = query.extreme
    calls = bool(_CALL_WORDS & set(query.words))
    wanted = set(query.required) - _CALL_WORDS
    if not (wanted or calls):
        return hits
    values: dict[str, str] = {}
    for hit in hits:
        record = dataset.by_id[hit.id]
        named = {item.query for item in hit.matches if item.field in _NAME_FIELDS}
        if isinstance(record, Meeting) and wanted <= named and _is_comparable(record, calls=calls):
            values[hit.id] = _sort_key(record, measure)
    values = {identifier: value for identifier, value in values.items() if value}
    if not values:
        return hits
    best = (max if direction > 0 else min)(values, key=lambda identifier: values[identifier])
    raised = next(_raise_to(hit, hits[0].score) for hit in hits if hit.id == best)
    return [raised, *(hit for hit in hits if hit.id != best)]


def _is_comparable(meeting: Meeting, *, calls: bool) -> bool:
    of_kind = meeting.kind in CALLS if calls else meeting.in_person
    return meeting.status is MeetingStatus.HELD and of_kind


def _sort_key(meeting: Meeting, measure: str) -> str:
    """Return the date or length in a form that sorts; empty if it is not known."""
    if measure == "date":
        return meeting.date or ""
    minutes = meeting.duration.actual_minutes if meeting.duration else None
    return f"{minutes:09}" if minutes else ""


def _raise_to(hit: Hit, level: float) -> Hit:
    """Return a hit with a bonus that raises its score at least to a level."""
    bonus = max(weights.EXTREME, (level - hit.score) * weights.BEST / 100)
    score = round(min(100.0, hit.score + 100 * bonus / weights.BEST), 2)
    component = ScoreComponent("first, last or longest", bonus)
    return replace(hit, score=max(score, level), score_parts=(*hit.score_parts, component))
