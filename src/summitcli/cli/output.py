"""From what a command found to bytes on standard output, in the format that was asked for."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from summitcli.cli.settings import Settings
from summitcli.cli.streams import colour, is_terminal, log_footer, log_note, width, write_stdout
from summitcli.errors import UsageError
from summitcli.export import Format, writer
from summitcli.tables.table import Listing

if TYPE_CHECKING:
    from summitcli.terminal.console import Console

T = TypeVar("T")


def limit_rows(found: Sequence[T], limit: int | None, name: str) -> list[T]:
    """The first of what was found; that some is left out, or that there is none, is said."""
    if not found:
        log_note(f"no matching {name}s")
    shown = list(found[:limit])
    if len(shown) < len(found):
        log_note(f"{len(shown)} of {len(found)} {name}s shown; --limit {len(found)} shows all")
    return shown


def write_result(
    settings: Settings,
    listing: Listing,
    format_: Format | None,
    json: bool,
    fields: str | None,
    note: str = "",
    draw_result: "Callable[[Console], None] | None" = None,
) -> None:
    """Write a listing: by default render_to_text on a terminal and plain in a pipe.

    `note` is said on standard error after what a person looks at. `draw_result` draws in another way
    than as a table.
    """
    if json and format_ not in (None, Format.JSON):
        raise UsageError(f"--json and -f {format_} ask for two formats; give one of them")
    chosen = None
    if fields is not None:
        from summitcli.tables.fields import parse_fields as check

        chosen = check(fields, listing)
    kind = Format.JSON if json else format_ or (Format.TABLE if is_terminal() else Format.PLAIN)
    if kind is not Format.TABLE:
        write_stdout(writer(kind)(listing, chosen))
        return
    if chosen is not None:
        from summitcli.tables.fields import as_columns

        listing, draw_result = as_columns(listing, chosen), None
    if listing.rows:
        write_stdout(render_to_text(settings, draw_result or _painter(listing)))
    if note and is_terminal():
        log_footer(note)


def render_to_text(settings: Settings, draw_result: "Callable[[Console], None]") -> str:
    """What a person sees, at the width and in the colours of the terminal."""
    from summitcli.terminal.console import draw

    return draw(width(), colour(settings.color), draw_result)


def _painter(listing: Listing) -> "Callable[[Console], None]":
    """Draws a listing as a table, or the articles of records shown whole."""
    if listing.articles is None:
        from summitcli.terminal.draw_table import table

        return partial(table, listing=listing)
    from summitcli.terminal.draw_page import articles

    return partial(articles, contents=listing.articles())
