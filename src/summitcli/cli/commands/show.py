"""`summit show`: everything about records of any type."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli.completion import complete_record
from summitcli.cli.output import OutputArgs
from summitcli.cli.settings import Settings, settings_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitcli.search.find import Findable


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
    output: OutputArgs,
) -> None:
    """Show everything about a meeting, a theme, an outcome, a person or a source.

    In a pipe, this is the page as text, 100 columns wide; -f plain gives one field a line.

      summit show helsinki-2018
      summit show trump
      summit show 2025-08-15
      summit show helsinki-2018 -f md > helsinki.md
      summit show arms-control donald-trump
      summit show anchorage-2025 --json | jq '.accounts[].point'
    """
    from summitcli.cli.records import find_records

    settings = settings_of(context)
    show_records(settings, find_records(ids, settings.dataset), output)


def show_records(settings: Settings, records: "Sequence[Findable]", output: OutputArgs) -> None:
    """Show records in full."""
    from summitcli.cli.output import write_result
    from summitcli.derived.views import build_view
    from summitcli.pages.page import Pages

    dataset = settings.dataset
    views = [build_view(record, dataset) for record in records]
    write_result(settings, output, Pages(views, dataset))
