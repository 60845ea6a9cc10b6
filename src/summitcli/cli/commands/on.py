"""`summit on`: a day of the year, and what lay nearest to it."""

from datetime import date
from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.settings import settings_of


def on(
    context: typer.Context,
    day: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DATE]", help="07-16, 16 July or 2018-07-16; default: today."),
    ] = None,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
) -> None:
    """Tell what happened on a day of the year, in any year, and what lay nearest before and after.

    With a year, nearest in time; without one, nearest in the calendar.

      summit on

      summit on 07-16

      summit on 1986-10-11
    """
    from summitcli.cli.output import write_result
    from summitcli.cli.streams import log_note
    from summitcli.derived.timeline import around, timeline
    from summitcli.errors import UsageError
    from summitcli.model.dates import day_of_year
    from summitcli.search.select import KINDS, Selection, select_events, select_whole
    from summitcli.tables import result_tables as derived

    settings = settings_of(context)
    dataset = settings.dataset
    try:
        wanted, has_year = day_of_year(" ".join(day)) if day else (date.today(), True)
    except ValueError as error:
        raise UsageError(str(error)) from None
    held = select_whole(dataset, Selection(kinds=KINDS["any"], all_leaders=True))
    entries = around(wanted, has_year, timeline([*held, *select_events(dataset, None)]))
    named = f"{wanted:%-d %B %Y}" if has_year else f"{wanted:%-d %B}"
    if not any(item.relation == "on this day" for item in entries):
        log_note(f"nothing on record on a {wanted:%-d %B}")
    if has_year and not any(item.relation == "after" for item in entries):
        log_note(f"nothing on record after {named}")
    write_result(settings, derived.days(entries), format_, json, fields)
