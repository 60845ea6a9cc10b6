"""Serve a site to a browser, and watch what the browser does with it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from summitcli.site.serve import address_of, open_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import ConsoleMessage, Page, Request


def serve(folder: Path, path: str = "") -> Iterator[str]:
    """Serve a folder while it is needed; yield the address of a path in it."""
    server = open_server(folder, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address_of(server) + path
    server.shutdown()
    server.server_close()


def watch(page: Page, served: str) -> list[str]:
    """Return a list to which errors and requests to other hosts are added."""
    problems: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            problems.append(message.text)

    def on_request(request: Request) -> None:
        if not request.url.startswith((served, "data:")):
            problems.append(request.url)

    page.on("console", on_console)
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", on_request)
    return problems
