"""`summit on`: the events on a day of the year, and the nearest before and after."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli.completion import complete_meeting
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import settings_of

if TYPE_CHECKING:
    from summitcli.model import Dataset


def on(
    context: typer.Context,
    day: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[DATE]",
            help="07-16, 16 July, 2018-07-16, or a meeting; default: today.",
            autocompletion=complete_meeting,
        ),
    ] = None,
    *,
    output: ListArgs,
) -> None:
    """List what happened on a day of the year, in any year, and the nearest before and after it.

    With a year, the nearest in time; without one, the nearest in the calendar.

      summit on
      summit on 07-16
      summit on 16 July 2018
      summit on helsinki-2018
    """
    from summitcli.cli.output import write_result
    from summitcli.cli.streams import log_note
    from summitcli.derived.timeline import build_timeline, entries_around
    from summitcli.pages.wording import format_date, format_day_of_year
    from summitcli.search.select import STATUSES, Selection, select_events, select_whole
    from summitcli.tables.result_tables import days_table

    settings = settings_of(context)
    dataset = settings.dataset
    wanted, has_year = _parse_day(" ".join(day), dataset) if day else (date.today(), False)
    held = select_whole(dataset, Selection(statuses=STATUSES["held"]))
    entries = entries_around(
        wanted, has_year, build_timeline([*held, *select_events(dataset, Selection())])
    )
    rows = entries[::-1] if output.reverse else entries
    write_result(settings, output, days_table(rows[: output.limit]), names="entries")
    if not any(item.relation == "on this day" for item in entries):
        log_note(f"no events on record for {format_day_of_year(wanted)}")
    if has_year and not any(item.relation == "after" for item in entries):
        log_note(f"no events on record after {format_date(wanted.isoformat())}")


def _parse_day(typed: str, dataset: "Dataset") -> tuple[date, bool]:
    """Return the day that someone typed, or that of the meeting that they named.

    The second value says whether the year counts.
    """
    from summitcli.cli.records import find_record
    from summitcli.errors import NotFoundError, UsageError
    from summitcli.model import Meeting
    from summitcli.model.dates import parse_span
    from summitcli.search.resolve import UnknownRecordError
    from summitcli.search.typed_dates import parse_day_of_year

    try:
        return parse_day_of_year(typed)
    except ValueError as error:
        not_a_day = UsageError(str(error))
    if any(map(str.isdigit, typed)) and typed.strip().casefold() not in dataset.by_id:
        raise not_a_day
    try:
        meeting = find_record(typed, dataset, Meeting)
    except UnknownRecordError:
        raise not_a_day from None
    if meeting.date is None:
        raise NotFoundError(f"'{meeting.id}' has no date")
    return parse_span(meeting.date).first, True
