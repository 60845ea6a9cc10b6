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
        ["A", "CT"],
        ["Vale", "Vale"],
        ["Peace", "2", "1"],
        ["Trade", "1", "·"],
    ]


@pytest.mark.parametrize("width", [13, 14])
def test_a_heat_table_that_is_too_wide_is_drawn_in_blocks(width: int) -> None:
    assert heat(width, By.THEME)[:8] == [
        ["A"],
        ["Vale"],
        ["Peace", "2"],
        ["Trade", "1"],
        ["CT"],
        ["Vale"],
        ["Peace", "1"],
        ["Trade", "·"],
    ]
