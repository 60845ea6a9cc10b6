"""`summit timeline`: meetings, calls and background events in chronological order."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli import options
from summitcli.cli.settings import settings_of

if TYPE_CHECKING:
    from summitcli.terminal.console import Console


def show_timeline(
    context: typer.Context,
    since: options.Since = None,
    until: options.Until = None,
    themes: options.Themes = None,
    kinds: options.AnyKinds = None,
    all_leaders: options.AllLeaders = False,
    background: Annotated[
        bool,
        typer.Option(
            "--context/--no-context", help="Include background events, or leave them out."
        ),
    ] = True,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
    output: options.OutputPath = None,
) -> None:
    """Draw a timeline of the meetings, calls and letters, and the background events around them.

    summit timeline --since 2017 --until 2019

    summit timeline --all --kind in-person --no-context

    summit timeline --theme ukraine --json | jq -r '.[].title'
    """
    from summitcli.cli.filters import (
        FilterArgs,
        parse_filters_with_defaults,
        parse_period,
    )
    from summitcli.cli.output import OutputArgs, write_result
    from summitcli.cli.streams import log_note
    from summitcli.derived.timeline import build_timeline
    from summitcli.search.select import KINDS, select_events, select_whole
    from summitcli.tables.result_tables import timeline_table

    settings = settings_of(context)
    asked = OutputArgs(format_, json, fields, output)
    dataset = settings.dataset
    typed = FilterArgs(
        since=since, until=until, themes=themes, kinds=kinds, all_leaders=all_leaders
    )
    wanted = parse_filters_with_defaults(typed, dataset, KINDS["any"])
    meetings = select_whole(dataset, wanted)
    within = wanted.within
    if background and within is None and not all_leaders and meetings:
        within = parse_period(min(meeting.date for meeting in meetings if meeting.date), None)
    events = select_events(dataset, within, wanted.themes) if background else []
    entries = build_timeline([*meetings, *events])
    if not entries:
        log_note(
            "no matching entries; --all includes the other leaders"
            if not all_leaders
            else "no matching entries"
        )

    def draw_content(console: "Console") -> None:
        from summitcli.terminal.draw_timeline import draw_timeline

        draw_timeline(console, entries)

    write_result(settings, asked, timeline_table(entries), draw_content=draw_content)
