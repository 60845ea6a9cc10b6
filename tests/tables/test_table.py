"""Presets of columns, and the links in cells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from summitcli.pages.page import Link, WebLink, text_of
from summitcli.tables.record_tables import meetings_table, sources_table
from summitcli.tables.table import (
    Column,
    date_column,
    id_column,
    number_column,
    themes_column,
    word_column,
)

if TYPE_CHECKING:
    from summitcli.model import Dataset


@dataclass
class Row:
    """A row of a table."""

    id: str = "oslo"
    date: str | None = "2015-05-01"
    end_date: str | None = "2015-05-02"
    status: str = "held"
    count: int | None = 3


def test_ids_are_links_and_are_never_cut() -> None:
    column = id_column()
    assert column.cell(Row()) == Link("oslo", "oslo")
    assert column.fit.fixed
    assert column.fit.rank == 0


def test_dates_are_iso_8601_ranges() -> None:
    assert date_column().cell(Row()) == "2015-05-01/02"
    assert date_column().cell(Row(end_date=None)) == "2015-05-01"
    assert date_column().cell(Row(date=None)) == ""


def test_unknown_numbers_are_empty() -> None:
    column: Column[Row] = number_column("Count", lambda row: row.count)
    assert [column.cell(Row(count=count)) for count in (3, 0, None)] == ["3", "0", ""]
    assert column.right


def test_a_tone_may_follow_the_word() -> None:
    toned: Column[Row] = word_column("Status", lambda row: row.status, tone=str.upper)
    assert callable(toned.tone)
    assert toned.tone(Row()) == "HELD"
    bare: Column[Row] = word_column("Status", lambda row: row.status)
    assert bare.tone == "plain"


def test_themes_are_links() -> None:
    column: Column[Row] = themes_column(lambda _: ("trade", "peace"), rank=1, minimum=10)
    cell = column.cell(Row())
    assert cell == (Link("trade", "trade"), ", ", Link("peace", "peace"))
    assert text_of(cell) == "trade, peace"


def test_leaders_in_a_list_are_links(fixture_data: Dataset) -> None:
    table = meetings_table([fixture_data.meeting("greyford-2014")], fixture_data)
    assert table.columns[-1].cell(table.rows[0]) == (
        Link("anna-vale", "Vale"),
        " – ",
        Link("boris-stone", "Stone"),
    )


def test_a_heading_by_presidency_replaces_the_leader_in_drawn_rows(
    fixture_data: Dataset,
) -> None:
    table = meetings_table(
        [fixture_data.meeting("larkhill-1969")], fixture_data, by_presidency=True
    )
    assert table.group is not None
    assert table.group(table.rows[0]) == "Oswin Vale, 1966–1974"
    assert table.columns[-1].header == "Leaders"
    assert table.drawn_columns is not None
    assert table.drawn_columns[-1].header == "With"
    assert text_of(table.drawn_columns[-1].cell(table.rows[0])) == "Orlov"


def test_addresses_are_in_text_and_behind_titles_in_a_drawing(fixture_data: Dataset) -> None:
    source = next(source for source in fixture_data.sources if source.url)
    table = sources_table([source])
    assert table.columns[-1].header == "Address"
    assert table.drawn_columns == table.columns[:-1]
    (title,) = (column for column in table.columns if column.header == "Title")
    assert title.cell(source) == WebLink(source.url or "", source.title)
