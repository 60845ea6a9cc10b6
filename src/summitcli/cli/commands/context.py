"""`summit context`: background events, or one event in full."""

from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.completion import complete_event
from summitcli.cli.settings import settings_of


def context_events(
    context: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One event in full.", autocompletion=complete_event),
    ] = None,
    category: Annotated[
        str | None,
        typer.Option(metavar="FIELD", help="arms-control, diplomacy, nato, sanctions, ukraine ..."),
    ] = None,
    themes: options.Themes = None,
    since: options.Since = None,
    until: options.Until = None,
    limit: options.Limit = None,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
    output: options.OutputPath = None,
) -> None:
    """List dated background events, or show one with the meetings within 30 days of it.

    summit context --category arms-control

    summit context --theme ukraine --since 2022

    summit context salt-abm-1972
    """
    from summitcli.cli.commands.show import show_records
    from summitcli.cli.filters import choose_one, parse_period, theme_ids
    from summitcli.cli.output import OutputArgs, limit_rows, write_result
    from summitcli.model import ContextEvent
    from summitcli.search.resolve import find
    from summitcli.search.select import select_events
    from summitcli.tables.record_tables import events_table

    settings = settings_of(context)
    asked = OutputArgs(format_, json, fields, output)
    dataset = settings.dataset
    if identifier is not None:
        show_records(settings, [find(identifier, dataset, ContextEvent)], asked)
        return
    wanted = choose_one("category", category, [event.category for event in dataset.context])
    events = select_events(dataset, parse_period(since, until), theme_ids(themes, dataset))
    found = [event for event in events if wanted in (None, event.category)]
    write_result(settings, asked, events_table(limit_rows(found, limit, "events")))
