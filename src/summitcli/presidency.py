"""In whose term of office a meeting fell: the leader of the dataset's first side, and the years."""

from summitcli.model import Dataset, MeetingHead, Person
from summitcli.wording import years


def presidency(meeting: MeetingHead, dataset: Dataset) -> str:
    """The first side's leader with the term in which the meeting fell: `Ronald Reagan, 1981–1989`.

    Only the name where the leader held no office at the time; empty where the side has no leader.
    """
    person = first_leader(meeting, dataset)
    if person is None:
        return ""
    for office in person.offices:
        date = meeting.date or ""
        if office.start_date[: len(date)] <= date <= (office.end_date or "9999"):
            return f"{person.name}, {years(office.start_date, office.end_date)}"
    return person.name


def first_leader(meeting: MeetingHead, dataset: Dataset) -> Person | None:
    """The leader of the dataset's first side at a meeting."""
    people = meeting.leaders.get(dataset.dataset.sides[0].id, ())
    person = dataset.by_id[people[0]] if people else None
    return person if isinstance(person, Person) else None
