"""The parts of a page."""

from __future__ import annotations

from builders import source
from summitcli.pages.page import Link, References, Section, WebLink, join_parts, text_of


def test_parts_are_text_for_a_medium_without_links() -> None:
    web = WebLink("https://example.org/", "Example")
    assert text_of(("See ", Link("oslo", "Oslo talks", "2015"), " and ", web)) == (
        "See Oslo talks and Example"
    )
    assert text_of(Link("oslo", "Oslo talks")) == "Oslo talks"
    assert text_of("Oslo") == "Oslo"
    assert text_of(()) == ""


def test_parts_are_joined_by_a_separator() -> None:
    oslo, bonn = Link("oslo", "Oslo"), Link("bonn", "Bonn")
    assert join_parts([oslo, bonn]) == (oslo, ", ", bonn)
    assert join_parts([oslo]) == (oslo,)
    assert join_parts([]) == ()


def test_sources_are_numbered_in_the_order_of_their_citation() -> None:
    references = References([source("a"), source("b"), source("c")])
    assert references(("c",)) == (1,)
    assert references(("a", "c")) == (1, 2)
    assert references(()) == ()
    assert [item.id for item in references.sources()] == ["c", "a", "b"]


def test_a_section_without_content_is_false() -> None:
    assert not Section("Empty")
    assert not Section("Empty", groups=(Section("Empty"),))
    assert Section("Linked", (Link("oslo", "Oslo"),))
    assert Section("Grouped", groups=(Section("Linked", (Link("oslo", "Oslo"),)),))
