"""Terms of office: which leader of the dataset's first side was at a meeting, in which term."""

from collections.abc import Iterable

from summitcli.model import Dataset, MeetingLike, Office, Person


def first_leader(meeting: MeetingLike, dataset: Dataset) -> Person | None:
    """Return the leader of the dataset's first side at a meeting, or None."""
    people = meeting.leaders.get(dataset.info.sides[0].id, ())
    person = dataset.by_id[people[0]] if people else None
    return person if isinstance(person, Person) else None


def term_at(person: Person, date: str) -> Office | None:
    """Return the office that a person held on a date; None if there is none, or no date."""
    for office in person.offices if date else ():
        if office.start_date[: len(date)] <= date <= (office.end_date or "9999"):
            return office
    return None


def terms_of_meetings(
    meetings: Iterable[MeetingLike], dataset: Dataset
) -> dict[str, tuple[Person, Office | None]]:
    """Return the first side's leader at each meeting and the term of office, by meeting id."""
    return {
        meeting.id: (person, term_at(person, meeting.date or ""))
        for meeting in meetings
        if (person := first_leader(meeting, dataset)) is not None
    }
