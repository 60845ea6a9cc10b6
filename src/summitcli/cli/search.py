"""`summit search`: the best matches over every record type."""

from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.settings import settings_of

SHOWN = 20  # hits shown on a terminal, about a screenful; scripts get all


def search(
    context: typer.Context,
    query: Annotated[list[str], typer.Argument(metavar="WORDS...", help="What to look for.")],
    limit: options.Limit = None,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
) -> None:
    """Search every type of record by words; typing mistakes and Cyrillic are forgiven.

    summit search helsinky

    summit search putin osaka

    summit search --json Хельсинки | jq -r '.[0].id'
    """
    from summitcli.cli.output import cut, emit
    from summitcli.cli.streams import is_terminal, say
    from summitcli.listings import derived
    from summitcli.model import title_of
    from summitcli.search.names import nearest
    from summitcli.search.rank import search as find

    settings = settings_of(context)
    words = " ".join(query)
    hits = find(words, settings.dataset)
    if not hits:
        titles = (title_of(record) for record in settings.dataset.by_id.values())
        near = nearest(words, titles)
        advice = f"; did you mean {' or '.join(near)}?" if near else ""
        say(f"nothing found for '{words}'{advice}")
    on_screen = SHOWN if limit is None and is_terminal() and not (json or format_) else limit
    shown = cut(hits, on_screen, "hit") if hits else []
    emit(settings, derived.hits(shown), format_, json, fields)
