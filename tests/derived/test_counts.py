"""Meetings counted, and their lengths added up: by each key, and split by president."""

from __future__ import annotations

import pytest

from builders import dataset, meeting, person, place, theme
from summitcli import Dataset
from summitcli.derived.counts import By, Measure, count_meetings, presidents
from summitcli.model import MeetingKind, MeetingLike
from summitcli.search.select import KINDS, STATUSES, Selection, select

OSLO = place("Oslo", "Norway")
CLARA_AND_TWO = {"arden": ("clara-finch",), "borea": ("boris-stone", "dina-fox")}
MEETINGS: list[MeetingLike] = [
    meeting("a", "2015-03-02", minutes=30, place=OSLO, themes=["trade", "peace", "trade"]),
    meeting("b", "2015-03-03", place=OSLO, themes=["peace"], kind=MeetingKind.DINNER),
    meeting(
        "c",
        "2018-12",
        minutes=90,
        place=place(None, "Iceland"),
        themes=["peace"],
        leaders=CLARA_AND_TWO,
    ),
    meeting("d", None, minutes=15, leaders={"borea": ("boris-stone",)}),
]
DATA = dataset(
    person("anna-vale"),
    person("boris-stone", "borea"),
    person("clara-finch"),
    person("dina-fox", "borea"),
    theme("trade"),
    theme("peace"),
)
COUNTED: dict[By, list[tuple[str, int, int | None]]] = {
    By.YEAR: [("2015", 2, 30), ("2016", 0, 0), ("2017", 0, 0), ("2018", 1, 90)],
    By.LEADER: [
        ("Boris Stone", 4, 135),
        ("Anna Vale", 2, 30),
        ("Clara Finch", 1, 90),
        ("Dina Fox", 1, 90),
    ],
    By.KIND: [("summit", 3, 135), ("dinner", 1, None)],
    By.COUNTRY: [("Norway", 2, 30), ("Iceland", 1, 90)],
    By.THEME: [("Peace", 3, 120), ("Trade", 1, 30)],
}


@pytest.mark.parametrize(("by", "expected"), COUNTED.items(), ids=COUNTED)
def test_a_meeting_counts_once_under_each_of_its_keys(
    by: By, expected: list[tuple[str, int, int | None]]
) -> None:
    tallies = count_meetings(MEETINGS, by, Measure.COUNT, DATA)
    assert [(item.label, item.count, item.minutes) for item in tallies] == expected
    assert all(item.across is None for item in tallies)


def test_all_months_are_listed() -> None:
    months = count_meetings(MEETINGS, By.MONTH, Measure.COUNT, DATA)
    assert [item.key for item in months] == [f"{month:02}" for month in range(1, 13)]
    assert {item.label: item.count for item in months if item.count} == {"March": 2, "December": 1}


def test_all_weekdays_are_listed_and_only_exact_dates_count() -> None:
    days = count_meetings(MEETINGS, By.WEEKDAY, Measure.COUNT, DATA)
    assert [item.label for item in days][::6] == ["Monday", "Sunday"]
    assert [item.count for item in days] == [1, 1, 0, 0, 0, 0, 0]


def test_by_minutes_the_longest_come_first() -> None:
    by_country = count_meetings(MEETINGS, By.COUNTRY, Measure.MINUTES, DATA)
    assert [(item.key, item.minutes) for item in by_country] == [("Iceland", 90), ("Norway", 30)]
    assert [item.of(Measure.COUNT) for item in by_country] == [1, 2]
    assert [item.of(Measure.MINUTES) for item in by_country] == [90, 30]


def test_an_unknown_length_is_not_zero() -> None:
    summit, dinner = count_meetings(MEETINGS, By.KIND, Measure.COUNT, DATA)
    assert (summit.minutes, summit.timed) == (135, 3)
    assert (dinner.minutes, dinner.timed) == (None, 0)
    timed = count_meetings(MEETINGS, By.KIND, Measure.MINUTES, DATA)
    assert [item.key for item in timed] == ["summit"]


@pytest.mark.parametrize("by", By)
def test_no_meetings_are_counted_as_none(by: By) -> None:
    assert {item.count for item in count_meetings([], by, Measure.COUNT, DATA)} <= {0}


def test_a_count_is_split_by_the_leaders_of_the_first_side() -> None:
    peace, trade = count_meetings(MEETINGS, By.THEME, Measure.COUNT, DATA, split=True)
    assert peace.across == {"anna-vale": 2, "clara-finch": 1}
    assert trade.across == {"anna-vale": 1, "clara-finch": 0}
    peace, trade = count_meetings(MEETINGS, By.THEME, Measure.MINUTES, DATA, split=True)
    assert peace.across == {"anna-vale": 30, "clara-finch": 90}


def test_presidents_are_in_the_order_of_their_first_meeting() -> None:
    found = presidents(MEETINGS[::-1], DATA)
    assert list(found.items()) == [("anna-vale", "Anna Vale"), ("clara-finch", "Clara Finch")]


@pytest.fixture
def held(fixture_data: Dataset) -> list[MeetingLike]:
    """Return the meetings of the fixture that were held in person."""
    wanted = Selection(kinds=KINDS["in-person"], statuses=STATUSES["held"])
    return select(fixture_data, wanted)


@pytest.mark.parametrize("by", [By.YEAR, By.KIND, By.COUNTRY])
def test_counts_and_lengths_add_up(fixture_data: Dataset, held: list[MeetingLike], by: By) -> None:
    tallies = count_meetings(held, by, Measure.COUNT, fixture_data)
    lengths = [item.duration.actual_minutes or 0 for item in held if item.duration]
    assert sum(item.count for item in tallies) == len(held)
    assert sum(item.minutes or 0 for item in tallies) == sum(lengths)


@pytest.mark.parametrize("by", By)
def test_the_parts_of_a_split_count_add_up(
    fixture_data: Dataset, held: list[MeetingLike], by: By
) -> None:
    for item in count_meetings(held, by, Measure.COUNT, fixture_data, split=True):
        assert item.across is not None
        assert sum(count or 0 for count in item.across.values()) == item.count
