"""`summit browse`: the explorer."""

import os
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from summitcli.cli.filters import values_by_field
from summitcli.cli.options import MeetingFilters
from summitcli.cli.settings import Settings, settings_of
from summitcli.cli.streams import colour, is_terminal, stderr_is_terminal
from summitcli.errors import UsageError


def browse(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS...]", help="Words to search for.")
    ] = None,
    *,
    filters: MeetingFilters,
) -> None:
    """Explore the record: lists, pages, search and links in one program.

    It needs a terminal. Press ? in it for all keys, and q to quit.

      summit browse
      summit browse tomahawk
      summit browse --leader reagan --year 1985-1988
    """
    _check_terminal()
    settings = settings_of(context)
    from summitcli.browse.app import Browse, Start, run

    start = Start(" ".join(words or ()), tuple(_typed(filters)), _look(settings))
    code = run(Browse(settings.dataset, start))
    if code:
        raise typer.Exit(code)


def _check_terminal() -> None:
    """Raise UsageError without a terminal on which text can be placed."""
    typed = sys.stdin is not None and sys.stdin.isatty()
    on_terminal = typed and is_terminal() and stderr_is_terminal()
    usual = "windows" if sys.platform == "win32" else "dumb"
    if not on_terminal or (os.environ.get("TERM") or usual) == "dumb":
        raise UsageError(
            "browse needs a terminal on which text can be placed;"
            " 'summit list' and 'summit show ID' print the record as text"
        )


def _typed(filters: MeetingFilters) -> Iterator[tuple[str, str]]:
    """Yield the filters of a command line, each with its name."""
    for field, values in values_by_field(filters).items():
        if values:
            yield field, ",".join(values)
    for field, value in (("since", filters.since), ("until", filters.until)):
        if value is not None:
            yield field, value


def _look(settings: Settings) -> str:
    """Return the look: dark or light, in the terminal's own colours if it has few or none."""
    from summitcli.terminal.palette import choose_palette, has_many_colours

    palette = choose_palette(settings.palette, os.environ)
    if palette == "mono" or not colour(settings.color):
        os.environ["NO_COLOR"] = "1"  # which Textual reads
        return "plain"
    if has_many_colours(os.environ):
        return "light" if palette == "light" else "dark"
    return {"dark": "few-dark", "light": "few-light"}.get(palette, "few")
