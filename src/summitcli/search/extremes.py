"""The first, last, longest or shortest of the meetings that a query names, where it asks for it."""

from dataclasses import replace

from summitcli.model import CALLS, Dataset, Meeting, MeetingStatus
from summitcli.search import weights
from summitcli.search.hit import Hit, ScoreComponent
from summitcli.search.query import Query

_CALL_WORDS = frozenset({"call", "calls", "phone", "telephone", "zvonok"})
_NAMING = frozenset({"title", "aliases", "leaders", "place.city", "place.country", "place.aliases"})


def raise_extreme(hits: list[Hit], question: Query, dataset: Dataset) -> list[Hit]:
    """The hits, with the one that the query asks for raised to the head of them.

    Only meetings that were held and whose names have every other word are looked at: calls if the
    query speaks of calls, else meetings in person.
    """
    if question.extreme is None:
        return hits
    measure, end = question.extreme
    calls = bool(_CALL_WORDS & set(question.words))
    wanted = set(question.words) - question.soft - _CALL_WORDS
    known: dict[str, str] = {}
    for hit in hits:
        record = dataset.by_id[hit.id]
        named = {item.query for item in hit.matches if item.field in _NAMING}
        if isinstance(record, Meeting) and wanted <= named and _is_one(record, calls):
            known[hit.id] = _measured(record, measure)
    known = {identifier: value for identifier, value in known.items() if value}
    if not known or not (wanted or calls):
        return hits
    best = (max if end > 0 else min)(known, key=lambda identifier: known[identifier])
    raised = next(_raised(hit, hits[0].score) for hit in hits if hit.id == best)
    return [raised, *(hit for hit in hits if hit.id != best)]


def _is_one(meeting: Meeting, calls: bool) -> bool:
    of_kind = meeting.kind in CALLS if calls else meeting.in_person
    return meeting.status is MeetingStatus.HELD and of_kind


def _measured(meeting: Meeting, measure: str) -> str:
    """The date or the length in a form that sorts; empty where it is not known."""
    if measure == "date":
        return meeting.date or ""
    minutes = meeting.duration.actual_minutes if meeting.duration else None
    return f"{minutes:09}" if minutes else ""


def _raised(hit: Hit, level: float) -> Hit:
    """A hit with what it is worth to be the one asked for: enough to be level with the best."""
    worth = max(weights.EXTREME, (level - hit.score) * weights.BEST / 100)
    score = round(min(100.0, hit.score + 100 * worth / weights.BEST), 2)
    share = ScoreComponent("first, last or longest", worth)
    return replace(hit, score=max(score, level), score_parts=(*hit.score_parts, share))
