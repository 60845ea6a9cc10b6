"""A page in brief: what fits on one screen, and how much more there is."""

from dataclasses import replace

from summitcli.model import SourceType
from summitcli.pages.page import Block, Entry, Fact, Page, Parts, Section, Versions

_MOST = 4
"How many points a section may show."

# Facts that are left out because they run over several lines.
_LONG = frozenset({"Agreements", "In public", "Also called", "Note", "Words for it", "By year"})

# Parts that are counted by what they contain, one and several.
_COUNTED = {
    "course": ("session", "sessions"),
    "topics": ("topic", "topics"),
    "agreed": ("agreement", "agreements"),
    "accounts": ("differing account", "differing accounts"),
    "judged": ("judgement", "judgements"),
    "notes": ("note", "notes"),
    "outcomes": ("outcome", "outcomes"),
    "claims": ("claim", "claims"),
    "around": ("record around it", "records around it"),
}


def brief_page(page: Page) -> Page:
    """Return the facts of a page, what was agreed, where accounts differ, and counts."""
    shown = [_brief(section) for section in page.sections if section.part in ("agreed", "accounts")]
    counts = Section("On the full page", (Entry(text=_counts(page)),))
    return replace(
        page,
        lead=_first_sentence(page.lead),
        facts=tuple(_fact(fact) for fact in page.facts if fact.label not in _LONG),
        sections=(*shown, counts),
    )


def _first_sentence(text: str) -> str:
    return text.split(". ", maxsplit=1)[0].rstrip(".") + "." if text else ""


def _fact(fact: Fact) -> Fact:
    return replace(fact, note="") if fact.parts else fact


def _brief(section: Section) -> Section:
    """Return a section with its first points only, each without details."""
    points = [_point(block) for block in section.blocks[:_MOST]]
    left = len(section.blocks) - len(points)
    if left:
        points.append(Entry(text=f"and {left} more"))
    return replace(section, blocks=tuple(points))


def _point(block: Block) -> Block:
    if isinstance(block, Versions):
        return Entry(_lead(block.point), references=block.references)
    if isinstance(block, Entry):
        return Entry(block.lead, block.meta, status=block.status, references=block.references)
    return block


def _lead(point: str) -> Parts:
    return (point,) if point else ()


def _counts(page: Page) -> str:
    counts: dict[str, int] = {}
    for section in page.sections:
        counts[section.part] = counts.get(section.part, 0) + _size(section)
    known = [
        f"{counts[part]} {one if counts[part] == 1 else several}"
        for part, (one, several) in _COUNTED.items()
        if counts.get(part)
    ]
    if page.sources:
        primary = sum(source.type is SourceType.PRIMARY for source in page.sources)
        known.append(f"{len(page.sources)} sources ({primary} primary)")
    return ", ".join(known)


def _size(section: Section) -> int:
    return len(section.blocks) + sum(map(_size, section.groups))
