"""One line of time: what stands on it, how it is drawn, and what lies near a day."""

from __future__ import annotations

import json
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from summitcli.derived.timeline import TimelineEntry, build_timeline, entries_around
from summitcli.model import IN_PERSON, ContextEvent, Meeting, MeetingKind, MeetingStatus, Place
from summitcli.model.dates import parse_day
from summitcli.pages.wording import format_date_in_year
from summitcli.terminal.console import draw
from summitcli.terminal.draw_timeline import draw_timeline

if TYPE_CHECKING:
    from conftest import Summit


def meeting(name: str, date_: str | None, **fields: Any) -> Meeting:
    """A summit that was held, but for what is told otherwise."""
    usual = {"kind": MeetingKind.SUMMIT, "status": MeetingStatus.HELD, "leaders": {}}
    told = {**usual, "title": name.title(), "summary": "They met. They left.", **fields}
    return Meeting(id=name, date=date_, **told)


def event(name: str, date_: str, end_date: str | None = None) -> ContextEvent:
    """A background event."""
    return ContextEvent(
        id=name, date=date_, end_date=end_date, title=name.title(), category="nato", summary="So."
    )


def drawn(*records: Meeting | ContextEvent, width: int = 80) -> list[str]:
    """The lines of a timeline."""
    return draw(width, False, partial(draw_timeline, entries=build_timeline(records))).splitlines()


def test_what_is_dated_less_exactly_stands_first_and_what_has_no_date_nowhere() -> None:
    records = [
        meeting("day", "2018-07-16"), event("later", "2018-07-17"), meeting("month", "2018-07"),
        meeting("range", "2018-07-16", end_date="2018-07-18"), meeting("undated", None),
        event("year", "2018"), event("before", "2017-12-31"), meeting("also", "2018-07-16"),
    ]  # fmt: skip
    names = ["before", "year", "month", "also", "day", "range", "later"]
    assert [entry.id for entry in build_timeline(records)] == names
    assert [entry.id for entry in build_timeline(reversed(records))] == names


@pytest.mark.parametrize("kind", list(MeetingKind))
def test_only_what_was_in_person_is_called_a_meeting(kind: MeetingKind) -> None:
    (entry,) = build_timeline([meeting("a", "2018", kind=kind)])
    assert (entry.what == "meeting") == (kind in IN_PERSON)
    assert entry.what in {"meeting", "call", "letter", "statement"}
    assert entry.what == "meeting" or entry.what in kind
    assert entry.kind == kind


def test_a_line_says_what_a_meeting_and_an_event_are() -> None:
    place = Place(city="Oslo", country="Norway", venue="Castle")
    off = meeting("a", "2018", place=place, status=MeetingStatus.CANCELLED)
    assert build_timeline([off, event("b", "2018-05", "2019")]) == [
        TimelineEntry(
            date="2018", end_date=None, what="meeting", kind="summit", status="cancelled", id="a",
            title="A", place="Oslo, Norway", summary="They met. They left.",
        ),
        TimelineEntry(
            date="2018-05", end_date="2019", what="event", kind="nato", status=None, id="b",
            title="B", place=None, summary="So.",
        ),
    ]  # fmt: skip


def test_years_are_headings_and_marks_and_words_tell_entries_apart() -> None:
    lines = drawn(
        meeting("talks", "2017-07-07"),
        meeting("ring", "2017-08", kind=MeetingKind.PHONE_CALL),
        event("treaty", "2018"),
        meeting("visit", "2018-01-02", status=MeetingStatus.CANCELLED),
    )
    assert [line.split() for line in lines] == [
        ["2017"],
        ["●", "7", "Jul", "meeting", "Talks", "talks"],
        ["○", "Aug", "call", "Ring", "ring"],
        ["│"],
        ["2018"],
        ["◇", "event", "Treaty", "treaty"],
        ["●", "2", "Jan", "meeting", "Visit", "(cancelled)", "visit"],
    ]


