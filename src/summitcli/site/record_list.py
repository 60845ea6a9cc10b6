"""A list of records as a page shows it: a table, whole or in groups, with its filters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from summitcli.model import Dataset
from summitcli.pages.page import Link, Part, Parts, text_of
from summitcli.pages.wording import humanize
from summitcli.site.column_widths import fits, percentages
from summitcli.site.facets import Choice, Facet, choices
from summitcli.site.groups import LONG, Group, HeadingOf, divide
from summitcli.site.spark import Spark
from summitcli.tables.table import Column, Table


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a list."""

    content: Part | Parts | Spark
    column: Column[Any]
    is_title: bool


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row: a record's id, its cells, and the values by which it is filtered."""

    id: str
    cells: tuple[Cell, ...]
    facets: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RecordList:
    """A table as the page shows it."""

    columns: tuple[Column[Any], ...]
    widths: Sequence[int]
    "The width of each column in percent."
    groups: tuple[Group, ...]
    facets: tuple[tuple[Facet, list[Choice]], ...]
    "The properties by which it can be filtered, each with its values."

    @property
    def count(self) -> int:
        """The number of rows."""
        return sum(len(group.rows) for group in self.groups)

    @property
    def is_long(self) -> bool:
        """Whether it is far longer than any window."""
        return self.count >= LONG


def record_list(
    table: Table[Any],
    facets: Sequence[Facet],
    dataset: Dataset,
    heading_of: HeadingOf | None = None,
) -> RecordList:
    """Return a table as a list; if it is long, divided by the heading of each row."""
    titles = dataset.titles
    columns, widths = _columns(table, titles)
    rows = [
        ListRow(
            row.id,
            tuple(Cell(_titled(c.cell(row), titles), c, c.tone == "title") for c in columns),
            _filtered_by(row, facets),
        )
        for row in table.rows
    ]
    of = heading_of if heading_of and len(rows) >= LONG else lambda _: ""
    offered = ((facet, choices(facet, table.rows)) for facet in facets)
    useful = tuple((facet, found) for facet, found in offered if len(found) > 1)
    return RecordList(columns, widths, divide(rows, map(of, table.rows)), useful)


def _filtered_by(row: Any, facets: Sequence[Facet]) -> tuple[tuple[str, str], ...]:
    """Return the values of a row by the name of their facet."""
    values = ((facet.name, "|".join(facet.values(row))) for facet in facets)
    return tuple((name, joined) for name, joined in values if joined)


def _columns(
    table: Table[Any], titles: Mapping[str, str]
) -> tuple[tuple[Column[Any], ...], list[int]]:
    """Return the columns for which there is room, and their widths in percent."""
    columns = [
        column
        for column in (table.drawn_columns or table.columns)
        if column.header != "Id" and not (column.fit.varied and table.is_uniform(column))
    ]
    texts = {
        column.header: [text_of(_titled(column.cell(row), titles)) for row in table.rows]
        for column in columns
    }
    while True:
        given = [(column.header, texts[column.header]) for column in columns]
        least = max(columns, key=lambda column: column.fit.rank)
        if fits(given) or not least.fit.rank:
            return tuple(columns), percentages(given)
        columns.remove(least)


def _titled(cell: Part | Parts, titles: Mapping[str, str]) -> Part | Parts:
    """Return a cell as readers of a page expect it.

    Records are named by their titles, where tables give their ids, and values by words.
    """
    if isinstance(cell, tuple):
        return tuple(_titled_part(part, titles) for part in cell)
    return _titled_part(cell, titles)


def _titled_part(part: Part, titles: Mapping[str, str]) -> Part:
    if isinstance(part, Link) and part.id == part.title:
        return Link(part.id, titles.get(part.id, part.title))
    return humanize(part) if isinstance(part, StrEnum) else part
