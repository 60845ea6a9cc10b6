"""Tables of records, one builder for each record type: columns for people, fields for programs."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from summitcli.model import (
    Claim,
    ContextEvent,
    Dataset,
    Meeting,
    MeetingLike,
    Outcome,
    Outlook,
    Source,
)
from summitcli.pages.page import Link, Part, Parts, WebLink, join_parts
from summitcli.pages.wording import (
    format_duration,
    format_years,
    short_name,
    source_marks,
    sparkline,
    tone_of,
)
from summitcli.search.select import place_name
from summitcli.tables.table import (
    Column,
    Fit,
    Table,
    date_column,
    id_column,
    number_column,
    text_column,
    themes_column,
    title_column,
    word_column,
)

if TYPE_CHECKING:
    from summitcli.derived.views import ThemeView


def meetings_table(
    rows: Sequence[MeetingLike], dataset: Dataset, by_presidency: bool = False, sorted_by: str = ""
) -> Table[MeetingLike]:
    """Return a table of meetings, optionally grouped by the term of office in which they fell.

    The column by which they are sorted, `length` or `place`, is the last to give way.
    """
    after = 2 if sorted_by in ("length", "place") else 1  # rank of what else is of interest
    sides = [side.id for side in dataset.info.sides]
    common: tuple[Column[MeetingLike], ...] = (
        date_column(),
        id_column(),
        title_column("Meeting", lambda m: m.title, minimum=22),
        text_column("Place", place_name, rank=1 if sorted_by == "place" else 3, minimum=16),
        word_column("Kind", lambda m: m.kind, rank=4),
        number_column("Length", _length, rank=1 if sorted_by == "length" else 2),
        themes_column(lambda m: m.themes, rank=5, minimum=24),
        word_column("Status", lambda m: m.status, rank=after, tone=tone_of, varied=True),
    )
    leaders: Column[MeetingLike] = text_column(
        "Leaders", lambda m: _surnames(m, dataset, sides), rank=2, minimum=16, varied=True
    )
    # A heading by presidency names the first side's leader, so the column need not.
    others: Column[MeetingLike] = text_column(
        "With", lambda m: _surnames(m, dataset, sides[1:]), rank=after, minimum=9, varied=True
    )
    asked_for: Column[MeetingLike] = text_column(
        "Initiative", lambda m: _initiative(m, dataset), rank=6, minimum=10
    )
    return Table(
        (Meeting,),
        rows,
        (*common, asked_for, leaders),
        _meeting_fields(sides),
        keys=frozenset(sides),
        drawn_columns=(*common, asked_for, others) if by_presidency else None,
        group=_headings(dataset) if by_presidency else None,
    )


def _headings(dataset: Dataset) -> Callable[[MeetingLike], str]:
    from summitcli.tables.headings import presidency

    return lambda meeting: presidency(meeting, dataset)


def _meeting_fields(sides: list[str]) -> tuple[str, ...]:
    """Return the fields of meetings that flat formats contain."""
    return (
        "id",
        "title",
        "kind",
        "status",
        "date",
        "end_date",
        "place.city",
        "place.country",
        "place.venue",
        "occasion",
        "duration.planned_minutes",
        "duration.actual_minutes",
        "duration.qualifier",
        *(f"leaders.{side}" for side in sides),
        "topics.themes",
        "summary",
    )


def _initiative(meeting: MeetingLike, dataset: Dataset) -> str:
    """Return who asked for a meeting: a side's name, `joint` or a text; empty if not known."""
    names = dataset.info.side_names
    return names.get(meeting.initiator or "", meeting.initiator or "")


def _length(meeting: MeetingLike) -> str:
    duration = meeting.duration
    return format_duration(duration.actual_minutes, duration.qualifier) if duration else ""


def _surnames(meeting: MeetingLike, dataset: Dataset, sides: list[str]) -> Parts:
    """Return the surnames of the leaders, each a link: `Trump – Putin`."""
    line: list[Part] = []
    for number, side in enumerate(sides):
        people = meeting.leaders.get(side, ())
        surnames = {person: short_name(person, dataset) for person in people}
        line += [" – "] if number else []
        line += join_parts(Link(person, surname) for person, surname in surnames.items())
    return tuple(line)


