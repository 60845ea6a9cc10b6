"""`summit open`: a source in the browser."""

from typing import Annotated

import typer

from summitcli.cli.completion import complete_record
from summitcli.cli.settings import settings_of
from summitcli.errors import SummitError


def open_source(
    context: typer.Context,
    identifier: Annotated[
        str,
        typer.Argument(metavar="ID", help="Any record.", autocompletion=complete_record),
    ],
    note: Annotated[
        str,
        typer.Argument(metavar="[N|SOURCE-ID]", help="One of its sources, by number or id."),
    ] = "1",
    archived: Annotated[
        bool,
        typer.Option("--archived", help="The Wayback Machine's copy nearest to its date."),
    ] = False,
) -> None:
    """Open a source in the browser; without a browser, print its address.

    N is the number of a note on the page that 'summit show ID' prints; the first is the default.

      summit open helsinki-2018
      summit open helsinki-2018 12 --archived
      summit open frus-1986-301
    """
    import webbrowser

    from summitcli.cli.note_number import source_of
    from summitcli.cli.records import find_citing_record
    from summitcli.cli.streams import log_note, write_stdout
    from summitcli.export.archive import archived_address

    dataset = settings_of(context).dataset
    source = source_of(find_citing_record(identifier, dataset), note, dataset)
    if source.url is None:
        raise SummitError(f"the source '{source.id}' has no address; 'summit show' describes it")
    address = archived_address(source.url, source.date) if archived else source.url
    if webbrowser.open(address):
        log_note(f"opened {address}")
    else:
        write_stdout(f"{address}\n")
