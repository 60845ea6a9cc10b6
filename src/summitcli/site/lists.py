"""The lists of records: whole tables, which a few lines of script filter and sort."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from summitcli.derived.people import leader_rows, participant_rows
from summitcli.derived.timeline import build_timeline
from summitcli.derived.views import ThemeView, build_view
from summitcli.model import Claim, ContextEvent, Dataset, Outcome, Outlook, Source
from summitcli.pages.page import Link, Part, Parts, text_of
from summitcli.search.select import ordered
from summitcli.site.column_widths import fits, percentages
from summitcli.site.facets import (
    Choice,
    Facet,
    choices,
    facets_of,
    meeting_facets,
    people_facets,
)
from summitcli.site.site import Head, Site
from summitcli.site.spark import Spark, spark
from summitcli.tables.people_tables import participants_table, people_table
from summitcli.tables.record_tables import (
    claims_table,
    events_table,
    meetings_table,
    outcomes_table,
    outlook_table,
    sources_table,
    themes_table,
)
from summitcli.tables.result_tables import timeline_table
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
    rows: Sequence[ListRow]
    facets: tuple[tuple[Facet, list[Choice]], ...]


def write_lists(site: Site) -> Iterator[None]:
    """Write the pages that list records; yield after each."""
    for path, title, lead, tables in _lists(site.dataset):
        shown = [(heading, _list(table, facets, site)) for heading, table, facets in tables]
        if path == "themes/":
            shown = [(heading, _with_bars(one, _themes(site.dataset))) for heading, one in shown]
        count = sum(len(table.rows) for _, table, _ in tables)
        site.write_page(
            path,
            "list.html",
            Head(
                title=title,
                description=f"{lead} {site.dataset.info.title}: {count:,} records.",
                data={"@type": "CollectionPage", "name": title},
            ),
            title=title,
            lead=lead,
            lists=shown,
            count=count,
        )
        yield


_Tables = list[tuple[str, Table[Any], list[Facet]]]


def _lists(dataset: Dataset) -> Iterator[tuple[str, str, str, _Tables]]:
    """Yield the path, the title, a lead and the tables of each list."""
    meetings = list(ordered(dataset.meetings))
    yield (
        "meetings/",
        "Meetings",
        "Meetings in person, calls, letters and statements, in order of time;"
        " also those that were cancelled, or that only one side reports.",
        [("", meetings_table(meetings, dataset), meeting_facets(meetings, dataset))],
    )
    leaders = leader_rows(meetings, dataset)
    own = {person.id for person in leaders}
    others = [row for row in participant_rows(meetings, dataset) if row.id not in own]
    facets = people_facets(dataset)
    yield (
        "people/",
        "People",
        "The leaders, and everybody else who is known to have taken part.",
        [
            ("Leaders", people_table(leaders, dataset), facets),
            ("Others who took part", participants_table(others, dataset), facets),
        ],
    )
    yield (
        "themes/",
        "Themes",
        "Subjects that recur from meeting to meeting: how often and when they came up.",
        [("", themes_table(_themes(dataset)), [])],
    )
    yield (
        "outcomes/",
        "Outcomes",
        "Assessed outcomes of one or more meetings, and who assessed them.",
        [("", outcomes_table(list(dataset.outcomes)), facets_of(Outcome, dataset))],
    )
    events = sorted(dataset.context, key=lambda event: (event.date, event.id))
    yield (
        "background/",
        "Background",
        "Dated events in the background of the meetings.",
        [("", events_table(events), facets_of(ContextEvent, dataset))],
    )
    yield (
        "claims/",
        "Claims",
        "Claims of an article, each compared with the record.",
        [("", claims_table(list(dataset.claims)), facets_of(Claim, dataset))],
    )
    yield (
        "outlook/",
        "Outlook",
        "Drivers of relations and scenarios for them, with the evidence so far.",
        [("", outlook_table(list(dataset.outlook)), facets_of(Outlook, dataset))],
    )
    yield (
        "sources/",
        "Sources",
        "The texts on which the record is based; reprints and state media are marked.",
        [("", sources_table(list(dataset.sources)), facets_of(Source, dataset))],
    )


def _themes(dataset: Dataset) -> list[ThemeView]:
    views = (build_view(theme, dataset) for theme in dataset.themes)
    return [view for view in views if isinstance(view, ThemeView)]


def _with_bars(shown: RecordList, themes: Sequence[ThemeView]) -> RecordList:
    """Return the list of themes with pictures in its last column, where tables have letters."""
    years = [int(year) for theme in themes for year in theme.years]
    if not years:
        return shown
    span = range(min(years), max(years) + 1)
    most = max(count for theme in themes for count in theme.years.values())
    last = shown.columns[-1]
    last = Column(f"{span.start}–{span.stop - 1}", last.cell, last.fit)
    rows = [
        replace(row, cells=(*row.cells[:-1], Cell(spark(theme.years, span, most), last, False)))
        for row, theme in zip(shown.rows, themes, strict=True)
    ]
    return replace(shown, columns=(*shown.columns[:-1], last), rows=rows)


def timeline_list(site: Site) -> RecordList:
    """Return the timeline of meetings, contacts and background events as a list."""
    from summitcli.derived.timeline import TimelineEntry

    dataset = site.dataset
    entries = build_timeline([*dataset.meetings, *dataset.context])
    return _list(timeline_table(entries), facets_of(TimelineEntry, dataset), site)


def _list(table: Table[Any], facets: list[Facet], site: Site) -> RecordList:
    titles = site.dataset.titles
    columns, widths = _columns(table, titles)
    rows = [
        ListRow(
            row.id,
            tuple(Cell(_titled(c.cell(row), titles), c, c.tone == "title") for c in columns),
            tuple((facet.name, "|".join(facet.values(row))) for facet in facets),
        )
        for row in table.rows
    ]
    offered = ((facet, choices(facet, table.rows)) for facet in facets)
    useful = tuple((facet, found) for facet, found in offered if len(found) > 1)
    return RecordList(columns, widths, rows, useful)


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
    """Return a cell in which records are named by their titles, where tables give their ids."""
    if isinstance(cell, tuple):
        return tuple(_titled_part(part, titles) for part in cell)
    return _titled_part(cell, titles)


def _titled_part(part: Part, titles: Mapping[str, str]) -> Part:
    if isinstance(part, Link) and part.id == part.title:
        return Link(part.id, titles.get(part.id, part.title))
    return part
