"""`summit outcomes`: assessed outcomes, or one outcome in full."""

from typing import Annotated

import typer

from summitcli.cli.completion import complete_outcome, complete_scope, complete_values
from summitcli.cli.options import FilterArgs
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import settings_of
from summitcli.model import Valence


def outcomes(
    context: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="One outcome in full.", autocompletion=complete_outcome
        ),
    ] = None,
    scope: Annotated[
        str | None,
        typer.Option(
            metavar="SCOPE",
            help="bilateral, global, us-domestic, allies ...",
            autocompletion=complete_scope,
        ),
    ] = None,
    valence: Annotated[
        str | None,
        typer.Option(
            metavar="VALENCE",
            help="positive, mixed, neutral or negative.",
            autocompletion=complete_values(Valence),
        ),
    ] = None,
    *,
    filters: FilterArgs,
    output: ListArgs,
) -> None:
    """List assessed outcomes: where each is felt, how it is judged, and by whom.

    Filters of meetings choose the outcomes of these meetings.

      summit outcomes --valence positive
      summit outcomes --meeting helsinki-2018 --scope global
      summit outcomes channels-kept
    """
    from summitcli.cli.commands.show import show_records
    from summitcli.cli.filters import choose, select_about
    from summitcli.cli.footer import describe_list
    from summitcli.cli.output import write_result
    from summitcli.cli.records import find_record
    from summitcli.model import Outcome
    from summitcli.tables.record_tables import outcomes_table

    settings = settings_of(context)
    dataset = settings.dataset
    if identifier is not None:
        show_records(settings, [find_record(identifier, dataset, Outcome)], output)
        return
    scopes = choose("scope", scope, (outcome.scope for outcome in dataset.outcomes))
    valences = choose("valence", valence, Valence)
    found = [
        outcome
        for outcome in select_about(dataset.outcomes, filters, dataset)
        if (not scopes or outcome.scope in scopes) and (not valences or outcome.valence in valences)
    ]
    shown = output.choose_rows(found, "outcomes")
    footer = describe_list("outcomes", len(shown), len(found), len(dataset.outcomes))
    write_result(settings, output, outcomes_table(shown), footer)
