"""`summit outlook`: drivers and scenarios, or one of them whole."""

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
            metavar="[ID]", help="One driver or scenario, whole.", autocompletion=complete_outlook
        ),
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help="driver or scenario.")] = None,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
) -> None:
    """List what drives relations and how they may go on; or show one, with the evidence so far.

    summit outlook --kind scenario

    summit outlook scenario-thaw
    """
    from summitcli.cli.commands.show import show_records
    from summitcli.cli.filters import choose_one
    from summitcli.cli.output import limit_rows, write_result
    from summitcli.model import Outlook, OutlookKind
    from summitcli.search.resolve import find
    from summitcli.tables import record_tables as records

    settings = settings_of(context)
    dataset = settings.dataset
    if identifier is not None:
        show_records(settings, [find(identifier, dataset, Outlook)], format_, json, fields)
        return
    wanted = choose_one("kind", kind, [str(member) for member in OutlookKind])
    found = [item for item in dataset.outlook if wanted in (None, item.kind)]
    write_result(
        settings, records.outlook(limit_rows(found, None, "outlook")), format_, json, fields
    )
