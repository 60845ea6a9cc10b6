"""Drawings fit the terminal, however wide it is, and ids and dates are never cut."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from summitcli.derived.counts import By, Measure, count_meetings, presidents
from summitcli.derived.people import leader_rows
from summitcli.derived.timeline import build_timeline
from summitcli.derived.views import ThemeView, build_view
from summitcli.pages.build import page_of
from summitcli.pages.comparison import compare
from summitcli.search.select import ordered
from summitcli.tables.people_tables import people_table
from summitcli.tables.record_tables import (
    claims_table,
    events_table,
    meetings_table,
    outcomes_table,
    outlook_table,
    sources_table,
    themes_table,
)
from summitcli.terminal.console import Console, draw
from summitcli.terminal.draw_comparison import draw_comparison
from summitcli.terminal.draw_counts import draw_bars, draw_heat_table
from summitcli.terminal.draw_page import draw_pages
from summitcli.terminal.draw_table import draw_table
from summitcli.terminal.draw_timeline import draw_timeline

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Summit
    from summitcli import Dataset
    from summitcli.tables.table import Table

    MakeTable = Callable[[Dataset], Table[Any]]
    DrawContent = Callable[[Dataset, Console], None]


def themes(data: Dataset) -> Table[ThemeView]:
    """Return the table of all themes."""
    views = [build_view(theme, data) for theme in data.themes]
    return themes_table([view for view in views if isinstance(view, ThemeView)])


def pages(data: Dataset, console: Console) -> None:
    """Draw the pages of all records."""
    draw_pages(console, [page_of(build_view(item, data), data) for item in data.by_id.values()])


TABLES: dict[str, MakeTable] = {
    "meetings": lambda data: meetings_table(ordered(data.meetings), data),
    "by presidency": lambda data: meetings_table(ordered(data.meetings), data, by_presidency=True),
    "themes": themes,
    "outcomes": lambda data: outcomes_table(list(data.outcomes)),
    "people": lambda data: people_table(leader_rows(list(data.meetings), data), data),
    "sources": lambda data: sources_table(list(data.sources)),
    "events": lambda data: events_table(list(data.context)),
    "outlook": lambda data: outlook_table(list(data.outlook)),
    "claims": lambda data: claims_table(list(data.claims)),
}
DRAWINGS: dict[str, DrawContent] = {
    "pages": pages,
    "timeline": lambda data, console: draw_timeline(
        console, build_timeline([*data.meetings, *data.context])
    ),
    "comparison": lambda data, console: draw_comparison(
        console, compare([data.meeting("larkhill-1969"), data.meeting("greyford-2014")], data)
    ),
    "bars": lambda data, console: draw_bars(
        console,
        count_meetings(list(data.meetings), By.LEADER, Measure.MINUTES, data),
        Measure.MINUTES,
    ),
    "heat table": lambda data, console: draw_heat_table(
        console,
        count_meetings(list(data.meetings), By.THEME, Measure.COUNT, data, split=True),
        presidents(list(data.meetings), data),
    ),
}
WIDTHS = [20, 33, 40, 60, 80, 120, 200]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", TABLES)
def test_a_table_fits_and_its_ids_and_dates_are_whole(
    fixture_data: Dataset, name: str, width: int
) -> None:
    table = TABLES[name](fixture_data)
    drawn = draw(width, False, partial(draw_table, table=table))
    ids = {row.id for row in table.rows}
    dates = {row.date or "" for row in table.rows if hasattr(row, "date")} - {""}
    assert (ids | dates) - set(re.split(r"[\s/]+", drawn)) == set()
    # An id or a date that is wider than the terminal is a line of its own.
    longer = ids | {table.columns[0].cell(row) for row in table.rows}
    assert too_wide(drawn, width) - longer == set()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", DRAWINGS)
def test_every_other_drawing_fits(fixture_data: Dataset, name: str, width: int) -> None:
    drawn = draw(width, False, partial(DRAWINGS[name], fixture_data))
    assert len(drawn.splitlines()) >= 5
    assert too_wide(drawn, width) == set()


def too_wide(drawn: str, width: int) -> set[str]:
    """Return the lines that are wider than the terminal, except those with a web address."""
    lines = (line for line in drawn.splitlines() if "://" not in line)
    return {line.strip() for line in lines if cells_of(line) > width}


def cells_of(line: str) -> int:
    """Return the number of cells that a line takes on a terminal."""
    combining = sum(unicodedata.category(character) in ("Mn", "Cf") for character in line)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in line)
    return len(line) - combining + wide


@pytest.mark.parametrize("columns", [30, 100])
@pytest.mark.parametrize(
    ("command", "heading"),
    [("on 09-12", "On this day"), ("list --all", "Oswin Vale, 1966–1974")],
)
def test_rows_keep_their_headings_at_any_width(
    here: Summit, command: str, heading: str, columns: int
) -> None:
    drawn = here(*command.split(), "-f", "table", COLUMNS=str(columns)).out
    assert heading in drawn.splitlines()


@pytest.mark.parametrize("columns", [1, 2, 5, 10, 19, 20, 21, 50, 137, 300, 500])
@pytest.mark.parametrize(
    "command",
    [
        "list --all",
        "show greyford-2014",
        "timeline",
        "stats --by theme --across presidency --all",
        "search greyford",
        "compare greyford-2014 larkhill-1969",
        "themes",
    ],
)
def test_a_command_draws_at_any_width(here: Summit, columns: int, command: str) -> None:
    run = here(*command.split(), "-f", "table", COLUMNS=str(columns))
    assert run.code == 0
    assert len(run.out.split()) > 10


def test_an_absurd_width_is_limited(here: Summit) -> None:
    command = ("show", "greyford-2014", "-f", "table")
    assert here(*command, COLUMNS="999999999") == here(*command, COLUMNS="1000")
