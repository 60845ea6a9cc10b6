"""The parts of a page."""

from __future__ import annotations

from builders import source
from summitcli.model import SourceType
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


def test_a_reference_is_the_position_of_its_source_and_primary_ones_come_first() -> None:
    cited = [source("a"), source("b", type=SourceType.PRIMARY), source("c")]
    references = References(cited)
    assert references(("c", "a")) == (1, 3)
    assert references(("a", "c", "b", "a")) == (2, 1, 3)
    assert references(()) == ()


def test_a_section_without_content_is_false() -> None:
    assert not Section("Empty")
    assert not Section("Empty", groups=(Section("Empty"),))
    assert Section("Linked", (Link("oslo", "Oslo"),))
    assert Section("Grouped", groups=(Section("Linked", (Link("oslo", "Oslo"),)),))
