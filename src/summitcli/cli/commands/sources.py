"""`summit sources`: the sources of the record, or one source in full."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli.completion import complete_source, complete_values
from summitcli.cli.options import RecordFilters
from summitcli.cli.output import ListArgs
from summitcli.cli.part_options import Addresses, Urls
from summitcli.cli.settings import settings_of
from summitcli.model import SourceType

if TYPE_CHECKING:
    from summitcli.model import Dataset, Source
    from summitcli.search.select import Selection


def sources(
    context: typer.Context,
    identifier: Annotated[
        str | None,
        typer.Argument(metavar="[ID]", help="One source in full.", autocompletion=complete_source),
    ] = None,
    type_: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="primary, news, analysis or reference.",
            autocompletion=complete_values(SourceType),
        ),
    ] = None,
    urls: Addresses = Urls.AUTO,
    *,
    filters: RecordFilters,
    output: ListArgs,
) -> None:
    """List sources: date, publisher and type, with marks for reprints and state media.

    The sources of a meeting have the numbers that they have on its page. --theme lists what the
    records on a theme cite; dates are those of publication.

      summit sources --type primary
      summit sources --meeting helsinki-2018 --json | jq -r '.[].url'
    """
    from summitcli.cli.filters import choose, parse_filters
    from summitcli.cli.lists import show_one, write_list
    from summitcli.derived.links import sources_about
    from summitcli.model import Source
    from summitcli.tables.record_tables import sources_table

    settings = settings_of(context)
    dataset = settings.dataset
    if identifier is not None:
        show_one(context, identifier, Source, output)
        return
    types = choose("type", type_, SourceType)
    wanted = parse_filters(filters, dataset)
    numbered = _numbered(dataset, wanted)
    every = numbered or sources_about(dataset, wanted)
    in_time = [source for source in every if _is_in_time(source, wanted)]
    found = [source for source in in_time if not types or source.type in types]
    numbers = {source.id: number for number, source in enumerate(numbered, 1)}
    table = partial(sources_table, numbers=numbers)
    total = len(dataset.sources)
    write_list(settings, output, found, "sources", table, total=total, urls=urls)


def _numbered(dataset: "Dataset", wanted: "Selection") -> "tuple[Source, ...]":
    """Return the sources of a meeting in the order of its page; empty without one meeting."""
    from summitcli.derived.links import cited_sources

    if len(wanted.meetings) != 1 or wanted.themes:
        return ()
    return cited_sources(dataset.meeting(next(iter(wanted.meetings))), dataset)


def _is_in_time(source: "Source", wanted: "Selection") -> bool:
    from summitcli.search.select import Selection, is_selected

    return is_selected(source, Selection(years=wanted.years, within=wanted.within))
