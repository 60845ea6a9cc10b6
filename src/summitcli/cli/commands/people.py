"""`summit people`: the leaders."""

import typer

from summitcli.cli import options
from summitcli.cli.settings import settings_of


def people(
    context: typer.Context,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
) -> None:
    """List leaders: their side, how often they met, the offices that they held.

    summit people

    summit show vladimir-putin
    """
    from summitcli.cli.output import write_result
    from summitcli.tables import record_tables as records

    settings = settings_of(context)
    dataset = settings.dataset
    write_result(settings, records.people(list(dataset.people), dataset), format_, json, fields)
