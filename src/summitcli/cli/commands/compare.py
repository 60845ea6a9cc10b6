"""`summit compare`: two or three meetings side by side."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli import options
from summitcli.cli.completion import complete_meeting
from summitcli.cli.settings import settings_of

if TYPE_CHECKING:
    from summitcli.terminal.console import Console


def compare(
    context: typer.Context,
    ids: Annotated[
        list[str],
        typer.Argument(metavar="A B [C]", help="Ids of meetings.", autocompletion=complete_meeting),
    ],
    format_: options.Output = None,
    json: options.Json = False,
) -> None:
    """Compare meetings row by row: when, how long, who, on what, what was agreed, how judged.

    summit compare reykjavik-1986 anchorage-2025

    summit compare hamburg-2017 helsinki-2018 osaka-2019
    """
    from summitcli.cli.output import write_result
    from summitcli.errors import UsageError
    from summitcli.model import Meeting
    from summitcli.pages.comparison import compare as side_by_side
    from summitcli.search.resolve import find
    from summitcli.tables import result_tables as derived

    settings = settings_of(context)
    how = "compare takes two or three different meetings: summit compare A B [C]"
    if not 2 <= len(ids) <= 3:
        raise UsageError(how)
    dataset = settings.dataset
    found = [find(identifier, dataset, Meeting) for identifier in ids]
    if len({meeting.id for meeting in found}) < len(ids):
        raise UsageError(how)
    comparison = side_by_side(found, dataset)

    def draw_result(console: "Console") -> None:
        from summitcli.terminal.draw_comparison import compare as draw

        draw(console, comparison)

    write_result(
        settings, derived.comparison(comparison), format_, json, None, draw_result=draw_result
    )
