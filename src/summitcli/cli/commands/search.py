"""`summit search`: the best matches over every record type."""

from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli.completion import complete_search_word, complete_type
from summitcli.cli.options import UnscopedFilters, value
from summitcli.cli.output import ListArgs
from summitcli.cli.settings import Settings, settings_of
from summitcli.errors import UsageError

if TYPE_CHECKING:
    from summitcli.model import Dataset, MeetingKind
    from summitcli.search.hit import Hit
    from summitcli.terminal.console import Console

MAX_QUOTED = 80  # characters of a query that a message repeats
SHOWN = 20  # hits shown on a terminal, about a screenful; scripts get all


def search(
    context: typer.Context,
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS...", help="Words to search for.", autocompletion=complete_search_word
        ),
    ],
    type_: Annotated[
        str | None,
        value("Only meeting, theme, person, event, source ...", "TYPE", complete_type, "--type"),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Explain how each hit was ranked.")
    ] = False,
    *,
    filters: UnscopedFilters,
    output: ListArgs,
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
    from summitcli.cli.footer import describe_list
    from summitcli.cli.output import write_result
    from summitcli.tables.hits_table import hits_table

    settings = settings_of(context)
    words = " ".join(query).strip()
    if not words:
        raise UsageError("nothing to search for; give words, or see 'summit list' for all meetings")
    hits = _look_up(settings, words, type_, filters)
    if output.reverse:
        hits.reverse()
    screenful = output.is_screen and not (output.json or output.format)
    shown = hits[: output.limit or (SHOWN if screenful else None)]

    def draw_content(console: "Console") -> None:
        from summitcli.terminal.draw_hits import draw_hits

        draw_hits(console, shown, explain, _kinds(shown, settings.dataset))

    footer = describe_list("hits", len(shown), len(hits)) if hits else ""
    table = hits_table(shown, explain)
    write_result(settings, output, table, footer, draw_content, names="hits")
    _note_partial(shown)


def _note_partial(hits: "list[Hit]") -> None:
    """Write a note if no record has all the words: which ones the best hit lacks."""
    from summitcli.cli.streams import log_note

    if hits and all(hit.partial for hit in hits):
        best = max(hits, key=lambda hit: hit.score)
        lacking = ", ".join(f"'{word}'" for word in best.unmatched)
        log_note(f"no record has all of these words; the best hit lacks {lacking}")


def _look_up(
    settings: Settings, words: str, type_: str | None, filters: UnscopedFilters
) -> "list[Hit]":
    """Return the hits; write a note if there are none, or if the query was cut or is unclear."""
    from msgspec.structs import replace

    from summitcli.cli.filters import choose, parse_filters
    from summitcli.cli.streams import log_note
    from summitcli.model import RECORD_TYPES
    from summitcli.search.lookup import lookup
    from summitcli.search.numeric_dates import two_readings
    from summitcli.search.query import MAX_LETTERS
    from summitcli.search.select import Selection

    dataset = settings.dataset
    if len(words) > MAX_LETTERS:
        log_note(f"the query is too long; only its first {MAX_LETTERS:,} characters are used")
    wanted = replace(parse_filters(filters, dataset), types=choose("type", type_, RECORD_TYPES))
    hits = lookup(words, dataset, settings.index, wanted)
    readings = two_readings(words)
    if readings:
        log_note(f"the date may be {' or '.join(readings)}; both are looked for")
    if not hits and wanted != Selection() and (every := lookup(words, dataset, settings.index)):
        log_note(f"nothing found with these filters; without them '{words}' finds {len(every)}")
    elif not hits:
        log_note(_nothing_found(words, dataset))
    return hits


def _kinds(hits: "list[Hit]", dataset: "Dataset") -> "dict[str, MeetingKind]":
    """Return the kinds of the meetings among some hits, by id."""
    from summitcli.model import Meeting

    records = (dataset.by_id[hit.id] for hit in hits)
    return {record.id: record.kind for record in records if isinstance(record, Meeting)}


def _nothing_found(words: str, dataset: "Dataset") -> str:
    """Return a message with the nearest titles, quoted, and the ids of their records."""
    from summitcli.search.match import nearest

    ids = {title: id_ for id_, title in dataset.titles.items() if len(title) < MAX_QUOTED}
    near = nearest(words[:MAX_QUOTED], ids)
    meant = " or ".join(f"'{title}' ({ids[title]})" for title in near)
    quoted = words if len(words) <= MAX_QUOTED else words[:MAX_QUOTED] + "..."
    return f"nothing found for '{quoted}'" + (f"; did you mean {meant}?" if near else "")
