"""Selections of meetings, one rule after another: leaders, kinds, time, order, broader choices."""

from __future__ import annotations

from typing import Any

import pytest

from builders import ANNA_AND_BORIS, CLARA_AND_BORIS, dataset, meeting, place
from summitcli.model import IN_PERSON, Dataset, Duration, MeetingKind, MeetingStatus
from summitcli.model.dates import parse_span
from summitcli.search.broaden import suggest_broader
from summitcli.search.select import (
    KINDS,
    STATUSES,
    Selection,
    Sort,
    focus_pair,
    ordered,
    place_name,
    select,
)

HELD, SUMMIT = MeetingStatus.HELD, MeetingKind.SUMMIT


def usual(data: Dataset, all_leaders: bool = False, **filters: Any) -> Selection:
    """Return the selection of the commands: held in person by the focus pair, unless changed."""
    pair = frozenset() if all_leaders or "leaders" in filters else focus_pair(data)
    held = STATUSES["held"]
    return Selection(**{"together": pair, "kinds": IN_PERSON, "statuses": held, **filters})


def picked(data: Dataset, **filters: Any) -> list[str]:
    """Return the ids of the meetings that are selected."""
    return [found.id for found in select(data, usual(data, **filters))]


def test_without_filters_the_meetings_of_the_focus_pair_are_selected() -> None:
    records = [
        meeting("theirs", leaders=CLARA_AND_BORIS),
        meeting("ours", leaders=ANNA_AND_BORIS),
        meeting("half", leaders={}),
    ]
    data = dataset(*records)
    assert picked(data) == ["ours"]
    assert picked(data, all_leaders=True) == ["theirs", "ours", "half"]
    assert picked(data, leaders=frozenset({"clara-finch"})) == ["theirs"]
    assert picked(data, leaders=frozenset({"clara-finch", "anna-vale"})) == ["theirs", "ours"]
    assert picked(dataset(*records, focus=False)) == ["theirs", "ours", "half"]


def test_without_filters_meetings_held_in_person_are_selected() -> None:
    data = dataset(
        meeting("call", kind=MeetingKind.PHONE_CALL),
        meeting("letter", kind=MeetingKind.LETTER),
        meeting("off", status=MeetingStatus.CANCELLED),
        meeting("dinner", kind=MeetingKind.DINNER),
    )
    assert picked(data) == ["dinner"]
    assert picked(data, kinds=KINDS["call"]) == ["call"]
    assert picked(data, kinds=KINDS["remote"]) == ["call", "letter"]
    assert picked(data, kinds=KINDS["any"]) == ["call", "letter", "dinner"]
    assert picked(data, statuses=STATUSES["cancelled"]) == ["off"]
    assert picked(data, statuses=STATUSES["any"]) == ["off", "dinner"]


def test_a_meeting_has_the_themes_of_all_its_topics() -> None:
    data = dataset(meeting("a", themes=["forts", "trade"]), meeting("b"))
    assert picked(data, themes=frozenset({"trade", "peace"})) == ["a"]


def test_different_filters_must_all_match() -> None:
    data = dataset(meeting("a"), meeting("b", "2016"), meeting("c", kind=MeetingKind.VISIT))
    assert picked(data, years=frozenset({2015}), kinds=frozenset({SUMMIT})) == ["a"]
    assert picked(data, meetings=frozenset({"a", "b"}), years=frozenset({2016})) == ["b"]


@pytest.mark.parametrize(
    ("years", "found"),
    [
        ({2015}, ["turn"]),
        ({2016}, ["turn", "year"]),
        ({2017}, []),
        ({2018}, ["long"]),
        ({2015, 2019}, ["turn", "long"]),
    ],
)
def test_a_year_selects_every_meeting_with_a_day_in_it(years: set[int], found: list[str]) -> None:
    data = dataset(
        meeting("turn", "2015-12-31", end_date="2016-01-01"),
        meeting("year", "2016"),
        meeting("long", "2018-05", end_date="2020"),
        meeting("undated", None),
    )
    assert picked(data, years=frozenset(years)) == found


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2015-05-01", None, ["day", "month", "year"]),
        ("2015-05-02", "2015-05-31", ["month", "year"]),
        ("2015-06", "2015-12", ["year"]),
        ("2016", None, []),
    ],
)
def test_a_period_selects_every_meeting_that_may_share_a_day_with_it(
    start: str, end: str | None, found: list[str]
) -> None:
    data = dataset(
        meeting("day", "2015-05-01"),
        meeting("month", "2015-05"),
        meeting("year", "2015"),
        meeting("undated", None),
    )
    assert picked(data, within=parse_span(start, end)) == found


UNSORTED = (
    meeting("b", "2015-05-02", title="alpha", minutes=9),
    meeting("a", "2015-05-02", title="Beta", minutes=130),
    meeting(
        "c", None, title="Gamma", duration=Duration(planned_minutes=30), place=place(None, "Norway")
    ),
    meeting("d", "2015-05", title="delta", place=place("Oslo", "Norway")),
    meeting("e", "2014", title="Eta", place=place("Bonn", "Germany")),
)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (Sort.DATE, "edabc"),
        (Sort.DATE_DOWN, "abdec"),
        (Sort.LENGTH, "bacde"),
        (Sort.LENGTH_DOWN, "abcde"),
        (Sort.PLACE, "ecdba"),
        (Sort.PLACE_DOWN, "dceba"),
        (Sort.TITLE, "badec"),
        (Sort.TITLE_DOWN, "cedab"),
        (Sort.ID, "abcde"),
        (Sort.ID_DOWN, "edcba"),
    ],
)
def test_meetings_without_the_value_come_last_in_every_order(sort: Sort, order: str) -> None:
    assert "".join(found.id for found in ordered(UNSORTED, sort)) == order


def test_every_order_has_its_reverse() -> None:
    down = {sort for sort in Sort if sort.startswith("-")}
    assert down == {f"-{sort}" for sort in Sort if sort not in down}


def test_a_place_is_named_by_the_parts_that_are_known() -> None:
    assert [place_name(found) for found in UNSORTED[1:4]] == ["", "Norway", "Oslo, Norway"]


@pytest.mark.parametrize(
    ("fields", "advice"),
    [
        ({"kind": MeetingKind.LETTER}, ["kind"]),
        ({"status": MeetingStatus.PLANNED}, ["status"]),
        ({"leaders": CLARA_AND_BORIS}, ["pair"]),
        ({"leaders": CLARA_AND_BORIS, "kind": MeetingKind.LETTER}, ["kind status pair"]),
        ({"date": "1999"}, []),
    ],
)
def test_the_smallest_change_that_finds_something_is_suggested(
    fields: dict[str, Any], advice: list[str]
) -> None:
    data = dataset(meeting("a", **fields), meeting("b", **fields))
    found = suggest_broader(data, usual(data, years=frozenset({2015})))
    assert [(" ".join(step.dropped), step.count) for step in found] == [(s, 2) for s in advice]
