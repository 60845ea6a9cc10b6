"""Lists of many records are divided by decade or letter, and filtered and sorted as a whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from builders import dataset, meeting, source
from site_serving import serve, watch
from summitcli.model import MeetingStatus
from summitcli.site import build
from summitcli.site.site import Options

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Page

YEARS = range(1960, 2000)
PUBLISHERS = ("The Amber Post", "«Élan»", "[Bay News]", "4 News", "amber Times", None)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of two meetings a year and one without a date, without an index."""
    meetings = [
        meeting(
            f"talks-{year}-{month}",
            f"{year}-0{month}-01",
            minutes=year - 1900 + month,
            status=MeetingStatus.CANCELLED if year in (1961, 1985) else MeetingStatus.HELD,
        )
        for year in YEARS
        for month in (1, 2)
    ]
    sources = [
        source(f"paper-{number}", publisher=PUBLISHERS[number % len(PUBLISHERS)])
        for number in range(60)
    ]
    folder = tmp_path_factory.mktemp("long") / "public"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(build, "write_index", lambda program, site: None)
        whole = dataset(*meetings, meeting("talks-one-day", None), *sources)
        build.build_site(whole, folder, Options(title="Long"), lambda _done, _total: None)
    return folder


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    """Return the address of the site."""
    yield from serve(site)


@pytest.fixture
def page(context: BrowserContext, served: str) -> Iterator[Page]:
    """Return a page that fails the test on any error or broken policy."""
    page = context.new_page()
    problems = watch(page, served)
    yield page
    assert problems == []


def parts_of(site: Path, path: str) -> dict[str, int]:
    """Return the number of rows below each heading of a list."""
    text = (site / path / "index.html").read_text(encoding="utf-8")
    anchors = re.findall(r'<li><a href="#([^"]+)">[^<]+</a></li>', text)
    parts = re.split(r'<section class="part[^"]*" id="([^"]+)">', text)[1:]
    assert anchors == parts[::2]
    return {anchor: part.count("<tr ") for anchor, part in zip(anchors, parts[1::2], strict=True)}


def test_meetings_are_divided_by_decade(site: Path) -> None:
    decades = dict.fromkeys(("1960s", "1970s", "1980s", "1990s"), 20)
    assert parts_of(site, "meetings") == {**decades, "undated": 1}


def test_sources_are_divided_by_the_letter_of_their_publisher(site: Path) -> None:
    assert parts_of(site, "sources") == {"0–9": 10, "a": 20, "b": 10, "e": 10, "p": 10}


@pytest.mark.browser
def test_parts_without_a_row_in_sight_go(page: Page, served: str) -> None:
    page.goto(f"{served}meetings/")
    headings = page.locator(".part h2")
    expect(headings).to_have_text(["1960s", "1970s", "1980s", "1990s", "Undated"])
    page.select_option("select[name=status]", "cancelled")
    expect(page.locator(".part h2:visible")).to_have_text(["1960s", "1980s"])
    expect(page.locator(".jump a:visible")).to_have_text(["1960s", "1980s"])
    assert page.text_content("form output") == "4 of 81 shown"


@pytest.mark.browser
def test_a_link_to_a_part_leads_to_its_beginning(page: Page, served: str) -> None:
    page.goto(f"{served}meetings/")
    page.click(".jump a[href='#1980s']")
    page.wait_for_timeout(500)  # a window that is still scrolling must not pass
    top = page.locator("section:target").evaluate("part => part.getBoundingClientRect().top")
    assert 0 <= top < 40


@pytest.mark.browser
def test_a_list_in_another_order_is_one_table(page: Page, served: str) -> None:
    page.goto(f"{served}meetings/?status=cancelled")
    page.get_by_role("button", name="Length").click()
    page.get_by_role("button", name="Length").click()
    lengths = page.locator("tbody tr:visible td[data-label=Length]")
    expect(lengths).to_have_text(["1 h 27 min", "1 h 26 min", "1 h 3 min", "1 h 2 min"])
    assert page.locator("h2, .jump").count() == 0
    page.click("form button[type=reset]")
    expect(page.locator("tbody tr:visible")).to_have_count(81)


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["meetings/", "meetings/?status=cancelled", "compare/?a=talks-1990-1&b=talks-1991-1"]
)
def test_nothing_moves_while_a_page_loads_or_is_scrolled(
    page: Page, served: str, path: str
) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => {for (const e of list.getEntries())"
        " if (!e.hadRecentInput) moved += e.value}).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(served + path, wait_until="networkidle")
    for position in range(0, 4000, 800):
        page.evaluate(f"scrollTo({{top: {position}, behavior: 'instant'}})")
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    assert page.evaluate("moved") == 0
    assert page.locator("tbody tr:visible").count() > 0
