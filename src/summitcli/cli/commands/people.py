"""`summit people`: the leaders, everybody who took part, or one person in full."""

from functools import partial
from typing import Annotated

import typer

from summitcli.cli.completion import complete_participant
from summitcli.cli.options import UnscopedFilters
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import settings_of


def people(
    context: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="One person in full.", autocompletion=complete_participant
        ),
    ] = None,
    all_participants: Annotated[
        bool,
        typer.Option(
            "--all-participants", help="Everybody who took part in a meeting, not only leaders."
        ),
    ] = False,
    *,
    filters: UnscopedFilters,
    output: ListArgs,
) -> None:
    """List leaders: their side, how often they met the other side, and the offices that they held.

    Filters choose the meetings that count, and the people who took part in them.

      summit people
      summit people --meeting helsinki-2018
      summit people --all-participants --since 1985
      summit people vladimir-putin
    """
    from summitcli.cli.filters import parse_filters
    from summitcli.cli.lists import show_one, write_list
    from summitcli.derived.people import leader_rows, participant_rows
    from summitcli.search.attendance import Attendee
    from summitcli.search.select import Selection, select_whole
    from summitcli.tables.people_tables import participants_table, people_table

    settings = settings_of(context)
    dataset = settings.dataset
    if identifier is not None:
        show_one(context, identifier, Attendee, output)
        return
    wanted = parse_filters(filters, dataset)
    meetings = select_whole(dataset, wanted)
    if all_participants:
        rows = participant_rows(meetings, dataset)
        write_list(settings, output, rows, "people", partial(participants_table, dataset=dataset))
        return
    leaders = leader_rows(meetings, dataset, keep_all=wanted == Selection())
    table, total = partial(people_table, dataset=dataset), len(dataset.people)
    write_list(settings, output, leaders, "leaders", table, total=total)
