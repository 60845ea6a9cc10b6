"""`summit themes`: themes with counts and a small history, or one of them whole."""

from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.completion import complete_theme
from summitcli.cli.settings import settings_of


def themes(
    context: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One theme, whole.", autocompletion=complete_theme),
    ] = None,
    all_leaders: options.AllLeaders = False,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
) -> None:
    """List recurring themes: how often each came up, and when; or show one with its meetings.

    summit themes

    summit themes syria

    summit themes --json | jq '.[] | {id, meetings}'
    """
    from summitcli.cli.commands.show import show_records
    from summitcli.cli.output import write_result
    from summitcli.cli.streams import log_note
    from summitcli.derived.views import build_theme_view
    from summitcli.model import Theme
    from summitcli.search.resolve import find
    from summitcli.search.select import in_focus
    from summitcli.tables import record_tables as records

    settings = settings_of(context)
    dataset = settings.dataset
    if identifier is not None:
        show_records(settings, [find(identifier, dataset, Theme)], format_, json, fields)
        return
    meetings = [m for m in dataset.meetings if all_leaders or in_focus(m, dataset)]
    views = [build_theme_view(theme, dataset, meetings) for theme in dataset.themes]
    raised = views if all_leaders else [item for item in views if item.years or item.outcomes]
    raised.sort(key=lambda item: (-len(item.meetings), -len(item.remote), item.id))
    if len(raised) < len(views):
        more = len(views) - len(raised)
        themes_ = "theme" if more == 1 else "themes"
        log_note(f"{more} more {themes_} came up between other leaders only; see --all")
    write_result(settings, records.themes(raised), format_, json, fields)
