"""`summit stats`: counts and lengths, as bars or as a heat table."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli import options
from summitcli.cli.settings import settings_of
from summitcli.derived.counts import Across, By, Measure

if TYPE_CHECKING:
    from summitcli.terminal.console import Console


def stats(
    context: typer.Context,
    by: Annotated[By, typer.Option(help="What to count by.")] = By.YEAR,
    measure: Annotated[Measure, typer.Option(help="What to add up.")] = Measure.COUNT,
    across: Annotated[
        Across | None, typer.Option(help="Split each count into columns, as a heat table.")
    ] = None,
    years: options.Years = None,
    since: options.Since = None,
    until: options.Until = None,
    leaders: options.Leaders = None,
    places: options.Places = None,
    themes: options.Themes = None,
    kinds: options.Kinds = None,
    statuses: options.Statuses = None,
    all_leaders: options.AllLeaders = False,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
) -> None:
    """Count meetings, or add up their lengths.

    summit stats --by leader --all

    summit stats --measure minutes --kind call

    summit stats --by theme --across presidency --all

    summit stats --by country --all -f csv
    """
    from summitcli.cli.filters import FilterArgs, describe_scope, parse_filters_with_defaults
    from summitcli.cli.output import write_result
    from summitcli.cli.streams import log_note
    from summitcli.derived.counts import actual_minutes, count_meetings, presidents
    from summitcli.search.select import select
    from summitcli.tables import result_tables as derived

    settings = settings_of(context)
    dataset = settings.dataset
    typed = FilterArgs(
        years=years, since=since, until=until, leaders=leaders, places=places, themes=themes,
        kinds=kinds, statuses=statuses, all_leaders=all_leaders,
    )  # fmt: skip
    wanted = parse_filters_with_defaults(typed, dataset)
    meetings = select(dataset, wanted)
    tallies = count_meetings(meetings, by, measure, dataset, split=across is not None)
    if not meetings:
        log_note("no matching meetings")
        tallies = []
    untimed = sum(1 for meeting in meetings if actual_minutes(meeting) is None)
    if measure is Measure.MINUTES and untimed:
        counts = "it counts" if untimed == 1 else "they count"
        of = f"{untimed} of {len(meetings)} meetings"
        log_note(f"the length of {of} is not known; {counts} nothing")
    counted = "Meetings" if measure is Measure.COUNT else "Length of meetings"
    if across is not None:
        counted += f"{'' if measure is Measure.COUNT else ' in minutes'} by {by} and {across}"
    else:
        counted += f" by {by}"
    caption = f"{counted} · {describe_scope(typed, wanted, dataset)} · {len(meetings)} in all"

    def draw_result(console: "Console") -> None:
        from summitcli.terminal.draw_counts import bars, heat

        if across is None:
            bars(console, tallies, measure, caption)
        else:
            heat(console, tallies, presidents(meetings, dataset), caption)

    write_result(
        settings, derived.tallies(tallies, measure), format_, json, fields, draw_result=draw_result
    )
