"""Cut a page down to the parts that a reader chose."""

from collections.abc import Iterable
from typing import TypeVar

from msgspec.structs import replace

from summitcli.model import SourceType
from summitcli.pages.page import (
    NOT_RECORDED,
    Choice,
    Entry,
    Fact,
    Link,
    Page,
    Section,
    SourceGroup,
    Versions,
)
from summitcli.pages.wording import capitalize

ItemT = TypeVar("ItemT", Fact, Entry, Versions, Link, Entry | Versions | Link)


def choose_parts(page: Page, choice: Choice) -> Page:
    """Return a page with the chosen parts; sections without content are left out.

    A part that was chosen by name is kept even if it is empty, and says so. Sources keep their
    numbers.
    """
    if choice.brief:
        from summitcli.pages.brief import brief_page

        page = brief_page(page)
    if choice.only:
        page = _only(page, set(choice.only))
    else:
        page = replace(page, sections=tuple(section for section in page.sections if section))
    if choice.sources != "primary":
        return _with_sources(page, choice)
    primary = {
        number for number, source in enumerate(page.sources, 1) if source.type is SourceType.PRIMARY
    }
    return _with_sources(_refer_only_to(page, primary), choice)


def _only(page: Page, only: set[str]) -> Page:
    sections = []
    for name in dict.fromkeys(section.part for section in page.sections):
        some = [section for section in page.sections if section.part == name and name in only]
        filled = [section for section in some if section]
        empty = [replace(section, blocks=(Entry(text=NOT_RECORDED),)) for section in some[:1]]
        sections += filled or empty
    has_facts = "facts" in only
    return replace(
        page,
        lead=page.lead if has_facts else "",
        facts=page.facts if has_facts else (),
        sections=tuple(sections),
    )


def _with_sources(page: Page, choice: Choice) -> Page:
    """Return a page that lists its sources by type: those that it refers to if it is cut down."""
    listed = set(range(1, len(page.sources) + 1))
    if choice.brief or choice.sources == "none" or (choice.only and "sources" not in choice.only):
        listed = set()
    elif set(choice.only) - {"sources"}:
        listed &= set(_references(page))
    if choice.sources == "primary":
        listed = {n for n in listed if page.sources[n - 1].type is SourceType.PRIMARY}
    groups = []
    for source_type in SourceType:
        numbers = tuple(n for n in sorted(listed) if page.sources[n - 1].type is source_type)
        if numbers:
            groups.append(SourceGroup(f"{capitalize(source_type)} ({len(numbers)})", numbers))
    page = replace(page, source_groups=tuple(groups))
    if "sources" in choice.only and not groups:
        empty = Section("Sources", (Entry(text=NOT_RECORDED),), part="sources")
        page = replace(page, sections=(*page.sections, empty))
    return page


def _references(page: Page) -> Iterable[int]:
    for fact in page.facts:
        yield from fact.references
    for section in page.sections:
        yield from _references_in(section)


def _references_in(section: Section) -> Iterable[int]:
    for block in section.blocks:
        if not isinstance(block, Link):
            yield from block.references
    for group in section.groups:
        yield from _references_in(group)


def _refer_only_to(page: Page, numbers: set[int]) -> Page:
    """Return a page without the references to other sources."""

    def keep(item: ItemT) -> ItemT:
        if isinstance(item, Link):
            return item
        return replace(item, references=tuple(n for n in item.references if n in numbers))

    def keep_in(section: Section) -> Section:
        return replace(
            section,
            blocks=tuple(keep(block) for block in section.blocks),
            groups=tuple(keep_in(group) for group in section.groups),
        )

    return replace(
        page,
        facts=tuple(keep(fact) for fact in page.facts),
        sections=tuple(keep_in(section) for section in page.sections),
    )
