"""The app: its commands, and the global options."""

from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.commands import HELP, LazyGroup
from summitcli.cli.options import choice
from summitcli.cli.settings import Color, Palette, Settings

app = typer.Typer(
    name="summit",
    cls=LazyGroup,
    rich_markup_mode=None,  # plain help, the same everywhere, without importing rich
    pretty_exceptions_enable=False,
    context_settings=HELP,
)

_FIRST_STEPS = """\
The record of leaders' meetings, offline: Trump and Putin first, then all others
since 1943.

  summit list                       their meetings: when, where, how long
  summit show helsinki-2018         everything about one meeting, with sources
  summit search helsinky            search everything, even misspelled
  summit list --theme syria --kind any
                                    meetings, calls and letters on a theme
  summit themes                     themes: how often and when they came up
  summit timeline --since 2018      a timeline, with background events
  summit compare reykjavik-1986 anchorage-2025
                                    two meetings side by side
  summit stats --by leader --all    how often each leader met the other side
  summit list --json | jq length    data for scripts

'summit --help' lists all commands; 'summit help list' describes one.
"""


def _print_version(settings: Settings) -> None:
    from summitcli import __version__
    from summitcli.cli.streams import write_stdout
    from summitcli.dataset.load import shipped_info
    from summitcli.errors import one_line

    info = settings.dataset.info if settings.data else shipped_info()
    version = f" {info.version}" if info.version else " without a version"
    as_of = f" as of {info.as_of}" if info.as_of else ""
    own = f" '{one_line(info.title)}'" if settings.data else ""
    write_stdout(f"summit {__version__}, dataset{own}{version}{as_of}\n")


def _print_first_steps(context: typer.Context, settings: Settings) -> None:
    from summitcli.cli.streams import write_stdout

    text = _FIRST_STEPS
    if settings.data is not None:
        from summitcli.cli.examples import localize_lines

        _ = settings.dataset  # one that cannot be read is an error, not examples of another dataset
        text = localize_lines(text, context)
    write_stdout(text)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    data: options.Data = None,
    color: Annotated[
        Color, choice(Color, "When to colour: auto, always or never.", metavar="WHEN")
    ] = Color.AUTO,
    palette: Annotated[
        Palette,
        choice(
            Palette,
            "Colours for a dark or a light background, or none: auto, dark, light or mono.",
            metavar="NAME",
            envvar="SUMMIT_PALETTE",
        ),
    ] = Palette.AUTO,
    no_pager: Annotated[
        bool, typer.Option("--no-pager", help="Do not show long output in a pager.")
    ] = False,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read the files again, and store nothing.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Print the versions of program and dataset.")
    ] = False,
) -> None:
    """Explore the record of leaders' meetings: Trump and Putin first, and all others since 1943.

      summit list --year 2018          the meetings of a year
      summit show helsinki-2018        everything about one meeting
      summit search helsinky           search everything, even misspelled
      summit themes                    themes: how often and when they came up
      summit list --json | jq length   data for scripts

    Exit codes: 0 fine, 1 failure, 2 usage, 3 no such record, 4 bad dataset, 130 interrupted.
    """
    context.obj = Settings(
        data=data,
        color=color,
        palette=palette,
        pager=not no_pager,
        use_store=not no_cache,
        words=context.obj or (),
    )
    if version:
        _print_version(context.obj)
        raise typer.Exit
    if context.invoked_subcommand is None:
        _print_first_steps(context, context.obj)
