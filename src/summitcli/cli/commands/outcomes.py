"""`summit outcomes`: assessed outcomes, or one outcome in full."""

from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.completion import complete_meeting, complete_outcome
from summitcli.cli.settings import settings_of


def outcomes(
    context: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="One outcome in full.", autocompletion=complete_outcome
        ),
    ] = None,
    scope: Annotated[
        str | None, typer.Option(metavar="SCOPE", help="bilateral, global, us-domestic, allies ...")
    ] = None,
    valence: Annotated[
        str | None, typer.Option(metavar="VALENCE", help="positive, mixed, neutral or negative.")
    ] = None,
    themes: options.Themes = None,
    meeting: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="Outcomes of this meeting.", autocompletion=complete_meeting
        ),
    ] = None,
    limit: options.Limit = None,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
    output: options.OutputPath = None,
) -> None:
    """List assessed outcomes: where each is felt, how it is judged, and by whom.

    summit outcomes --valence positive

    summit outcomes --meeting helsinki-2018 --scope global

    summit outcomes channels-kept
    """
    from summitcli.cli.commands.show import show_records
    from summitcli.cli.filters import choose_one, theme_ids
    from summitcli.cli.output import OutputArgs, limit_rows, write_result
    from summitcli.model import Meeting, Outcome, Valence
    from summitcli.search.resolve import find
    from summitcli.tables.record_tables import outcomes_table

    settings = settings_of(context)
    asked = OutputArgs(format_, json, fields, output)
    dataset = settings.dataset
    if identifier is not None:
        show_records(settings, [find(identifier, dataset, Outcome)], asked)
        return
    wanted_scope = choose_one("scope", scope, [outcome.scope for outcome in dataset.outcomes])
    wanted_valence = choose_one("valence", valence, [str(member) for member in Valence])
    wanted_themes = theme_ids(themes, dataset)
    wanted_meeting = find(meeting, dataset, Meeting).id if meeting else None
    found = [
        outcome
        for outcome in dataset.outcomes
        if wanted_scope in (None, outcome.scope)
        and wanted_valence in (None, outcome.valence)
        and (not wanted_themes or not wanted_themes.isdisjoint(outcome.themes))
        and (wanted_meeting is None or wanted_meeting in outcome.meetings)
    ]
    write_result(settings, asked, outcomes_table(limit_rows(found, limit, "outcomes")))
