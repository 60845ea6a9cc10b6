"""Records that are close in time: the same as comparing each with each, and with less work."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import dataset, event, meeting
from summitcli.derived.backlinks import backlinks
from summitcli.derived.nearness import ByDay
from summitcli.model.dates import parse_span

if TYPE_CHECKING:
    from summitcli.model import ContextEvent, Meeting

YEARS = st.sampled_from(["0001", "1999", "2000", "9999"])
DATES = st.builds("{}-{:02}-{:02}".format, YEARS, st.integers(1, 12), st.integers(1, 28))
PARTIAL = st.builds(lambda date, size: date[:size], DATES, st.sampled_from([4, 7, 10]))


def spans(first: str, second: str) -> tuple[str, str]:
    return min(first, second), max(first, second)


EVENTS = st.lists(st.builds(spans, PARTIAL, DATES), max_size=8).map(
    lambda found: [
        event(f"event-{number}", first, last) for number, (first, last) in enumerate(found)
    ]
)


def are_near(held: Meeting, other: ContextEvent) -> bool:
    """Compare two records as a reader would."""
    if held.date is None or "-" not in held.date or "-" not in other.date:
        return False
    one, two = parse_span(held.date, held.end_date), parse_span(other.date, other.end_date)
    return (one.first - two.last).days <= 30 and (two.first - one.last).days <= 30


@given(EVENTS, PARTIAL)
def test_events_near_a_meeting_are_those_within_thirty_days(
    events: list[ContextEvent], date: str
) -> None:
    held = meeting("talks", date)
    found = ByDay(events).near(held)
    assert found == [other for other in events if are_near(held, other)]


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_like_others(date: str) -> None:
    held = meeting("talks", date)
    data = dataset(held, event("flood", date))
    assert [other.id for other in backlinks(data).events_near(held)] == ["flood"]
    assert [other.id for other in backlinks(data).meetings_near(data.context[0])] == ["talks"]


def test_each_date_is_read_once_for_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages of all meetings must not compare each meeting with each event."""
    days = [f"{1900 + number}-05-01" for number in range(100)]
    meetings = [meeting(f"talks-{number}", day) for number, day in enumerate(days)]
    events = [event(f"event-{number}", day) for number, day in enumerate(days)]
    links = backlinks(dataset(*meetings, *events))
    read: list[str] = []

    def count(start: str, end: str | None = None) -> object:
        read.append(start)
        return parse_span(start, end)

    monkeypatch.setattr("summitcli.derived.nearness.parse_span", count)
    for held in meetings:
        assert len(links.events_near(held)) == 1
    assert len(read) == 200


def test_what_was_not_held_has_no_events_near_it() -> None:
    from summitcli.model import MeetingStatus

    held = meeting("talks", "2015-05-01")
    data = dataset(held, event("flood", "2015-05-02"))
    cancelled = replace(held, status=MeetingStatus.CANCELLED)
    assert backlinks(data).events_near(cancelled) == []
