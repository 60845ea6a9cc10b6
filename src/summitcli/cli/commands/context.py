"""`summit context`: background events, or one event in full."""

from typing import Annotated

import typer

from summitcli.cli.completion import complete_category, complete_event
from summitcli.cli.options import RecordFilters
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import settings_of


def context_events(
    context: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One event in full.", autocompletion=complete_event),
    ] = None,
    category: Annotated[
        str | None,
        typer.Option(
            metavar="FIELD",
            help="arms-control, diplomacy, nato, sanctions, ukraine ...",
            autocompletion=complete_category,
        ),
    ] = None,
    *,
    filters: RecordFilters,
    output: ListArgs,
) -> None:
    """List dated background events, or show one with the meetings within 30 days of it.

    --meeting lists the events within 30 days of a meeting.

      summit context --category arms-control
      summit context --theme ukraine --since 2022
      summit context --meeting helsinki-2018
      summit context salt-abm-1972
    """
    from summitcli.cli.filters import choose, parse_filters
    from summitcli.cli.lists import show_one, write_list
    from summitcli.derived.backlinks import events_around
    from summitcli.model import ContextEvent
    from summitcli.tables.record_tables import events_table

    settings = settings_of(context)
    dataset = settings.dataset
    if identifier is not None:
        show_one(context, identifier, ContextEvent, output)
        return
    categories = choose("category", category, (event.category for event in dataset.context))
    events = events_around(dataset, parse_filters(filters, dataset))
    found = [event for event in events if not categories or event.category in categories]
    write_list(settings, output, found, "events", events_table, total=len(dataset.context))
