"""Shell completion: suggest ids with their titles, and the values of options.

Each function that Typer calls takes the context, what is typed so far, or both, by these names.
Where a shell gets no suggestions it offers the files of the folder, so that every option and
argument that does not take a file has some.
"""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from summitcli.model import Dataset

Suggestion = tuple[str, str]
Complete = Callable[..., Iterable[str | Suggestion]]

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


def _begins(names: Iterable[str], incomplete: str) -> bool:
    """Return whether a word of any of some names begins with what is typed."""
    from summitcli.search.normalize import fold

    wanted = fold(incomplete)
    words = (word for name in names for word in (fold(name), *fold(name).split()))
    return any(word.startswith(wanted) for word in words)


def _suggest_ids(context: typer.Context, incomplete: str, *sections: str) -> Iterator[Suggestion]:
    """Yield the ids of some sections that begin, or of which a word begins, with what is typed."""
    dataset = _dataset(context)
    if dataset is None:
        return
    begun, within = [], []
    for section in sections:
        for identifier in dataset.ids(section):
            suggestion = (identifier, _shorten(dataset.titles[identifier]))
            if identifier.startswith(incomplete):
                begun.append(suggestion)
            elif f"-{incomplete}" in identifier and section != "sources":
                within.append(suggestion)
    yield from begun or within


def complete_record(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest ids of all record types; of sources, as there are many, once something is typed."""
    sections = ("meetings", "themes", "people", "outcomes", "context", "outlook", "claims")
    return _suggest_ids(ctx, incomplete, *sections, *(("sources",) if incomplete else ()))


def complete_source(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest ids of sources."""
    return _suggest_ids(ctx, incomplete, "sources")


def complete_theme(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest ids of themes."""
    return _suggest_ids(ctx, incomplete, "themes")


def complete_outcome(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest ids of outcomes."""
    return _suggest_ids(ctx, incomplete, "outcomes")


def complete_meeting(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest ids of meetings."""
    return _suggest_ids(ctx, incomplete, "meetings")


def complete_event(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest ids of background events."""
    return _suggest_ids(ctx, incomplete, "context")


def complete_outlook(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest ids of drivers and scenarios."""
    return _suggest_ids(ctx, incomplete, "outlook")


def complete_claim(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest ids of claims."""
    return _suggest_ids(ctx, incomplete, "claims")


def complete_leader(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest surnames of leaders, or ids of those who share one."""
    dataset = _dataset(ctx)
    people = [] if dataset is None else list(dataset.people)
    return _suggest_people([(p.id, p.name, p.aliases) for p in people], incomplete)


def complete_participant(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest surnames of participants, or ids of those who share one."""
    from summitcli.search.attendance import attendees

    dataset = _dataset(ctx)
    people = [] if dataset is None else attendees(dataset)
    return _suggest_people([(p.id, p.title, p.names) for p in people], incomplete)


def _suggest_people(
    people: list[tuple[str, str, tuple[str, ...]]], incomplete: str
) -> Iterator[Suggestion]:
    from collections import Counter

    surnames = {identifier: identifier.rpartition("-")[2] for identifier, _, _ in people}
    shared = Counter(surnames.values())
    for identifier, name, aliases in people:
        surname = surnames[identifier]
        if surname.startswith(incomplete.casefold()) and shared[surname] == 1:
            yield surname, name
        elif _begins((identifier, name, *aliases), incomplete):
            yield identifier, name


def complete_place(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """Suggest cities and countries."""
    dataset = _dataset(ctx)
    if dataset is None:
        return
    places = (meeting.place for meeting in dataset.summaries() if meeting.place is not None)
    names = dict.fromkeys(name for place in places for name in (place.city, place.country) if name)
    yield from (name for name in names if name.casefold().startswith(incomplete.casefold()))


def complete_list_word(ctx: typer.Context, incomplete: str) -> Iterator[str | Suggestion]:
    """Suggest leaders, places and themes."""
    yield from complete_leader(ctx, incomplete)
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


def complete_category(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """Suggest fields of background events."""
    dataset = _dataset(ctx)
    found = [] if dataset is None else [event.category for event in dataset.context]
    return (name for name in dict.fromkeys(found) if name.startswith(incomplete))


def complete_scope(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """Suggest scopes of outcomes."""
    dataset = _dataset(ctx)
    found = [] if dataset is None else [outcome.scope for outcome in dataset.outcomes]
    return (name for name in dict.fromkeys(found) if name.startswith(incomplete))


def complete_section(ctx: typer.Context, incomplete: str) -> Iterator[str]:
    """Suggest parts of the article whose claims are checked."""
    dataset = _dataset(ctx)
    found = [] if dataset is None else [claim.section for claim in dataset.claims]
    return (name for name in dict.fromkeys(found) if name.startswith(incomplete))


def complete_command(incomplete: str) -> Iterator[Suggestion]:
    """Suggest commands."""
    from summitcli.cli.commands import COMMANDS

    for name, command in COMMANDS.items():
        if name.startswith(incomplete):
            yield name, command.summary


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
