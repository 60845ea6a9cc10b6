"""The site in a browser: search, filters, comparison, notes, access, and nothing it should not do.

Each test also fails on any error or broken policy on the console, and any request to another host.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

# A page of each type.
PAGES = [
    "",
    "meetings/",
    "meetings/greyford-2014/",
    "people/",
    "people/anna-vale/",
    "people/ruth-marsh/",
    "themes/",
    "themes/river-rights/",
    "outcomes/",
    "outcomes/quota-in-doubt/",
    "background/",
    "claims/",
    "claims/claim-1/",
    "outlook/",
    "sources/",
    "sources/memo-1969/",
    "timeline/",
    "map/",
    "heat/",
    "compare/",
    "days/",
    "data/",
    "search/?q=greyford",
]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def found(page: Page) -> list[str]:
    """Return the addresses of the results of a search, once it is done."""
    page.wait_for_selector("html[data-ready=search]")
    links = page.locator("#results h2 a")
    return [str(link.get_attribute("href")) for link in links.all()]


@pytest.mark.parametrize(
    "words",
    [
        "greyford",
        "Greyf",
        "Грейфорд",
        "Greyforde",
        "Грейфордский саммит",
        "river summit of 2014",
    ],
)
def test_search_finds_a_meeting_by_each_of_its_names(page: Page, served: str, words: str) -> None:
    page.goto(f"{served}search/?q={words}")
    assert found(page)[0].endswith("/public/meetings/greyford-2014/")


def test_search_results_can_be_narrowed_by_type_and_year(page: Page, served: str) -> None:
    results = page.locator("#results li")
    page.goto(f"{served}search/?q=river")
    assert len(found(page)) > 3
    page.select_option("select[name=type]", "Meeting")
    page.wait_for_url("**/search/?q=river&type=Meeting")
    expect(results.filter(has_not=page.locator("a[href*='/meetings/']"))).to_have_count(0)
    page.select_option("select[name=year]", "2014")
    expect(results).to_have_count(2)
    assert found(page)[0].endswith("/meetings/greyford-2014/")
    page.reload()
    assert found(page)[0].endswith("/meetings/greyford-2014/")


def test_a_result_found_by_name_is_introduced(page: Page, served: str) -> None:
    page.goto(f"{served}search/?q=Greyforde")
    assert found(page)
    result = page.locator("#results li").first
    assert "Greyforde" not in result.inner_text()  # the names are not what readers look for
    page.goto(f"{served}meetings/greyford-2014/")
    lead = page.inner_text("article .lead")
    page.go_back()
    expect(result.locator(".about")).to_have_text(lead)


def test_search_is_reached_from_any_page(page: Page, served: str) -> None:
    page.goto(f"{served}meetings/greyford-2014/")
    page.fill("header input[type=search]", "larkhill")
    page.press("header input[type=search]", "Enter")
    assert found(page)
    assert "/search/?q=larkhill" in page.url


def test_a_list_is_filtered_and_its_address_keeps_the_choice(page: Page, served: str) -> None:
    page.goto(f"{served}meetings/")
    rows = page.locator("table.rows tbody tr:visible")
    every = rows.count()
    page.select_option("select[name=status]", "cancelled")
    assert 0 < rows.count() < every
    assert page.text_content("form output") == f"{rows.count()} of {every} shown"
    assert page.url.endswith("/meetings/?status=cancelled")
    shown = rows.count()
    page.reload()
    assert rows.count() == shown
    page.click("form button[type=reset]")
    expect(rows).to_have_count(every)
    assert page.url.endswith("/meetings/")


def test_a_list_is_filtered_by_words(page: Page, served: str) -> None:
    page.goto(f"{served}sources/")
    page.fill("input[name=words]", "HERALD 1969")
    rows = page.locator("table.rows tbody tr:visible")
    assert rows.count() == 1


@pytest.mark.parametrize("asked", ["?length=3", "?theme=none", "?reset=1", "?other=1"])
def test_what_no_filter_can_mean_is_ignored(page: Page, served: str, asked: str) -> None:
    page.goto(f"{served}meetings/")
    every = page.locator("table.rows tbody tr:visible").count()
    page.goto(f"{served}meetings/{asked}")
    expect(page.locator("table.rows tbody tr:visible")).to_have_count(every)
    page.goto(f"{served}search/{asked}&q=greyford")
    assert found(page)


def test_filters_add_up_and_are_kept_when_readers_come_back(page: Page, served: str) -> None:
    page.goto(f"{served}meetings/")
    page.select_option("select[name=status]", "held")
    page.fill("input[name=words]", "greyford")
    rows = page.locator("table.rows tbody tr:visible")
    expect(rows.locator("td.title", has_not_text="Greyford")).to_have_count(0)
    shown = rows.count()
    address = page.url
    rows.locator("td.title a").first.click()
    page.wait_for_url("**/meetings/*/")
    page.go_back()
    expect(rows).to_have_count(shown)
    assert page.url == address


def test_a_list_is_sorted_by_any_column(page: Page, served: str) -> None:
    page.goto(f"{served}meetings/")
    column = page.locator("tbody tr td:nth-child(2)")
    titles = column.all_inner_texts()
    page.click("thead th:nth-child(2) button")
    assert column.all_inner_texts() != titles
    assert page.get_attribute("thead th:nth-child(2)", "aria-sort") == "ascending"
    page.click("thead th:nth-child(2) button")
    assert page.get_attribute("thead th:nth-child(2)", "aria-sort") == "descending"


def test_lengths_are_sorted_as_time(page: Page, served: str) -> None:
    page.goto(f"{served}meetings/")
    head = page.locator("thead th", has_text="Length")
    number = head.evaluate("head => head.cellIndex + 1")
    head.locator("button").click()
    texts = page.locator(f"tbody tr td:nth-child({number})").all_inner_texts()
    known = [text for text in texts if text]
    assert known == sorted(known, key=minutes)
    assert texts[len(known) :] == [""] * (len(texts) - len(known))


def minutes(text: str) -> int:
    """Return the minutes of a length such as `over 2 h 10 min`."""
    hours, rest = (re.search(rf"(\d+) {unit}", text) for unit in ("h", "min"))
    return 60 * int(hours[1] if hours else 0) + int(rest[1] if rest else 0)


def test_any_two_meetings_are_compared(page: Page, served: str) -> None:
    page.goto(f"{served}compare/?a=larkhill-1969&b=greyford-2014")
    heads = page.locator("table.compared thead th a")
    expect(page).to_have_title(re.compile("^Larkhill summit and Greyford summit"))
    assert heads.all_inner_texts() == ["Larkhill summit", "Greyford summit"]
    rows = page.locator("table.compared tbody tr")
    lines = {row.locator("th").inner_text(): row for row in rows.all()}
    assert "Anna Vale" in lines["At the table: Arden"].inner_text()
    heads.nth(1).click()
    assert page.url.endswith("/meetings/greyford-2014/")


def test_a_reader_who_comes_back_finds_the_meetings_that_are_compared(
    page: Page, served: str
) -> None:
    page.goto(f"{served}compare/")
    first = page.input_value("select[name=a]")
    page.select_option("select[name=a]", "larkhill-1969")
    page.click("form.choose button")
    page.wait_for_url("**/compare/?a=larkhill-1969&**")
    page.go_back()
    page.wait_for_url("**/compare/")
    assert page.input_value("select[name=a]") == first


def test_an_unknown_meeting_is_named(context: BrowserContext, served: str) -> None:
    page = context.new_page()  # the console reports the missing file
    page.goto(f"{served}compare/?a=nowhere-1900&b=greyford-2014")
    page.wait_for_selector(".problem:not(:empty)")
    assert page.inner_text(".problem") == "No meeting on record has the id nowhere-1900."


def test_notes_lead_to_sources_and_back(page: Page, served: str) -> None:
    page.goto(f"{served}meetings/greyford-2014/")
    page.locator("a[role=doc-noteref]").first.click()
    note = page.locator("li:target")
    assert note.is_visible()
    note.locator("a[role=doc-backlink]").first.click()
    assert page.locator("a[role=doc-noteref]:target").is_visible()


def test_the_home_page_shows_a_day(page: Page, served: str) -> None:
    page.clock.set_fixed_time("2021-09-12T12:00:00")
    page.goto(served)
    page.wait_for_selector("#today a")
    assert page.inner_text("#today").splitlines()[0] == "12 September"
    assert "Greyford summit 2014" in page.inner_text("#today")


def test_a_mark_of_the_timeline_leads_to_its_meeting(page: Page, served: str) -> None:
    page.goto(served)
    page.locator("svg a[href='./meetings/greyford-2014/'] > :last-child").click()
    assert page.url.endswith("/public/meetings/greyford-2014/")


def test_the_site_is_used_by_keyboard_alone(page: Page, served: str) -> None:
    page.goto(f"{served}meetings/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")
    page.focus("select[name=status]")
    page.keyboard.type("Canc")
    assert page.locator("table.rows tbody tr:visible").count() > 0
    assert "status=cancelled" in page.url
    page.focus("thead button")
    page.keyboard.press("Enter")
    assert page.get_attribute("thead th:first-child", "aria-sort") == "ascending"
    width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert width == "3px"


def test_without_scripts_lists_are_whole_and_have_no_filters(
    browser_without_scripts: Page, served: str
) -> None:
    page = browser_without_scripts
    page.goto(f"{served}meetings/")
    assert page.locator("table.rows tbody tr:visible").count() > 5
    assert not page.locator("form[data-list]").is_visible()
    page.goto(f"{served}search/?q=greyford")
    assert page.locator("noscript").is_visible()
    page.goto(f"{served}compare/")
    assert page.locator("table.compared tbody tr:visible").count() > 5


@pytest.fixture
def browser_without_scripts(browser: Any) -> Any:
    """Return a page of a browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_nothing_is_in_motion(page: Page, served: str) -> None:
    page.goto(f"{served}meetings/greyford-2014/")
    styles = "[...document.querySelectorAll('*')].map(e => getComputedStyle(e))"
    moving = (
        "s.scrollBehavior != 'auto' || s.animationName != 'none' || s.transitionDuration != '0s'"
    )
    assert page.evaluate(f"{styles}.filter(s => {moving}).length") == 0


