"""What tests of the site share: the fixture's site, built and served once, and a browser."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_serving import serve, watch
from summitcli.dataset.load import load
from summitcli.site.build import build_site
from summitcli.site.site import Options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

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


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """Return the address of the site, below a folder as on GitHub Pages."""
    yield from serve(site.parent, f"{site.name}/")


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
