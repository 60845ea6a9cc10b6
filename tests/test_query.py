"""Selections: what each filter picks, in which order, and what is said where nothing is found."""

from __future__ import annotations

from typing import Any

import pytest

from summitcli import load
from summitcli.model import (
    IN_PERSON,
    Dataset,
    DatasetInfo,
    Duration,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Person,
    Place,
    Side,
    Theme,
    Topic,
)
from summitcli.model.dates import parse_span
from summitcli.search.select import (
    KINDS,
    STATUSES,
    Selection,
    Sort,
    focus_pair,
    ordered,
    place_name,
    select,
    suggest_broader,
)

SIDES = (Side(id="us", name="United States"), Side(id="russia", name="Russia"))
ANN_AND_BO = {"us": ("ann",), "russia": ("bo",)}
HELD, SUMMIT = MeetingStatus.HELD, MeetingKind.SUMMIT


def meeting(name: str, **fields: Any) -> Meeting:
    """A meeting of Ann and Bo, held in person, but for what is told otherwise."""
    usual = {"title": name.title(), "summary": "Talks.", "kind": SUMMIT, "status": HELD}
    return Meeting(id=name, **{**usual, "date": "2015-05-01", "leaders": ANN_AND_BO, **fields})


def dataset(*meetings: Meeting, focus: bool = True) -> Dataset:
    """A dataset of meetings, with Ann and Bo in its focus or with none."""
    pair = {"us": "ann", "russia": "bo"} if focus else None
    people = [("ann", "us"), ("bo", "russia"), ("cy", "us")]
    return Dataset(
        info=DatasetInfo(title="T", sides=SIDES, focus=pair),
        people=tuple(Person(id=name, name=name.title(), side=side) for name, side in people),
        themes=(Theme(id="trade", title="Trade", description="Tariffs."),),
        meetings=meetings,
    )


def picked(data: Dataset, **filters: Any) -> list[str]:
    """Ids of what a selection picks, with the usual restrictions."""
    return [found.id for found in select(data, usual(data, **filters))]


def usual(data: Dataset, all_leaders: bool = False, **filters: Any) -> Selection:
    """A selection of meetings that were held in person by the focus pair, unless told otherwise."""
    pair = frozenset() if all_leaders or "leaders" in filters else focus_pair(data)
    held = STATUSES["held"]
    return Selection(**{"together": pair, "kinds": IN_PERSON, "statuses": held, **filters})


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return load()


def test_the_focus_pair_is_looked_at_unless_told_otherwise() -> None:
    others = {"us": ("cy",), "russia": ("bo",)}
    data = dataset(meeting("theirs", leaders=others), meeting("ours"), meeting("half", leaders={}))
    assert picked(data) == ["ours"]
    assert picked(data, all_leaders=True) == ["theirs", "ours", "half"]
    assert picked(data, leaders=frozenset({"cy"})) == ["theirs"]
    assert picked(data, leaders=frozenset({"cy", "ann"})) == ["theirs", "ours"]
    assert picked(dataset(*data.meetings, focus=False)) == ["theirs", "ours", "half"]


def test_meetings_held_in_person_are_picked_unless_told_otherwise() -> None:
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


def test_a_meeting_has_the_themes_of_its_topics() -> None:
    data = dataset(meeting("a", topics=(Topic(), Topic(themes=("trade",)))), meeting("b"))
    assert picked(data, themes=frozenset({"trade", "peace"})) == ["a"]


def test_different_filters_narrow_each_other() -> None:
    data = dataset(meeting("a"), meeting("b", date="2016"), meeting("c", kind=MeetingKind.VISIT))
    assert picked(data, years=frozenset({2015}), kinds=frozenset({SUMMIT})) == ["a"]
    assert picked(data, meetings=frozenset({"a", "b"}), years=frozenset({2016})) == ["b"]
    assert picked(data, meetings=frozenset()) == picked(data)


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
def test_a_year_picks_every_meeting_that_touches_it(years: set[int], found: list[str]) -> None:
    data = dataset(
        meeting("turn", date="2015-12-31", end_date="2016-01-01"),
        meeting("year", date="2016"),
        meeting("long", date="2018-05", end_date="2020"),
        meeting("undated", date=None),
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
def test_a_period_picks_every_meeting_that_shares_a_day_with_it(
    start: str, end: str | None, found: list[str]
) -> None:
    data = dataset(
        meeting("day"), meeting("month", date="2015-05"), meeting("year", date="2015"),
        meeting("undated", date=None),
    )  # fmt: skip
    assert picked(data, within=parse_span(start, end)) == found


SORTED = (
    meeting("b", date="2015-05-02", title="alpha", duration=Duration(actual_minutes=9)),
    meeting("a", date="2015-05-02", title="Beta", duration=Duration(actual_minutes=130)),
    meeting("c", date=None, title="Gamma", duration=Duration(planned_minutes=30),
            place=Place(country="Norway")),
    meeting("d", date="2015-05", title="delta", place=Place(city="Oslo", country="Norway")),
    meeting("e", date="2014", title="Eta", place=Place(city="Bonn", country="Germany")),
)  # fmt: skip


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
def test_what_is_unknown_comes_last_in_every_order(sort: Sort, order: str) -> None:
    assert "".join(found.id for found in ordered(SORTED, sort)) == order


def test_every_order_has_its_opposite() -> None:
    assert {sort.value.removeprefix("-") for sort in Sort} == {
        sort.value for sort in Sort if not sort.value.startswith("-")
    }
    assert len(Sort) == 10


def test_a_place_is_named_as_far_as_it_is_known() -> None:
    assert [place_name(found) for found in SORTED[1:4]] == ["", "Norway", "Oslo, Norway"]


@pytest.mark.parametrize(
    ("fields", "advice"),
    [
        ({"kind": MeetingKind.LETTER}, ["kind"]),
        ({"status": MeetingStatus.PLANNED}, ["status"]),
        ({"leaders": {"us": ("cy",)}}, ["pair"]),
        ({"leaders": {"us": ("cy",)}, "kind": MeetingKind.LETTER}, ["kind status pair"]),
        ({"date": "1999"}, []),
    ],
)  # fmt: skip
def test_the_smallest_step_that_finds_something_is_advised(
    fields: dict[str, Any], advice: list[str]
) -> None:
    data = dataset(meeting("a", **fields), meeting("b", **fields))
    found = suggest_broader(data, usual(data, years=frozenset({2015})))
    assert [(" ".join(step.dropped), step.count) for step in found] == [(s, 2) for s in advice]


def test_the_shipped_record_begins_with_trump_and_putin(shipped: Dataset) -> None:
    ours = select(shipped, usual(shipped))
    assert ours
    assert all(found.kind in IN_PERSON and found.status == HELD for found in ours)
    assert all("donald-trump" in found.leaders["us"] for found in ours)
    assert all("vladimir-putin" in found.leaders["russia"] for found in ours)
    assert {"helsinki-2018", "anchorage-2025"} <= {found.id for found in ours}
    assert len(ours) < len(select(shipped, usual(shipped, kinds=KINDS["any"])))


def test_the_shipped_record_says_what_a_quiet_year_has(shipped: Dataset) -> None:
    quiet = usual(shipped, years=frozenset({2020}))
    assert select(shipped, quiet) == []
    step = suggest_broader(shipped, quiet)[0]
    assert step.dropped == ("kind",)
    any_kind = usual(shipped, years=quiet.years, kinds=KINDS["any"])
    assert step.count == len(select(shipped, any_kind))
    assert suggest_broader(shipped, usual(shipped, years=frozenset({1900}))) == []
