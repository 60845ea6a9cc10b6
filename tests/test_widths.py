"""What is drawn fits the terminal, however wide it is, and loses nothing that matters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pytest

from summitcli.derived.counts import By, Measure, count_meetings, presidents
from summitcli.derived.timeline import build_timeline
from summitcli.derived.views import build_view
from summitcli.model import Dataset
from summitcli.pages.build import page_of
from summitcli.pages.comparison import compare
from summitcli.search.select import ordered
from summitcli.tables.record_tables import (
    claims_table,
    events_table,
    meetings_table,
    outcomes_table,
    outlook_table,
    people_table,
    sources_table,
    themes_table,
)
from summitcli.tables.table import Table
from summitcli.terminal.console import Console, draw
from summitcli.terminal.draw_comparison import draw_comparison
from summitcli.terminal.draw_counts import draw_bars, draw_heat_table
from summitcli.terminal.draw_page import draw_pages
from summitcli.terminal.draw_table import draw_table
from summitcli.terminal.draw_timeline import draw_timeline

if TYPE_CHECKING:
    from conftest import Summit

LISTS: dict[str, Callable[[Dataset], Table]] = {
    "meetings": lambda data: meetings_table(ordered(data.meetings), data),
    "by presidency": lambda data: meetings_table(ordered(data.meetings), data, by_presidency=True),
    "themes": lambda data: themes_table([build_view(theme, data) for theme in data.themes]),
    "outcomes": lambda data: outcomes_table(list(data.outcomes)),
    "people": lambda data: people_table(list(data.people), data),
    "sources": lambda data: sources_table(list(data.sources[:80])),
    "events": lambda data: events_table(list(data.context)),
    "outlook": lambda data: outlook_table(list(data.outlook)),
    "claims": lambda data: claims_table(list(data.claims)),
}
PAGES: dict[str, Callable[[Dataset, Console], None]] = {
    "articles": lambda data, console: draw_pages(
        console,
        [
            page_of(build_view(data.by_id[name], data), data)
            for name in (
                *("helsinki-2018", "vladimir-putin", "channels-kept", "arms-control"),
                *("claim-26", "salt-abm-1972", "leadership"),
            )
        ],
    ),
    "timeline": lambda data, console: draw_timeline(
        console, build_timeline([*data.meetings, *data.context])
    ),
    "comparison": lambda data, console: draw_comparison(
        console, compare([data.by_id["reykjavik-1986"], data.by_id["anchorage-2025"]], data)
    ),
    "bars": lambda data, console: draw_bars(
        console,
        count_meetings(list(data.meetings), By.LEADER, Measure.MINUTES, data),
        Measure.MINUTES,
    ),
    "heat": lambda data, console: draw_heat_table(
        console,
        count_meetings(list(data.meetings), By.THEME, Measure.COUNT, data, split=True),
        presidents(list(data.meetings), data),
    ),
}
DATED = {"meetings", "by presidency", "sources", "events"}


def cells(line: str) -> int:
    """Columns of a terminal that a line takes."""
    combining = sum(unicodedata.category(character) in ("Mn", "Cf") for character in line)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in line)
    return len(line) - combining + wide


@pytest.mark.parametrize("width", [20, 33, 40, 60, 80, 120, 200])
def test_tables_fit_the_terminal_and_their_ids_and_dates_are_whole(
    shipped: Dataset, width: int
) -> None:
    for name, make in LISTS.items():
        table = make(shipped)
        drawn = draw(width, False, partial(draw_table, table=table))
        words = set(re.split(r"[\s/]+", drawn))
        fixed = {row.id for row in table.rows}
        if name in DATED:
            fixed |= {row.date for row in table.rows if row.date}
        assert fixed - words == set(), name
        # What is too long and must not be cut stands alone, whole.
        whole = fixed | {table.columns[0].cell(row) for row in table.rows}
        assert too_wide(drawn, width) - whole == set(), name


@pytest.mark.parametrize("width", [20, 33, 60, 80, 120, 200])
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_pages_fit_the_terminal(
    shipped: Dataset, page: Callable[[Dataset, Console], None], width: int
) -> None:
    drawn = draw(width, False, partial(page, shipped))
    assert len(drawn.splitlines()) > 10
    assert too_wide(drawn, width) == set()


def test_where_a_table_does_not_fit_its_rows_keep_their_headings(here: Summit) -> None:
    for command, heading in (("on 07-16", "On this day"), ("list --all", "Ronald Reagan, 1981–")):
        arguments = (*command.split(), "-f", "table")
        assert heading in here(*arguments, COLUMNS="100").out
        assert heading in here(*arguments, COLUMNS="30").out


def too_wide(drawn: str, width: int) -> set[str]:
    """The lines that are wider than the terminal, but for those with a web address."""
    return {
        line.strip() for line in drawn.splitlines() if cells(line) > width and "://" not in line
    }
