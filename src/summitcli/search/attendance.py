"""Who took part in which meetings: leaders, and everybody else who sat at the table."""

from collections.abc import Iterable

from summitcli.model import Dataset, Meeting, Person
from summitcli.model.participants import ParticipantIds
from summitcli.search.match import Named


class Attendee(Named, frozen=True):
    """A person who took part in meetings, by every name that the record has for the person."""

    sides: tuple[str, ...] = ()
    "Ids of the sides for which the person took part."
    meetings: tuple[str, ...] = ()
    "Ids of the meetings, in the order of the dataset."


def attendees(dataset: Dataset) -> list[Attendee]:
    """Return everyone who took part in a meeting, in the order of the dataset.

    A leader has the id of the leader's record, any other person a derived id.
    """
    ids = participant_ids(dataset)
    names: dict[str, dict[str, None]] = {}
    sides: dict[str, dict[str, None]] = {}
    meetings: dict[str, dict[str, None]] = {}

    def add(person: str, name: str, side: str, meeting: Meeting) -> None:
        names.setdefault(person, {})[name] = None
        sides.setdefault(person, {})[side] = None
        meetings.setdefault(person, {})[meeting.id] = None

    leaders = {person.id: person for person in dataset.people}
    for meeting in dataset.meetings:
        for side, people in meeting.leaders.items():
            for person in people:
                add(person, leaders[person].name if person in leaders else person, side, meeting)
        for participant in meeting.participants:
            identifier = ids.of(participant)
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


def participant_ids(dataset: Dataset) -> ParticipantIds:
    """Return the ids of all participants of a dataset."""
    everyone = (person for meeting in dataset.meetings for person in meeting.participants)
    return ParticipantIds(dataset.people, everyone)


def _title(names: Iterable[str], leader: Person | None) -> str:
    """Return the name of a leader's record, or else the longest of a person's names."""
    return leader.name if leader is not None else max(names, key=len)


def _other_names(names: Iterable[str], leader: Person | None) -> tuple[str, ...]:
    aliases = leader.aliases if leader is not None else ()
    return tuple(dict.fromkeys((*names, *aliases)))
