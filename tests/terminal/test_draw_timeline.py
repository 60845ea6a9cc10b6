"""Timelines as they are drawn: years, marks, gaps and summaries."""

from __future__ import annotations

from functools import partial

import pytest

from builders import event, meeting
from summitcli.derived.timeline import build_timeline
from summitcli.model import ContextEvent, Meeting, MeetingKind, MeetingStatus
from summitcli.terminal.console import draw
from summitcli.terminal.draw_timeline import draw_timeline


def drawn(*records: Meeting | ContextEvent, width: int = 80) -> list[str]:
    """Return the lines of a timeline."""
    return draw(width, False, partial(draw_timeline, entries=build_timeline(records))).splitlines()


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
    ("years", "first", "lines"),
    [
        ((2017, 2018), "│", 1),
        ((2017, 2019), "┊  2018: no entry", 1),
        ((2016, 2019), "┊  2017–2018: 2 years without an entry", 2),
        ((1945, 1955), "┊  1946–1954: 9 years without an entry", 8),
    ],
)
def test_a_gap_has_a_line_for_each_year_up_to_eight(
    years: tuple[int, int], first: str, lines: int
) -> None:
    heading, _, *gap, _, _ = drawn(*(event(f"event-{year}", str(year)) for year in years))
    assert heading == str(years[0])
    assert gap == [first, *["┊"] * (lines - 1)]


@pytest.mark.parametrize(
    ("recorded", "gap"),
    [
        ({2014, 2017, 2020}, "2018–2019: 2 years without an entry"),
        ({2018}, "2018–2019: 2 years without a match"),
    ],
)
def test_a_gap_is_empty_only_if_nothing_is_recorded(recorded: set[int], gap: str) -> None:
    entries = build_timeline([event("one", "2017"), event("two", "2020")])
    lines = draw(80, False, partial(draw_timeline, entries=entries, recorded=recorded))
    assert gap in lines


def test_a_wide_terminal_gets_the_first_sentence_of_summaries() -> None:
    assert "They met." in drawn(meeting("talks", "2017-07-07"), width=120)[1]
    assert "They met." not in drawn(meeting("talks", "2017-07-07"), width=119)[1]
    assert "They left" not in "".join(drawn(meeting("talks", "2017-07-07"), width=200))
