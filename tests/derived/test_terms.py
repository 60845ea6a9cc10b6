"""Terms of office, and counts by term."""

from __future__ import annotations

from pathlib import Path

from summitcli import load
from summitcli.derived.counts import By, Measure, count_meetings, presidents
from summitcli.derived.terms import term_at
from summitcli.model import MeetingLike

DATA = load(Path(__file__).parent.parent / "fixture")


def test_a_term_is_found_by_a_date_of_any_precision() -> None:
    vale = next(person for person in DATA.people if person.id == "anna-vale")
    office = term_at(vale, "2014-09-12")
    assert office is not None
    assert office == term_at(vale, "2015")
    assert term_at(vale, "1999") is None
    assert term_at(vale, "") is None


def test_two_presidencies_of_one_leader_are_two_columns() -> None:
    meetings: list[MeetingLike] = list(DATA.meetings)
    terms = presidents(meetings, DATA)
    of_vale = {key: name for key, name in terms.items() if key.startswith("anna-vale-")}
    assert len(of_vale) >= 2
    assert all(name.startswith("Anna Vale, ") for name in of_vale.values())
    tallies = count_meetings(meetings, By.LEADER, Measure.COUNT, DATA, split=True)
    assert all(list(tally.across or {}) == list(terms) for tally in tallies)
    assert sum((tallies[0].across or {}).values()) == tallies[0].count  # type: ignore[arg-type]
