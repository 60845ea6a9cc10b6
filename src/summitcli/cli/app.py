"""The app: its commands, and the options that stand before them."""

from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.commands import HELP, LazyGroup
from summitcli.cli.settings import Color, Settings

app = typer.Typer(
    name="summit",
    cls=LazyGroup,
    rich_markup_mode=None,  # plain help, the same everywhere, without importing rich
    pretty_exceptions_enable=False,
    context_settings=HELP,
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
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read the files anew, and keep nothing.")
    ] = False,
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
    context.obj = Settings(data=data, color=color, cache=not no_cache)
    if context.invoked_subcommand is None:
        from summitcli.cli.streams import put

        put(context.get_help() + "\n")
