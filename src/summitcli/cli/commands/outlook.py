"""`summit outlook`: drivers and scenarios, or one of them in full."""

from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.completion import complete_outlook
from summitcli.cli.settings import settings_of


def outlook(
    context: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="One driver or scenario in full.", autocompletion=complete_outlook
        ),
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="driver or scenario.")] = None,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
    output: options.OutputPath = None,
) -> None:
    """List drivers of relations and scenarios for them, or show one with the evidence so far.

    summit outlook --kind scenario

    summit outlook scenario-thaw
    """
    from summitcli.cli.commands.show import show_records
    from summitcli.cli.filters import choose_one
    from summitcli.cli.output import OutputArgs, limit_rows, write_result
    from summitcli.model import Outlook, OutlookKind
    from summitcli.search.resolve import find
    from summitcli.tables.record_tables import outlook_table

    settings = settings_of(context)
    asked = OutputArgs(format_, json, fields, output)
    dataset = settings.dataset
    if identifier is not None:
        show_records(settings, [find(identifier, dataset, Outlook)], asked)
        return
    wanted = choose_one("kind", kind, [str(member) for member in OutlookKind])
    found = [item for item in dataset.outlook if wanted in (None, item.kind)]
    write_result(settings, asked, outlook_table(limit_rows(found, None, "drivers or scenarios")))
