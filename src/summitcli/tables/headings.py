"""Headings under which a table groups its rows."""

from summitcli.derived.terms import first_leader
from summitcli.model import Dataset, MeetingLike
from summitcli.pages.wording import format_years


def presidency(meeting: MeetingLike, dataset: Dataset) -> str:
    """The first side's leader with the term in which the meeting fell: `Ronald Reagan, 1981–1989`.

    Only the name where the leader held no office at the time; empty where the side has no leader.
    """
    person = first_leader(meeting, dataset)
    if person is None:
        return ""
    for office in person.offices:
        date = meeting.date or ""
        if office.start_date[: len(date)] <= date <= (office.end_date or "9999"):
            return f"{person.name}, {format_years(office.start_date, office.end_date)}"
    return person.name
