"""`summit outlook`: drivers and scenarios, or one of them in full."""

from typing import Annotated

import typer

from summitcli.cli.completion import complete_outlook, complete_theme, complete_values
from summitcli.cli.options import RecordFilters, value
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import settings_of
from summitcli.model import OutlookKind


def outlook(
    context: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="One driver or scenario in full.", autocompletion=complete_outlook
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="KIND",
            help="driver or scenario.",
            autocompletion=complete_values(OutlookKind),
        ),
    ] = None,
    themes: Annotated[
        list[str] | None, value("On this theme.", "NAME", complete_theme, "--theme")
    ] = None,
    *,
    output: ListArgs,
) -> None:
    """List drivers of relations and scenarios for them, or show one with the evidence so far.

    summit outlook --kind scenario
    summit outlook --theme nato
    summit outlook scenario-thaw
    """
    from summitcli.cli.filters import choose, parse_filters
    from summitcli.cli.lists import show_one, write_list
    from summitcli.model import Outlook
    from summitcli.search.select import is_selected
    from summitcli.tables.record_tables import outlook_table

    settings = settings_of(context)
    dataset = settings.dataset
    if identifier is not None:
        show_one(context, identifier, Outlook, output)
        return
    kinds = choose("kind", kind, OutlookKind)
    wanted = parse_filters(RecordFilters(themes=themes), dataset)
    every = [item for item in dataset.outlook if is_selected(item, wanted)]
    found = [item for item in every if not kinds or item.kind in kinds]
    total = len(dataset.outlook)
    write_list(settings, output, found, "drivers and scenarios", outlook_table, total=total)
