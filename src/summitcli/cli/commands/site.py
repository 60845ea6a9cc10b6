"""`summit site`: the record as a static web site."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summitcli.cli.settings import settings_of
from summitcli.errors import UsageError

if TYPE_CHECKING:
    from http.server import ThreadingHTTPServer

_PORT = 8000


def site(
    context: typer.Context,
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER", help="A new or empty folder, or an older site.", show_default=False
        ),
    ],
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Name of the site; default: the dataset's.")
    ] = None,
    base_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="Where it will be found; needed for sitemap, feed and canonical links.",
        ),
    ] = None,
    serve: Annotated[
        bool, typer.Option("--serve", help="Then serve it to this machine, until Ctrl-C.")
    ] = False,
    open_: Annotated[
        bool, typer.Option("--open", help="Serve it, and open it in the browser.")
    ] = False,
    port: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            min=0,
            max=65535,
            help=f"Port to serve on; default {_PORT}, 0 for any that is free.",
        ),
    ] = None,
) -> None:
    """Write a web site of the whole record: pages, lists, pictures, search and downloads.

    Any host for static files can serve it, below any address. A folder with other files is refused.

      summit site public --serve
      summit site public --base-url https://example.org/record/
      summit --data my-folder site public --title 'Our record' --open
    """
    from summitcli.cli.progress import ProgressBar
    from summitcli.cli.streams import log_note
    from summitcli.model.characters import character_fault
    from summitcli.site.build import build_site
    from summitcli.site.serve import open_server
    from summitcli.site.site import Options
    from summitcli.site.target import check_folder

    if port is not None and not (serve or open_):
        raise UsageError("--port is for --serve")
    if title and (fault := character_fault(title)):
        raise UsageError(f"--title contains {fault}; remove it")
    base = None if base_url is None else _checked(base_url)
    check_folder(folder)
    dataset = settings_of(context).dataset
    options = Options(title=title or dataset.info.title, base_url=base)
    server = open_server(folder, _PORT if port is None else port) if serve or open_ else None
    with ProgressBar("writing") as bar:
        count = build_site(dataset, folder, options, bar.update)
    log_note(f"{count:,} pages in {folder}")
    if base is None:
        log_note("without --base-url there are no sitemap, feed, canonical links or link pictures")
    if server is not None:
        _serve(server, open_)


def _checked(address: str) -> str:
    """Return an address with a slash at its end. Raise UsageError if no page can have it."""
    from urllib.parse import urlsplit

    import msgspec

    from summitcli.export.html import web_address
    from summitcli.model.characters import character_fault
    from summitcli.model.values import HttpUrl

    try:
        parts = urlsplit(msgspec.convert(web_address(address), HttpUrl))
        usable = not (parts.query or parts.fragment or character_fault(address))
    except ValueError:  # of both
        usable = False
    if not usable:
        raise UsageError(
            f"--base-url {address}: give an address such as https://example.org/record/"
        )
    return f"{address.rstrip('/')}/"


def _serve(server: "ThreadingHTTPServer", open_browser: bool) -> None:
    """Answer requests until the user stops it."""
    import webbrowser

    from summitcli.cli.streams import log_note
    from summitcli.site.serve import address_of

    address = address_of(server)
    log_note(f"serving {address}; stop with Ctrl-C")
    if open_browser:
        webbrowser.open(address)
    with server:
        server.serve_forever()
