"""People and their meetings: leaders, and everybody else who took part."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from summitcli.derived.links import split_held
from summitcli.derived.views import ParticipantView
from summitcli.model import Dataset, Meeting, MeetingLike, MeetingStatus, Person
from summitcli.model.record import record
from summitcli.search.attendance import Attendee, attendees, participant_ids
from summitcli.search.select import ordered

Ids = tuple[str, ...]


@record
class LeaderRow(Person):
    """A leader, and how often and when the leader took part in meetings."""

    meeting_count: int
    "Number of meetings held in person."
    remote_count: int
    "Number of calls, letters and statements."
    first: str | None
    "Date of the first of them; null if there is none."
    last: str | None
    "Date of the last of them; null if there is none."


@record
class ParticipantRow:
    """A person who took part in meetings: how often, when and as what."""

    id: str
    "Id of the leader's record, or an id derived from the name."
    name: str
    "Full name in English."
    sides: Ids
    "Ids of the sides for which the person took part."
    meeting_count: int
    "Number of meetings held in person."
    remote_count: int
    "Number of calls, letters and statements."
    first: str | None
    "Date of the first of them; null if there is none."
    last: str | None
    "Date of the last of them; null if there is none."
    offices: tuple[str, ...]
    "Offices at the time of the meetings, in order of time."


def build_participant_view(attendee: Attendee, dataset: Dataset) -> ParticipantView:
    """Return the view of a participant."""
    met: list[Meeting] = ordered(dataset.stream("meetings", frozenset(attendee.meetings)))
    in_person, remote = split_held(met)
    return ParticipantView(
        id=attendee.id,
        name=attendee.title,
        other_names=tuple(name for name in attendee.names if name != attendee.title),
        sides=attendee.sides,
        offices=_offices(met, dataset).get(attendee.id, ()),
        meetings=in_person,
        remote=remote,
        not_held=tuple(meeting.id for meeting in met if meeting.status is not MeetingStatus.HELD),
    )


def leader_rows(
    meetings: Sequence[MeetingLike], dataset: Dataset, *, keep_all: bool = True
) -> list[LeaderRow]:
    """Return the leaders with the number of meetings, in the order of the dataset.

    Without `keep_all`, leave out those who took part in none.
    """
    met = _meetings_by_leader(meetings)
    return [
        LeaderRow(
            **{item.name: getattr(person, item.name) for item in fields(person)},
            **_counts(met.get(person.id, [])),
        )
        for person in dataset.people
        if keep_all or person.id in met
    ]


def participant_rows(meetings: list[Meeting], dataset: Dataset) -> list[ParticipantRow]:
    """Return everybody who took part in meetings, those who took part most often first."""
    by_id = {meeting.id: meeting for meeting in meetings}
    offices = _offices(ordered(meetings), dataset)
    rows = []
    for attendee in attendees(dataset):
        met = [by_id[identifier] for identifier in attendee.meetings if identifier in by_id]
        if met:
            rows.append(
                ParticipantRow(
                    id=attendee.id,
                    name=attendee.title,
                    sides=attendee.sides,
                    offices=offices.get(attendee.id, ()),
                    **_counts(met),
                )
            )
    return sorted(rows, key=lambda row: (-row.meeting_count, -row.remote_count, row.name))


def _meetings_by_leader(meetings: Iterable[MeetingLike]) -> dict[str, list[MeetingLike]]:
    found: dict[str, list[MeetingLike]] = {}
    for meeting in meetings:
        for person in meeting.everyone:
            found.setdefault(person, []).append(meeting)
    return found


def _counts(meetings: Sequence[MeetingLike]) -> dict[str, Any]:
    """Return the numbers of meetings that were held, and the dates of the first and last."""
    held = [meeting for meeting in meetings if meeting.status is MeetingStatus.HELD]
    dates = sorted(meeting.date for meeting in held if meeting.date)
    in_person = sum(1 for meeting in held if meeting.in_person)
    return {
        "meeting_count": in_person,
        "remote_count": len(held) - in_person,
        "first": dates[0] if dates else None,
        "last": dates[-1] if dates else None,
    }


def _offices(meetings: Iterable[Meeting], dataset: Dataset) -> dict[str, tuple[str, ...]]:
    """Return the offices of each participant at some meetings, each once, in their order."""
    ids = participant_ids(dataset)
    found: dict[str, dict[str, None]] = {}
    for meeting in meetings:
        for participant in meeting.participants:
            identifier = ids.of(participant)
            if identifier is not None:
                found.setdefault(identifier, {})[participant.office] = None
    return {identifier: tuple(offices) for identifier, offices in found.items()}