def themes_table(rows: "list[ThemeView]") -> Table["ThemeView"]:
    """Return a table of themes: how often and when each came up."""
    from summitcli.derived.views import ThemeView

    every = [int(year) for row in rows for year in row.years]
    span = range(min(every), max(every) + 1) if every else range(0)
    most = max((count for row in rows for count in row.years.values()), default=0)
    columns: tuple[Column[ThemeView], ...] = (
        id_column(),
        title_column("Theme", lambda t: t.title, minimum=20),
        number_column("Meetings", lambda t: len(t.meetings)),
        number_column("Remote", lambda t: len(t.remote), rank=1),
        number_column("Outcomes", lambda t: len(t.outcomes), rank=3),
        word_column("First", lambda t: min(t.years, default=""), rank=4),
        word_column("Last", lambda t: max(t.years, default=""), rank=4),
        word_column(
            f"{format_years(str(min(span)), str(max(span)))} (█ is {most})" if span else "By year",
            lambda t: sparkline([t.years.get(str(year), 0) for year in span], most),
            rank=2,
        ),
    )
    fields = ("id", "title", "description", "meetings", "remote", "outcomes")
    return Table((ThemeView,), rows, columns, fields)


def outcomes_table(rows: list[Outcome]) -> Table[Outcome]:
    """Return a table of assessed outcomes."""
    columns: tuple[Column[Outcome], ...] = (
        id_column(),
        title_column("Outcome", lambda o: o.statement),
        word_column("Judged", lambda o: o.valence, rank=1, tone=tone_of),
        word_column("How far", lambda o: o.extent, rank=2, tone=tone_of),
        word_column("Scope", lambda o: o.scope, rank=3),
        text_column(
            "Assessed by", lambda o: "; ".join(a.who for a in o.assessments), rank=4, minimum=30
        ),
    )
    fields = ("id", "statement", "scope", "valence", "extent", "meetings", "themes", "evidence")
    return Table((Outcome,), rows, columns, fields)


def sources_table(rows: list[Source], numbers: Mapping[str, int] | None = None) -> Table[Source]:
    """Return a table of sources, with their addresses and, if given, their numbers on a page."""
    numbered: tuple[Column[Source], ...] = (
        (number_column("No.", lambda s: (numbers or {}).get(s.id)),) if numbers else ()
    )
    columns: tuple[Column[Source], ...] = (
        *numbered,
        date_column(),
        id_column(),
        Column(
            "Title",
            lambda s: WebLink(s.url, s.title) if s.url else s.title,
            Fit(minimum=20),
            tone="title",
        ),
        text_column("Publisher", lambda s: s.publisher or "", rank=1, minimum=12),
        word_column("Type", lambda s: s.type, rank=2),
        word_column("Marks", lambda s: ", ".join(source_marks(s)), rank=3),
        word_column("Language", lambda s: s.language, rank=4, varied=True),
    )
    # Addresses are too long for a drawn table; its titles lead there.
    address: Column[Source] = word_column("Address", lambda s: s.url or "")
    from summitcli.pages.part_names import PARTS

    fields = ("id", "title", *PARTS["source"]["facts"])
    return Table((Source,), rows, (*columns, address), fields, drawn_columns=columns)


def events_table(rows: list[ContextEvent]) -> Table[ContextEvent]:
    """Return a table of background events."""
    columns: tuple[Column[ContextEvent], ...] = (
        date_column(),
        id_column(),
        title_column("Event", lambda e: e.title),
        word_column("Field", lambda e: e.category, rank=2),
        themes_column(lambda e: e.themes, rank=3, minimum=20),
    )
    fields = ("id", "date", "end_date", "title", "category", "themes", "summary")
    return Table((ContextEvent,), rows, columns, fields)


def outlook_table(rows: list[Outlook]) -> Table[Outlook]:
    """Return a table of drivers and scenarios."""
    columns: tuple[Column[Outlook], ...] = (
        id_column(),
        word_column("Kind", lambda o: o.kind, rank=2),
        title_column("Outlook", lambda o: o.title),
        number_column("Evidence", lambda o: len(o.evidence), rank=3),
        word_column("Latest", lambda o: max((e.date for e in o.evidence), default=""), rank=1),
        themes_column(lambda o: o.themes, rank=4, minimum=20),
    )
    return Table((Outlook,), rows, columns, ("id", "kind", "title", "summary", "themes"))


def claims_table(rows: list[Claim]) -> Table[Claim]:
    """Return a table of an article's claims, each with its verdict."""
    columns: tuple[Column[Claim], ...] = (
        id_column(),
        word_column("Verdict", lambda c: c.verdict, tone=tone_of),
        title_column("Claim", lambda c: c.claim),
        text_column("What the record says", lambda c: c.record, rank=3, minimum=40),
        word_column("Kind", lambda c: c.kind, rank=4),
        word_column("Section", lambda c: c.section, rank=5),
    )
    fields = (
        "id",
        "section",
        "claim",
        "kind",
        "verdict",
        "record",
        "meetings",
        "themes",
        "sources",
    )
    return Table((Claim,), rows, columns, fields)
