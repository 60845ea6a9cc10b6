"""How what is made of several records is listed: hits, timelines, days, comparisons, counts."""

from summitcli.derived.counts import Measure, Tally
from summitcli.derived.timeline import DayEntry, TimelineEntry
from summitcli.pages.comparison import ComparedRow, Comparison
from summitcli.pages.wording import format_short_date
from summitcli.search.hit import Hit
from summitcli.tables.table import Column, Listing


def hits(rows: list[Hit], explain: bool = False) -> Listing:
    """What a search found; if asked for, with what each score is made of."""
    columns = (
        Column("Date", lambda h: h.date or "", fixed=True, rank=1),
        Column("Type", lambda h: h.type, rank=2, fixed=True),
        Column("Id", lambda h: h.id, fixed=True, tone="id"),
        Column("Title", lambda h: h.title, minimum=34, tone="title"),
        Column("Found in", lambda h: ", ".join(dict.fromkeys(m.field for m in h.matches)), rank=3),
        Column("Score", lambda h: f"{h.score:.0f}", rank=4, fixed=True, right=True),
        *([Column("Because", explain_score, rank=5)] if explain else []),
    )
    return Listing((Hit,), rows, columns, ("score", "type", "id", "title", "date"))


def explain_score(hit: Hit) -> str:
    """What a score is made of, in a line."""
    found = ", ".join(f"{item.query} {item.how} in {item.field}" for item in hit.matches)
    score_parts = ", ".join(
        f"{share.name} {share.score:.1f}" for share in hit.score_parts if share.score
    )
    return "; ".join(filter(None, (found, score_parts)))


def timeline(rows: list[TimelineEntry]) -> Listing:
    """What happened, in order of time."""
    columns = (
        Column("Date", lambda t: format_short_date(t.date, t.end_date), fixed=True),
        Column("What", lambda t: t.what, fixed=True, tone=lambda t: t.what),
        Column("Id", lambda t: t.id, fixed=True, tone="id"),
        Column("Title", lambda t: t.title, minimum=24, tone="title"),
        Column("Place", lambda t: t.place or "", rank=2, minimum=16),
        Column("Kind", lambda t: t.kind, rank=3, fixed=True),
    )
    fields = ("date", "end_date", "what", "kind", "status", "id", "title", "place", "summary")
    return Listing((TimelineEntry,), rows, columns, fields)


def days(rows: list[DayEntry]) -> Listing:
    """What happened on a day of the year, and what lay next to it."""
    columns = (
        Column("Date", lambda d: format_short_date(d.date, d.end_date), fixed=True),
        Column("What", lambda d: d.what, rank=1, fixed=True, tone=lambda d: d.what),
        Column("Id", lambda d: d.id, fixed=True, tone="id"),
        Column("Title", lambda d: d.title, minimum=24, tone="title"),
        Column("Place", lambda d: d.place or "", rank=3, minimum=16),
        Column("Distance", _distance, rank=2, fixed=True),
    )
    fields = ("relation", "days", "date", "end_date", "what", "kind", "id", "title", "place")
    return Listing((DayEntry,), rows, columns, fields, group=lambda d: _RELATIONS[d.relation])


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


def comparison(compared: Comparison) -> Listing:
    """Meetings side by side: a row for each thing compared, a column a meeting.

    In JSON and YAML the comparison is one object; everywhere else a row has its field, and what is
    known of each meeting under the meeting's id.
    """

    def column(identifier: str) -> Column:
        return Column(identifier, lambda row: "; ".join(row[identifier]))

    rows = [
        {"field": row.field, **dict(zip(compared.meetings, row.values, strict=True))}
        for row in compared.rows
    ]
    columns = (Column("Compared", lambda row: row["field"]), *map(column, compared.meetings))
    paths = ("field", *compared.meetings)
    return Listing((ComparedRow,), rows, columns, paths, document=compared)


def tallies(rows: list[Tally], measure: Measure) -> Listing:
    """Counts and lengths; where they are split, with a column a president."""
    split = list(dict.fromkeys(person for row in rows for person in row.across or {}))

    def column(person: str) -> Column:
        return Column(person, lambda t: _number(t.across[person]), fixed=True, right=True)

    columns = (
        Column("Key", lambda t: t.key, fixed=True, tone="id"),
        Column("Label", lambda t: t.label, minimum=16, tone="title"),
        Column(measure.capitalize(), lambda t: _number(t.of(measure)), fixed=True, right=True),
        *map(column, split),
    )
    fields = ("key", "label", "count", "minutes", "timed", *(f"across.{p}" for p in split))
    return Listing((Tally,), rows, columns, fields, keys=frozenset(split))


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
