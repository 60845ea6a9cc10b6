"""How each record type is listed: its columns for people, its fields for programs."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from summitcli.model import (
    Claim,
    ContextEvent,
    Dataset,
    Meeting,
    Outcome,
    Outlook,
    Person,
    Source,
    title_of,
)
from summitcli.pages.wording import (
    bars,
    format_length,
    format_short_date,
    format_years,
    source_marks,
    tone_of,
)
from summitcli.search.select import place_name
from summitcli.tables.headings import presidency
from summitcli.tables.table import Column, Listing

if TYPE_CHECKING:
    from summitcli.derived.views import ThemeView


def meetings(rows: list[Meeting], dataset: Dataset, by_presidency: bool = False) -> Listing:
    """Meetings, in person or by wire; if asked for, under the term of office in which they fell."""
    sides = [side.id for side in dataset.info.sides]
    leaders = Column(
        "Leaders", lambda m: _surnames(m, dataset, sides), rank=2, minimum=16, varied=True
    )
    if by_presidency:  # the heading of a table names the first side's leader
        others = partial(_surnames, dataset=dataset, sides=sides[1:])
        leaders = replace(leaders, drawn=others, header="With", rank=1, minimum=9)
    columns = (
        Column("Date", lambda m: format_short_date(m.date, m.end_date), fixed=True),
        Column("Id", lambda m: m.id, fixed=True, tone="id"),
        Column("Meeting", lambda m: m.title, minimum=22, tone="title"),
        Column("Place", place_name, rank=3, minimum=16),
        Column("Kind", lambda m: m.kind, rank=4, fixed=True),
        Column(
            "Length",
            lambda m: format_length(m.duration.actual_minutes) if m.duration else "",
            rank=2,
            fixed=True,
            right=True,
        ),
        Column("Themes", lambda m: ", ".join(m.themes), rank=5, minimum=24, several=True),
        Column(
            "Status", lambda m: m.status, rank=1, fixed=True, varied=True,
            tone=lambda m: tone_of(m.status),
        ),
        leaders,
    )  # fmt: skip
    fields = (
        *("id", "title", "kind", "status", "date", "end_date"),
        *("place.city", "place.country", "place.venue", "occasion"),
        *("duration.planned_minutes", "duration.actual_minutes"),
        *(f"leaders.{side}" for side in sides),
        *("topics.themes", "summary"),
    )
    group = (lambda m: presidency(m, dataset)) if by_presidency else None
    return Listing((Meeting,), rows, columns, fields, keys=frozenset(sides), group=group)


def _surnames(meeting: Meeting, dataset: Dataset, sides: list[str]) -> str:
    """`Trump – Putin`; of several leaders of a side all are named."""
    named = []
    for side in sides:
        people = [dataset.by_id[person] for person in meeting.leaders.get(side, ())]
        named.append(", ".join(title_of(person).split()[-1] for person in people))
    return " – ".join(named)


def themes(rows: "list[ThemeView]") -> Listing:
    """Themes, with how often and when they came up."""
    every = [int(year) for row in rows for year in row.years]
    span = range(min(every), max(every) + 1) if every else range(0)
    columns = (
        Column("Id", lambda t: t.id, fixed=True, tone="id"),
        Column("Theme", lambda t: t.title, minimum=20, tone="title"),
        Column("Meetings", lambda t: str(len(t.meetings)), fixed=True, right=True),
        Column("Remote", lambda t: str(len(t.remote)), rank=1, fixed=True, right=True),
        Column("Outcomes", lambda t: str(len(t.outcomes)), rank=3, fixed=True, right=True),
        Column("First", lambda t: min(t.years, default=""), rank=4, fixed=True),
        Column("Last", lambda t: max(t.years, default=""), rank=4, fixed=True),
        Column(
            f"{span.start}–{span.stop - 1}" if span else "By year",
            lambda t: bars([t.years.get(str(year), 0) for year in span]),
            rank=2,
            fixed=True,
        ),
    )
    fields = ("id", "title", "description", "meetings", "remote", "outcomes")
    from summitcli.derived.views import ThemeView

    return Listing((ThemeView,), rows, columns, fields)


def outcomes(rows: list[Outcome]) -> Listing:
    """Assessed outcomes."""
    columns = (
        Column("Id", lambda o: o.id, fixed=True, tone="id"),
        Column("Outcome", lambda o: o.statement, minimum=24, tone="title"),
        Column(
            "Judged", lambda o: o.valence, rank=1, fixed=True, tone=lambda o: tone_of(o.valence)
        ),
        Column("How far", lambda o: o.extent, rank=2, fixed=True, tone=lambda o: tone_of(o.extent)),
        Column("Scope", lambda o: o.scope, rank=3, fixed=True),
        Column(
            "Assessed by", lambda o: "; ".join(a.who for a in o.assessments), rank=4, minimum=30
        ),
    )
    fields = ("id", "statement", "scope", "valence", "extent", "meetings", "themes", "evidence")
    return Listing((Outcome,), rows, columns, fields)


def people(rows: list[Person], dataset: Dataset) -> Listing:
    """Leaders, with the offices that they held."""
    sides = {side.id: side.name for side in dataset.info.sides}
    counts: dict[str, int] = {}
    for meeting in dataset.meetings:
        if meeting.in_person and meeting.status == "held":
            for person in meeting.everyone:
                counts[person] = counts.get(person, 0) + 1
    columns = (
        Column("Id", lambda p: p.id, fixed=True, tone="id"),
        Column("Name", lambda p: p.name, minimum=16, tone="title"),
        Column("Side", lambda p: sides.get(p.side, p.side), rank=2, fixed=True),
        Column("Meetings", lambda p: str(counts.get(p.id, 0)), rank=1, fixed=True, right=True),
        Column("Lived", _lived, rank=4, fixed=True),
        Column("Offices", _offices, rank=3, minimum=30),
    )
    fields = ("id", "name", "side", "born", "died", "offices.title", "wikidata")
    return Listing((Person,), rows, columns, fields)


def _lived(person: Person) -> str:
    return f"{(person.born or '?')[:4]}–{(person.died or '')[:4]}"


def _offices(person: Person) -> str:
    return "; ".join(
        f"{office.title} {format_years(office.start_date, office.end_date)}"
        for office in person.offices
    )


def sources(rows: list[Source]) -> Listing:
    """Sources, each with where its text stands."""
    columns = (
        Column("Date", lambda s: s.date or "", fixed=True),
        Column("Id", lambda s: s.id, fixed=True, tone="id"),
        Column("Title", lambda s: s.title, minimum=24, tone="title", link=lambda s: s.url or ""),
        Column("Publisher", lambda s: s.publisher or "", rank=3, minimum=18),
        Column("Type", lambda s: s.type, rank=1, fixed=True),
        Column("Marks", lambda s: ", ".join(source_marks(s)), rank=2, fixed=True),
        Column("Language", lambda s: s.language, rank=4, fixed=True, varied=True),
        Column("Address", lambda s: s.url or "", plain_only=True),
    )
    fields = (
        *("id", "title", "publisher", "author", "date", "url"),
        *("language", "type", "reprint", "state_media", "same_text_as"),
    )
    return Listing((Source,), rows, columns, fields)


def events(rows: list[ContextEvent]) -> Listing:
    """Background events."""
    columns = (
        Column("Date", lambda e: format_short_date(e.date, e.end_date), fixed=True),
        Column("Id", lambda e: e.id, fixed=True, tone="id"),
        Column("Event", lambda e: e.title, minimum=24, tone="title"),
        Column("Field", lambda e: e.category, rank=2, fixed=True),
        Column("Themes", lambda e: ", ".join(e.themes), rank=3, minimum=20, several=True),
    )
    fields = ("id", "date", "end_date", "title", "category", "themes", "summary")
    return Listing((ContextEvent,), rows, columns, fields)


def outlook(rows: list[Outlook]) -> Listing:
    """Drivers and scenarios."""
    columns = (
        Column("Id", lambda o: o.id, fixed=True, tone="id"),
        Column("Kind", lambda o: o.kind, rank=2, fixed=True),
        Column("Outlook", lambda o: o.title, minimum=24, tone="title"),
        Column("Evidence", lambda o: str(len(o.evidence)), rank=3, fixed=True, right=True),
        Column(
            "Latest", lambda o: max((e.date for e in o.evidence), default=""), rank=1, fixed=True
        ),
        Column("Themes", lambda o: ", ".join(o.themes), rank=4, minimum=20, several=True),
    )
    return Listing((Outlook,), rows, columns, ("id", "kind", "title", "summary", "themes"))


def claims(rows: list[Claim]) -> Listing:
    """Claims of an article, each with its verdict."""
    columns = (
        Column("Id", lambda c: c.id, fixed=True, tone="id"),
        Column("Verdict", lambda c: c.verdict, fixed=True, tone=lambda c: tone_of(c.verdict)),
        Column("Claim", lambda c: c.claim, minimum=24, tone="title"),
        Column("What the record says", lambda c: c.record, rank=3, minimum=40),
        Column("Kind", lambda c: c.kind, rank=4, fixed=True),
        Column("Section", lambda c: c.section, rank=5, fixed=True),
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
    return Listing((Claim,), rows, columns, fields)
