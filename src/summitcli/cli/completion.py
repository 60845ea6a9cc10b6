"""What the shell offers for an id, a theme, a leader: values with their titles."""

from collections.abc import Iterator
from pathlib import Path

import typer

Offer = tuple[str, str]

_TITLE = 60  # letters of a title that fit beside the value in the shell's list


def _offers(context: typer.Context, incomplete: str, *sections: str) -> Iterator[Offer]:
    """The ids of some sections that begin with what is typed; none where there is no dataset."""
    from summitcli.cli.settings import Settings
    from summitcli.errors import SummitError

    parameters = context.find_root().params
    data = parameters.get("data")
    settings = Settings(data=Path(data) if data else None, use_store=not parameters.get("no_cache"))
    try:
        dataset = settings.dataset
    except SummitError:
        return
    for section in sections:
        for identifier in dataset.ids(section):
            if identifier.startswith(incomplete):
                title = dataset.titles[identifier]
                short = title if len(title) <= _TITLE else title[: _TITLE - 3].rstrip() + "..."
                yield identifier, short


def complete_record(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of every record type; of sources only once something is typed, as they are many."""
    sections = ("meetings", "themes", "people", "outcomes", "context", "outlook", "claims")
    return _offers(ctx, incomplete, *sections, *(("sources",) if incomplete else ()))


def complete_theme(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of themes."""
    return _offers(ctx, incomplete, "themes")


def complete_outcome(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of outcomes."""
    return _offers(ctx, incomplete, "outcomes")


def complete_meeting(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of meetings."""
    return _offers(ctx, incomplete, "meetings")


def complete_event(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of background events."""
    return _offers(ctx, incomplete, "context")


def complete_outlook(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of drivers and scenarios."""
    return _offers(ctx, incomplete, "outlook")


def complete_claim(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of claims."""
    return _offers(ctx, incomplete, "claims")


def complete_leader(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of leaders."""
    return _offers(ctx, incomplete, "people")


def complete_kind(incomplete: str) -> Iterator[str]:
    """Kinds of meeting, and the words for several of them."""
    from summitcli.search.select import KINDS

    return (kind for kind in KINDS if kind.startswith(incomplete))


def complete_status(incomplete: str) -> Iterator[str]:
    """Statuses of a meeting."""
    from summitcli.search.select import STATUSES

    return (status for status in STATUSES if status.startswith(incomplete))
