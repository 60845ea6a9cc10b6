"""Terms of office of the first side's leaders, as the periods into which pictures divide time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from summitcli.model import Dataset, Meeting, Office, Person
from summitcli.model.dates import Span, parse_span
from summitcli.pages.wording import format_years


@dataclass(frozen=True, slots=True)
class Term:
    """A time during which a leader held an office in which the leader met the other side."""

    person: str
    "Id of the leader."
    days: Span
    "First and last day; the last day of the calendar while the office is held."

    @property
    def years(self) -> str:
        """The years of the term: `1981–1989`, or `2025–` while it lasts."""
        last = self.days.last
        end = None if last == date.max else last.isoformat()
        return format_years(self.days.first.isoformat(), end)


def terms_of_office(dataset: Dataset, meetings: Iterable[Meeting]) -> list[Term]:
    """Return the terms of the first side's leaders, in order of time.

    A person may have held several offices. Those that count have a title under which somebody met
    the other side; a vice president's years are left out where only presidents did.
    """
    side = dataset.info.sides[0].id
    leaders = [person for person in dataset.people if person.side == side]
    met = [(person, days) for person, days in _days_met(leaders, side, meetings)]
    titles = {
        office.title
        for person, days in met
        for office in person.offices
        if _in_office(office, days)
    }
    terms = [
        Term(person.id, days)
        for person in leaders
        for days in _merged(_days_of(o) for o in person.offices if o.title in titles)
    ]
    return sorted(terms, key=lambda term: (term.days.first, term.days.last, term.person))


def term_at(terms: Iterable[Term], person: str, day: date) -> Term | None:
    """Return the term of a person in which a day fell."""
    for term in terms:
        if term.person == person and term.days.first <= day <= term.days.last:
            return term
    return None


def _days_met(
    leaders: list[Person], side: str, meetings: Iterable[Meeting]
) -> Iterator[tuple[Person, Span]]:
    by_id = {person.id: person for person in leaders}
    for meeting in meetings:
        for identifier in meeting.leaders.get(side, ()):
            if meeting.date is not None and identifier in by_id:
                yield by_id[identifier], parse_span(meeting.date, meeting.end_date)


def _in_office(office: Office, days: Span) -> bool:
    held = _days_of(office)
    return held.first <= days.first and days.last <= held.last


def _days_of(office: Office) -> Span:
    first = parse_span(office.start_date).first
    return Span(first, parse_span(office.end_date).last if office.end_date else date.max)


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order of time, those that touch joined to one."""
    merged: list[Span] = []
    for item in sorted(spans, key=lambda one: (one.first, one.last)):
        if merged and item.first.toordinal() <= merged[-1].last.toordinal() + 1:
            merged[-1] = Span(merged[-1].first, max(merged[-1].last, item.last))
        else:
            merged.append(item)
    return merged
