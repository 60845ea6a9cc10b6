"""The app: its commands, and the options that stand before them."""

from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.check import check, schema
from summitcli.cli.claims import claims
from summitcli.cli.compare import compare
from summitcli.cli.context import context_events
from summitcli.cli.list import list_meetings
from summitcli.cli.on import on
from summitcli.cli.outcomes import outcomes
from summitcli.cli.outlook import outlook
from summitcli.cli.people import people
from summitcli.cli.search import search
from summitcli.cli.settings import Color, Settings
from summitcli.cli.show import show
from summitcli.cli.sources import sources
from summitcli.cli.stats import stats
from summitcli.cli.themes import themes
from summitcli.cli.timeline import timeline

app = typer.Typer(
    name="summit",
    rich_markup_mode=None,  # plain help, the same everywhere, without importing rich
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        raise typer.Exit(_print_version())


def _print_version() -> int:
    from summitcli import __version__
    from summitcli.cli.streams import put
    from summitcli.dataset.load import shipped_info

    info = shipped_info()
    put(f"summit {__version__}, dataset {info.version} as of {info.as_of}\n")
    return 0


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    data: options.Data = None,
    color: Annotated[Color, typer.Option(help="When to colour.")] = Color.AUTO,
    _show_version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_version,
            is_eager=True,
            help="Print the versions of program and dataset.",
        ),
    ] = False,
) -> None:
    """Explore the record of leaders' meetings: Trump and Putin first, and all since 1943.

      summit list --year 2018          the meetings of a year

      summit show helsinki-2018        everything about one, with sources

      summit search helsinky           find it, misspelled or not

      summit themes                    what came up, how often, when

      summit list --json | jq length   data for scripts

    Exit codes: 0 fine, 1 failure, 2 usage, 3 no such record, 4 bad dataset, 130 interrupted.
    """
    context.obj = Settings(data=data, color=color)
    if context.invoked_subcommand is None:
        from summitcli.cli.streams import put

        put(context.get_help() + "\n")


app.command("list", short_help="Meetings, by year, leader, place, theme ...")(list_meetings)
app.command(short_help="Everything about a record, with its sources.")(show)
app.command(short_help="Records of every type by words, misspelled or not.")(search)
app.command(short_help="Recurring themes, how often and when; or one of them.")(themes)
app.command(short_help="Assessed outcomes, and by whom; or one of them.")(outcomes)
app.command(short_help="One line of time, with the events around the meetings.")(timeline)
app.command(short_help="Two or three meetings side by side.")(compare)
app.command(short_help="Counts and lengths, as bars or a heat table.")(stats)
app.command(short_help="A day of the year, and what lay nearest to it.")(on)
app.command("context", short_help="Background events; or one of them.")(context_events)
app.command(short_help="What an article claims, held against the record.")(claims)
app.command(short_help="Drivers and scenarios, with the evidence so far.")(outlook)
app.command(short_help="The leaders.")(people)
app.command(short_help="What the record rests on.")(sources)
app.command(short_help="Problems of a dataset, with file and line.")(check)
app.command(short_help="The JSON Schema of a dataset.")(schema)
