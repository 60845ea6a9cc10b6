"""`summit show`: everything about records of any type."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli import options, reading
from summitcli.cli.completion import complete_record
from summitcli.cli.settings import Settings, settings_of
from summitcli.errors import UsageError
from summitcli.model import Record

if TYPE_CHECKING:
    from summitcli.cli.output import OutputArgs
    from summitcli.pages.page import Choice


def show(
    context: typer.Context,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...", help="Ids of any record type.", autocompletion=complete_record
        ),
    ],
    only: reading.Only = None,
    brief: reading.Brief = False,
    sources: reading.Sources = reading.ListedSources.ALL,
    urls: reading.Addresses = reading.Urls.AUTO,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
    output: options.OutputPath = None,
) -> None:
    """Show everything about a meeting, a theme, an outcome, a person or a source.

    summit show helsinki-2018

    summit show helsinki-2018 --brief

    summit show anchorage-2025 --only accounts,people

    summit show helsinki-2018 --sources primary -f md > helsinki.md

    summit show arms-control donald-trump

    summit show anchorage-2025 --json | jq '.accounts[].point'
    """
    from summitcli.cli.output import OutputArgs
    from summitcli.search.resolve import find_any

    settings = settings_of(context)
    asked = OutputArgs(format_, json, fields, output, urls)
    choice = reading.parse_choice(only, brief, sources)
    records = [find_any(identifier, settings.dataset) for identifier in ids]
    show_records(settings, records, asked, choice)


def show_records(
    settings: Settings,
    records: list[Record],
    asked: "OutputArgs",
    choice: "Choice | None" = None,
) -> None:
    """Show records in full, or the chosen parts of them."""
    from summitcli.cli.output import write_result
    from summitcli.derived.views import build_view
    from summitcli.pages.page import Choice, Pages

    dataset = settings.dataset
    views = [build_view(record, dataset) for record in records]
    if choice is not None:
        asked = _with_fields_of_parts(asked, choice, [view.record_type for view in views])
    write_result(settings, asked, Pages(views, dataset, choice or Choice()))


def _with_fields_of_parts(
    asked: "OutputArgs", choice: "Choice", record_types: list[str]
) -> "OutputArgs":
    """Return the output options, for data formats with the fields of the chosen parts."""
    from summitcli.cli.output import FormatName
    from summitcli.pages.part_names import fields_of_parts

    is_data = asked.format_name() not in (FormatName.TABLE, FormatName.MD)
    reading.check_choice(choice, record_types, is_data)
    if choice == type(choice)():
        return asked
    if asked.fields is not None:
        raise UsageError("--fields chooses fields, and other options parts; give one of them")
    if not is_data:
        return asked
    return replace(asked, fields=",".join(fields_of_parts(choice.only, record_types)))
