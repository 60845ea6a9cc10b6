"""What people call the things of a dataset: the names that filters and ids are matched against."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar, cast

from summitcli.errors import NotFoundError, UsageError
from summitcli.model import TYPE_NAMES, Dataset, Record, Source, names_of, title_of
from summitcli.search.match import Match, Named, match, nearest
from summitcli.search.normalize import fold

RecordT = TypeVar("RecordT", bound=Record)


def leaders(dataset: Dataset) -> list[Named]:
    """Every person, by name and by-names."""
    return [Named(person.id, person.name, person.aliases) for person in dataset.people]


def themes(dataset: Dataset) -> list[Named]:
    """Every theme, by title and the words for it."""
    return [Named(theme.id, theme.title, theme.aliases) for theme in dataset.themes]


@dataclass(frozen=True, slots=True)
class Site(Named):
    """The place of a meeting: its city and country are its names, its venue is one if need be."""

    venue: str = ""


def places(dataset: Dataset) -> list[Named]:
    """Every meeting that has a place, by its city, country and their other spellings."""
    return [
        Site(
            meeting.id,
            place.city or place.country,
            (
                *(name for text in (place.city, place.country) if text for name in _parts(text)),
                *_COUNTRIES.get(place.country, ()),
                *place.aliases,
            ),
            place.venue or "",
        )
        for meeting in dataset.summaries()
        if (place := meeting.place) is not None
    ]


# Countries by what people call them for short. Their other names are words of the names in full
# (`Korea`) or stand with the place.
_COUNTRIES = {
    "United States": ("US", "USA", "America", "США"),
    "United Kingdom": ("UK", "Britain", "Great Britain"),
    "Soviet Union": ("USSR", "CCCP", "СССР"),
    "Russia": ("Russian Federation", "Россия"),
    "Czech Republic": ("Czechia",),
    "Turkey": ("Türkiye",),
}


def _parts(text: str) -> list[str]:
    """The places that a name puts together: `Washington and Camp David`, `Nago (Okinawa)`."""
    several = r" and |, |[()]" if " and " in text else r"[()]|,.*"
    found = [part.strip().removeprefix("near ") for part in re.split(several, text)]
    return [text, *filter(None, found)]


_MIN_VENUE_WORD_LENGTH = (
    5  # letters from which a single word may name a venue; `hall` and `us` may not
)


def _match_place(typed: str, things: list[Named]) -> Match:
    """The meetings at a place; by their venues too unless a city or country is named so."""
    found = match(typed, things)
    wanted = fold(typed).split()
    if found.found and not found.guessed and _named_whole(typed, found):
        return found
    if len(wanted) < 2 and not any(len(word) >= _MIN_VENUE_WORD_LENGTH for word in wanted):
        return found
    sites = [thing for thing in things if isinstance(thing, Site) and thing.venue]
    ids = {site.id for site in sites if set(wanted) <= set(fold(site.venue).split())}
    guessed = not ids and not found.found
    if guessed:
        ids = {venue.id for venue in match(typed, [Named(s.id, s.venue) for s in sites]).found}
    elif not found.guessed:
        ids |= {thing.id for thing in found.found}
    return Match(tuple(t for t in things if t.id in ids), guessed) if ids else found


def values(known: Iterable[str]) -> list[Named]:
    """Values of an option that stand for themselves."""
    return [Named(value, value) for value in known]


# Where the values are too many for a line, what lists them.
_LISTED_BY = {
    "--leader": "'summit people' lists the leaders",
    "--theme": "'summit themes --all' lists the themes",
    "--place": "'summit list --all --fields place.city,place.country' lists the places",
}


def resolve(option: str, typed: str, things: list[Named]) -> tuple[frozenset[str], str]:
    """The ids that a typed value names, and what to tell its writer if it was taken for another.

    Raises UsageError, with the nearest names, where it names nothing.
    """
    at_a_place = any(isinstance(thing, Site) for thing in things)
    found = _match_place(typed, things) if at_a_place else match(typed, things)
    if not found.found:
        by_title = {thing.title: thing for thing in things}
        near = nearest(typed, by_title)
        shown = near if at_a_place else [by_title[title].id for title in near]
        known = _LISTED_BY.get(option) or f"there are {', '.join(thing.id for thing in things)}"
        advice = f"did you mean {' or '.join(shown)}?" if shown else known
        raise UsageError(f"{option}: nothing is named '{typed}'; {advice}")
    ids = frozenset(thing.id for thing in found.found)
    titles = dict.fromkeys(thing.title for thing in found.found)
    plain = len(titles) == 1 or (at_a_place and _named_whole(typed, found))
    surprising = found.guessed or not plain
    between = "; " if at_a_place else ", "  # names of places have commas of their own
    return ids, f"{option} {typed}: taken for {between.join(titles)}" if surprising else ""


def _named_whole(typed: str, found: Match) -> bool:
    """Whether what was typed is the whole name of all that it was taken for, as of a country."""
    wanted = fold(typed)
    return all(wanted in map(fold, (thing.title, *thing.names)) for thing in found.found)


def find(identifier: str, dataset: Dataset, kind: type[RecordT]) -> RecordT:
    """The record of a type that an id names, or a title or other name that only one has.

    Raises NotFoundError, with the nearest ids, where there is none.
    """
    exact = dataset.by_id.get(identifier.strip().casefold())
    if exact is not None and isinstance(exact, kind):
        return exact
    if exact is not None:
        wanted_type, its_type = (_type_name(item) for item in (kind, type(exact)))
        raise NotFoundError(f"'{exact.id}' is {its_type}, not {wanted_type}")
    records = [record for record in dataset.by_id.values() if isinstance(record, kind)]
    wanted = fold(identifier)
    named = [
        record
        for record in records
        if not isinstance(record, Source)
        and wanted in {fold(name) for name in (title_of(record), *names_of(record))}
    ]
    if len(named) == 1:
        return named[0]
    if named:
        ids = ", ".join(record.id for record in named)
        raise NotFoundError(f"'{identifier}' names several records: {ids}; give one of the ids")
    near = nearest(identifier, [record.id for record in records])
    advice = f"did you mean {' or '.join(near)}?" if near else "'summit search' finds ids by words"
    raise NotFoundError(f"no record '{identifier}'; {advice}")


def find_any(identifier: str, dataset: Dataset) -> Record:
    """The record of any type that an id or name names."""
    return find(identifier, dataset, cast("type[Record]", object))


def _type_name(kind: type) -> str:
    name = TYPE_NAMES.get(kind, "record")
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
