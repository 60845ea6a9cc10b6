"""A page in brief: what fits on one screen, and how much more there is."""

from msgspec.structs import replace

from summitcli.model import SourceType
from summitcli.pages.page import Block, Entry, Fact, Page, Parts, Section, Versions, text_of
from summitcli.pages.wording import first_sentence, humanize

_MOST_LETTERS = 260
"How long the points of a section may be together."

# The facts that are kept: those that a reader looks for first, on a line each.
_KEPT = {
    *("Date", "Status", "Place", "Length", "Initiative"),  # meetings
    *("Verdict", "Judged", "How far"),  # claims and outcomes
    *("Born", "Died", "Offices", "By year", "Publisher", "Address"),  # people, themes, sources
}

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
}


def brief_page(page: Page) -> Page:
    """Return the first facts of a page, what was agreed, where accounts differ, and counts."""
    shown = tuple(
        _brief(section) for section in page.sections if section.part in ("agreed", "accounts")
    )
    facts = [replace(fact, note="") for fact in page.facts if fact.parts and fact.label in _KEPT]
    counts = _counts(page)
    if counts:
        facts.append(Fact("In full", (counts,)))
    return replace(page, lead=first_sentence(page.lead), facts=tuple(facts), sections=shown)


def _brief(section: Section) -> Section:
    """Return a section with its first points only, each without details."""
    points: list[Block] = []
    letters = 0
    for block in section.blocks:
        point = _point(block)
        letters += _letters(point)
        if points and letters > _MOST_LETTERS:
            break
        points.append(point)
    every = len(section.blocks)
    title = section.title if len(points) == every else f"{section.title} ({len(points)} of {every})"
    return replace(section, title=title, blocks=tuple(points))


def _point(block: Block) -> Block:
    if isinstance(block, Versions):
        return Entry(_lead(block.point), references=block.references)
    if isinstance(block, Entry):
        status = (humanize(block.status),) if block.status else ()
        return Entry(block.lead, status or block.meta, references=block.references)
    return block


def _letters(block: Block) -> int:
    return len(text_of((*block.lead, *block.meta))) if isinstance(block, Entry) else 0


def _lead(point: str) -> Parts:
    return (point,) if point else ()


def _counts(page: Page) -> str:
    """Return how much the full page has: its links of each kind, and the parts of a meeting."""
    counts: dict[str, int] = {}
    for section in page.sections:
        counts[section.part] = counts.get(section.part, 0) + _size(section)
    known = [
        f"{counts[part]} {one if counts[part] == 1 else several}"
        for part, (one, several) in _COUNTED.items()
        if counts.get(part)
    ]
    linked = [
        f"{_uncounted(section.title)}: {_size(section)}"
        for section in page.sections
        if section.part == "around" and section.blocks and not counts.get("topics")
    ]
    if page.sources:
        primary = sum(source.type is SourceType.PRIMARY for source in page.sources)
        count = len(page.sources)
        known.append(f"{count} source{'s' if count != 1 else ''} ({primary} primary)")
    return "; ".join([*linked, *known]) if linked else ", ".join(known)


def _uncounted(title: str) -> str:
    """Return the title of a section without the count that may follow it."""
    return title.rpartition(" (")[0] if title.endswith(")") else title


def _size(section: Section) -> int:
    return len(section.blocks) + sum(map(_size, section.groups))
