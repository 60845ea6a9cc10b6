"""The pages of a site: valid, linked, described for machines, and inert whatever the texts say."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import html5lib
import pytest
from icalendar import Calendar

from builders import everywhere, write
from site_links import broken_links, html_files, outer_links
from summitcli.dataset.load import load
from summitcli.model import SECTIONS
from summitcli.site import build
from summitcli.site.addresses import FOLDERS
from summitcli.site.site import Options

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit
    from summitcli.model import Dataset

POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
    " img-src 'self' data:; object-src 'none'; base-uri 'self'"
)
JSON_LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def text_of(site: Path, path: str) -> str:
    """Return the source of a page."""
    return (site / path / "index.html").read_text(encoding="utf-8")


def described(page: str) -> dict[str, Any]:
    """Return the description of a page for machines."""
    found = JSON_LD.findall(page)
    assert len(found) == 1
    description: dict[str, Any] = json.loads(found[0])
    return description


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, str]:
    """Return the source of every page by its path."""
    return {
        file.parent.relative_to(site).as_posix(): file.read_text(encoding="utf-8")
        for file in html_files(site)
    }


def test_every_record_has_a_page_at_its_address(site: Path, fixture_data: Dataset) -> None:
    for section in SECTIONS:
        for record in getattr(fixture_data, section):
            assert (site / FOLDERS[section] / record.id / "index.html").is_file()
    assert (site / "people" / "ruth-marsh" / "index.html").is_file()  # a participant


def test_every_page_is_valid(pages: dict[str, str]) -> None:
    for page in pages.values():
        html5lib.HTMLParser(strict=True).parse(page)


def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text('<a href="../b/"></a><a href="#c"></a>')
    (tmp_path / "index.html").write_text('<a href="a/"></a><a href="a/#d"></a>')
    assert [line.rpartition("/")[2] for line in broken_links(tmp_path)] == [
        "index.html #c",
        "index.html #",
        "index.html #d",
    ]


def test_every_page_says_what_it_is(pages: dict[str, str]) -> None:
    for path, page in pages.items():
        assert f'content="{POLICY}"' in page
        assert '<html lang="en">' in page
        for name in ("og:title", "og:description", "og:type", "og:site_name", "og:image"):
            assert f'<meta property="{name}" content="' in page
        address = "https://example.org/record/" + ("" if path == "." else f"{path}/")
        assert f'<link rel="canonical" href="{address}">' in page
        assert f'<meta property="og:url" content="{address}">' in page
        assert described(page)["@context"] == "https://schema.org"


def test_pages_load_nothing_from_elsewhere(pages: dict[str, str]) -> None:
    for page in pages.values():
        assert not re.search(r'<(?:script|img|iframe)[^>]* src="[a-z]+:', page)
        assert not re.search(r'<link rel="(?:stylesheet|icon)"[^>]* href="[a-z]+:', page)
        assert not re.search(r"<[^>]* (?:style|on[a-z]+)=", page)


def test_links_to_other_sites_are_marked(pages: dict[str, str]) -> None:
    found = [link for page in pages.values() for link in outer_links(page)]
    assert found
    for tag, address in found:
        assert address.startswith(("http://", "https://"))
        assert 'rel="noopener nofollow"' in tag


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "WebSite"),
        ("meetings/greyford-2014", "Event"),
        ("people/anna-vale", "Person"),
        ("people/ruth-marsh", "Person"),
        ("claims/claim-1", "Claim"),
        ("themes/old-forts", "DefinedTerm"),
        ("sources/memo-1969", "CreativeWork"),
        ("data", "Dataset"),
    ],
)
def test_pages_are_described_for_machines(site: Path, path: str, kind: str) -> None:
    assert described(text_of(site, path))["@type"] == kind


def test_no_page_rates_anything(pages: dict[str, str]) -> None:
    assert not any(re.search("rating|ClaimReview", page, re.IGNORECASE) for page in pages.values())


def test_a_meeting_page_has_accounts_notes_downloads_and_neighbours(site: Path) -> None:
    page = text_of(site, "meetings/greyford-2014")
    assert '<p class="party">Arden</p>' in page
    assert '<p class="party">Borea</p>' in page
    assert 'role="doc-noteref"' in page
    assert 'role="doc-backlink"' in page
    assert 'rel="prev" href="../../meetings/' in page
    assert 'rel="next" href="../../meetings/' in page
    assert "https://web.archive.org/web/" in page
    assert "version 3.1.0; sources read up to June 2021" in page
    for suffix in ("json", "md", "bib", "ics"):
        assert f'href="../greyford-2014.{suffix}" download' in page


def test_downloads_hold_the_record(site: Path, here: Summit) -> None:
    meetings = site / "meetings"
    shown = here("show", "greyford-2014", "--json").out
    assert (meetings / "greyford-2014.json").read_text(encoding="utf-8") == shown
    shown = here("show", "greyford-2014", "-f", "md").out
    assert (meetings / "greyford-2014.md").read_text(encoding="utf-8") == shown
    assert "greyford-2014," in (meetings / "greyford-2014.bib").read_text(encoding="utf-8")
    events = Calendar.from_ical((meetings / "greyford-2014.ics").read_bytes()).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Greyford summit"]
    assert not (meetings / "port-amber-1973.ics").exists()  # known only to the month


def test_marks_of_sources_are_shown(pages: dict[str, str], fixture_data: Dataset) -> None:
    marked = next(source for source in fixture_data.sources if source.state_media)
    assert "Media that a state owns, funds or directs" in pages[f"sources/{marked.id}"]
    reprint = next(source for source in fixture_data.sources if source.reprint)
    assert "Reprint of another outlet&#39;s text" in pages[f"sources/{reprint.id}"]
    assert re.search(r"\(news, reprint\)", "".join(pages.values()))


def test_lists_are_whole_without_a_script(site: Path, fixture_data: Dataset) -> None:
    page = text_of(site, "meetings")
    for meeting in fixture_data.meetings:
        assert f'<a href="../meetings/{meeting.id}/">' in page


def test_lists_have_words_for_values(site: Path) -> None:
    assert ">phone call</td>" in text_of(site, "meetings")


def test_numbers_of_the_heat_table_lead_to_as_many_meetings(site: Path) -> None:
    heat, meetings = text_of(site, "heat"), text_of(site, "meetings")
    cells = re.findall(r'\?status=held&amp;term=([^&"]+)&amp;theme=([^&"]+)">(\d+)</a>', heat)
    assert cells
    rows = re.findall(r"<tr data-[^>]*>", meetings)
    for term, theme, count in cells:
        found = [
            row
            for row in rows
            if f'data-term="{term}"' in row
            and theme in "".join(re.findall(r'data-theme="([^"]*)"', row)).split("|")
            and 'data-status="held"' in row
        ]
        assert len(found) == int(count)


def test_data_are_offered_as_files(site: Path, fixture_data: Dataset) -> None:
    page = text_of(site, "data")
    for name in (
        "meetings.json",
        "summit.db",
        "parquet/meetings.parquet",
        "record.ics",
        "map.geojson",
        "sources.bib",
        "schema.json",
    ):
        assert (site / "data" / name).stat().st_size > 0
        assert f'href="{name}"' in page
    assert len(load(site / "data" / "meetings.json").meetings) == len(
        load(site / "data" / "meetings.json").ids("meetings")
    )


def test_the_sitemap_and_the_feed_name_pages_by_whole_addresses(
    site: Path, pages: dict[str, str]
) -> None:
    base = "https://example.org/record/"
    sitemap = ET.fromstring((site / "sitemap.xml").read_bytes())
    places = {str(place.text) for place in sitemap.iter() if place.tag.endswith("}loc")}
    assert places == {base + ("" if path == "." else f"{path}/") for path in pages}
    atom = "{http://www.w3.org/2005/Atom}"
    feed = ET.fromstring((site / "feed.xml").read_bytes())
    entries = [str(entry.findtext(f"{atom}id")) for entry in feed.iter(f"{atom}entry")]
    assert entries[0] == f"{base}meetings/call-2019-06-02/"
    assert set(entries) < places


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where a test writes a dataset of its own; no index is made of its site."""
    monkeypatch.setattr(build, "write_index", lambda program, site: None)
    return tmp_path / "mine.yaml"