def test_print_leaves_out_what_paper_cannot_use(page: Page, served: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{served}meetings/greyford-2014/")
    for hidden in ("header nav", ".actions", ".neighbours", "footer nav"):
        assert not page.locator(hidden).is_visible()
    assert page.locator(".columns").first.is_visible()
    printed = "getComputedStyle(document.querySelector('.sources .title a'), '::after').content"
    assert page.evaluate(printed).startswith('" " attr(href)') or "http" in page.evaluate(printed)


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_barriers_is_too_wide_or_moves(page: Page, served: str, path: str) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => {for (const e of list.getEntries())"
        " if (!e.hadRecentInput) moved += e.value}).observe({type: 'layout-shift', buffered: true})"
    )
    page.emulate_media(color_scheme="light")
    page.goto(served + path, wait_until="networkidle")
    assert page.evaluate("moved") == 0
    assert barriers(page, {"type": "tag", "values": WCAG}) == []
    page.emulate_media(color_scheme="dark")
    assert barriers(page, {"type": "rule", "values": ["color-contrast"]}) == []
    for width in (360, 2560):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert barriers(page, {"type": "rule", "values": ["target-size"]}) == []


def barriers(page: Page, only: dict[str, object]) -> list[str]:
    """Return what axe-core finds on a page, by the rules to run."""
    from axe_playwright_python.sync_playwright import Axe

    violations = Axe().run(page, options={"runOnly": only}).response["violations"]
    return [f"{rule['id']}: {node['html']}" for rule in violations for node in rule["nodes"]]


def test_dark_pages_are_dark(page: Page, served: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(served)
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert sum(map(int, re.findall(r"\d+", colour))) < 150
