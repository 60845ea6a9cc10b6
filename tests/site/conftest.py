"""What tests of the site share: the fixture's site, built and served once, and a browser."""

from __future__ import annotations

import os
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summitcli.dataset.load import load
from summitcli.site.build import build_site
from summitcli.site.site import Options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

BASE_URL = "https://example.org/record/"
FIXTURE = Path(__file__).parent.parent / "fixture"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the fixture's site."""
    folder = tmp_path_factory.mktemp("site") / "public"
    dataset = load(FIXTURE)
    options = Options(title=dataset.info.title, base_url=BASE_URL)
    build_site(dataset, folder, options, lambda _done, _total: None)
    return folder


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that writes no log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
        """Log nothing."""


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """Return the address of the site, below a folder as on GitHub Pages."""
    yield from serve(site.parent, f"{site.name}/")


def serve(folder: Path, path: str = "") -> Iterator[str]:
    """Serve a folder while it is needed; yield the address of a path in it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/{path}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium; skip without it, or fail where SUMMIT_REQUIRE_BROWSER is 1."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        message = "Chromium is not installed (Debian: apt-get install chromium)"
        if os.environ.get("SUMMIT_REQUIRE_BROWSER") == "1":
            pytest.fail(message)
        pytest.skip(message)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Return a window of a new profile."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(20_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, served: str) -> Iterator[Page]:
    """Return a page that fails the test if the site does anything that it should not.

    That is: an error or a violation of its policy on the console, or a request to another host.
    """
    page = context.new_page()
    problems = watch(page, served)
    yield page
    assert problems == []


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
