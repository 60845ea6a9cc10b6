"""From what a command found to bytes on standard output, in the format that was asked for."""

from collections.abc import Sequence
from typing import TypeVar

from summitcli.cli.settings import Settings
from summitcli.cli.streams import colour, is_terminal, put, say, width
from summitcli.export import Format, writer
from summitcli.listing import Listing

T = TypeVar("T")


def cut(found: Sequence[T], limit: int | None, name: str) -> list[T]:
    """The first of what was found; that some is left out, or that there is none, is said."""
    if not found:
        say(f"no {name} matches")
    shown = list(found[:limit])
    if len(shown) < len(found):
        say(f"{len(shown)} of {len(found)} {name}s shown; --limit {len(found)} shows all")
    return shown


def emit(
    settings: Settings,
    listing: Listing,
    format_: Format | None,
    json: bool,
    fields: str | None,
    note: str = "",
) -> None:
    """Write a listing: by default drawn on a terminal and plain in a pipe.

    `note` is said on standard error after a table that a person looks at.
    """
    chosen = None
    if fields is not None:
        from summitcli.export.paths import chosen as check

        chosen = check(fields, listing)
    kind = Format.JSON if json else format_ or (Format.TABLE if is_terminal() else Format.PLAIN)
    if kind is not Format.TABLE:
        put(writer(kind)(listing, chosen))
        return
    if chosen is not None:
        from summitcli.export.paths import as_columns

        listing = as_columns(listing, chosen)
    if listing.rows:
        put(drawn(settings, listing))
    if note and is_terminal():
        say(note, kind="")


def drawn(settings: Settings, listing: Listing) -> str:
    """A listing as a person sees it: a table, or the articles of records shown whole."""
    from rich.console import Console

    from summitcli.render.screen import draw

    def paint(console: Console) -> None:
        if listing.articles is None:
            from summitcli.render.table import table

            table(console, listing)
            return
        from summitcli.render.article import article

        for number, content in enumerate(listing.articles()):
            if number:
                console.print()
            article(console, content)

    return draw(width(), colour(settings.color), paint)