@pytest.mark.parametrize(
    ("years", "gap"),
    [
        ((2017, 2018), ["│"]),
        ((2017, 2019), ["┊  2018: nothing"]),
        ((2016, 2019), ["┊  2017–2018: 2 years without an entry", "┊"]),
        ((1945, 1955), ["┊  1946–1954: 9 years without an entry", *["┊"] * 7]),
    ],
)
def test_a_gap_of_years_is_drawn_as_long_as_it_is_up_to_eight_lines(
    years: tuple[int, int], gap: list[str]
) -> None:
    lines = drawn(*(event(f"event-{year}", str(year)) for year in years))
    assert lines[0] == str(years[0])
    assert lines[2:-2] == gap
    assert lines[-2] == str(years[1])


def test_a_wide_terminal_is_told_what_happened_too() -> None:
    assert "They met." in drawn(meeting("talks", "2017-07-07"), width=120)[1]
    assert "They met." not in drawn(meeting("talks", "2017-07-07"), width=119)[1]
    assert "They left" not in "".join(drawn(meeting("talks", "2017-07-07"), width=200))


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2018-07-06", None, "6 Jul"),
        ("2018-07", None, "Jul"),
        ("2018", None, ""),
        ("2018-07-16", "2018-07-16", "16 Jul"),
        ("2017-11-10", "2017-11-11", "10–11 Nov"),
        ("1972-05-22", "1972-06-01", "22 May–1 Jun"),
        ("2018-05", "2018-06", "May–Jun"),
        ("2018", "2018-06", "Jun"),
        ("2018-12-30", "2019-01-02", "30 Dec–2019"),
    ],
)
def test_a_date_under_its_year_leaves_the_year_out(start: str, end: str | None, said: str) -> None:
    assert format_date_in_year(start, end) == said


NEARBY = build_timeline([
    event("war", "1990-03-01", "1990-06-30"),
    event("congress", "2001-05-10", "2001-05-12"),
    event("speech", "2010-05-01"),
    event("leap", "2012-02-29"),
    event("vague", "2012-05"),
    event("signing", "2018-05-20"),
])  # fmt: skip


def found(day: str) -> list[tuple[str, int, str]]:
    """What is found around a day: how it lies, how many days off, and its id."""
    wanted, has_year = parse_day(day)
    found = entries_around(wanted, has_year, NEARBY)
    return [(item.relation, item.days, item.id) for item in found]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("05-11", [("before", -10, "speech"), ("on this day", 0, "congress"),
                   ("after", 9, "signing")]),
        ("05-03", [("before", -2, "speech"), ("after", 7, "congress")]),
    ],
)  # fmt: skip
def test_without_a_year_the_nearest_in_the_calendar_stand_beside_a_day(
    day: str, expected: list[tuple[str, int, str]]
) -> None:
    assert found(day) == expected


def test_a_leap_day_has_its_place_in_the_calendar() -> None:
    assert ("on this day", 0, "leap") in found("02-29")
    assert ("after", 1, "leap") in found("02-28")
    assert ("before", -1, "leap") in found("03-01")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2010-05-11", [("before", -10, "speech"), ("on this day", 0, "congress"),
                        ("after", 659, "leap")]),
        ("2001-05-14", [("before", -2, "congress"), ("after", 3274, "speech")]),
        ("2018-05-20", [("before", -2272, "leap"), ("on this day", 0, "signing")]),
        ("1980-01-01", [("after", 3712, "war")]),
        ("2030-12-31", [("before", -4608, "signing")]),
    ],
)  # fmt: skip
def test_with_a_year_the_nearest_in_time_stand_beside_a_day(
    day: str, expected: list[tuple[str, int, str]]
) -> None:
    assert found(day) == expected


def test_of_a_long_range_only_the_ends_are_days_on_which_it_happened() -> None:
    on_day = {
        day: [name for relation, _, name in found(day) if relation == "on this day"]
        for day in ("03-01", "04-15", "06-30")
    }
    assert on_day == {"03-01": ["war"], "04-15": [], "06-30": ["war"]}


@pytest.mark.parametrize("day", ["04-15", "1990-04-15"])
def test_what_was_going_on_then_is_neither_before_nor_after(day: str) -> None:
    assert "war" not in {name for _, _, name in found(day)}


