"""What people call the things of a dataset: the names that filters and ids are matched against."""

from collections.abc import Iterable

from summitcli.errors import NotFoundError, UsageError
from summitcli.model import Dataset, Meeting, Outcome, Person, Record, Source, Theme
from summitcli.search.fold import fold
from summitcli.search.names import Named, match, nearest


def leaders(dataset: Dataset) -> list[Named]:
    """Every person, by name and by-names."""
    return [Named(person.id, person.name, person.aliases) for person in dataset.people]


def themes(dataset: Dataset) -> list[Named]:
    """Every theme, by title and the words for it."""
    return [Named(theme.id, theme.title, theme.aliases) for theme in dataset.themes]


def places(dataset: Dataset) -> list[Named]:
    """Every meeting that has a place, by its city, country, venue and other names."""
    return [
        Named(
            meeting.id,
            meeting.place.city or meeting.place.country,
            tuple(
                name
                for name in (meeting.place.country, meeting.place.venue, *meeting.aliases)
                if name is not None
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


def names_of(record: Record) -> Named:
    """The id of a record, its title, and its other names."""
    if isinstance(record, Person):
        return Named(record.id, record.name, record.aliases)
    if isinstance(record, Outcome):
        return Named(record.id, record.statement)
    if isinstance(record, Theme | Meeting):
        return Named(record.id, record.title, record.aliases)
    return Named(record.id, record.title)


def find(identifier: str, records: Iterable[Record]) -> Record:
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
        and wanted in {fold(name) for name in _all_names(names_of(record))}
    ]
    if len(named) == 1:
        return named[0]
    if named:
        ids = ", ".join(record.id for record in named)
        raise NotFoundError(f"'{identifier}' names several records: {ids}; give one of the ids")
    near = nearest(identifier, everything)
    advice = f"did you mean {' or '.join(near)}?" if near else "'summit search' finds ids by words"
    raise NotFoundError(f"no record '{identifier}'; {advice}")


def _all_names(named: Named) -> tuple[str, ...]:
    return (named.id, named.title, *named.names)
