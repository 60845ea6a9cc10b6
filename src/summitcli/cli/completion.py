"""Shell completion: suggest ids with their titles, and the values of options.

Each function that Typer calls takes the context, what is typed so far, or both, by these names.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from summitcli.model import Dataset

Suggestion = tuple[str, str]
Complete = Callable[..., Iterable[str | Suggestion]]

FILES = "\0"  # ends the suggestion that means the files of the folder; `shells` reads it

_MAX_TITLE = 60  # letters of a title shown next to the id


def _dataset(context: typer.Context) -> "Dataset | None":
    """Return the dataset in use, read without a word; None if it cannot be read."""
    from summitcli.cli.settings import settings_of_parameters
    from summitcli.errors import SummitError

    try:
        return settings_of_parameters(context.find_root().params).dataset
    except SummitError:
        return None


def _shorten(title: str) -> str:
    return title if len(title) <= _MAX_TITLE else title[: _MAX_TITLE - 3].rstrip() + "..."


def _suggest_ids(context: typer.Context, incomplete: str, *sections: str) -> Iterator[Suggestion]:
    """Yield the ids of some sections that begin with what is typed; none without a dataset."""
    dataset = _dataset(context)
    if dataset is None:
        return
    for section in sections:
        for identifier in dataset.ids(section):
            if identifier.startswith(incomplete):
                yield identifier, _shorten(dataset.titles[identifier])


def complete_record(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest ids of all record types; of sources, as there are many, once something is typed."""
    sections = ("meetings", "themes", "people", "outcomes", "context", "outlook", "claims")
    return _suggest_ids(ctx, incomplete, *sections, *(("sources",) if incomplete else ()))


