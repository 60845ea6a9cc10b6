"""`summit people`: the leaders."""

import typer

from summitcli.cli import options
from summitcli.cli.settings import settings_of


def people(
    context: typer.Context,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
    output: options.OutputPath = None,
) -> None:
    """List leaders: their side, how often they met the other side, and the offices that they held.

    summit people

    summit show vladimir-putin
    """
    from summitcli.cli.output import OutputArgs, write_result
    from summitcli.tables.record_tables import people_table

    settings = settings_of(context)
    asked = OutputArgs(format_, json, fields, output)
    dataset = settings.dataset
    write_result(settings, asked, people_table(list(dataset.people), dataset))
