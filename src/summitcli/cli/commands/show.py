"""`summit show`: everything about records of any type."""

from typing import TYPE_CHECKING, Annotated

import typer
from msgspec.structs import replace

from summitcli.cli.completion import complete_record
from summitcli.cli.formats import FormatName
from summitcli.cli.output import OutputArgs
from summitcli.cli.part_options import PartArgs
from summitcli.cli.settings import Settings, settings_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitcli.pages.page import Choice
    from summitcli.search.finder import Findable


# The formats that present pages; all others give fields.
_FOR_READERS = (FormatName.TABLE, FormatName.MD, FormatName.HTML, FormatName.SVG)


def show(
    context: typer.Context,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...",
            help="Ids, titles, names, places or dates of any records; first, last or next.",
            autocompletion=complete_record,
        ),
    ],
    *,
    parts: PartArgs,
    output: OutputArgs,
) -> None:
    """Show everything about a meeting, a theme, an outcome, a person or a source.

    In a pipe, this is the page as text, 100 columns wide; -f plain gives one field a line.

      summit show helsinki-2018
      summit show trump
      summit show 2025-08-15
      summit show helsinki-2018 --brief
      summit show anchorage-2025 --only accounts,people
      summit show helsinki-2018 --sources primary -f md > helsinki.md
      summit show arms-control donald-trump
      summit show anchorage-2025 --json | jq '.accounts[].point'
    """
    from summitcli.cli.part_options import parse_choice
    from summitcli.cli.records import find_records

    settings = settings_of(context)
    choice = parse_choice(parts)
    records = find_records(ids, settings.dataset)
    show_records(settings, records, output, choice, parts.urls)


def show_records(
    settings: Settings,
    records: "Sequence[Findable]",
    output: OutputArgs,
    choice: "Choice | None" = None,
    urls: str = "auto",
) -> None:
    """Show records in full, or the chosen parts of them."""
    from summitcli.cli.output import write_result
    from summitcli.derived.views import build_view
    from summitcli.pages.page import Choice, Pages

    dataset = settings.dataset
    views = [build_view(record, dataset) for record in records]
    if choice is not None:
        output = _with_fields_of_parts(output, choice, [view.record_type for view in views])
    write_result(settings, output, Pages(views, dataset, choice or Choice()), urls=urls)


def _with_fields_of_parts(
    output: OutputArgs, choice: "Choice", record_types: list[str]
) -> OutputArgs:
    """Return the output options, for data formats with the fields of the chosen parts."""
    from summitcli.cli.part_options import check_choice
    from summitcli.errors import UsageError
    from summitcli.pages.part_names import fields_of_parts

    is_data = output.format_name(is_page=True) not in _FOR_READERS
    check_choice(choice, record_types, is_data)
    if choice == type(choice)():
        return output
    if output.fields is not None:
        raise UsageError("--fields chooses fields, and other options parts; give one of them")
    if not is_data:
        return output
    return replace(output, fields=",".join(fields_of_parts(choice.only, record_types)))
