"""Parts of pages: their names, what is kept, and the numbers of sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from summitcli import load
from summitcli.derived.views import build_view
from summitcli.model import SourceType
from summitcli.pages.build import page_of
from summitcli.pages.page import Choice, Entry, Page, Section, Versions, text_of
from summitcli.pages.part_names import (
    PART_NAMES,
    PARTS,
    UnknownPartError,
    check_parts,
    fields_of_parts,
    parse_part,
)

DATA = load(Path(__file__).parent.parent / "fixture")


def page(identifier: str, choice: Choice | None = None) -> Page:
    """Return the page of a record, or parts of it."""
    return page_of(build_view(DATA.by_id[identifier], DATA), DATA, choice)


def listed(content: Page) -> list[int]:
    """Return the numbers of the sources that a page lists."""
    return [number for group in content.source_groups for number in group.numbers]


def referred(content: Page) -> list[int]:
    """Return the numbers to which a page refers, in order of mention."""
    numbers = [number for fact in content.facts for number in fact.references]

    def walk(section: Section) -> None:
        for block in section.blocks:
            if isinstance(block, Entry | Versions):
                numbers.extend(block.references)
        for group in section.groups:
            walk(group)

    for section in content.sections:
        walk(section)
    return numbers


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("accounts", "accounts"),
        ("Accounts", "accounts"),
        ("participants", "people"),
        ("who", "people"),
        ("sessions", "course"),
        ("agreements", "agreed"),
        ("assessments", "judged"),
        ("ref", "sources"),
        ("context", "around"),
    ],
)
def test_a_part_has_other_names_and_short_ones(typed: str, part: str) -> None:
    assert parse_part(typed) == (part, False)


def test_a_misspelled_part_is_guessed_and_an_unknown_one_lists_all() -> None:
    assert parse_part("acounts") == ("accounts", True)
    with pytest.raises(UnknownPartError) as raised:
        parse_part("zzzz")
    assert raised.value.parts == PART_NAMES


def test_a_part_that_a_type_never_has_lists_the_parts_of_that_type() -> None:
    check_parts(("accounts",), ["meeting"])
    with pytest.raises(UnknownPartError) as raised:
        check_parts(("facts", "accounts"), ["meeting", "theme"])
    assert (raised.value.name, raised.value.record_type) == ("accounts", "theme")
    assert raised.value.parts == tuple(PARTS["theme"])


def test_every_field_of_a_part_exists_and_every_section_belongs_to_one() -> None:
    for record in DATA.by_id.values():
        shown = build_view(record, DATA)
        for fields in PARTS[shown.record_type].values():
            assert all(hasattr(shown, name) for name in fields), (record.id, fields)
        for section in page_of(shown, DATA).sections:
            assert section.part in PARTS[shown.record_type], (record.id, section.title)


def test_programs_get_id_type_title_and_the_fields_of_the_parts() -> None:
    assert fields_of_parts(("people", "accounts"), ["meeting"]) == (
        "id",
        "record_type",
        "title",
        "leaders",
        "participants",
        "other_principals",
        "accounts",
    )
    assert fields_of_parts(("judged",), ["outcome"])[2] == "statement"


def test_only_the_chosen_parts_are_kept() -> None:
    content = page("greyford-2014", Choice(("accounts", "people")))
    assert [section.part for section in content.sections] == ["people", "accounts"]
    assert (content.lead, content.facts, content.source_groups) == ("", (), ())
    assert content.title == "Greyford summit"


def test_an_empty_part_says_so_and_the_full_page_leaves_it_out() -> None:
    content = page("highmoor-2020", Choice(("course", "sources")))
    texts = [block.text for section in content.sections for block in section.blocks]  # type: ignore[union-attr]
    assert texts[0] == "not recorded"
    assert "course" not in {section.part for section in page("highmoor-2020").sections}


def test_numbers_are_in_order_of_first_mention_on_every_page() -> None:
    for record in DATA.by_id.values():
        content = page(record.id)
        first = list(dict.fromkeys(referred(content)))
        primary = [source.type is SourceType.PRIMARY for source in content.sources]
        order = sorted(first)
        assert order == list(range(1, len(order) + 1)), record.id
        for number in first:  # a later number comes earlier only if it is primary
            before = first[: first.index(number)]
            assert all(other < number or primary[other - 1] for other in before), record.id


def test_parts_keep_the_numbers_of_the_full_page() -> None:
    full = page("greyford-2014")
    accounts = next(section for section in full.sections if section.part == "accounts")
    for choice in (Choice(("accounts",)), Choice(brief=True), Choice(sources="none")):
        content = page("greyford-2014", choice)
        kept = next(section for section in content.sections if section.part == "accounts")
        numbers = [block.references for block in kept.blocks]  # type: ignore[union-attr]
        assert numbers == [block.references for block in accounts.blocks]  # type: ignore[union-attr]


def test_sources_are_listed_by_type_with_their_numbers() -> None:
    content = page("greyford-2014")
    assert [group.title for group in content.source_groups] == ["Primary (3)", "News (2)"]
    assert listed(content) == [1, 2, 4, 3, 5]
    assert content.sources_title == "Sources (5)"


def test_sources_can_be_primary_only_or_none() -> None:
    primary = page("greyford-2014", Choice(sources="primary"))
    assert listed(primary) == [1, 2, 4]
    assert set(referred(primary)) == {1, 2, 4}
    assert primary.sources_title == "Sources (3 of 5)"
    assert listed(page("greyford-2014", Choice(sources="none"))) == []


def test_chosen_parts_list_the_sources_to_which_they_refer() -> None:
    assert listed(page("greyford-2014", Choice(("accounts", "sources")))) == [1, 2, 4]
    assert listed(page("greyford-2014", Choice(("sources",)))) == [1, 2, 4, 3, 5]


def test_brief_has_facts_points_and_counts() -> None:
    content = page("greyford-2014", Choice(brief=True))
    assert [section.part for section in content.sections] == ["agreed", "accounts"]
    facts = {fact.label: text_of(fact.parts) for fact in content.facts}
    assert facts["Length"] == "2 h 10 min, planned: 1 h 30 min"
    assert "3 judgements" in facts["In full"]
    assert "5 sources (3 primary)" in facts["In full"]
    assert all(not fact.note for fact in content.facts)


def test_a_topic_names_every_theme_that_its_label_does_not() -> None:
    for meeting in DATA.meetings:
        section = next((s for s in page(meeting.id).sections if s.part == "topics"), None)
        linked = {
            part.id
            for block in (section.blocks if section else ())
            if isinstance(block, Entry)
            for part in (*block.lead, *block.meta)
            if not isinstance(part, str) and hasattr(part, "id")
        }
        assert set(meeting.themes) <= linked
