"""`summit compare`: two or three meetings side by side."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli.completion import complete_meeting
from summitcli.cli.output import OutputArgs
from summitcli.cli.settings import settings_of

if TYPE_CHECKING:
    from summitcli.terminal.console import Console


def compare_meetings(
    context: typer.Context,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="A B [C]",
            help="Ids, titles, places or dates of meetings.",
            autocompletion=complete_meeting,
        ),
    ],
    *,
    output: OutputArgs,
) -> None:
    """Compare meetings row by row: date, length, people, themes, agreements, judgements.

    In a pipe, this is the comparison as text, 100 columns wide; -f plain separates cells by tabs.

      summit compare reykjavik anchorage
      summit compare hamburg-2017 helsinki-2018 osaka-2019
    """
    from summitcli.cli.output import write_result
    from summitcli.cli.records import find_record
    from summitcli.errors import UsageError
    from summitcli.model import Meeting
    from summitcli.pages.comparison import compare
    from summitcli.tables.result_tables import comparison_document

    if output.fields is not None:
        raise UsageError("compare takes no --fields; 'summit show A B --fields ...' chooses fields")
    settings = settings_of(context)
    how = "compare takes two or three different meetings: summit compare A B [C]"
    if not 2 <= len(ids) <= 3:
        raise UsageError(how)
    dataset = settings.dataset
    found = [find_record(identifier, dataset, Meeting) for identifier in ids]
    if len({meeting.id for meeting in found}) < len(ids):
        raise UsageError(how)
    comparison = compare(found, dataset)

    def draw_content(console: "Console") -> None:
        from summitcli.terminal.draw_comparison import draw_comparison

        draw_comparison(console, comparison)

    document = comparison_document(comparison)
    write_result(settings, output, document, draw_content=draw_content, names="comparison")
