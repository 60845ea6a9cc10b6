"""Properties by which a list can be filtered, and the values that occur in it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from summitcli.derived.counts import presidents, term_keys
from summitcli.derived.timeline import TimelineEntry
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
from summitcli.pages.wording import capitalize, humanize, source_marks

Values = Callable[[Any], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Facet:
    """A property, and how to read it from a row."""

    name: str
    "As in the address of a filtered list: `?leader=anna-vale`."
    label: str
    values: Values
    titles: Mapping[str, str] | None = None
    "The values as readers see them, in their order; None if the values are words."


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that readers can choose, and how many rows have it."""

    value: str
    label: str
    count: int


def choices(facet: Facet, rows: Iterable[object]) -> list[Choice]:
    """Return the values of a facet that occur in rows, in order of their labels."""
    counts = Counter(value for row in rows for value in dict.fromkeys(facet.values(row)))
    titles = facet.titles
    if titles is None:
        return [Choice(v, capitalize(humanize(v)), counts[v]) for v in sorted(counts)]
    return [Choice(value, titles[value], counts[value]) for value in titles if value in counts]


def year_of(row: object) -> Iterator[str]:
    """Yield the years of a row that has a date: each from its first to its last."""
    start: str | None = getattr(row, "date", None)
    if start:
        end: str = getattr(row, "end_date", None) or start
        yield from map(str, range(int(start[:4]), int(end[:4]) + 1))


def meeting_facets(meetings: Sequence[Meeting], dataset: Dataset) -> list[Facet]:
    """Return the facets of meetings."""
    everyone: list[MeetingLike] = list(meetings)
    term_of = term_keys(everyone, dataset)
    titles = dict(sorted(dataset.titles.items(), key=lambda item: item[1]))
    return [
        Facet("leader", "Leader", lambda m: m.everyone, titles),
        Facet(
            "term",
            f"Leader ({dataset.info.sides[0].name})",
            lambda m: [term_of[m.id]] if m.id in term_of else [],
            presidents(everyone, dataset),
        ),
        Facet("year", "Year", year_of),
        Facet("theme", "Theme", lambda m: m.themes, titles),
        Facet("kind", "Kind", lambda m: [m.kind, "in-person" if m.in_person else "remote"]),
        Facet("place", "Country", _country, None),
        Facet("status", "Status", lambda m: [m.status]),
    ]


def _country(meeting: Meeting) -> list[str]:
    return [meeting.place.country] if meeting.place else []


def people_facets(dataset: Dataset) -> list[Facet]:
    """Return the facets of leaders and participants."""
    sides = {side.id: side.name for side in dataset.info.sides}

    def values(row: Any) -> Iterable[str]:
        several: Iterable[str] | None = getattr(row, "sides", None)
        return [row.side] if several is None else several

    return [Facet("side", "Side", values, sides)]


def facets_of(kind: type, dataset: Dataset) -> list[Facet]:
    """Return the facets of records of another type."""
    titles = dict(sorted(dataset.titles.items(), key=lambda item: item[1]))
    theme = Facet("theme", "Theme", lambda row: row.themes, titles)
    year = Facet("year", "Year", year_of)
    known: dict[type, list[Facet]] = {
        Outcome: [
            Facet("valence", "Judged", lambda o: [o.valence]),
            Facet("extent", "How far", lambda o: [o.extent]),
            Facet("scope", "Scope", lambda o: [o.scope]),
            theme,
        ],
        ContextEvent: [year, Facet("field", "Field", lambda e: [e.category]), theme],
        Outlook: [Facet("kind", "Kind", lambda o: [o.kind]), theme],
        Claim: [
            Facet("verdict", "Verdict", lambda c: [c.verdict]),
            Facet("kind", "Kind", lambda c: [c.kind]),
            theme,
        ],
        Source: [
            Facet("type", "Type", lambda s: [s.type]),
            Facet("year", "Year", year_of),
            Facet("language", "Language", lambda s: [s.language]),
            Facet("mark", "Mark", lambda s: [mark.replace(" ", "-") for mark in source_marks(s)]),
        ],
        TimelineEntry: [Facet("what", "What", lambda t: [t.what]), year],
    }
    return known.get(kind, [])
