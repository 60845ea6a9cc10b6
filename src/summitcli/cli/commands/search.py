"""`summit search`: the best matches over every record type."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli import options
from summitcli.cli.settings import settings_of

if TYPE_CHECKING:
    from summitcli.terminal.console import Console

LONGEST = 80  # letters of a query that a message repeats
SHOWN = 20  # hits shown on a terminal, about a screenful; scripts get all


def search(
    context: typer.Context,
    query: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
    years: options.Years = None,
    since: options.Since = None,
    until: options.Until = None,
    leaders: options.Leaders = None,
    places: options.Places = None,
    themes: options.Themes = None,
    kinds: options.SearchKinds = None,
    statuses: options.SearchStatuses = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Explain how each hit was ranked.")
    ] = False,
    limit: options.Limit = None,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
) -> None:
    """Search every type of record by words; typing mistakes and other scripts are forgiven.

    In the query: "a phrase" in quotes, field:value (leader, place, theme, year, type, kind,
    status), and -word to leave one out, all as one argument.

      summit search helsinky

      summit search Хельсинки

      summit search 'leader:yeltsin july 1994'

      summit search '"do not congratulate"'

      summit search 'helsinki -1990' --explain
    """
    from summitcli.cli.filters import FilterArgs, parse_filters
    from summitcli.cli.output import limit_rows, write_result
    from summitcli.cli.streams import is_terminal, log_note
    from summitcli.model import title_of
    from summitcli.search.lookup import lookup
    from summitcli.search.match import nearest
    from summitcli.search.query import MAX_LETTERS
    from summitcli.tables import result_tables as derived

    settings = settings_of(context)
    dataset = settings.dataset
    typed = FilterArgs(
        years=years, since=since, until=until, leaders=leaders, places=places, themes=themes,
        kinds=kinds, statuses=statuses,
    )  # fmt: skip
    words = " ".join(query)
    if len(words) > MAX_LETTERS:
        log_note(f"the query is too long; only its first {MAX_LETTERS:,} characters are read")
    hits = lookup(words, dataset, settings.index, parse_filters(typed, dataset))
    if not hits:
        titles = (title_of(record) for record in dataset.by_id.values())
        near = nearest(words[:LONGEST], (title for title in titles if len(title) < LONGEST))
        advice = f"; did you mean {' or '.join(near)}?" if near else ""
        shown_words = words if len(words) <= LONGEST else words[:LONGEST] + "..."
        log_note(f"nothing found for '{shown_words}'{advice}")
    on_screen = SHOWN if limit is None and is_terminal() and not (json or format_) else limit
    shown = limit_rows(hits, on_screen, "hit") if hits else []

    def draw_result(console: "Console") -> None:
        from summitcli.terminal.draw_hits import hits as draw

        draw(console, shown, explain)

    write_result(
        settings, derived.hits(shown, explain), format_, json, fields, draw_result=draw_result
    )
