"""In whose term of office a meeting fell: the leader of the dataset's first side, and the years."""

from summitcli.model import Dataset, MeetingLike, Person


def first_leader(meeting: MeetingLike, dataset: Dataset) -> Person | None:
    """The leader of the dataset's first side at a meeting."""
    people = meeting.leaders.get(dataset.info.sides[0].id, ())
    person = dataset.by_id[people[0]] if people else None
    return person if isinstance(person, Person) else None
