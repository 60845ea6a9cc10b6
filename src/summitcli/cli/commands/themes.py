"""`summit themes`: themes with counts and a small history, or one theme in full."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli.completion import complete_theme
from summitcli.cli.options import FilterArgs
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import settings_of

if TYPE_CHECKING:
    from summitcli.derived.views import ThemeView
    from summitcli.model import Dataset


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
    from summitcli.cli.lists import show_one, write_list
    from summitcli.model import Theme
    from summitcli.tables.record_tables import themes_table

    settings = settings_of(context)
    if identifier is not None:
        show_one(context, identifier, Theme, output)
        return
    found, hidden = _raised(settings.dataset, filters)
    also = f"{hidden} that came up only between other leaders (--all)" if hidden else ""
    write_list(settings, output, found, "themes", themes_table, also=also)


def _raised(dataset: "Dataset", filters: FilterArgs) -> "tuple[list[ThemeView], int]":
    """Return the themes that came up at the chosen meetings, and how many more did elsewhere."""
    from summitcli.cli.filters import parse_filters_with_defaults
    from summitcli.derived.views import themes_raised
    from summitcli.search.select import ALL_KINDS

    wanted = parse_filters_with_defaults(filters, dataset, ALL_KINDS)
    views = themes_raised(dataset, wanted)
    if filters == FilterArgs(all_leaders=True):
        found = views
    else:
        by_outcome = filters == FilterArgs()  # outcomes are not of one pair or period
        found = [view for view in views if view.years or (by_outcome and view.outcomes)]
    return found, len(views) - len(found) if wanted.together else 0
