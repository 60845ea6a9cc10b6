"""Pages have the links and sources of the view that they are built from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from summitcli.derived.views import build_view
from summitcli.pages.build import page_of
from summitcli.pages.page import Entry, Link, Page, Part, Versions, text_of

if TYPE_CHECKING:
    from summitcli.model import Dataset


def parts(page: Page) -> Iterator[Part]:
    """Yield every part of the lines of a page."""
    for fact in page.facts:
        yield from fact.parts
    for section in page.sections:
        for block in section.blocks:
            if isinstance(block, Entry):
                yield from (*block.lead, *block.meta)
            elif isinstance(block, Versions):
                yield from (part for _, lines in block.versions for line in lines for part in line)
            else:
                yield block


def links(page: Page) -> dict[str, str]:
    """Return the links of a page, id → title."""
    return {part.id: part.title for part in parts(page) if isinstance(part, Link)}


@pytest.fixture(scope="module")
def pages(shipped: Dataset) -> dict[str, Page]:
    """Return the page of every record that is not a source."""
    return {
        record.id: page_of(build_view(record, shipped), shipped)
        for name in ("people", "themes", "meetings", "outcomes", "context", "outlook", "claims")
        for record in getattr(shipped, name)
    }


def test_every_link_leads_to_a_record(shipped: Dataset, pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert set(links(page)) <= set(shipped.by_id), page.id


def test_a_page_links_everything_that_its_view_names(
    shipped: Dataset, pages: dict[str, Page]
) -> None:
    names = ("meetings", "remote", "outcomes", "claims", "events", "outlook")
    for page in pages.values():
        shown = build_view(shipped.by_id[page.id], shipped)
        named = {other for name in names for other in getattr(shown, name, ())}
        assert named <= set(links(page)), page.id


def test_a_page_has_the_sources_that_its_view_cites(
    shipped: Dataset, pages: dict[str, Page]
) -> None:
    for page in pages.values():
        cited = getattr(build_view(shipped.by_id[page.id], shipped), "cited", ())
        assert sorted(page.sources, key=lambda source: source.id) == sorted(
            cited, key=lambda source: source.id
        )


def test_themes_leaders_and_articles_are_links(shipped: Dataset, pages: dict[str, Page]) -> None:
    for meeting in shipped.meetings:
        assert {*meeting.themes} <= set(links(pages[meeting.id])), meeting.id
        if not meeting.participants:
            assert {*meeting.everyone} <= set(links(pages[meeting.id])), meeting.id
    for section in (shipped.outcomes, shipped.context, shipped.outlook, shipped.claims):
        for record in section:
            assert {*record.themes} <= set(links(pages[record.id])), record.id
    for claim in shipped.claims:
        assert claim.article in links(pages[claim.id])


def test_a_listed_leader_is_a_link_with_the_office_after_it(
    shipped: Dataset, pages: dict[str, Page]
) -> None:
    page = pages["helsinki-2018"]
    (table,) = (section for section in page.sections if section.title == "At the table")
    (versions,) = table.blocks
    assert isinstance(versions, Versions)
    first = versions.versions[0][1][0]
    assert first[0] == Link("donald-trump", "Donald Trump")
    assert text_of(first) == "Donald Trump, President of the United States"


def test_a_source_page_links_the_records_that_cite_it(shipped: Dataset) -> None:
    for source in shipped.sources[::25]:
        shown = build_view(source, shipped)
        assert set(shown.cited_by) <= set(links(page_of(shown, shipped)))  # type: ignore[union-attr]
