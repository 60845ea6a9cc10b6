"""Shell completion: suggest ids with their titles, and the values of options."""

from collections.abc import Iterator
from pathlib import Path

import typer

Suggestion = tuple[str, str]

_MAX_TITLE = 60  # letters of a title shown next to the id


def _suggest_ids(context: typer.Context, incomplete: str, *sections: str) -> Iterator[Suggestion]:
    """Yield the ids of some sections that begin with what is typed; none without a dataset."""
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
                short = (
                    title if len(title) <= _MAX_TITLE else title[: _MAX_TITLE - 3].rstrip() + "..."
                )
                yield identifier, short


def complete_record(ctx: typer.Context, incomplete: str) -> Iterator[Suggestion]:
    """Suggest ids of all record types; of sources, as there are many, once something is typed."""
    sections = ("meetings", "themes", "people", "outcomes", "context", "outlook", "claims")
    return _suggest_ids(ctx, incomplete, *sections, *(("sources",) if incomplete else ()))


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
    """Suggest ids of leaders."""
    return _suggest_ids(ctx, incomplete, "people")


def complete_kind(incomplete: str) -> Iterator[str]:
    """Suggest kinds of meeting and groups of kinds."""
    from summitcli.search.select import KINDS

    return (kind for kind in KINDS if kind.startswith(incomplete))


def complete_status(incomplete: str) -> Iterator[str]:
    """Suggest statuses of a meeting."""
    from summitcli.search.select import STATUSES

    return (status for status in STATUSES if status.startswith(incomplete))
