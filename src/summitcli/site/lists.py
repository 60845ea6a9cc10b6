"""The lists of records: whole tables, which a few lines of script filter and sort."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summitcli.derived.people import leader_rows, participant_rows
from summitcli.derived.timeline import TimelineEntry, build_timeline
from summitcli.derived.views import ThemeView, build_view
from summitcli.model import Claim, ContextEvent, Dataset, Outcome, Outlook, Source
from summitcli.search.select import ordered
from summitcli.site.facets import facets_of, meeting_facets, people_facets
from summitcli.site.groups import Group, letter_of, name_of, periods
from summitcli.site.record_list import Cell, RecordList, record_list
from summitcli.site.site import Head, Site
from summitcli.site.spark import spark
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
from summitcli.tables.table import Column


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page that lists the records of a section."""

    path: str
    title: str
    lead: str
    lists: Sequence[RecordList]


def write_lists(site: Site) -> Iterator[None]:
    """Write the pages that list records; yield after each."""
    for page in _pages(site.dataset):
        count = sum(shown.count for shown in page.lists)
        site.write_page(
            page.path,
            "list.html",
            Head(
                title=page.title,
                description=f"{page.lead} {site.dataset.info.title}: {count:,} records.",
                data={"@type": "CollectionPage", "name": page.title},
            ),
            page=page,
            count=count,
        )
        yield


def _pages(dataset: Dataset) -> Iterator[ListPage]:
    yield _meetings(dataset)
    yield _people(dataset)
    yield _themes(dataset)
    yield _page(
        "Outcomes",
        "Assessed outcomes of one or more meetings, and who assessed them.",
        record_list(outcomes_table(list(dataset.outcomes)), facets_of(Outcome, dataset), dataset),
    )
    yield _background(dataset)
    yield _page(
        "Claims",
        "Claims of an article, each compared with the record.",
        record_list(claims_table(list(dataset.claims)), facets_of(Claim, dataset), dataset),
    )
    yield _page(
        "Outlook",
        "Drivers of relations and scenarios for them, with the evidence so far.",
        record_list(outlook_table(list(dataset.outlook)), facets_of(Outlook, dataset), dataset),
    )
    yield _sources(dataset)


def _page(title: str, lead: str, *lists: RecordList) -> ListPage:
    """Return a page in the folder of its name: Claims is at `claims/`."""
    return ListPage(f"{title.lower()}/", title, lead, lists)


def _meetings(dataset: Dataset) -> ListPage:
    meetings = list(ordered(dataset.meetings))
    table = meetings_table(meetings, dataset)
    facets = meeting_facets(meetings, dataset)
    return _page(
        "Meetings",
        "Meetings in person, calls, letters and statements, in order of time;"
        " also those that were cancelled, or that only one side reports.",
        record_list(table, facets, dataset, periods(meetings)),
    )


def _people(dataset: Dataset) -> ListPage:
    meetings = list(ordered(dataset.meetings))
    leaders = leader_rows(meetings, dataset)
    own = {person.id for person in leaders}
    others = [row for row in participant_rows(meetings, dataset) if row.id not in own]
    facets = people_facets(dataset)
    return _page(
        "People",
        "The leaders, and everybody else who is known to have taken part.",
        _below("Leaders", record_list(people_table(leaders, dataset), facets, dataset)),
        _below(
            "Others who took part",
            record_list(participants_table(others, dataset), facets, dataset),
        ),
    )


def _below(heading: str, shown: RecordList) -> RecordList:
    return replace(shown, groups=tuple(Group(heading, group.rows) for group in shown.groups))


def _themes(dataset: Dataset) -> ListPage:
    views = (build_view(theme, dataset) for theme in dataset.themes)
    themes = [view for view in views if isinstance(view, ThemeView)]
    return _page(
        "Themes",
        "Subjects that recur from meeting to meeting: how often and when they came up.",
        _with_bars(record_list(themes_table(themes), [], dataset), themes),
    )


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
        for row, theme in zip(shown.groups[0].rows, themes, strict=True)
    ]
    return replace(shown, columns=(*shown.columns[:-1], last), groups=(Group("", rows),))


def _background(dataset: Dataset) -> ListPage:
    events = sorted(dataset.context, key=lambda event: (event.date, event.id))
    facets = facets_of(ContextEvent, dataset)
    return _page(
        "Background",
        "Dated events in the background of the meetings.",
        record_list(events_table(events), facets, dataset, periods(events)),
    )


def _sources(dataset: Dataset) -> ListPage:
    sources = sorted(dataset.sources, key=lambda s: (name_of(s), s.date or "9999", s.id))
    table = sources_table(sources)
    return _page(
        "Sources",
        "The texts on which the record is based, by publisher;"
        " reprints and state media are marked.",
        record_list(table, facets_of(Source, dataset), dataset, letter_of),
    )


def timeline_list(site: Site) -> RecordList:
    """Return the timeline of meetings, contacts and background events as a list."""
    dataset = site.dataset
    entries = build_timeline([*dataset.meetings, *dataset.context])
    facets = facets_of(TimelineEntry, dataset)
    return record_list(timeline_table(entries), facets, dataset, periods(entries))