def test_a_range_over_the_turn_of_the_year_goes_on_through_it() -> None:
    siege, june = event("siege", "1994-12-11", "1995-03-06"), event("june", "2000-06-01")
    entries = build_timeline([siege, june])
    for day in ("12-31", "01-01", "02-01"):
        assert {item.id for item in entries_around(*parse_day(day), entries)} == {"june"}
    (before, after) = entries_around(*parse_day("03-08"), entries)
    assert (before.id, before.days, after.id) == ("siege", -2, "june")


def test_a_day_that_no_february_has_is_told_without_a_year() -> None:
    with pytest.raises(ValueError, match=r"'02-30' is not a valid date: February has 29 days$"):
        parse_day("02-30")


@pytest.mark.parametrize("has_year", [True, False])
def test_a_range_is_as_near_as_its_nearer_end(has_year: bool) -> None:
    early, of_days = event("early", "2001-05-04"), event("range", "2002-05-01", "2002-05-09")
    entries = build_timeline([early, of_days])
    (before,) = entries_around(date(2004, 5, 10), has_year, entries)
    assert before.id == "range"


def test_the_calendar_goes_on_after_the_end_of_the_year() -> None:
    entries = build_timeline([event("december", "1999-12-30"), event("january", "2005-01-03")])
    for day, days in (("12-31", (-1, 3)), ("01-01", (-2, 2))):
        beside = entries_around(*parse_day(day), entries)
        assert [(item.id, item.days) for item in beside] == [
            ("december", days[0]),
            ("january", days[1]),
        ]


@pytest.mark.parametrize(
    "typed", ["07-06", "7-6", "--07-06", "6 July", "July 6", "6 jul", "July 6,", " 06 JULY "]
)
def test_a_day_is_understood_as_people_write_it(typed: str) -> None:
    assert parse_day(typed) == (date(2000, 7, 6), False)


def test_a_day_may_have_a_year() -> None:
    assert parse_day("2018-07-16") == (date(2018, 7, 16), True)
    assert parse_day("02-29") == parse_day("29 February") == (date(2000, 2, 29), False)


@pytest.mark.parametrize(
    "typed",
    ["", "July", "16", "2018", "2018-07", "13-01", "02-30", "2018-02-29", "00-10", "6 7",
     "16 July 2018 again", "July June", "2018/07/16", "yesterday", "٠٧-١٦"],
)  # fmt: skip
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is not a (day|valid date)"):
        parse_day(typed)


def test_the_command_narrows_the_line(here: Summit) -> None:
    def asked(*options: str) -> list[dict[str, Any]]:
        run = here("timeline", *options, "--json")
        assert (run.code, run.err) == (0, "")
        return json.loads(run.out)

    every = asked()
    assert {entry["what"] for entry in every} == {"meeting", "call", "letter", "statement", "event"}
    assert [entry["date"] for entry in every] == sorted(entry["date"] for entry in every)
    bare = asked("--no-context")
    assert bare == [entry for entry in every if entry["what"] != "event"]
    assert bare[0]["date"][:7] <= every[0]["date"]  # the background begins with the meetings
    assert {entry["what"] for entry in asked("--no-context", "--kind", "in-person")} == {"meeting"}
    period = asked("--since", "2018-07", "--until", "2018-07-16")
    assert period == [entry for entry in every if "2018-07" <= entry["date"] <= "2018-07-16"]
    assert {entry["id"] for entry in asked("--theme", "syria")} < {entry["id"] for entry in every}
    assert asked("--all")[0]["id"] == "tehran-1943"


def test_a_line_with_nothing_on_it_says_so(here: Summit) -> None:
    run = here("timeline", "--until", "1900")
    assert (run.code, run.out) == (0, "")
    assert run.err == "summit: note: no matching entries; --all includes the other leaders\n"


def test_a_day_of_the_year_is_today_unless_told_otherwise(summit: Summit, here: Summit) -> None:
    run = summit("on", "--json")
    today = f"{date.today()}"
    assert run.code == 0
    assert run.out == here("on", today, "--json").out
    july = [item["id"] for item in json.loads(here("on", "16", "July", "--json").out)]
    assert july == ["st-petersburg-2006", "helsinki-2018", "potsdam-1945"]
    assert here("on", "2019-07-25", "-f", "table").err == (
        "summit: note: no events on record for 25 July\n"
    )
