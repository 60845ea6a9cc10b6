"""Meetings counted, and their lengths added up: by each key, across presidents, and drawn."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from summitcli.derived.counts import By, Measure, count_meetings, presidents
from summitcli.model import (
    Dataset,
    DatasetInfo,
    Duration,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Office,
    Person,
    Place,
    Side,
    Theme,
    Topic,
)
from summitcli.search.select import KINDS, STATUSES, Selection, select
from summitcli.tables.headings import presidency
from summitcli.terminal.console import draw
from summitcli.terminal.draw_counts import draw_bars, draw_heat_table

if TYPE_CHECKING:
    from conftest import Summit


def meeting(name: str, date: str | None, minutes: int | None = None, **fields: Any) -> Meeting:
    """A summit of Ann and Bo that was held, but for what is told otherwise."""
    usual = {"kind": MeetingKind.SUMMIT, "leaders": {"us": ("ann-lee",), "russia": ("bo-ray",)}}
    told = {"title": name, "summary": "Talks.", "status": MeetingStatus.HELD, **usual, **fields}
    return Meeting(id=name, date=date, duration=Duration(actual_minutes=minutes), **told)


def on(*themes: str) -> tuple[Topic, ...]:
    """A topic a theme."""
    return tuple(Topic(themes=(theme,)) for theme in themes)


CY = {"us": ("cy-lee",), "russia": ("bo-ray", "di-fox")}
OSLO = Place(city="Oslo", country="Norway")
MEETINGS = [
    meeting("a", "2015-03-02", 30, place=OSLO, topics=on("trade", "peace", "trade")),
    meeting("b", "2015-03-03", place=OSLO, topics=on("peace"), kind=MeetingKind.DINNER),
    meeting("c", "2018-12", 90, place=Place(country="Iceland"), topics=on("peace"), leaders=CY),
    meeting("d", None, 15, leaders={"russia": ("bo-ray",)}),
]
FIRST = (Office(title="President", start_date="2010-01-20", end_date="2017-01-20"),)
SECOND = (
    Office(title="President", start_date="2017-01-20", end_date="2021-01-20"),
    Office(title="President", start_date="2025-01-20"),
)
DATA = Dataset(
    info=DatasetInfo(
        title="T", sides=(Side(id="us", name="United States"), Side(id="russia", name="Russia"))
    ),
    people=(
        Person(id="ann-lee", name="Ann Lee", side="us", offices=FIRST),
        Person(id="bo-ray", name="Bo Ray", side="russia"),
        Person(id="cy-lee", name="Cy T. Lee", side="us", offices=SECOND),
        Person(id="di-fox", name="Di Fox", side="russia"),
    ),
    themes=tuple(Theme(id=i, title=i.title(), description="D") for i in ("trade", "peace")),
    meetings=tuple(MEETINGS),
)

COUNTED = {
    By.YEAR: [("2015", 2, 30), ("2016", 0, 0), ("2017", 0, 0), ("2018", 1, 90)],
    By.LEADER: [("Bo Ray", 4, 135), ("Ann Lee", 2, 30), ("Cy T. Lee", 1, 90), ("Di Fox", 1, 90)],
    By.KIND: [("summit", 3, 135), ("dinner", 1, None)],
    By.COUNTRY: [("Norway", 2, 30), ("Iceland", 1, 90)],
    By.THEME: [("Peace", 3, 120), ("Trade", 1, 30)],
}


@pytest.mark.parametrize(("by", "expected"), COUNTED.items(), ids=COUNTED)
def test_meetings_are_counted_once_under_each_of_their_keys(
    by: By, expected: list[tuple[str, int, int]]
) -> None:
    tallies = count_meetings(MEETINGS, by, Measure.COUNT, DATA)
    assert [(item.label, item.count, item.minutes) for item in tallies] == expected
    assert all(item.across is None for item in tallies)


def test_months_and_weekdays_are_all_there_and_count_what_is_dated_so_exactly() -> None:
    months = count_meetings(MEETINGS, By.MONTH, Measure.COUNT, DATA)
    assert [item.key for item in months] == [f"{month:02}" for month in range(1, 13)]
    assert {item.label: item.count for item in months if item.count} == {"March": 2, "December": 1}
    days = count_meetings(MEETINGS, By.WEEKDAY, Measure.COUNT, DATA)
    assert [item.label for item in days][::6] == ["Monday", "Sunday"]
    assert [item.count for item in days] == [1, 1, 0, 0, 0, 0, 0]


def test_by_minutes_the_longest_come_first_and_what_is_not_timed_adds_nothing() -> None:
    by_country = count_meetings(MEETINGS, By.COUNTRY, Measure.MINUTES, DATA)
    assert [(item.key, item.minutes, item.timed) for item in by_country] == [
        ("Iceland", 90, 1),
        ("Norway", 30, 1),
    ]
    assert [item.of(Measure.COUNT) for item in by_country] == [1, 2]
    assert [item.of(Measure.MINUTES) for item in by_country] == [90, 30]


def test_nothing_counts_nothing() -> None:
    for by in By:
        assert sum(item.count for item in count_meetings([], by, Measure.COUNT, DATA)) == 0
    assert count_meetings([], By.YEAR, Measure.COUNT, DATA) == []


def test_across_presidents_a_count_is_split_by_the_first_sides_leader() -> None:
    peace, trade = count_meetings(MEETINGS, By.THEME, Measure.COUNT, DATA, split=True)
    assert peace.across == {"ann-lee": 2, "cy-lee": 1}
    assert trade.across == {"ann-lee": 1, "cy-lee": 0}
    (peace, _) = count_meetings(MEETINGS, By.THEME, Measure.MINUTES, DATA, split=True)
    assert peace.across == {"ann-lee": 30, "cy-lee": 90}
    assert presidents(MEETINGS[::-1], DATA) == {"ann-lee": "Ann Lee", "cy-lee": "Cy T. Lee"}


@pytest.mark.parametrize(
    ("date", "leaders", "said"),
    [
        ("2015", {"us": ("ann-lee", "cy-lee")}, "Ann Lee, 2010–2017"),
        ("2017-01-20", {"us": ("ann-lee",)}, "Ann Lee, 2010–2017"),
        ("2017-01-20", {"us": ("cy-lee",)}, "Cy T. Lee, 2017–2021"),
        ("2017-01", {"us": ("cy-lee",)}, "Cy T. Lee, 2017–2021"),
        ("2025-08", {"us": ("cy-lee",)}, "Cy T. Lee, 2025–"),
        ("2023-05", {"us": ("cy-lee",)}, "Cy T. Lee"),
        ("2015", {"russia": ("bo-ray",)}, ""),
    ],
)
def test_a_meeting_falls_in_the_term_of_the_first_sides_leader(
    date: str, leaders: dict[str, tuple[str, ...]], said: str
) -> None:
    assert presidency(meeting("m", date, leaders=leaders), DATA) == said


def test_the_longest_bar_is_of_the_most_and_no_bar_of_none() -> None:
    years = count_meetings(MEETINGS, By.YEAR, Measure.MINUTES, DATA)
    drawn = draw(60, False, partial(draw_bars, tallies=years, measure=Measure.MINUTES)).splitlines()
    assert [line.rstrip("█▏▎▍▌▋▊▉ ").split(maxsplit=1) for line in drawn] == [
        ["2015", "30 min"],
        ["2016", "0 min"],
        ["2017", "0 min"],
        ["2018", "1 h 30 min"],
    ]
    assert [line.count("█") for line in drawn][1:3] == [0, 0]
    assert drawn[3].count("█") == 3 * drawn[0].count("█") > 30


def test_a_length_that_nobody_knows_is_no_length_of_nought() -> None:
    kinds = count_meetings(MEETINGS, By.KIND, Measure.MINUTES, DATA, split=True)
    bar = draw(60, False, partial(draw_bars, tallies=kinds, measure=Measure.MINUTES)).splitlines()[
        1
    ]
    assert bar.split() == ["dinner", "–"]
    across = presidents(MEETINGS, DATA)
    row = draw(60, False, partial(draw_heat_table, tallies=kinds, across=across)).splitlines()[2]
    assert row.split() == ["dinner", "–", "·"]
    assert kinds[1].across == {"ann-lee": None, "cy-lee": 0}


def test_a_chart_says_what_it_counts(here: Summit) -> None:
    def caption(*options: str) -> str:
        return here("stats", *options, "-f", "table", COLUMNS="120").out.splitlines()[0]

    assert caption() == "Meetings by year · Trump – Putin, in person, held · 8 in all"
    every = len(json.loads(here("list", "--all", "--status", "any", "--json").out))
    assert caption("--by", "theme", "--across", "presidency", "--all", "--status", "any") == (
        f"Meetings by theme and presidency · all leaders, in person, of any status · {every} in all"
    )
    asked = ("--leader", "reagan", "--since", "1986", "--until", "1987", "--measure", "minutes")
    assert caption(*asked) == (
        "Length of meetings by year · Ronald Reagan, in person, held, since 1986, until 1987"
        " · 2 in all"
    )
    narrowed = caption("--kind", "call", "--theme", "syria", "--year", "2018")
    assert narrowed.startswith("Meetings by year · Trump – Putin, call, held, 2018, Syria · ")


@pytest.mark.parametrize(("width", "blocks"), [(40, 1), (13, 2)])
def test_a_heat_table_names_presidents_apart_and_breaks_where_it_is_too_wide(
    width: int, blocks: int
) -> None:
    tallies = count_meetings(MEETINGS, By.THEME, Measure.COUNT, DATA, split=True)
    across = presidents(MEETINGS, DATA)
    drawn = draw(width, False, partial(draw_heat_table, tallies=tallies, across=across))
    cells = [line.split() for line in drawn.splitlines() if line]
    if blocks == 1:
        assert cells == [["A", "Lee", "CT", "Lee"], ["Peace", "2", "1"], ["Trade", "1", "·"]]
    else:
        assert cells[:3] == [["A", "Lee"], ["Peace", "2"], ["Trade", "1"]]
        assert cells[3:] == [["CT", "Lee"], ["Peace", "1"], ["Trade", "·"]]


def test_the_shipped_record_adds_up_by_every_key(shipped: Dataset) -> None:
    held = select(shipped, Selection(kinds=KINDS["in-person"], statuses=STATUSES["held"]))
    assert len(held) == 114
    lengths = [m.duration.actual_minutes or 0 for m in held if m.duration]
    for by in (By.YEAR, By.KIND, By.COUNTRY):
        tallies = count_meetings(held, by, Measure.COUNT, shipped)
        assert sum(item.count for item in tallies) == len(held)
        assert sum(item.minutes or 0 for item in tallies) == sum(lengths) > 0
    for by in (By.MONTH, By.WEEKDAY):
        tallies = count_meetings(held, by, Measure.COUNT, shipped)
        assert len(held) - 3 <= sum(item.count for item in tallies) <= 114
    years = [item.key for item in count_meetings(held, By.YEAR, Measure.COUNT, shipped)]
    assert years == [str(year) for year in range(1943, 2026)]
    for by in By:
        for item in count_meetings(held, by, Measure.COUNT, shipped, split=True):
            assert item.across is not None
            assert sum(item.across.values()) == item.count, (by, item.key)
    surnames = [name.split()[-1] for name in presidents(held, shipped).values()]
    assert (surnames[0], surnames[-1], len(surnames)) == ("Roosevelt", "Biden", 15)


def test_the_command_counts_what_the_filters_pick(here: Summit) -> None:
    def asked(*options: str) -> list[dict[str, Any]]:
        return json.loads(here("stats", *options, "--json").out)

    assert sum(row["count"] for row in asked("--all")) == 114
    assert sum(row["count"] for row in asked()) == 8
    assert [row["key"] for row in asked()] == [str(year) for year in range(2017, 2026)]
    assert [row["count"] for row in asked("--by", "country", "--place", "finland")] == [1]
    assert {row["key"] for row in asked("--by", "kind", "--kind", "call")} == {
        "phone-call",
        "conference-call",
    }
    assert asked("--by", "leader", "--theme", "syria", "--across", "presidency")[0]["across"]


def test_numbers_are_written_for_programs(summit: Summit, here: Summit) -> None:
    command = ("stats", "--by", "leader", "--all", "--measure", "minutes")
    run = summit(*command, "-f", "csv")
    assert run.code == 0
    rows = list(csv.DictReader(io.StringIO(run.out)))
    assert list(rows[0]) == ["key", "label", "count", "minutes", "timed"]
    written = json.loads(here(*command, "--json").out)
    as_text = [{name: "" if row[name] is None else str(row[name]) for name in rows[0]}
               for row in written]  # fmt: skip
    assert as_text == rows
    minutes = [row["minutes"] for row in written]
    known = [number for number in minutes if number is not None]
    assert minutes == [*sorted(known, reverse=True), *[None] * (len(minutes) - len(known))]
    assert 0 < len(known) < len(minutes)
    assert all((row["minutes"] is None) == (row["timed"] == 0) for row in written)
    untimed = r"summit: note: \d+ of 114 meetings have no known length and are not included .*\n"
    assert re.fullmatch(untimed, run.err)


@pytest.mark.parametrize("measure", ["count", "minutes"])
def test_split_by_presidents_each_has_a_column(here: Summit, measure: str) -> None:
    command = ("stats", "--by", "kind", "--across", "presidency", "--all", "--measure", measure)
    written = json.loads(here(*command, "--json").out)
    people = list(written[0]["across"])
    assert len(people) == 15
    rows = list(csv.DictReader(io.StringIO(here(*command, "-f", "csv").out)))
    assert list(rows[0])[5:] == [f"across.{person}" for person in people]
    assert [[row[f"across.{person}"] for person in people] for row in rows] == [
        ["" if row["across"][person] is None else str(row["across"][person]) for person in people]
        for row in written
    ]
    header = here(*command, "-f", "md").out.splitlines()[0]
    assert [cell.strip() for cell in header.split("|")[4:-1]] == people
    plain = [line.split("\t") for line in here(*command).out.splitlines()]
    assert [line[3:] for line in plain] == [[row[f"across.{p}"] for p in people] for row in rows]


def test_where_nothing_matches_nothing_is_counted(here: Summit) -> None:
    for format_, expected in (("json", "[]\n"), ("table", ""), ("plain", "")):
        run = here("stats", "--year", "1901", "--by", "month", "-f", format_)
        assert (run.code, run.out, run.err) == (0, expected, "summit: note: no matching meetings\n")
