"""`summit timeline`: meetings, calls and background events in chronological order."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli.options import FilterArgs
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import settings_of

if TYPE_CHECKING:
    from summitcli.model import ContextEvent, Dataset
    from summitcli.search.select import Selection
    from summitcli.terminal.console import Console


def show_timeline(
    context: typer.Context,
    background: Annotated[
        bool, typer.Option("--context/--no-context", help="Include background events, or not.")
    ] = True,
    *,
    filters: FilterArgs,
    output: ListArgs,
) -> None:
    """Draw a timeline of the meetings, calls and letters, and the background events around them.

    If a period without other filters has no meeting of Trump and Putin, it shows all leaders.

      summit timeline --since 2017 --until 2019
      summit timeline --since 1985 --until 1991
      summit timeline --all --kind in-person --no-context
      summit timeline --theme ukraine --json | jq -r '.[].title'
    """
    from summitcli.cli.filters import parse_filters_with_defaults
    from summitcli.cli.output import write_result
    from summitcli.cli.summary import summarize
    from summitcli.derived.timeline import build_timeline, recorded_years
    from summitcli.search.select import ALL_KINDS, select_whole
    from summitcli.tables.result_tables import timeline_table

    settings = settings_of(context)
    dataset = settings.dataset
    wanted = _widen(filters, parse_filters_with_defaults(filters, dataset, ALL_KINDS), dataset)
    meetings = select_whole(dataset, wanted)
    events = _events(dataset, wanted, [m.date for m in meetings if m.date]) if background else []
    entries = build_timeline([*meetings, *events])
    if output.reverse:
        entries.reverse()
    shown = entries[: output.limit]

    def draw_content(console: "Console") -> None:
        from summitcli.terminal.draw_timeline import draw_timeline

        draw_timeline(console, shown, recorded_years(dataset))

    counts = (len(shown), len(entries), len(meetings))
    footer = summarize(output, dataset, filters, wanted, "entries", *counts)
    write_result(settings, output, timeline_table(shown), footer, draw_content, names="entries")


def _widen(filters: FilterArgs, wanted: "Selection", dataset: "Dataset") -> "Selection":
    """Return a selection with all leaders if a period, without other filters, has none of the pair.

    Write a note if so: a period that is only filtered must not look empty.
    """
    from msgspec.structs import replace

    from summitcli.cli.streams import log_note
    from summitcli.pages.wording import describe_pair
    from summitcli.search.select import select

    only_period = FilterArgs(years=filters.years, since=filters.since, until=filters.until)
    if filters != only_period or filters == FilterArgs() or not wanted.together:
        return wanted
    wider = replace(wanted, together=frozenset())
    if select(dataset, wanted) or not select(dataset, wider):
        return wanted
    log_note(f"no meetings of {describe_pair(dataset)} in this period; showing all leaders")
    return wider


def _events(dataset: "Dataset", wanted: "Selection", dates: list[str]) -> "list[ContextEvent]":
    """Return the background events of a selection's period and themes.

    Without a period it begins with the first of the meetings, whose dates are given, and for
    others than the focus pair it ends with the last. Where people or places have no meetings, there
    is nothing around which events could be.
    """
    from datetime import date

    from summitcli.model.dates import Span, parse_span
    from summitcli.search.select import Selection, select_events

    if wanted.only_some_meetings and not dates:
        return []
    within = wanted.within
    narrowed = wanted.together or wanted.only_some_meetings
    if within is None and not wanted.years and narrowed and dates:
        last = date.max if wanted.together else parse_span(max(dates)).last
        within = Span(parse_span(min(dates)).first, last)
    return select_events(
        dataset, Selection(years=wanted.years, within=within, themes=wanted.themes)
    )
