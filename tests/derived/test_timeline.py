"""Timelines: which records are on them, in which order, and what is near a day."""

from __future__ import annotations

from datetime import date

import pytest

from builders import event, meeting, place
from summitcli.derived.timeline import TimelineEntry, build_timeline, entries_around
from summitcli.model import IN_PERSON, ContextEvent, Meeting, MeetingKind, MeetingStatus
from summitcli.model.dates import parse_day


def test_less_exact_dates_come_first_and_undated_records_are_left_out() -> None:
    records: list[Meeting | ContextEvent] = [
        meeting("day", "2018-07-16"),
        event("later", "2018-07-17"),
        meeting("month", "2018-07"),
        meeting("range", "2018-07-16", end_date="2018-07-18"),
        meeting("undated", None),
        event("year", "2018"),
        event("before", "2017-12-31"),
        meeting("also", "2018-07-16"),
    ]
    names = ["before", "year", "month", "also", "day", "range", "later"]
    assert [entry.id for entry in build_timeline(records)] == names
    assert [entry.id for entry in build_timeline(reversed(records))] == names


@pytest.mark.parametrize("kind", list(MeetingKind))
def test_only_contacts_in_person_are_called_meetings(kind: MeetingKind) -> None:
    (entry,) = build_timeline([meeting("a", "2018", kind=kind)])
    assert (entry.what == "meeting") == (kind in IN_PERSON)
    assert entry.what == "meeting" or entry.what in kind
    assert entry.kind == kind


def test_an_entry_has_the_facts_of_its_record() -> None:
    off = meeting(
        "a", "2018", place=place("Oslo", "Norway", venue="Castle"), status=MeetingStatus.CANCELLED
    )
    assert build_timeline([off, event("b", "2018-05", "2019")]) == [
        TimelineEntry(
            date="2018",
            end_date=None,
            what="meeting",
            kind="summit",
            status="cancelled",
            id="a",
            title="A",
            place="Oslo, Norway",
            summary="They met. They left.",
        ),
        TimelineEntry(
            date="2018-05",
            end_date="2019",
            what="event",
            kind="nature",
            status=None,
            id="b",
            title="B",
            place=None,
            summary="It happened.",
        ),
    ]


NEARBY = build_timeline(
    [
        event("war", "1990-03-01", "1990-06-30"),
        event("congress", "2001-05-10", "2001-05-12"),
        event("speech", "2010-05-01"),
        event("leap", "2012-02-29"),
        event("vague", "2012-05"),
        event("signing", "2018-05-20"),
    ]
)


def found(day: str, entries: list[TimelineEntry] = NEARBY) -> list[tuple[str, int, str]]:
    """Return what is found around a day: the relation, the distance in days and the id."""
    near = entries_around(*parse_day(day), entries)
    return [(item.relation, item.days, item.id) for item in near]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("05-03", [("before", -2, "speech"), ("after", 7, "congress")]),
        (
            "05-11",
            [("before", -10, "speech"), ("on this day", 0, "congress"), ("after", 9, "signing")],
        ),
    ],
)
def test_without_a_year_the_nearest_in_the_calendar_are_found(
    day: str, expected: list[tuple[str, int, str]]
) -> None:
    assert found(day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (
            "2010-05-11",
            [("before", -10, "speech"), ("on this day", 0, "congress"), ("after", 659, "leap")],
        ),
        ("2001-05-14", [("before", -2, "congress"), ("after", 3274, "speech")]),
        ("2018-05-20", [("before", -2272, "leap"), ("on this day", 0, "signing")]),
        ("1980-01-01", [("after", 3712, "war")]),
        ("2030-12-31", [("before", -4608, "signing")]),
    ],
)
def test_with_a_year_the_nearest_in_time_are_found(
    day: str, expected: list[tuple[str, int, str]]
) -> None:
    assert found(day) == expected


def test_a_leap_day_has_its_place_in_the_calendar() -> None:
    assert ("on this day", 0, "leap") in found("02-29")
    assert ("after", 1, "leap") in found("02-28")
    assert ("before", -1, "leap") in found("03-01")


def test_only_the_ends_of_a_long_range_are_its_days() -> None:
    on_day = {
        day: [name for relation, _, name in found(day) if relation == "on this day"]
        for day in ("03-01", "04-15", "06-30")
    }
    assert on_day == {"03-01": ["war"], "04-15": [], "06-30": ["war"]}


@pytest.mark.parametrize("day", ["04-15", "1990-04-15"])
def test_a_range_in_progress_is_neither_before_nor_after(day: str) -> None:
    assert "war" not in {name for _, _, name in found(day)}


@pytest.mark.parametrize("day", ["12-31", "01-01", "02-01"])
def test_a_range_over_the_turn_of_the_year_is_in_progress_on_both_sides(day: str) -> None:
    siege, june = event("siege", "1994-12-11", "1995-03-06"), event("june", "2000-06-01")
    entries = build_timeline([siege, june])
    assert {name for _, _, name in found(day, entries)} == {"june"}
    assert found("03-08", entries)[0] == ("before", -2, "siege")


@pytest.mark.parametrize("has_year", [True, False])
def test_a_range_is_as_near_as_its_nearer_end(has_year: bool) -> None:
    early, range_ = event("early", "2001-05-04"), event("range", "2002-05-01", "2002-05-09")
    (before,) = entries_around(date(2004, 5, 10), has_year, build_timeline([early, range_]))
    assert before.id == "range"


@pytest.mark.parametrize(("day", "before", "after"), [("12-31", -1, 3), ("01-01", -2, 2)])
def test_the_calendar_continues_after_the_end_of_the_year(
    day: str, before: int, after: int
) -> None:
    entries = build_timeline([event("december", "1999-12-30"), event("january", "2005-01-03")])
    assert found(day, entries) == [("before", before, "december"), ("after", after, "january")]
