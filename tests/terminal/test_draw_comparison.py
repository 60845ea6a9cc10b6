"""Comparisons as they are drawn: side by side, or below each other."""

from __future__ import annotations

from functools import partial

import pytest

from builders import dataset, deliverable, meeting, place
from summitcli.pages.comparison import compare
from summitcli.terminal.console import draw
from summitcli.terminal.draw_comparison import draw_comparison

OSLO = meeting(
    "oslo",
    "2015-05-01",
    end_date="2015-05-02",
    place=place("Oslo", "Norway", venue="Castle"),
    deliverables=(deliverable("A treaty", "not-realised"), deliverable("A talk", "none")),
)
BONN, ROME = meeting("bonn", "2015"), meeting("rome", "2015")


def drawn(width: int) -> list[str]:
    """Return the lines of a comparison of three meetings."""
    compared = compare([OSLO, BONN, ROME], dataset(OSLO, BONN, ROME))
    return draw(width, False, partial(draw_comparison, comparison=compared)).splitlines()


def test_side_by_side_each_meeting_has_its_column() -> None:
    titles, ids, *lines = drawn(100)
    assert titles.split() == ["Oslo", "Bonn", "Rome"]
    assert ids.split() == ["oslo", "bonn", "rome"]
    columns = [titles.index(title) for title in ("Oslo", "Bonn", "Rome")]
    (date,) = (line for line in lines if line.startswith("Date"))
    assert [date[column:].split("  ")[0] for column in columns] == ["1–2 May 2015", "2015", "2015"]


def test_unknown_values_are_named_as_such() -> None:
    (line,) = (line for line in drawn(100) if line.startswith("Place"))
    assert line.count("not recorded here") == 2
    assert any(line.strip() == "· Castle" for line in drawn(100))


@pytest.mark.parametrize("width", [20, 60])
def test_on_a_narrow_terminal_the_meetings_are_below_each_other(width: int) -> None:
    lines = drawn(width)
    date = lines.index("Date")
    assert [line.strip() for line in lines[date : date + 7]] == [
        "Date",
        "Oslo",
        "1–2 May 2015",
        "Bonn",
        "2015",
        "Rome",
        "2015",
    ]
    assert "A treaty → not realised" in " ".join(line.strip("· ") for line in lines)
    assert max(map(len, lines)) <= width
