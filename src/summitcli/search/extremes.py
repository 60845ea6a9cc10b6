"""Find the first, last, longest or shortest meeting that a query asks for."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from summitcli.model import (
    CALLS,
    IN_PERSON,
    REMOTE,
    Dataset,
    MeetingKind,
    MeetingLike,
    MeetingStatus,
)
from summitcli.model.dates import Span, parse_span
from summitcli.search.match import is_near
from summitcli.search.normalize import word_set, words
from summitcli.search.query import EXTREMES, Query

# What a query calls the contact, and the kinds that it means; without these words: in person.
_ANY_CONTACT = CALLS | IN_PERSON
_KIND_WORDS: dict[str, frozenset[MeetingKind]] = {
    **dict.fromkeys(("call", "calls", "phone", "telephone", "phoned", "called"), CALLS),
    **dict.fromkeys(("letter", "letters", "telegram", "wrote", "message"), REMOTE - CALLS),
    **dict.fromkeys(
        ("speak", "spoke", "spoken", "talk", "talked", "conversation", "contact"), _ANY_CONTACT
    ),
    "summit": frozenset({MeetingKind.SUMMIT}),
}
# Words that show that a query with one name or none is about meetings.
_MEETING_WORDS = _KIND_WORDS.keys() | word_set(
    """
    meet meets met meeting meetings summits visit visits visited talks time encounter encountered
    trip travel travelled traveled went came saw seen received hosted
    """
)

# Words that say of which country the other side was, as its offices name it.
_OFFICE_WORDS = {"soviet": "soviet", "russian": "russia", "russia": "russia"}
_MAX_IGNORED = 1  # other words that a question for a first meeting may have
# The offices of those who were not at the head of the state.
_LESSER_OFFICES = ("Vice President", "Prime Minister")


def find_extreme(
    query: Query,
    meetings: Iterable[MeetingLike],
    dataset: Dataset,
    named: Mapping[str, Collection[str]],
) -> str | None:
    """Return the id of the first, last, longest or shortest meeting if a query asks for it.

    It is looked for among the meetings held by all leaders whom the query names, of the kind that
    it names; if other words occur in the names of any of these, only among those. `named` has the
    ids of the records in whose names a word occurs.
    """
    if query.extreme is None or query.phrases:
        return None
    measure, direction = query.extreme
    typed = set(query.words)
    people = _people(query.words, dataset)
    if len(people) < 2 and not typed & _MEETING_WORDS:
        return None
    left = set(query.required) - {word for names, _ in people for word in names}
    kinds = next((_KIND_WORDS[word] for word in query.words if word in _KIND_WORDS), IN_PERSON)
    turning_point, point_words = _turning_point(query, dataset, named)
    left -= point_words
    presidents = {"president", "presidents"} & typed and "as" in query.text
    held = [
        meeting
        for meeting in meetings
        if meeting.status is MeetingStatus.HELD
        and all(not ids.isdisjoint(meeting.everyone) for _, ids in people)
        and (turning_point is None or _is_within(meeting, turning_point))
        and (not presidents or all(_presided(ids, meeting, dataset) for _, ids in people))
    ]
    found = [meeting for meeting in held if meeting.kind in kinds] or [
        meeting for meeting in held if meeting.kind in _ANY_CONTACT
    ]
    has_name = bool(people or turning_point)
    ignored = 0
    for word in sorted(left - _MEETING_WORDS - EXTREMES.keys()):
        with_word = [meeting for meeting in found if meeting.id in named[word]]
        if with_word:
            found, has_name = with_word, True
        else:
            ignored += 1
    if ignored > _MAX_IGNORED:
        return None
    countries = [_OFFICE_WORDS[word] for word in query.words if word in _OFFICE_WORDS]
    if not has_name and countries:
        found = [meeting for meeting in found if _has_office(meeting, countries[0], dataset)]
    elif not has_name:
        return None
    values = {meeting.id: value for meeting in found if (value := _sort_key(meeting, measure))}
    best = max if direction > 0 else min
    return best(values, key=lambda identifier: (values[identifier], identifier), default=None)


def _turning_point(
    query: Query, dataset: Dataset, named: Mapping[str, Collection[str]]
) -> tuple[Span | None, set[str]]:
    """Return the time before or after an event that a query names last, and the event's words.

    `after the cuban missile crisis`: the event has all of these words in its names.
    """
    for position, word in enumerate(query.text):
        rest = {other for other in query.text[position + 1 :] if other in query.required}
        if word not in ("after", "since", "before", "until") or not rest:
            continue
        events = [event for event in dataset.context if all(event.id in named[w] for w in rest)]
        if len(events) == 1:
            span = parse_span(events[0].date)
            after = word in ("after", "since")
            return Span(span.last, date.max) if after else Span(date.min, span.first), rest
    return None, set()


def _is_within(meeting: MeetingLike, span: Span) -> bool:
    return meeting.date is not None and parse_span(meeting.date).touches(span)


def _presided(ids: Collection[str], meeting: MeetingLike, dataset: Dataset) -> bool:
    """Return whether one of some people was at the head of a state when a meeting was held."""
    return any(not title.startswith(_LESSER_OFFICES) for title in _offices(meeting, ids, dataset))


def _has_office(meeting: MeetingLike, word: str, dataset: Dataset) -> bool:
    """Return whether somebody at a meeting then held an office with a word in its title."""
    return any(word in words(title) for title in _offices(meeting, meeting.everyone, dataset))


def _offices(meeting: MeetingLike, ids: Collection[str], dataset: Dataset) -> Iterator[str]:
    """Yield the titles of the offices that some of those at a meeting then held."""
    for person in dataset.people:
        if person.id in ids and person.id in meeting.everyone:
            for office in person.offices:
                if office.start_date <= (meeting.date or "") <= (office.end_date or "9999"):
                    yield office.title


def _people(typed: Sequence[str], dataset: Dataset) -> list[tuple[Collection[str], frozenset[str]]]:
    """Return the leaders whom words name: the words of each name, and the ids that it fits best."""
    runs: dict[str, dict[str, tuple[str, ...]]] = {}
    for person in dataset.people:
        names = [words(name) for name in (person.name, *person.aliases)]
        last = {name[-1] for name in names if len(name) > 1} | {n[0] for n in names if len(n) == 1}
        for word in typed:
            if word in last or any(is_near(word, name) for name in last if len(name) > 4):
                runs.setdefault(word, {})[person.id] = max(
                    (_longest_run(typed, name) for name in names), key=len
                ) or (word,)
    found: dict[frozenset[str], set[str]] = {}
    for word, by_person in runs.items():
        longest = max(map(len, by_person.values()))
        best = frozenset(id_ for id_, run in by_person.items() if len(run) == longest)
        found.setdefault(best, set()).update({word}, *(by_person[id_] for id_ in best))
    return [(words_, ids) for ids, words_ in found.items()]


def _longest_run(typed: Sequence[str], name: Sequence[str]) -> tuple[str, ...]:
    """Return the longest run of typed words that a name contains."""
    best: tuple[str, ...] = ()
    for start in range(len(typed)):
        for end in range(start + len(best) + 1, min(len(typed), start + len(name)) + 1):
            run = tuple(typed[start:end])
            if not any(
                tuple(name[n : n + len(run)]) == run for n in range(len(name) - len(run) + 1)
            ):
                break
            best = run
    return best


def _sort_key(meeting: MeetingLike, measure: str) -> str:
    """Return the date or length in a form that sorts; empty if it is not known."""
    if measure == "date":
        return meeting.date or ""
    minutes = meeting.duration.actual_minutes if meeting.duration else None
    return f"{minutes:09}" if minutes else ""
