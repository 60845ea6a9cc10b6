"""Draw pages: one column of text at 80 columns, two on a wide terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from summitcli.model import Source
from summitcli.pages.page import Block, Entry, Fact, Link, Page, Parts, Section, Versions
from summitcli.pages.wording import format_date, humanize, source_marks, tone_of
from summitcli.terminal.console import host, line, styled

WIDE = 120  # width from which two readable columns of text fit
_GUTTER = 4
_BESIDE = 56  # width from which accounts are drawn side by side
_MEASURE = 100  # width beyond which a line of running text is hard to read


def draw_pages(console: Console, pages: Sequence[Page]) -> None:
    """Draw pages, one below the other."""
    for number, page in enumerate(pages):
        if number:
            console.print()
        draw_page(console, page)


def draw_page(console: Console, page: Page) -> None:
    """Draw the page of a record."""
    links = [source.url or "" for source in page.sources]
    console.print(styled(page.title, "title"))
    console.print(Text.assemble(styled(page.kicker), "  ", styled(page.id, "id")))
    if page.lead:
        console.print()
        console.print(Padding(styled(page.lead), (0, max(0, console.width - _MEASURE), 0, 0)))
    if page.facts:
        console.print()
        console.print(_facts(page.facts))
    for section in page.sections:
        console.print()
        _section(console, section, links)
    if page.sources:
        console.print()
        _heading(console, f"Sources ({len(page.sources)})")
        _sources(console, page.sources)


def _heading(console: Console, title: str) -> None:
    console.print(Rule(styled(title, "heading"), align="left", style="quiet", characters="─"))


def _facts(facts: Sequence[Fact]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", max_width=_MEASURE)
    for fact in facts:
        lines = [line(fact.parts)] if fact.parts else []
        if fact.note:
            lines.append(styled(fact.note, "quiet" if fact.parts else "plain"))
        grid.add_row(styled(fact.label, "label"), Group(*lines))
    return grid


def _section(console: Console, section: Section, links: list[str]) -> None:
    _heading(console, section.title)
    if section.blocks:
        console.print(_blocks(section.blocks, console.width, links))
    groups = [_group(group, _column(console.width), links) for group in section.groups]
    if groups:
        console.print(_flow(groups, console.width, gap=True))


def _group(group: Section, width: int, links: list[str]) -> RenderableType:
    title = styled(group.title, tone_of(group.title.split()[0].casefold()))
    return Group(title, *_spaced(_drawn(group.blocks, width, links)))


def _blocks(blocks: Sequence[Block], width: int, links: list[str]) -> RenderableType:
    if any(isinstance(block, Versions) for block in blocks):
        return Group(*_spaced(_drawn(blocks, width, links)))
    drawn = _drawn(blocks, _column(width), links)
    return _flow(drawn, width, gap=not isinstance(blocks[0], Link))


def _drawn(blocks: Sequence[Block], width: int, links: list[str]) -> list[RenderableType]:
    """Return the drawn blocks; points that are only a name share a line, others form a list."""
    drawn: list[RenderableType] = []
    metas = max((cell_len(b.meta) for b in blocks if isinstance(b, Link)), default=0)
    for brevity, run in groupby(blocks, key=_brevity):
        some = list(run)
        brief = [block for block in some if isinstance(block, Entry)]
        if brevity == "name" and len(brief) > 1:
            drawn.append(Text("; ").join(_head(entry, links, "plain") for entry in brief))
        elif brevity == "line":
            drawn.append(Group(*(_head(entry, links) for entry in brief)))
        else:
            drawn += [_block(block, width, links, metas) for block in some]
    return drawn


def _brevity(block: Block) -> str:
    if not isinstance(block, Entry) or block.text or block.status or block.status_text:
        return ""
    return "line" if block.meta else "name"


def _column(width: int) -> int:
    return (width - _GUTTER) // 2 if width >= WIDE else width


def _spaced(items: Sequence[RenderableType]) -> Iterator[RenderableType]:
    for number, item in enumerate(items):
        if number:
            yield Text()
        yield item


def _flow(items: Sequence[RenderableType], width: int, gap: bool = False) -> RenderableType:
    """Return items below each other, or on a wide terminal in two columns of similar height."""
    if width < WIDE or len(items) < 2:
        return Group(*(_spaced(items) if gap else items))
    column = _column(width)
    heights = [_height(item, column) + gap for item in items]
    half, split = sum(heights) / 2, 1
    while split < len(items) - 1 and sum(heights[:split]) + heights[split] / 2 <= half:
        split += 1
    grid = Table.grid(padding=(0, _GUTTER, 0, 0), expand=True)
    grid.add_column(ratio=1)
    grid.add_column(ratio=1)
    sides = (items[:split], items[split:])
    grid.add_row(*(Group(*(_spaced(side) if gap else side)) for side in sides))
    return grid


def _height(item: RenderableType, width: int) -> int:
    console = Console(width=width, height=100, color_system=None, _environ={})
    return len(console.render_lines(item, console.options.update(width=width)))


def _block(block: Block, width: int, links: list[str], metas: int) -> RenderableType:
    if isinstance(block, Entry):
        return _entry(block, links)
    if isinstance(block, Link):
        return _link(block, metas)
    return _versions(block, width, links)


def _entry(entry: Entry, links: list[str]) -> RenderableType:
    texts = [styled(part) for part in (entry.text, entry.status_text) if part]
    if entry.status:
        texts.insert(0, styled(humanize(entry.status), tone_of(entry.status)))
    if not texts:
        return _head(entry, links)
    body = Text(": " if entry.status else " ").join(texts)
    body.append_text(_references(entry.references, links))
    head = _head(replace(entry, references=()), links)
    return Group(head, Padding(body, (0, 0, 0, 2))) if head else body


def _head(entry: Entry, links: list[str], tone: str = "title") -> Text:
    head = Text()
    if entry.lead:
        head.append_text(line(entry.lead, tone))
    if entry.meta:
        gap: Parts = ("  ",) if entry.lead else ()
        head.append_text(line((*gap, *entry.meta), "quiet"))
    head.append_text(_references(entry.references, links))
    return head


def _references(numbers: Sequence[int], links: list[str]) -> Text:
    drawn = Text()
    for number in numbers:
        link = links[number - 1] if number <= len(links) else ""
        drawn.append(" " if number == numbers[0] else "")
        drawn.append_text(styled(f"[{number}]", "reference", link))
    return drawn


def _link(link: Link, metas: int) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    if link.meta:
        grid.add_column(no_wrap=True, min_width=max(metas, len("2018-07-16")))
    grid.add_column(overflow="fold")
    named = Text.assemble(styled(link.title), "  ", styled(link.id, "id"))
    grid.add_row(*([styled(link.meta, tone_of(link.meta))] if link.meta else []), named)
    return grid


def _versions(block: Versions, width: int, links: list[str]) -> RenderableType:
    head = Text()
    if block.point:
        head = styled(block.point, "title")
        head.append_text(_references(block.references, links))
    lines: list[RenderableType] = [head] if head else []
    parties = [
        Group(styled(party, "label"), *(_bullets(texts) if len(texts) > 1 else map(line, texts)))
        for party, texts in block.versions
    ]
    if width < _BESIDE:
        return Group(*lines, *parties)
    grid = Table.grid(padding=(0, 3, 0, 0), expand=True)
    for _ in parties:
        grid.add_column(ratio=1, overflow="fold")
    grid.add_row(*parties)
    return Group(*lines, Padding(grid, (0, 0, 0, 2)) if head else grid)


def _bullets(lines: Sequence[Parts]) -> Iterator[RenderableType]:
    for parts in lines:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_row(styled("·", "quiet"), line(parts))
        yield grid


def _sources(console: Console, sources: Sequence[Source]) -> None:
    """Draw the list of sources; without links, each address is on a line of its own, uncut."""
    drawn = [_source(number, source) for number, source in enumerate(sources, 1)]
    if console.is_terminal:
        console.print(_flow(drawn, console.width))
        return
    for reference, source in zip(drawn, sources, strict=True):
        console.print(reference)
        if source.url:
            console.print(styled(f"      {source.url}"), soft_wrap=True)


def _source(number: int, source: Source) -> RenderableType:
    about = [source.author, source.publisher, format_date(source.date) if source.date else None]
    marks = [str(source.type), *source_marks(source)]
    url = source.url or ""
    text = styled(source.title, link=url)
    stop = "" if source.title.endswith((".", "?", "!")) else "."
    text.append_text(
        styled(f"{stop} {', '.join(filter(None, about))} ({', '.join(marks)}). ", "quiet")
    )
    text.append_text(styled(host(url) or url, "reference", url))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", no_wrap=True, width=cell_len("[000]"))
    grid.add_column(overflow="fold")
    grid.add_row(styled(f"[{number}]", "reference", url), text)
    return grid
