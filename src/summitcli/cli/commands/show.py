"""`summit show`: everything about records of any type."""

from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.completion import complete_record
from summitcli.cli.settings import Settings, settings_of
from summitcli.export import Format
from summitcli.model import Record


def show(
    context: typer.Context,
    ids: Annotated[
        list[str],
        typer.Argument(
            metavar="ID...", help="Ids of any record type.", autocompletion=complete_record
        ),
    ],
    format_: options.Output = None,
    json: options.Json = False,
    fields: options.Fields = None,
) -> None:
    """Show everything about a meeting, a theme, an outcome, a person or a source.

    summit show helsinki-2018

    summit show helsinki-2018 -f md > helsinki.md

    summit show arms-control donald-trump

    summit show anchorage-2025 --json | jq '.accounts[].point'
    """
    from summitcli.search.resolve import find_any

    settings = settings_of(context)
    records = [find_any(identifier, settings.dataset) for identifier in ids]
    show_records(settings, records, format_, json, fields)


def show_records(
    settings: Settings,
    records: list[Record],
    format_: Format | None,
    json: bool,
    fields: str | None,
) -> None:
    """Show records whole, in the format that was asked for."""
    from summitcli.cli.output import write_result
    from summitcli.derived.views import build_view
    from summitcli.pages.build import article
    from summitcli.tables.table import Listing

    dataset = settings.dataset
    views = [build_view(record, dataset) for record in records]
    types = tuple(dict.fromkeys(type(item) for item in views))
    names = dict.fromkeys(name for kind in types for name in kind.__dataclass_fields__)
    listing = Listing(
        types,
        views,
        (),
        tuple(name for name in names if name != "cited"),
        keys=frozenset(side.id for side in dataset.info.sides),
        articles=lambda: [article(record, dataset) for record in records],
    )
    write_result(settings, listing, format_, json, fields)
