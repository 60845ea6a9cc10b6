"""Resolve a typed name of a filter: a leader, a place, a theme or another value."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct

from summitcli.errors import NotFoundError, UsageError
from summitcli.model import Dataset
from summitcli.search.match import Named, NameMatch, match_names, nearest
from summitcli.search.normalize import fold, words

_MAX_LISTED = 20  # values up to which an error lists them all


class Candidate(NamedTuple):
    """Something that a user may have meant."""

    id: str
    title: str
    date: str = ""


class UnknownNameError(UsageError):
    """A name that no value of a field matches."""

    def __init__(
        self, field: str, typed: str, candidates: Sequence[Candidate], known: Sequence[str]
    ) -> None:
        """Take similar values as candidates; `known` are the ids of all values."""
        self.field, self.typed = field, typed
        self.candidates, self.known = tuple(candidates), tuple(known)
        message = f"no {field} matches '{typed}'"
        if self.candidates:
            message += f"; did you mean {' or '.join(item.title for item in self.candidates)}?"
        elif 0 < len(self.known) <= _MAX_LISTED:
            message += f"; known values: {', '.join(self.known)}"
        super().__init__(message)


class UnknownRecordError(NotFoundError):
    """A name that matches no record."""

    def __init__(self, typed: str, candidates: Sequence[Candidate]) -> None:
        """Take the records with similar ids as candidates."""
        self.typed, self.candidates = typed, tuple(candidates)
        message = f"no record '{typed}'"
        if self.candidates:
            message += f"; did you mean {' or '.join(item.id for item in self.candidates)}?"
        super().__init__(message)


class AmbiguousNameError(NotFoundError):
    """A name that matches several records."""

    def __init__(self, typed: str, candidates: Sequence[Candidate]) -> None:
        """Take all records that match as candidates."""
        self.typed, self.candidates = typed, tuple(candidates)
        ids = ", ".join(item.id for item in self.candidates)
        super().__init__(f"'{typed}' matches several records: {ids}; give one of these ids")


class Resolved(Struct, frozen=True):
    """The result of resolving a typed name."""

    field: str
    typed: str
    ids: frozenset[str]
    titles: tuple[str, ...]
    "Titles of what was found, each once."
    guessed: bool
    "Whether the match is only a similar name."
    several: bool
    "Whether it matches several things and is not, like a country, the full name of all."
    partial: bool = False
    "Whether only some words of the names were typed."


class Site(Named, frozen=True):
    """The place of a meeting, by the id of the meeting; its venue is a name of last resort."""

    venue: str = ""


def leaders(dataset: Dataset) -> list[Named]:
    """Return every leader, by name and other names."""
    return [Named(person.id, person.name, person.aliases) for person in dataset.people]


def themes(dataset: Dataset) -> list[Named]:
    """Return every theme, by title and synonyms."""
    return [Named(theme.id, theme.title, theme.aliases) for theme in dataset.themes]


def values(known: Iterable[str]) -> list[Named]:
    """Return values that have no other name."""
    return [Named(value, value) for value in known]


def places(dataset: Dataset) -> list[Site]:
    """Return the place of every meeting that has one, by city, country and other spellings."""
    return [
        Site(
            meeting.id,
            place.city or place.country,
            (
                *(name for text in (place.city, place.country) if text for name in _parts(text)),
                *_COUNTRY_ALIASES.get(place.country, ()),
                *((f"{place.city}, {place.country}",) if place.city else ()),
                *place.aliases,
            ),
            place.venue or "",
        )
        for meeting in dataset.summaries()
        if (place := meeting.place) is not None
    ]


# Short names of countries. Their other names are words of the full names (`Korea`) or are given
# with the place.
_COUNTRY_ALIASES = {
    "United States": ("US", "USA", "America", "США"),
    "United Kingdom": ("UK", "Britain", "Great Britain"),
    "Soviet Union": ("USSR", "CCCP", "СССР"),
    "Russia": ("Russian Federation", "Россия"),
    "Czech Republic": ("Czechia",),
    "Turkey": ("Türkiye",),
}


def words_for_countries() -> frozenset[str]:
    """Return the words of short names of countries, which no record need have."""
    aliases = (name for names in _COUNTRY_ALIASES.values() for name in names)
    return frozenset(word for name in aliases for word in words(name))


def _parts(text: str) -> list[str]:
    """Return a name and the names in it: `Washington and Camp David`, `Nago (Okinawa)`."""
    separators = r" and |, |[()]" if " and " in text else r"[()]|,.*"
    found = [part.strip().removeprefix("near ") for part in re.split(separators, text)]
    return [text, *filter(None, found)]


def resolve(field: str, typed: str, things: Sequence[Named]) -> Resolved:
    """Return the things that a typed name matches; raise UnknownNameError if there are none.

    The field says in errors what was looked for, such as `leader`.
    """
    match = match_names(typed, things)
    if not match.found:
        known = [thing.id for thing in things]
        raise UnknownNameError(field, typed, _similar(typed, things), known)
    titles = tuple(dict.fromkeys(thing.title for thing in match.found))
    several = len(titles) > 1
    return Resolved(field, typed, _ids(match), titles, match.guessed, several, match.partial)


def resolve_place(typed: str, dataset: Dataset) -> Resolved:
    """Return the meetings at a place; raise UnknownNameError if there are none."""
    sites = places(dataset)
    match = _match_place(typed, sites)
    if not match.found:
        raise UnknownNameError("place", typed, _similar(typed, sites), ())
    titles = tuple(dict.fromkeys(thing.title for thing in match.found))
    whole = _is_name_of_all(typed, match)
    several = len(titles) > 1 and not whole
    return Resolved("place", typed, _ids(match), titles, match.guessed, several, not whole)


def _ids(match: NameMatch) -> frozenset[str]:
    return frozenset(thing.id for thing in match.found)


def _similar(typed: str, things: Sequence[Named]) -> list[Candidate]:
    by_title = {thing.title: thing.id for thing in things}
    return [Candidate(by_title[title], title) for title in nearest(typed, by_title)]


_MIN_VENUE_WORD_LENGTH = 5  # letters that make a single word a venue; `hall` is too short


def _match_place(typed: str, sites: Sequence[Site]) -> NameMatch:
    """Return the meetings at a place; by venue too, unless a city or country has this name."""
    by_name = match_names(typed, sites)
    wanted = fold(typed).split()
    if by_name.found and not by_name.guessed and _is_name_of_all(typed, by_name):
        return by_name
    if len(wanted) < 2 and not any(len(word) >= _MIN_VENUE_WORD_LENGTH for word in wanted):
        return by_name
    with_venue = [site for site in sites if site.venue]
    ids = {site.id for site in with_venue if set(wanted) <= set(fold(site.venue).split())}
    guessed = not ids and not by_name.found
    if guessed:
        ids |= _ids(match_names(typed, [Named(site.id, site.venue) for site in with_venue]))
    elif not by_name.guessed:
        ids |= _ids(by_name)
    return NameMatch(tuple(site for site in sites if site.id in ids), guessed) if ids else by_name


def _is_name_of_all(typed: str, match: NameMatch) -> bool:
    """Return whether the typed text is the full name of every match, as a country's is."""
    wanted = fold(typed)
    return all(wanted in map(fold, (thing.title, *thing.names)) for thing in match.found)
