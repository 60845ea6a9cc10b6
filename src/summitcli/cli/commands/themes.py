"""`summit themes`: themes with counts and a small history, or one theme in full."""

from typing import Annotated

import typer

from summitcli.cli.completion import complete_theme
from summitcli.cli.options import FilterArgs
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import settings_of


def themes(
    context: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One theme in full.", autocompletion=complete_theme),
    ] = None,
    *,
    filters: FilterArgs,
    output: ListArgs,
) -> None:
    """List recurring themes, how often and when each came up, or show one with its meetings.

    Filters choose the meetings that count: by default all meetings, calls and letters of Trump and
    Putin.

      summit themes
      summit themes --since 2025
      summit themes syria
      summit themes --json | jq '.[] | {id, meetings}'
    """
    from dataclasses import replace

    from summitcli.cli.commands.show import show_records
    from summitcli.cli.filters import parse_filters_with_defaults
    from summitcli.cli.footer import describe_list
    from summitcli.cli.output import write_result
    from summitcli.cli.records import find_record
    from summitcli.derived.views import build_theme_view
    from summitcli.model import Theme
    from summitcli.search.select import ALL_KINDS, select_whole
    from summitcli.tables.record_tables import themes_table

    settings = settings_of(context)
    dataset = settings.dataset
    if identifier is not None:
        show_records(settings, [find_record(identifier, dataset, Theme)], output)
        return
    wanted = parse_filters_with_defaults(filters, dataset, ALL_KINDS)
    meetings = select_whole(dataset, replace(wanted, themes=frozenset()))
    chosen = [theme for theme in dataset.themes if not wanted.themes or theme.id in wanted.themes]
    views = [build_theme_view(theme, dataset, meetings) for theme in chosen]
    if filters == FilterArgs(all_leaders=True):
        found = views
    else:
        by_outcome = filters == FilterArgs()  # outcomes are not of one pair or period
        found = [view for view in views if view.years or (by_outcome and view.outcomes)]
    found.sort(key=lambda view: (-len(view.meetings), -len(view.remote), view.id))
    shown = output.choose_rows(found, "themes")
    footer = describe_list("themes", len(shown), len(found))
    hidden = len(views) - len(found)
    if hidden and wanted.together:
        footer += f". Also: {hidden} that came up only between other leaders (--all)"
    write_result(settings, output, themes_table(shown), footer)
