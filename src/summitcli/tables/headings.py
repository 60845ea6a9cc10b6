"""The headings under which a table groups its rows."""

from summitcli.derived.terms import first_leader, term_at
from summitcli.model import Dataset, MeetingLike
from summitcli.pages.wording import format_years


def presidency(meeting: MeetingLike, dataset: Dataset) -> str:
    """Return the first side's leader with the term of office: `Ronald Reagan, 1981–1989`.

    Return only the name if the meeting has no date or the leader was not in office on it, and an
    empty heading if the side has no leader.
    """
    person = first_leader(meeting, dataset)
    if person is None:
        return ""
    if meeting.date is None:
        return person.name
    office = term_at(person, meeting.date)
    if office is None:
        return person.name
    return f"{person.name}, {format_years(office.start_date, office.end_date)}"
