"""`summit outcomes`: assessed outcomes, or one outcome in full."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli.completion import complete_outcome, complete_scope, complete_values
from summitcli.cli.options import UnscopedFilters
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import settings_of
from summitcli.model import Valence

if TYPE_CHECKING:
    from summitcli.model import Dataset, Outcome


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
    filters: UnscopedFilters,
    output: ListArgs,
) -> None:
    """List assessed outcomes: where each is felt, how it is judged, and by whom.

    Filters of meetings choose the outcomes of these meetings.

      summit outcomes --valence positive
      summit outcomes --meeting helsinki-2018 --scope global
      summit outcomes channels-kept
    """
    from summitcli.cli.lists import show_one, write_list
    from summitcli.model import Outcome
    from summitcli.tables.record_tables import outcomes_table

    settings = settings_of(context)
    if identifier is not None:
        show_one(context, identifier, Outcome, output)
        return
    found = _select(settings.dataset, scope, valence, filters)
    total = len(settings.dataset.outcomes)
    write_list(settings, output, found, "outcomes", outcomes_table, total=total)


def _select(
    dataset: "Dataset", scope: str | None, valence: str | None, filters: UnscopedFilters
) -> "list[Outcome]":
    from summitcli.cli.filters import choose, parse_filters
    from summitcli.search.select import select_about

    scopes = choose("scope", scope, (outcome.scope for outcome in dataset.outcomes))
    valences = choose("valence", valence, Valence)
    wanted = parse_filters(filters, dataset)
    return [
        outcome
        for outcome in select_about(dataset.outcomes, wanted, dataset)
        if (not scopes or outcome.scope in scopes) and (not valences or outcome.valence in valences)
    ]
