"""`summit search`: the best matches over every record type."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli import options
from summitcli.cli.settings import settings_of

if TYPE_CHECKING:
    from summitcli.model import Dataset
    from summitcli.terminal.console import Console

MAX_QUOTED = 80  # characters of a query that a message repeats
SHOWN = 20  # hits shown on a terminal, about a screenful; scripts get all


def search(
    context: typer.Context,
    query: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words to search for.")],
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
    output: options.OutputPath = None,
) -> None:
    """Search records of every type by words; typos and other scripts are understood.

    In the query: "a phrase" in quotes, field:value (leader, place, theme, year, type, kind,
    status), and -word to exclude a word, all as one argument.

      summit search helsinky

      summit search Хельсинки

      summit search 'leader:yeltsin july 1994'

      summit search '"do not congratulate"'

      summit search 'helsinki -1990' --explain
    """
    from summitcli.cli.filters import FilterArgs, parse_filters
    from summitcli.cli.output import OutputArgs, limit_rows, write_result
    from summitcli.cli.streams import log_note
    from summitcli.search.lookup import lookup
    from summitcli.search.query import MAX_LETTERS
    from summitcli.tables.result_tables import hits_table

    settings = settings_of(context)
    asked = OutputArgs(format_, json, fields, output)
    dataset = settings.dataset
    typed = FilterArgs(
        years=years, since=since, until=until, leaders=leaders, places=places, themes=themes,
        kinds=kinds, statuses=statuses,
    )  # fmt: skip
    words = " ".join(query)
    if len(words) > MAX_LETTERS:
        log_note(f"the query is too long; only its first {MAX_LETTERS:,} characters are used")
    hits = lookup(words, dataset, settings.index, parse_filters(typed, dataset))
    if not hits:
        log_note(_nothing_found(words, dataset))
    screenful = limit is None and asked.is_screen and not (json or format_)
    shown = limit_rows(hits, SHOWN if screenful else limit, "hits") if hits else []

    def draw_content(console: "Console") -> None:
        from summitcli.model import Meeting
        from summitcli.terminal.draw_hits import draw_hits

        records = (dataset.by_id[hit.id] for hit in shown)
        kinds = {record.id: record.kind for record in records if isinstance(record, Meeting)}
        draw_hits(console, shown, explain, kinds)

    write_result(settings, asked, hits_table(shown, explain), draw_content=draw_content)


def _nothing_found(words: str, dataset: "Dataset") -> str:
    """Return a message with the nearest titles."""
    from summitcli.model import title_of
    from summitcli.search.match import nearest

    titles = (title_of(record) for record in dataset.by_id.values())
    near = nearest(words[:MAX_QUOTED], (title for title in titles if len(title) < MAX_QUOTED))
    advice = f"; did you mean {' or '.join(near)}?" if near else ""
    quoted = words if len(words) <= MAX_QUOTED else words[:MAX_QUOTED] + "..."
    return f"nothing found for '{quoted}'{advice}"
