"""Who took part in which meetings: leaders, and everybody else who sat at the table."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from summitcli.model import Dataset, Participant, Person
from summitcli.model.participants import ParticipantIds
from summitcli.search.match import Named


class Attendee(Named, frozen=True):
    """A person who took part in meetings, by every name that the record has for the person."""

    sides: tuple[str, ...] = ()
    "Ids of the sides for which the person took part."
    meetings: tuple[str, ...] = ()
    "Ids of the meetings, in the order of the dataset."


class _Meeting(NamedTuple):
    """What a meeting tells about those who took part."""

    id: str
    leaders: Mapping[str, Sequence[str]]
    participants: Sequence[Participant]


class Attendance:
    """Who took part in the meetings of a dataset, which are read once and not kept."""

    def __init__(self, dataset: Dataset) -> None:
        self._people = dataset.people
        self._meetings = [
            _Meeting(meeting.id, meeting.leaders, meeting.participants)
            for meeting in dataset.stream("meetings")
        ]

    @cached_property
    def ids(self) -> ParticipantIds:
        """The ids of all participants."""
        everyone = (person for meeting in self._meetings for person in meeting.participants)
        return ParticipantIds(self._people, everyone)

    @cached_property
    def attendees(self) -> list[Attendee]:
        """Everyone who took part in a meeting."""
        names: dict[str, dict[str, None]] = {}
        sides: dict[str, dict[str, None]] = {}
        meetings: dict[str, dict[str, None]] = {}

        def add(person: str, name: str, side: str, meeting: _Meeting) -> None:
            names.setdefault(person, {})[name] = None
            sides.setdefault(person, {})[side] = None
            meetings.setdefault(person, {})[meeting.id] = None

        leaders = {person.id: person for person in self._people}
        for meeting in self._meetings:
            for side, people in meeting.leaders.items():
                for person in people:
                    name = leaders[person].name if person in leaders else person
                    add(person, name, side, meeting)
            for participant in meeting.participants:
                identifier = self.ids.of(participant)
                if identifier is not None:
                    add(identifier, participant.name, participant.side, meeting)
        return [
            Attendee(
                person,
                _title(known, leaders.get(person)),
                _other_names(known, leaders.get(person)),
                tuple(sides[person]),
                tuple(meetings[person]),
            )
            for person, known in names.items()
        ]


def _attendance(dataset: Dataset) -> Attendance:
    """Return the attendance of a dataset, which it keeps."""
    known: Attendance | None = dataset.__dict__.get("_attendance")
    if known is None:
        known = dataset.__dict__["_attendance"] = Attendance(dataset)
    return known


def attendees(dataset: Dataset) -> list[Attendee]:
    """Return everyone who took part in a meeting, in the order of the dataset.

    A leader has the id of the leader's record, any other person a derived id.
    """
    return _attendance(dataset).attendees


def participant_ids(dataset: Dataset) -> ParticipantIds:
    """Return the ids of all participants of a dataset."""
    return _attendance(dataset).ids


def _title(names: Iterable[str], leader: Person | None) -> str:
    """Return the name of a leader's record, or else the longest of a person's names."""
    return leader.name if leader is not None else max(names, key=len)


def _other_names(names: Iterable[str], leader: Person | None) -> tuple[str, ...]:
    aliases = leader.aliases if leader is not None else ()
    return tuple(dict.fromkeys((*names, *aliases)))
