"""Rules for meetings, their sessions and their participants."""

from collections.abc import Iterator
from difflib import get_close_matches

from summitcli.dataset.date_rules import valid_span
from summitcli.dataset.entry import Entry
from summitcli.dataset.problems import Problem, short
from summitcli.dataset.references import KnownIds, check_side
from summitcli.model import Meeting, Participant, Person, Session
from summitcli.model.dates import Span
from summitcli.model.participants import ParticipantIds
from summitcli.model.values import MAX_ID

MAX_OVERNIGHT = 12 * 60
"Minutes up to which an end that is earlier than the start is read as past midnight."

_DAY = 24 * 60


def check_meeting(entry: Entry, meeting: Meeting, known: KnownIds) -> Iterator[Problem]:
    """Yield the problems of one meeting."""
    if meeting.date is None and meeting.status == "held":
        yield entry.problem((), "a meeting that was held must have a date; add it")
    if not any(meeting.leaders.values()):
        yield entry.problem(("leaders",), "no leader is named; add at least one")
    for side, people in meeting.leaders.items():
        for index, person in enumerate(people):
            yield from check_side(entry, ("leaders", side, index), person, side, known)
    if meeting.place is not None:
        for one, other in (("lat", "lon"), ("lon", "lat")):
            if getattr(meeting.place, one) is None and getattr(meeting.place, other) is not None:
                message = f"{other} is given without {one}; give both or neither"
                yield entry.problem(("place", other), message)
    yield from _check_sessions(entry, meeting)


def _check_sessions(entry: Entry, meeting: Meeting) -> Iterator[Problem]:
    days = valid_span(meeting.date, meeting.end_date)
    names = [participant.name for participant in meeting.participants]
    for index, session in enumerate(meeting.sessions):
        date = valid_span(session.date)
        if date is not None and days is not None and not date.touches(days):
            until = f" to {meeting.end_date}" if meeting.end_date else ""
            message = (
                f"{session.date} is outside the dates of the meeting, {meeting.date}{until}; "
                "correct one of them"
            )
            yield entry.problem(("sessions", index, "date"), message)
        yield from _check_times(entry, session, index)
        for number, name in enumerate(session.present):
            if name not in names:
                near = get_close_matches(name, names, 1)
                advice = f"did you mean '{near[0]}'?" if near else "add the person there"
                message = f"'{short(name)}' is not in the participants of this meeting; {advice}"
                yield entry.problem(("sessions", index, "present", number), message)
    yield from _check_order(entry, meeting.sessions, days)


def _check_times(entry: Entry, session: Session, index: int) -> Iterator[Problem]:
    start, end = session.start_local, session.end_local
    if start is None or end is None:
        return
    length = (_minutes(end) - _minutes(start)) % _DAY  # an earlier end is after midnight
    if session.actual_minutes is None:
        if end < start and length > MAX_OVERNIGHT:
            message = f"end_local {end} is before start_local {start}; correct one of them"
            yield entry.problem(("sessions", index, "end_local"), message)
    elif session.actual_minutes != length:
        message = (
            f"actual_minutes is {session.actual_minutes}, but from {start} to {end} it is "
            f"{length} minutes; correct one of them"
        )
        yield entry.problem(("sessions", index, "actual_minutes"), message)


def _minutes(time: str) -> int:
    hours, minutes = time.split(":")
    return int(hours) * 60 + int(minutes)


def _check_order(
    entry: Entry, sessions: tuple[Session, ...], days: Span | None
) -> Iterator[Problem]:
    """Yield a problem for each session that is earlier than one listed before it, where known."""
    latest: tuple[Span, str] | None = None
    one_day = days is not None and days.first == days.last
    for index, session in enumerate(sessions):
        date = valid_span(session.date) if session.date or not one_day else days
        if date is None:
            continue
        start = session.start_local or ""
        if latest is not None and _is_before(date, start, latest):
            message = "earlier than a session listed before it; list sessions in order of time"
            yield entry.problem(("sessions", index), message)
        elif latest is None or latest[0] != date:
            latest = (date, start)
        else:
            latest = (date, start or latest[1])


def _is_before(date: Span, start: str, other: tuple[Span, str]) -> bool:
    other_date, other_start = other
    if date.last < other_date.first:
        return True
    same_day = date == other_date and date.first == date.last
    return same_day and bool(start) and start < other_start


def check_participants(
    meetings: list[tuple[Entry, tuple[Participant, ...]]],
    people: list[Person],
    known: KnownIds,
    invalid: set[str | None],
) -> Iterator[Problem]:
    """Yield a problem for each participant whose id is too long or that of something else.

    `invalid` has the ids of records that could not be validated, so that their names are unknown.
    """
    ids = ParticipantIds(people, (person for _, present in meetings for person in present))
    for entry, participants in meetings:
        for index, participant in enumerate(participants):
            identifier = ids.of(participant)
            field = "name" if participant.person is None else "person"
            if identifier is None or identifier == ids.leader(participant):
                continue
            if len(identifier) > MAX_ID:
                message = (
                    f"the id derived from this name has more than {MAX_ID} characters; "
                    "add 'person' with a shorter id"
                )
                yield entry.problem(("participants", index, field), message)
                continue
            target = known.records.get(identifier)
            if target is not None and identifier not in invalid:
                message = _taken(identifier, target.section, field)
                yield entry.problem(("participants", index, field), message)


def _taken(identifier: str, section: str, field: str) -> str:
    """Return a message on a participant's id that a record of a section has."""
    if field == "name":
        return (
            f"the id derived from this name, '{identifier}', is taken by a record in "
            f"{section}; add 'person' with another id"
        )
    advice = "use the name given there, or another id" if section == "people" else "use another id"
    return f"the id '{identifier}' is taken by a record in {section}; {advice}"
