"""Terms of office: which leader of the dataset's first side was at a meeting."""

from summitcli.model import Dataset, MeetingLike, Person


def first_leader(meeting: MeetingLike, dataset: Dataset) -> Person | None:
    """Return the leader of the dataset's first side at a meeting, or None."""
    people = meeting.leaders.get(dataset.info.sides[0].id, ())
    person = dataset.by_id[people[0]] if people else None
    return person if isinstance(person, Person) else None
