"""`summit stats`: counts and lengths, as bars or as a heat table."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli.options import FilterArgs, choice
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import settings_of
from summitcli.derived.counts import Across, By, Measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summitcli.model import MeetingLike
    from summitcli.terminal.console import Console

_OTHER_WORDS = {"place": "country", "asked-by": "initiator", "president": "leader"}
_BY = choice(By, f"Count by {', '.join(By)}.", aliases=_OTHER_WORDS, metavar="WHAT")
_MEASURE = choice(
    Measure, "count: number of meetings; minutes: sum of their lengths.", metavar="WHAT"
)
_ACROSS = choice(Across, "presidency: split each count into a column for each.", metavar="WHAT")


def stats(
    context: typer.Context,
    by: Annotated[By, _BY] = By.YEAR,
    measure: Annotated[Measure, _MEASURE] = Measure.COUNT,
    across: Annotated[Across | None, _ACROSS] = None,
    *,
    filters: FilterArgs,
    output: ListArgs,
) -> None:
    """Count meetings, or add up their lengths: by default those of Trump and Putin, in person.

    summit stats --by leader --all
    summit stats --measure minutes --kind call
    summit stats --by initiator --kind call
    summit stats --by theme --across presidency --all
    summit stats --by country --all -f csv
    """
    from summitcli.cli.filters import describe_scope, parse_filters_with_defaults
    from summitcli.cli.footer import describe_list
    from summitcli.cli.output import write_result
    from summitcli.cli.streams import log_note
    from summitcli.cli.summary import summarize
    from summitcli.derived.counts import count_meetings, presidents
    from summitcli.search.select import select
    from summitcli.tables.result_tables import tallies_table

    settings = settings_of(context)
    dataset = settings.dataset
    wanted = parse_filters_with_defaults(filters, dataset)
    meetings = select(dataset, wanted)
    tallies = count_meetings(meetings, by, measure, dataset, split=across is not None)
    if not meetings:
        tallies = []
    elif measure is Measure.MINUTES:
        log_note(_describe_lengths(meetings))
    shown = (tallies[::-1] if output.reverse else tallies)[: output.limit]
    scope = describe_scope(filters, wanted, dataset)
    caption = f"{_counted(by, measure, across)} · {scope} · {len(meetings)} in all"

    def draw_content(console: "Console") -> None:
        from summitcli.terminal.draw_counts import draw_bars, draw_heat_table

        if across is None:
            draw_bars(console, shown, measure, caption)
        else:
            draw_heat_table(console, shown, presidents(meetings, dataset), caption)

    counts = (len(meetings), len(meetings))
    footer = summarize(output, dataset, filters, wanted, "meetings", *counts, with_scope=False)
    if footer and len(shown) < len(tallies):
        footer = f"{describe_list('rows', len(shown), len(tallies))} · {footer}"
    table = tallies_table(shown, measure)
    write_result(settings, output, table, footer, draw_content, names="counts")


def _describe_lengths(meetings: "Sequence[MeetingLike]") -> str:
    """Return how many lengths are known, how exactly, and that the others do not count."""
    from summitcli.derived.counts import actual_minutes

    known = [meeting for meeting in meetings if actual_minutes(meeting) is not None]
    inexact = sum(1 for item in known if item.duration and item.duration.qualifier is not None)
    unknown = len(meetings) - len(known)
    note = f"the length is known for {len(known)} of {len(meetings)} meetings"
    if inexact:
        note += f" ({inexact} of them only about, or as more or less than a figure)"
    if unknown:
        note += "; the others are not included in the totals"
    return note


def _counted(by: By, measure: Measure, across: Across | None) -> str:
    """Return what is counted, for a caption."""
    counted = "Meetings" if measure is Measure.COUNT else "Length of meetings"
    if across is None:
        return f"{counted} by {by}"
    unit = "" if measure is Measure.COUNT else " in minutes"
    return f"{counted}{unit} by {by} and {across}"
