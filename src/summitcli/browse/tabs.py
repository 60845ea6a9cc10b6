"""The lists: which records each has, and their table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from summitcli.model import IN_PERSON, REMOTE, Dataset, MeetingKind, MeetingLike
from summitcli.search.select import Selection, is_selected, ordered, select, select_about
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
from summitcli.tables.table import Table, date_column


@dataclass(frozen=True, slots=True)
class Tab:
    """A list: its title, how to find its rows, and the table of them."""

    title: str
    rows: Callable[[Dataset, Selection], Sequence[Any]]
    "Returns the records of a selection, in the order of the list."
    table: Callable[[Any, Dataset], Table[Any]]


def _meetings(kinds: frozenset[MeetingKind]) -> Callable[[Dataset, Selection], Sequence[Any]]:
    def rows(dataset: Dataset, wanted: Selection) -> list[MeetingLike]:
        if wanted.kinds and not wanted.kinds & kinds:
            return []
        return ordered(select(dataset, replace(wanted, kinds=wanted.kinds & kinds or kinds)))

    return rows


def _meetings_table(rows: Any, dataset: Dataset) -> Table[Any]:
    """Return a table with the first day of each meeting; the page has all of them."""
    table = meetings_table(rows, dataset, by_presidency=True)
    drawn = table.columns if table.drawn_columns is None else table.drawn_columns
    first_day = date_column()
    first_day = replace(first_day, cell=lambda row: row.date or "")
    return replace(
        table, drawn_columns=tuple(first_day if c.header == "Date" else c for c in drawn)
    )


def _contacts_table(rows: Any, dataset: Dataset) -> Table[Any]:
    table = _meetings_table(rows, dataset)
    drawn = table.drawn_columns or ()
    return replace(table, drawn_columns=tuple(c for c in drawn if c.header != "Place"))


def _themes(dataset: Dataset, wanted: Selection) -> Sequence[Any]:
    from summitcli.derived.views import themes_raised

    found = themes_raised(dataset, wanted)
    return found if wanted == Selection() else [theme for theme in found if theme.years]


def _outcomes(dataset: Dataset, wanted: Selection) -> Sequence[Any]:
    return select_about(dataset.outcomes, wanted, dataset)


def _people(dataset: Dataset, wanted: Selection) -> Sequence[Any]:
    from summitcli.derived.people import leader_rows

    return leader_rows(select(dataset, wanted), dataset, keep_all=wanted == Selection())


def _about(wanted: Selection, dataset: Dataset) -> Selection | None:
    """Return a selection of records about the selected meetings; None if there are no meetings."""
    if not wanted.only_meetings:
        return wanted
    meetings = frozenset(meeting.id for meeting in select(dataset, wanted))
    if not meetings:
        return None
    return Selection(
        meetings=meetings, themes=wanted.themes, years=wanted.years, within=wanted.within
    )


def _background(dataset: Dataset, wanted: Selection) -> Sequence[Any]:
    from summitcli.derived.backlinks import events_around

    about = _about(wanted, dataset)
    return [] if about is None else events_around(dataset, about)


def _claims(dataset: Dataset, wanted: Selection) -> Sequence[Any]:
    return select_about(dataset.claims, wanted, dataset)


def _outlook(dataset: Dataset, wanted: Selection) -> Sequence[Any]:
    about = Selection(themes=wanted.themes)
    return [item for item in dataset.outlook if is_selected(item, about)]


def _sources(dataset: Dataset, wanted: Selection) -> Sequence[Any]:
    from summitcli.derived.links import sources_about

    about = _about(wanted, dataset)
    if about is None:
        return []
    in_time = Selection(years=wanted.years, within=wanted.within)
    return [item for item in sources_about(dataset, about) if is_selected(item, in_time)]


TABS = {
    "meetings": Tab("Meetings", _meetings(IN_PERSON), _meetings_table),
    "contacts": Tab("Contacts", _meetings(REMOTE), _contacts_table),
    "themes": Tab("Themes", _themes, lambda rows, _: themes_table(rows)),
    "outcomes": Tab("Outcomes", _outcomes, lambda rows, _: outcomes_table(rows)),
    "people": Tab("People", _people, people_table),
    "background": Tab("Background", _background, lambda rows, _: events_table(rows)),
    "claims": Tab("Claims", _claims, lambda rows, _: claims_table(rows)),
    "outlook": Tab("Outlook", _outlook, lambda rows, _: outlook_table(rows)),
    "sources": Tab("Sources", _sources, lambda rows, _: sources_table(rows)),
}
