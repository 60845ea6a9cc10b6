"""`summit themes`: themes with counts and a small history, or one theme in full."""

from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.completion import complete_theme
from summitcli.cli.settings import settings_of


def themes(
    context: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One theme in full.", autocompletion=complete_theme),
    ] = None,
    all_leaders: options.AllLeaders = False,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
    output: options.OutputPath = None,
) -> None:
    """List recurring themes, how often and when each came up, or show one with its meetings.

    summit themes

    summit themes syria

    summit themes --json | jq '.[] | {id, meetings}'
    """
    from summitcli.cli.commands.show import show_records
    from summitcli.cli.output import OutputArgs, write_result
    from summitcli.cli.streams import log_note
    from summitcli.derived.views import build_theme_view
    from summitcli.model import Theme
    from summitcli.search.resolve import find
    from summitcli.search.select import in_focus
    from summitcli.tables.record_tables import themes_table

    settings = settings_of(context)
    asked = OutputArgs(format_, json, fields, output)
    dataset = settings.dataset
    if identifier is not None:
        show_records(settings, [find(identifier, dataset, Theme)], asked)
        return
    meetings = [m for m in dataset.meetings if all_leaders or in_focus(m, dataset)]
    views = [build_theme_view(theme, dataset, meetings) for theme in dataset.themes]
    raised = views if all_leaders else [item for item in views if item.years or item.outcomes]
    raised.sort(key=lambda item: (-len(item.meetings), -len(item.remote), item.id))
    if len(raised) < len(views):
        more = len(views) - len(raised)
        themes_left_out = "theme" if more == 1 else "themes"
        log_note(f"{more} more {themes_left_out} came up only between other leaders; see --all")
    write_result(settings, asked, themes_table(raised))
