"""What people call the things of a dataset: the names that filters and ids are matched against."""

from collections.abc import Iterable
from typing import TypeVar

from summitcli.errors import NotFoundError, UsageError
from summitcli.model import Dataset, Record, Source, names_of, title_of
from summitcli.search.fold import fold
from summitcli.search.names import Named, match, nearest

RecordT = TypeVar("RecordT", bound=Record)


def leaders(dataset: Dataset) -> list[Named]:
    """Every person, by name and by-names."""
    return [Named(person.id, person.name, person.aliases) for person in dataset.people]


def themes(dataset: Dataset) -> list[Named]:
    """Every theme, by title and the words for it."""
    return [Named(theme.id, theme.title, theme.aliases) for theme in dataset.themes]


def places(dataset: Dataset) -> list[Named]:
    """Every meeting that has a place, by its city, country, venue and their other spellings."""
    return [
        Named(
            meeting.id,
            meeting.place.city or meeting.place.country,
            tuple(
                filter(None, (meeting.place.country, meeting.place.venue, *meeting.place.aliases))
            ),
        )
        for meeting in dataset.meetings
        if meeting.place is not None
    ]


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
    found = match(typed, things)
    if not found.found:
        by_title = {thing.title: thing for thing in things}
        near = nearest(typed, by_title)
        shown = near if option == "--place" else [by_title[title].id for title in near]
        known = _LISTED_BY.get(option) or f"there are {', '.join(thing.id for thing in things)}"
        advice = f"did you mean {' or '.join(shown)}?" if shown else known
        raise UsageError(f"{option}: nothing is named '{typed}'; {advice}")
    ids = frozenset(thing.id for thing in found.found)
    titles = dict.fromkeys(thing.title for thing in found.found)
    surprising = found.guessed or (len(titles) > 1 and option != "--place")
    return ids, f"{option} {typed}: taken for {', '.join(titles)}" if surprising else ""


def find(identifier: str, records: Iterable[RecordT]) -> RecordT:
    """The record that an id names, or a title or other name that only one record has.

    Raises NotFoundError, with the nearest ids, where there is none.
    """
    everything = {record.id: record for record in records}
    exact = everything.get(identifier.strip().casefold())
    if exact is not None:
        return exact
    wanted = fold(identifier)
    named = [
        record
        for record in everything.values()
        if not isinstance(record, Source)
        and wanted in {fold(name) for name in (record.id, title_of(record), *names_of(record))}
    ]
    if len(named) == 1:
        return named[0]
    if named:
        ids = ", ".join(record.id for record in named)
        raise NotFoundError(f"'{identifier}' names several records: {ids}; give one of the ids")
    near = nearest(identifier, everything)
    advice = f"did you mean {' or '.join(near)}?" if near else "'summit search' finds ids by words"
    raise NotFoundError(f"no record '{identifier}'; {advice}")
