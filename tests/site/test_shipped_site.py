"""The site of the shipped record, which `nox -s site` builds and names in SUMMIT_SITE."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from site_links import broken_links
from site_serving import serve, watch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

    from summitcli.model import Dataset

pytestmark = pytest.mark.skipif(
    "SUMMIT_SITE" not in os.environ, reason="`nox -s site` builds the site and runs these tests"
)
MOST = 150_000
"Bytes of a meeting's page with its style sheet; it runs no script."


@pytest.fixture(scope="module")
def shipped_site() -> Path:
    """Return the folder of the site."""
    return Path(os.environ["SUMMIT_SITE"])


@pytest.fixture(scope="module")
def address(shipped_site: Path) -> Iterator[str]:
    """Return the address of the site."""
    yield from serve(shipped_site)


def test_every_link_within_the_site_leads_somewhere(shipped_site: Path) -> None:
    assert broken_links(shipped_site) == []


def test_pages_of_meetings_are_light(shipped_site: Path) -> None:
    style = (shipped_site / "style.css").stat().st_size
    pages = list(shipped_site.glob("meetings/*/index.html"))
    assert pages
    assert [page for page in pages if page.stat().st_size + style > MOST] == []


@pytest.mark.browser
def test_search_finds_helsinki_by_each_name(
    context: BrowserContext, address: str, shipped: Dataset
) -> None:
    page = context.new_page()
    problems = watch(page, address)
    for words in ("helsinki", "helsin", "Хельсинки", *shipped.meeting("helsinki-2018").aliases):
        page.goto(f"{address}search/?q={words}")
        page.wait_for_selector("html[data-ready=search]")
        links = [str(a.get_attribute("href")) for a in page.locator("#results h2 a").all()]
        assert "/meetings/helsinki-2018/" in links[:4], words
    assert problems == []