def _complete_ids(section: str) -> Complete:
    """Return a function that suggests the ids of a section."""

    def complete(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
        return _suggest_ids(ctx, incomplete, section)

    return complete


complete_theme = _complete_ids("themes")
complete_meeting = _complete_ids("meetings")
complete_outcome = _complete_ids("outcomes")
complete_event = _complete_ids("context")
complete_outlook = _complete_ids("outlook")
complete_claim = _complete_ids("claims")
complete_source = _complete_ids("sources")


def complete_leader(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest surnames of leaders, or ids once a given name is typed."""
    dataset = _dataset(ctx)
    people = [] if dataset is None else dataset.people
    return _suggest_people({person.id: person.name for person in people}, incomplete)


def complete_participant(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest surnames of participants, or ids once a given name is typed."""
    from summitcli.search.attendance import attendees

    dataset = _dataset(ctx)
    people = [] if dataset is None else attendees(dataset)
    return _suggest_people({person.id: person.title for person in people}, incomplete)


def _suggest_people(names: dict[str, str], incomplete: str) -> Iterator[Suggestion]:
    """Yield surnames that begin with what is typed, each with the people who have it, or ids."""
    from summitcli.search.normalize import fold

    by_surname: dict[str, list[str]] = {}
    for name in names.values():
        by_surname.setdefault(fold(name.split()[-1]).replace(" ", "-"), []).append(name)
    begun = {word: who for word, who in by_surname.items() if word.startswith(incomplete)}
    yield from ((surname, _shorten(", ".join(who))) for surname, who in begun.items())
    if not begun:
        yield from (item for item in names.items() if item[0].startswith(incomplete))


def complete_place(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """Suggest cities and countries, in the way of typing that has begun."""
    from summitcli.search.normalize import fold

    dataset = _dataset(ctx)
    if dataset is None:
        return
    places = (meeting.place for meeting in dataset.summaries() if meeting.place is not None)
    names = dict.fromkeys(name for place in places for name in (place.city, place.country) if name)
    as_typed = (*names, *(fold(name).replace(" ", "-") for name in names))
    begun = [name for name in as_typed if incomplete and name.startswith(incomplete)]
    yield from begun if incomplete else names


def complete_list_word(ctx: typer.Context, incomplete: str) -> Iterator[str | Suggestion]:
    """Suggest leaders, places and themes, and once something is typed kinds and statuses."""
    yield from complete_leader(ctx, incomplete)
    yield from complete_place(ctx, incomplete)
    yield from complete_theme(ctx, incomplete)
    if incomplete:
        yield from complete_kind(incomplete)
        yield from complete_status(incomplete)


def complete_search_word(ctx: typer.Context, incomplete: str) -> Iterator[str | Suggestion]:
    """Suggest people, places and themes."""
    yield from complete_participant(ctx, incomplete)
    yield from complete_place(ctx, incomplete)
    yield from complete_theme(ctx, incomplete)


def complete_date(ctx: typer.Context, incomplete: str) -> Iterator[str | Suggestion]:
    """Suggest the years of the record, or ids of meetings once letters are typed."""
    dataset = _dataset(ctx)
    if dataset is None:
        return
    if incomplete and not incomplete[0].isdigit():
        yield from complete_meeting(ctx, incomplete)
        return
    dates = (meeting.date for meeting in dataset.summaries() if meeting.date)
    years = sorted({date[:4] for date in dates})
    yield from (year for year in years if year.startswith(incomplete))


def complete_values(values: type[StrEnum]) -> Complete:
    """Return a function that suggests the values of an enumeration."""

    def complete(incomplete: str) -> Iterator[str]:
        return (str(member) for member in values if member.startswith(incomplete))

    return complete


def complete_kind(incomplete: str) -> Iterator[str]:
    """Suggest kinds of meeting and groups of kinds."""
    from summitcli.search.select import KINDS

    return (kind for kind in KINDS if kind.startswith(incomplete))


def complete_status(incomplete: str) -> Iterator[str]:
    """Suggest statuses of a meeting."""
    from summitcli.search.select import STATUSES

    return (status for status in STATUSES if status.startswith(incomplete))


def complete_initiative(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest those who can ask for a meeting."""
    from summitcli.search.narrow import initiatives

    dataset = _dataset(ctx)
    for item in [] if dataset is None else initiatives(dataset):
        if item.id.startswith(incomplete):
            yield item.id, item.title


def complete_type(incomplete: str) -> Iterator[str]:
    """Suggest types of records."""
    from summitcli.model import RECORD_TYPES

    return (name for name in RECORD_TYPES if name.startswith(incomplete))


def _complete_words(words_of: "Callable[[Dataset], Iterable[str]]") -> Complete:
    """Return a function that suggests words which some records of the dataset have."""

    def complete(ctx: typer.Context, incomplete: str) -> Iterator[str]:
        dataset = _dataset(ctx)
        words = () if dataset is None else dict.fromkeys(words_of(dataset))
        return (word for word in words if word.startswith(incomplete))

    return complete


complete_category = _complete_words(lambda dataset: (event.category for event in dataset.context))
complete_scope = _complete_words(lambda dataset: (outcome.scope for outcome in dataset.outcomes))
complete_section = _complete_words(lambda dataset: (claim.section for claim in dataset.claims))


def complete_command(incomplete: str) -> Iterator[Suggestion]:
    """Suggest commands."""
    from summitcli.cli.commands import COMMANDS

    for name, command in COMMANDS.items():
        if name.startswith(incomplete):
            yield name, command.summary


def complete_file(incomplete: str) -> Iterator[str]:
    """Suggest what the shell suggests for files."""
    yield f"{incomplete}{FILES}"


def complete_number(incomplete: str) -> Iterator[str]:
    """Suggest a few round numbers."""
    return (number for number in ("5", "10", "20", "50") if number.startswith(incomplete))


def complete_field(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """Suggest the fields of a command's records, after those that are typed already."""
    from summitcli.cli.row_types import row_types_of
    from summitcli.tables.fields import paths_of_types

    before, comma, last = incomplete.rpartition(",")
    dataset = _dataset(ctx)
    keys = [] if dataset is None else [side.id for side in dataset.info.sides]
    for path in ("help", *paths_of_types(row_types_of(ctx.info_name or ""), frozenset(keys))):
        if path.startswith(last):
            yield f"{before}{comma}{path}"
