"""`summit on`: the events on a day of the year, and the nearest before and after."""

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
    output: options.OutputPath = None,
) -> None:
    """List what happened on a day of the year, in any year, and the nearest before and after it.

    With a year, the nearest in time; without one, the nearest in the calendar.

      summit on

      summit on 07-16

      summit on 1986-10-11
    """
    from summitcli.cli.output import OutputArgs, write_result
    from summitcli.cli.streams import log_note
    from summitcli.derived.timeline import build_timeline, entries_around
    from summitcli.errors import UsageError
    from summitcli.model.dates import parse_day
    from summitcli.pages.wording import format_date, format_day_of_year
    from summitcli.search.select import STATUSES, Selection, select_events, select_whole
    from summitcli.tables.result_tables import days_table

    settings = settings_of(context)
    asked = OutputArgs(format_, json, fields, output)
    dataset = settings.dataset
    try:
        wanted, has_year = parse_day(" ".join(day)) if day else (date.today(), True)
    except ValueError as error:
        raise UsageError(str(error)) from None
    held = select_whole(dataset, Selection(statuses=STATUSES["held"]))
    entries = entries_around(
        wanted, has_year, build_timeline([*held, *select_events(dataset, None)])
    )
    if not any(item.relation == "on this day" for item in entries):
        log_note(f"no events on record for {format_day_of_year(wanted)}")
    if has_year and not any(item.relation == "after" for item in entries):
        log_note(f"no events on record after {format_date(wanted.isoformat())}")
    write_result(settings, asked, days_table(entries))
