"""`summit sources`: the sources of the record."""

from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.completion import complete_meeting
from summitcli.cli.settings import settings_of


def sources(
    context: typer.Context,
    type_: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", help="primary, news, analysis or reference."),
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help="Sources of this meeting.", autocompletion=complete_meeting
        ),
    ] = None,
    limit: options.Limit = None,
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
    output: options.OutputPath = None,
) -> None:
    """List sources: date, publisher and type, with marks for reprints and state media.

    summit sources --type primary

    summit sources --meeting helsinki-2018 --json | jq -r '.[].url'
    """
    from summitcli.cli.filters import choose_one
    from summitcli.cli.output import OutputArgs, limit_rows, write_result
    from summitcli.derived.links import cited_sources
    from summitcli.model import Meeting, SourceType
    from summitcli.search.resolve import find
    from summitcli.tables.record_tables import sources_table

    settings = settings_of(context)
    asked = OutputArgs(format_, json, fields, output)
    dataset = settings.dataset
    wanted_type = choose_one("type", type_, [str(member) for member in SourceType])
    among = cited_sources(find(meeting, dataset, Meeting), dataset) if meeting else dataset.sources
    found = [source for source in among if wanted_type in (None, source.type)]
    write_result(settings, asked, sources_table(limit_rows(found, limit, "sources")))
