"""Tables of derived results: timelines, days, comparisons and counts."""

from typing import Any

from summitcli.derived.counts import Measure, Tally
from summitcli.derived.timeline import DayEntry, TimelineEntry
from summitcli.pages.comparison import NOTHING, ComparedRow, Comparison
from summitcli.pages.page import text_of
from summitcli.tables.table import (
    Column,
    Document,
    Table,
    date_column,
    id_column,
    number_column,
    text_column,
    title_column,
    word_column,
)


def timeline_table(rows: list[TimelineEntry]) -> Table[TimelineEntry]:
    """Return a table of entries in chronological order."""
    columns: tuple[Column[TimelineEntry], ...] = (
        date_column(),
        word_column("What", lambda t: t.what, tone=str),
        id_column(),
        title_column("Title", lambda t: t.title),
        text_column("Place", lambda t: t.place or "", rank=2, minimum=16),
        word_column("Kind", lambda t: t.kind, rank=3),
    )
    fields = ("date", "end_date", "what", "kind", "status", "id", "title", "place", "summary")
    summary: Column[TimelineEntry] = text_column("Summary", lambda t: t.summary, rank=4)
    return Table((TimelineEntry,), rows, columns, fields, written_columns=(*columns, summary))


def days_table(rows: list[DayEntry]) -> Table[DayEntry]:
    """Return a table of the entries on a day of the year, and of the nearest before and after."""
    columns: tuple[Column[DayEntry], ...] = (
        date_column(),
        word_column("What", lambda d: d.what, rank=1, tone=str),
        id_column(),
        title_column("Title", lambda d: d.title),
        text_column("Place", lambda d: d.place or "", rank=3, minimum=16),
        word_column("Distance", _distance, rank=2),
    )
    fields = ("relation", "days", "date", "end_date", "what", "kind", "id", "title", "place")
    return Table((DayEntry,), rows, columns, fields, group=lambda d: _RELATIONS[d.relation])


_RELATIONS = {
    "on this day": "On this day",
    "before": "Nearest before",
    "after": "Nearest after",
}


def _distance(entry: DayEntry) -> str:
    if not entry.days:
        return ""
    count = abs(entry.days)
    return f"{count:,} day{'s' if count > 1 else ''} {'earlier' if entry.days < 0 else 'later'}"


def comparison_document(comparison: Comparison) -> Document:
    """Return a comparison as one object.

    Its table has a row for each thing compared and a column for each meeting.
    """
    compared = [
        (row.field, [tuple(map(text_of, v)) for v in row.values]) for row in comparison.rows
    ]
    content = {
        "meetings": comparison.meetings,
        "titles": comparison.titles,
        "themes_in_common": comparison.themes_in_common,
        "rows": [{"field": field, "values": values} for field, values in compared],
        "records": comparison.records,
    }
    rows = [
        {"field": field, **dict(zip(comparison.meetings, values, strict=True))}
        for field, values in compared
    ]

    def column(meeting: str, title: str) -> Column[dict[str, Any]]:
        return Column(f"{title} ({meeting})", lambda row: "; ".join(row[meeting]))

    columns = (
        Column("Compared", lambda row: row["field"]),
        *map(column, comparison.meetings, comparison.titles),
    )
    return Document(
        content,
        Table((ComparedRow,), rows, columns, ("field", *comparison.meetings)),
        title=" and ".join(comparison.titles),
        empty=NOTHING,
        sources=tuple(zip(comparison.titles, comparison.sources, strict=True)),
    )


def tallies_table(rows: list[Tally], measure: Measure) -> Table[Tally]:
    """Return a table of counts or lengths; if they are split, with a column for each president."""
    split = list(dict.fromkeys(person for row in rows for person in row.across or {}))

    def column(person: str) -> Column[Tally]:
        return number_column(person, lambda t: (t.across or {}).get(person))

    columns: tuple[Column[Tally], ...] = (
        word_column("Key", lambda t: t.key, tone=lambda _: "id"),
        title_column("Label", lambda t: t.label, minimum=16),
        number_column(measure.capitalize(), lambda t: t.of(measure)),
        *map(column, split),
    )
    fields = ("key", "label", "count", "minutes", "timed", *(f"across.{p}" for p in split))
    return Table((Tally,), rows, columns, fields, keys=frozenset(split))
