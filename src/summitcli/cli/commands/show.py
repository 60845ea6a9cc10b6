"""`summit show`: everything about records of any type."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli import options
from summitcli.cli.completion import complete_record
from summitcli.cli.settings import Settings, settings_of
from summitcli.model import Record

if TYPE_CHECKING:
    from summitcli.cli.output import OutputArgs


def show(
    context: typer.Context,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...", help="Ids of any record type.", autocompletion=complete_record
        ),
    ],
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
    output: options.OutputPath = None,
) -> None:
    """Show everything about a meeting, a theme, an outcome, a person or a source.

    summit show helsinki-2018

    summit show helsinki-2018 -f md > helsinki.md

    summit show arms-control donald-trump

    summit show anchorage-2025 --json | jq '.accounts[].point'
    """
    from summitcli.cli.output import OutputArgs
    from summitcli.search.resolve import find_any

    settings = settings_of(context)
    records = [find_any(identifier, settings.dataset) for identifier in ids]
    show_records(settings, records, OutputArgs(format_, json, fields, output))


def show_records(settings: Settings, records: list[Record], asked: "OutputArgs") -> None:
    """Show records in full."""
    from summitcli.cli.output import write_result
    from summitcli.derived.views import build_view
    from summitcli.pages.page import Pages

    dataset = settings.dataset
    views = [build_view(record, dataset) for record in records]
    write_result(settings, asked, Pages(views, dataset))