def site_of(data: Path, base_url: str | None = None) -> Path:
    """Build the site of a dataset."""
    dataset = load(data)
    folder = data.parent / "public"
    options = Options(title=dataset.info.title, base_url=base_url)
    build.build_site(dataset, folder, options, lambda _done, _total: None)
    return folder


def test_without_an_address_nothing_names_one(mine: Path) -> None:
    write(mine, everywhere("A"))
    site = site_of(mine)
    for name in ("sitemap.xml", "feed.xml", "robots.txt", "picture.png"):
        assert not (site / name).exists()
    page = text_of(site, "meetings/talks")
    for text in ("canonical", "og:url", "og:image", "feed.xml"):
        assert text not in page


@pytest.mark.parametrize("corrections", ["https://example.org/correct?a=1&b=2", None])
def test_correct_this_leads_to_the_address_of_the_dataset(
    mine: Path, corrections: str | None
) -> None:
    data = everywhere("A")
    if corrections:
        data["dataset"]["corrections"] = corrections
    write(mine, data)
    page = text_of(site_of(mine), "meetings/talks")
    link = (
        '<a href="https://example.org/correct?a=1&amp;b=2" rel="noopener nofollow">Correct this</a>'
    )
    assert (link in page) == (corrections is not None)


def test_titles_in_other_languages_say_so(mine: Path) -> None:
    write(mine, everywhere("Встреча", language="ru"))
    site = site_of(mine)
    assert 'lang="ru" dir="auto">Встреча</h1>' in text_of(site, "sources/paper")
    assert 'lang="ru" dir="auto">Встреча</a>' in text_of(site, "meetings/talks")


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style></script><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% include 'x' %}",
    "' onmouseover='alert(1)",
    "x --><!-- ]]>",
    "&lt;b&gt; &amp;",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_puts_nothing_into_a_page(mine: Path, hostile: str) -> None:
    write(mine, everywhere(re.sub(r"[^\s/–-]", "a", hostile)))  # as long, in as many words
    harmless = site_of(mine, "https://example.org/")
    expected = {file.relative_to(harmless): tags(file) for file in html_files(harmless)}
    write(mine, everywhere(hostile))
    site = site_of(mine, "https://example.org/")
    assert {file.relative_to(site): tags(file) for file in html_files(site)} == expected
    assert described(text_of(site, "meetings/talks"))["name"] == hostile
    assert broken_links(site) == []


def tags(file: Path) -> list[tuple[str, tuple[str, ...]]]:
    """Return the elements of a page, each with the names of its attributes."""
    tree = html5lib.parse(file.read_bytes(), namespaceHTMLElements=False)
    return [(str(element.tag), tuple(sorted(element.attrib))) for element in tree.iter()]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//host/x"])
def test_only_web_addresses_become_links(mine: Path, address: str, fixture_data: Dataset) -> None:
    sources = tuple(replace(source, url=address) for source in fixture_data.sources)
    folder = mine.parent / "public"
    dataset = replace(fixture_data, sources=sources)
    build.build_site(dataset, folder, Options(title="A"), lambda _done, _total: None)
    for file in html_files(folder):
        text = file.read_text(encoding="utf-8")
        assert f'href="{address}' not in text
        assert not list(outer_links(text))
