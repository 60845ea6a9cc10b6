"""Counts as they are drawn: bars, and heat tables."""

from __future__ import annotations

from functools import partial

import pytest

from builders import ANNA, BORIS, CLARA_AND_BORIS, dataset, meeting, person, theme
from summitcli.derived.counts import By, Measure, Tally, count_meetings, presidents
from summitcli.model import MeetingKind, MeetingLike
from summitcli.terminal.console import draw
from summitcli.terminal.draw_counts import draw_bars, draw_heat_table

DINNER = MeetingKind.DINNER
MEETINGS: list[MeetingLike] = [
    meeting("a", "2015", minutes=30, themes=["peace", "trade"]),
    meeting("b", "2015", themes=["peace"], kind=DINNER),
    meeting("c", "2018", minutes=90, themes=["peace"], leaders=CLARA_AND_BORIS),
]
NAMESAKE = person("clara-finch", name="Clara Tess Vale")
DATA = dataset(ANNA, BORIS, NAMESAKE, theme("peace"), theme("trade"))


def bars(by: By, measure: Measure) -> list[str]:
    """Return the lines of a bar chart."""
    tallies = count_meetings(MEETINGS, by, measure, DATA)
    return draw(60, False, partial(draw_bars, tallies=tallies, measure=measure)).splitlines()


def heat(width: int, by: By, measure: Measure = Measure.COUNT) -> list[list[str]]:
    """Return the words of the lines of a heat table."""
    tallies = count_meetings(MEETINGS, by, measure, DATA, split=True)
    across = presidents(MEETINGS, DATA)
    drawn = draw(width, False, partial(draw_heat_table, tallies=tallies, across=across))
    return [line.split() for line in drawn.splitlines() if line]


def test_bars_have_labels_and_values() -> None:
    assert [
        line.rstrip("█▏▎▍▌▋▊▉ ").split(maxsplit=1) for line in bars(By.YEAR, Measure.MINUTES)
    ] == [
        ["2015", "30 min"],
        ["2018", "1 h 30 min"],
    ]


def test_bars_are_as_long_as_their_values() -> None:
    blocks = [line.count("█") for line in bars(By.YEAR, Measure.MINUTES)]
    assert blocks[1] == 3 * blocks[0] > 30
    assert [line.count("█") for line in bars(By.YEAR, Measure.COUNT)][1:3] == [0, 0]


def test_an_unknown_length_is_left_out_and_a_dash_beside_a_known_one() -> None:
    assert [line.split()[0] for line in bars(By.KIND, Measure.MINUTES)] == ["summit"]
    tallies = [
        Tally(key="a", label="A", count=1, minutes=None, timed=0, across={"x": None, "y": 0})
    ]
    across = {"x": "Xenia Young", "y": "Yan Zell"}
    drawn = draw(60, False, partial(draw_heat_table, tallies=tallies, across=across))
    assert drawn.splitlines()[1].split() == ["A", "–", "·"]


def test_leaders_of_the_same_surname_are_told_apart_by_initials() -> None:
    assert heat(40, By.THEME)[:-1] == [
        ["A", "Vale", "CT", "Vale"],
        ["Peace", "2", "1"],
        ["Trade", "1", "·"],
    ]


def test_a_heat_table_that_is_too_wide_is_drawn_in_blocks() -> None:
    assert heat(12, By.THEME)[:6] == [
        ["A", "Vale"],
        ["Peace", "2"],
        ["Trade", "1"],
        ["CT", "Vale"],
        ["Peace", "1"],
        ["Trade", "·"],
    ]


def terms(width: int) -> list[str]:
    """Return the lines of a heat table with a column for each of six terms of office."""
    names = ("Roosevelt", "Trumann", "Eisenhower", "Kennedy", "Johnson", "Nixon")
    across = {name: f"Ann {name}, 20{number}0–20{number}4" for number, name in enumerate(names, 1)}
    counts: dict[str, int | None] = dict.fromkeys(names, 7)
    tallies = [Tally(key="a", label="Arms control", count=1, minutes=1, timed=1, across=counts)]
    drawn = draw(width, False, partial(draw_heat_table, tallies=tallies, across=across))
    return drawn.splitlines()[:-2]


def test_every_second_heading_is_on_a_line_of_its_own_if_that_saves_a_block() -> None:
    assert terms(63) == [
        "             Roosevelt Trumann Eisenhower Kennedy Johnson Nixon",
        "                 10–14   20–24      30–34   40–44   50–54 60–64",
        "Arms control        7       7          7       7       7     7",
    ]
    assert terms(60) == [
        "Roosevelt 10–14  Eisenhower 30–34  Johnson 50–54",
        "      Trumann 20–24     Kennedy 40–44    Nixon 60–64",
        "Arms control  7   7             7   7          7   7",
    ]
    assert len(terms(40)) == 2 * len(terms(60)) + 1


@pytest.mark.parametrize("width", [26, 30, 40, 55, 80])
def test_a_heat_table_is_as_wide_as_the_terminal_at_most(width: int) -> None:
    assert max(map(len, terms(width))) <= width
