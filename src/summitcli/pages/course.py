"""The course of a meeting: its sessions by day, with times, rooms and the people present."""

from collections.abc import Iterable
from itertools import groupby

from summitcli.derived.views import MeetingView
from summitcli.model import Dataset, Session
from summitcli.pages.common import line, person_name, title_link
from summitcli.pages.page import Entry, Part, Parts, References, Section, join_parts
from summitcli.pages.wording import describe_length, format_clock_times, format_date, weekday


def course(meeting: MeetingView, dataset: Dataset, references: References) -> Section:
    """Return the sessions of a meeting, in groups by day if it lasted more than one."""
    title = "Course of the meeting" if meeting.in_person else "Course"
    days = [
        (day, tuple(_session(session, meeting, dataset, references) for session in sessions))
        for day, sessions in groupby(meeting.sessions, key=lambda session: session.date)
    ]
    if all(day in (None, meeting.date) for day, _ in days):
        entries = tuple(entry for _, some in days for entry in some)
        return Section(title, entries, part="course")
    groups = tuple(Section(_heading(day), entries) for day, entries in days)
    return Section(title, groups=groups, part="course")


def _heading(day: str | None) -> str:
    if day is None:
        return "Day not recorded"
    return ", ".join(filter(None, (weekday(day), format_date(day))))


def _session(
    session: Session, meeting: MeetingView, dataset: Dataset, references: References
) -> Entry:
    times = format_clock_times(session.start_local, session.end_local)
    meta = line(
        session.place,
        *describe_length(session.actual_minutes, session.planned_minutes),
        "interpreters only" if session.interpreters_only else "",
    )
    return Entry(
        (f"{times}  {session.title}" if times else session.title,),
        meta,
        session.note or "",
        references=references(session.sources),
        details=_present(session.present, meeting, dataset),
    )


def _present(names: Iterable[str], meeting: MeetingView, dataset: Dataset) -> tuple[Parts, ...]:
    """Return a line with the people who were present: those of each side together."""
    present = list(names)
    if not present:
        return ()
    sides = {person.name: person.side for person in meeting.participants}
    order = [side.id for side in dataset.info.sides]
    present.sort(key=lambda name: order.index(sides[name]) if name in sides else len(order))
    leaders = {dataset.titles[person]: title_link(person, dataset) for person in meeting.everyone}
    links = {person.name: person_name(person) for person in meeting.participants} | leaders
    listed: list[Part] = []
    for _, group in groupby(present, key=sides.get):
        listed += ["; ", *join_parts(links.get(name, name) for name in group)]
    label = "Present" if leaders.keys() & set(present) else "With the leaders"
    return ((f"{label}: ", *listed[1:]),)
