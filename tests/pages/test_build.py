"""Pages have the links and sources of the views that they are built from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import dataset, event, meeting, theme
from summitcli.derived.views import SourceView, build_view
from summitcli.model import Claim, ContextEvent, Meeting, Outcome, Outlook, Topic
from summitcli.pages.build import page_of
from summitcli.pages.page import Choice, Entry, Link, Page, Part, Versions, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summitcli import Dataset


def parts(page: Page) -> Iterator[Part]:
    """Yield every part of the lines of a page."""
    for fact in page.facts:
        yield from fact.parts
    for section in page.sections:
        for group in (section, *section.groups):
            for block in group.blocks:
                if isinstance(block, Entry):
                    yield from (*block.lead, *block.meta)
                elif isinstance(block, Versions):
                    for _, lines in block.versions:
                        yield from (part for line in lines for part in line)
                else:
                    yield block


def links(page: Page) -> dict[str, str]:
    """Return the titles of the links of a page, by id."""
    return {part.id: part.title for part in parts(page) if isinstance(part, Link)}


@pytest.fixture(scope="module")
def pages(fixture_data: Dataset) -> dict[str, Page]:
    """Return the pages of all records, by id."""
    return {
        record.id: page_of(build_view(record, fixture_data), fixture_data)
        for record in fixture_data.by_id.values()
    }


def test_the_page_of_a_meeting_names_both_sides(pages: dict[str, Page]) -> None:
    page = pages["greyford-2014"]
    assert page.title == "Greyford summit"
    assert {"anna-vale", "boris-stone"} <= links(page).keys()


def test_every_link_leads_to_a_record(fixture_data: Dataset, pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert links(page).keys() <= fixture_data.by_id.keys(), page.id


def test_a_page_links_everything_that_its_view_names(
    fixture_data: Dataset, pages: dict[str, Page]
) -> None:
    names = ("meetings", "remote", "outcomes", "claims", "events", "outlook")
    for page in pages.values():
        view = build_view(fixture_data.by_id[page.id], fixture_data)
        named = {other for name in names for other in getattr(view, name, ())}
        assert named <= links(page).keys(), page.id


def test_a_page_has_the_sources_that_its_view_cites(
    fixture_data: Dataset, pages: dict[str, Page]
) -> None:
    for page in pages.values():
        view = build_view(fixture_data.by_id[page.id], fixture_data)
        if not isinstance(view, SourceView):  # the page of a source cites the source itself
            cited = {source.id for source in getattr(view, "cited", ())}
            assert {source.id for source in page.sources} == cited, page.id


def test_themes_are_links(fixture_data: Dataset, pages: dict[str, Page]) -> None:
    records: tuple[Meeting | Outcome | ContextEvent | Outlook | Claim, ...] = (
        *fixture_data.meetings,
        *fixture_data.outcomes,
        *fixture_data.context,
        *fixture_data.outlook,
        *fixture_data.claims,
    )
    for record in records:
        assert set(record.themes) <= links(pages[record.id]).keys(), record.id


@pytest.mark.parametrize("label", ["Trade", "Peace", "Ferries", None])
def test_each_theme_of_a_topic_is_a_link_or_named(label: str | None) -> None:
    talks = meeting("talks", topics=(Topic(themes=("trade",), label=label),))
    data = dataset(talks, theme("trade"))
    assert "trade" in links(page_of(build_view(talks, data), data))


def test_leaders_who_are_not_listed_as_participants_are_links(
    fixture_data: Dataset, pages: dict[str, Page]
) -> None:
    for record in fixture_data.meetings:
        if not record.participants:
            assert set(record.everyone) <= links(pages[record.id]).keys(), record.id


def test_a_claim_links_the_article_that_makes_it(pages: dict[str, Page]) -> None:
    assert "gazette-2020" in links(pages["claim-1"])


def test_a_listed_leader_is_a_link_with_the_office_after_it(pages: dict[str, Page]) -> None:
    (table,) = (
        section for section in pages["greyford-2014"].sections if section.title == "At the table"
    )
    (versions,) = table.blocks
    assert isinstance(versions, Versions)
    first = versions.versions[0][1][0]
    assert first[0] == Link("anna-vale", "Anna Vale")
    assert text_of(first) == "Anna Vale, President of Arden"


def test_the_page_of_a_source_links_the_records_that_cite_it(
    fixture_data: Dataset, pages: dict[str, Page]
) -> None:
    for source in fixture_data.sources:
        view = build_view(source, fixture_data)
        assert isinstance(view, SourceView)
        assert set(view.cited_by) <= links(pages[source.id]).keys(), source.id


@pytest.mark.parametrize(
    ("identifier", "heading"),
    [
        ("greyford-2014", "At the table"),
        ("greyford-2017", "Who was to take part"),
        ("larkhill-2021", "Who is to take part"),
        ("highmoor-2020", "Who is said to have taken part"),
        ("call-2014-02-03", "Between"),
    ],
)
def test_nobody_sat_at_the_table_of_a_meeting_that_was_not_held(
    pages: dict[str, Page], identifier: str, heading: str
) -> None:
    assert [s.title for s in pages[identifier].sections if s.part == "people"] == [heading]


@pytest.mark.parametrize(
    ("identifier", "counts"),
    [
        ("clara-finch", "Meetings in person: 1; Calls, letters and statements: 1"),
        ("river-rights", "Meetings in person: 4; "),
    ],
)
def test_a_brief_page_counts_what_is_linked(
    fixture_data: Dataset, identifier: str, counts: str
) -> None:
    view = build_view(fixture_data.by_id[identifier], fixture_data)
    facts = page_of(view, fixture_data, Choice(brief=True)).facts
    assert text_of(facts[-1].parts).startswith(counts)


def test_the_page_of_an_event_has_its_other_names() -> None:
    strike = event("strike-2001", "2001", aliases=("Long Silence", "Ferry strike"))
    data = dataset(strike)
    page = page_of(build_view(strike, data), data)
    named = next(fact for fact in page.facts if fact.label == "Also called")
    assert text_of(named.parts) == "Long Silence; Ferry strike"
