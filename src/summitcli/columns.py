"""The columns in which each record type is listed, and the words in which cells say things."""

from summitcli.dates import spoken
from summitcli.listing import Column, Listing
from summitcli.model import Dataset, Meeting, Outcome, Person, Source
from summitcli.query import place_name
from summitcli.search.hit import Hit
from summitcli.views import ThemeView


def length(minutes: int | None) -> str:
    """Minutes as people say them: `2 h 10 min`, `46 min`; empty where not known."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def short_date(start: str | None, end: str | None = None) -> str:
    """An ISO 8601 date or range, whose end leaves out what it shares with the start."""
    if start is None:
        return ""
    if end is None or end == start:
        return start
    shared = 0
    for mark in (5, 8):
        if len(start) == len(end) and start[:mark] == end[:mark]:
            shared = mark
    return f"{start}/{end[shared:]}"


def tone_of(word: str) -> str:
    """The tone in which a status or judgement is drawn; it never says more than the word does."""
    return _TONES.get(word, "plain")


_TONES = {
    **dict.fromkeys(("held", "realised", "in-force", "positive"), "good"),
    **dict.fromkeys(("partly-realised", "partly", "limited", "mixed", "superseded"), "fair"),
    **dict.fromkeys(("not-realised", "lapsed", "reversed", "negative"), "poor"),
    **dict.fromkeys(("disputed", "contested", "unclear", "planned"), "open"),
    **dict.fromkeys(("cancelled", "not-held", "none", "neutral"), "quiet"),
}


def _surnames(meeting: Meeting, dataset: Dataset) -> str:
    """`Trump – Putin`; of several leaders of a side all are named."""
    sides = []
    for people in meeting.leaders.values():
        names = [dataset.by_id[person] for person in people]
        sides.append(", ".join(n.name.split()[-1] for n in names if isinstance(n, Person)))
    return " – ".join(sides)


def meetings(rows: list[Meeting], dataset: Dataset) -> Listing:
    """Meetings, in person or by wire."""
    columns = (
        Column("Date", lambda m: short_date(m.date, m.end_date), fixed=True),
        Column("Id", lambda m: m.id, fixed=True, tone="id"),
        Column("Meeting", lambda m: m.title, minimum=22, tone="title"),
        Column("Place", place_name, rank=3, minimum=16),
        Column("Kind", lambda m: m.kind, rank=4, fixed=True),
        Column(
            "Length",
            lambda m: length(m.duration.actual_minutes) if m.duration else "",
            rank=1,
            fixed=True,
            right=True,
        ),
        Column("Themes", lambda m: ", ".join(m.themes), rank=5, minimum=24, several=True),
        Column(
            "Status", lambda m: m.status, rank=2, fixed=True, varied=True,
            tone=lambda m: tone_of(m.status),
        ),
        Column("Leaders", lambda m: _surnames(m, dataset), rank=2, minimum=16, varied=True),
    )  # fmt: skip
    sides = [side.id for side in dataset.dataset.sides]
    fields = (
        *("id", "title", "kind", "status", "date", "end_date"),
        *("place.city", "place.country", "place.venue", "occasion"),
        *("duration.planned_minutes", "duration.actual_minutes"),
        *(f"leaders.{side}" for side in sides),
        *("topics.themes", "summary"),
    )
    return Listing((Meeting,), rows, columns, fields, keys=frozenset(sides))


def themes(rows: list[ThemeView]) -> Listing:
    """Themes, with how often and when they came up."""
    every = [int(year) for row in rows for year in row.years]
    span = range(min(every), max(every) + 1) if every else range(0)
    columns = (
        Column("Id", lambda t: t.id, fixed=True, tone="id"),
        Column("Theme", lambda t: t.title, minimum=20, tone="title"),
        Column("Meetings", lambda t: str(len(t.meetings)), fixed=True, right=True),
        Column("Contacts", lambda t: str(len(t.contacts)), rank=1, fixed=True, right=True),
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
    fields = ("id", "title", "description", "meetings", "contacts", "outcomes")
    return Listing((ThemeView,), rows, columns, fields)


def bars(counts: list[int]) -> str:
    """A row of bars, one a count; a dot where the count is nought."""
    most = max(counts, default=0)
    blocks = "▁▂▃▄▅▆▇█"
    return "".join(blocks[(count * 8 - 1) // most] if count else "·" for count in counts)


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
    sides = {side.id: side.name for side in dataset.dataset.sides}
    counts: dict[str, int] = {}
    for meeting in dataset.meetings:
        if meeting.in_person and meeting.status == "held":
            for person in (person for side in meeting.leaders.values() for person in side):
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
        f"{office.title} {office.start_date[:4]}–{(office.end_date or '')[:4]}"
        for office in person.offices
    )


def sources(rows: list[Source]) -> Listing:
    """Sources, each with where its text stands."""
    columns = (
        Column("Date", lambda s: s.date or "", fixed=True),
        Column("Id", lambda s: s.id, fixed=True, tone="id"),
        Column("Title", lambda s: s.title, minimum=24, tone="title", link=lambda s: s.url),
        Column("Publisher", lambda s: s.publisher, rank=3, minimum=18),
        Column("Type", lambda s: s.type, rank=1, fixed=True),
        Column("Standing", lambda s: s.standing or "", rank=2, fixed=True),
        Column("Language", lambda s: s.language, rank=4, fixed=True, varied=True),
        Column("Address", lambda s: s.url, plain_only=True),
    )
    fields = (
        *("id", "title", "publisher", "author", "date", "url"),
        *("language", "type", "standing", "same_text_as"),
    )
    return Listing((Source,), rows, columns, fields)


def hits(rows: list[Hit]) -> Listing:
    """What a search found."""
    columns = (
        Column("Date", lambda h: h.date or "", fixed=True, rank=1),
        Column("Type", lambda h: h.type, rank=2, fixed=True),
        Column("Id", lambda h: h.id, fixed=True, tone="id"),
        Column("Title", lambda h: h.title, minimum=34, tone="title"),
        Column("Found in", lambda h: ", ".join(dict.fromkeys(m.field for m in h.matches)), rank=3),
        Column("Score", lambda h: str(h.score), rank=4, fixed=True, right=True),
    )
    return Listing((Hit,), rows, columns, ("score", "type", "id", "title", "date"))


def when(meeting: Meeting) -> str:
    """When a meeting took place, as a reader says it."""
    return spoken(meeting.date, meeting.end_date)
