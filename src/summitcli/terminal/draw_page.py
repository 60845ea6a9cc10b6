"""An article drawn for a terminal: one column of text at 80, two where there is room for them."""

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
from summitcli.pages.page import Article, Block, Entry, Fact, Link, Section, Versions
from summitcli.pages.wording import format_date, humanize, source_marks, tone_of
from summitcli.terminal.console import host, text

WIDE = 120  # columns from which two columns of text of a good measure fit
_GUTTER = 4
_BESIDE = 56  # columns from which two accounts are better beside than above each other
_MEASURE = 100  # columns beyond which a line of running text is hard to read


def articles(console: Console, contents: Sequence[Article]) -> None:
    """Draw articles, one under the other."""
    for number, content in enumerate(contents):
        if number:
            console.print()
        article(console, content)


def article(console: Console, content: Article) -> None:
    """Draw the article of a record."""
    links = [source.url or "" for source in content.sources]
    console.print(text(content.title, "title"))
    console.print(Text.assemble(text(content.kicker), "  ", text(content.id, "id")))
    if content.lead:
        console.print()
        console.print(Padding(text(content.lead), (0, max(0, console.width - _MEASURE), 0, 0)))
    if content.facts:
        console.print()
        console.print(_facts(content.facts))
    for section in content.sections:
        console.print()
        _section(console, section, links)
    if content.sources:
        console.print()
        _heading(console, f"Sources ({len(content.sources)})")
        _sources(console, content.sources)


def _heading(console: Console, title: str) -> None:
    console.print(Rule(text(title, "heading"), align="left", style="quiet", characters="─"))


def _facts(facts: Sequence[Fact]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold", max_width=_MEASURE)
    for fact in facts:
        address = fact.text if fact.text.startswith(("http://", "https://")) else ""
        lines = [text(fact.text, link=address)] if fact.text else []
        if fact.note:
            lines.append(text(fact.note, "quiet" if fact.text else "plain"))
        grid.add_row(text(fact.label, "label"), Group(*lines))
    return grid


def _section(console: Console, section: Section, links: list[str]) -> None:
    _heading(console, section.title)
    if section.blocks:
        console.print(_blocks(section.blocks, console.width, links))
    groups = [
        Group(text(group.title, tone_of(group.title.split()[0].casefold())),
              *_spaced(_drawn(group.blocks, _column(console.width), links)))
        for group in section.groups
    ]  # fmt: skip
    if groups:
        console.print(_flow(groups, console.width, gap=True))


def _blocks(blocks: Sequence[Block], width: int, links: list[str]) -> RenderableType:
    if any(isinstance(block, Versions) for block in blocks):
        return Group(*_spaced(_drawn(blocks, width, links)))
    drawn = _drawn(blocks, _column(width), links)
    return _flow(drawn, width, gap=not isinstance(blocks[0], Link))


def _drawn(blocks: Sequence[Block], width: int, links: list[str]) -> list[RenderableType]:
    """Blocks, drawn; points that are no more than a name stand in a line, others in a list."""
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
    """Items under each other; on a wide terminal in two columns of about the same height."""
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
        return _record(block, metas)
    return _versions(block, width, links)


def _entry(entry: Entry, links: list[str]) -> RenderableType:
    said = [text(part) for part in (entry.text, entry.status_text) if part]
    if entry.status:
        said.insert(0, text(humanize(entry.status), tone_of(entry.status)))
    if not said:
        return _head(entry, links)
    body = Text(": " if entry.status else " ").join(said)
    body.append_text(_references(entry.references, links))
    head = _head(replace(entry, references=()), links)
    return Group(head, Padding(body, (0, 0, 0, 2))) if head else body


def _head(entry: Entry, links: list[str], tone: str = "title") -> Text:
    head = Text()
    if entry.lead:
        head.append_text(text(entry.lead, tone))
    if entry.meta:
        head.append_text(text(f"  {entry.meta}" if entry.lead else entry.meta, "quiet"))
    head.append_text(_references(entry.references, links))
    return head


def _references(numbers: Sequence[int], links: list[str]) -> Text:
    drawn = Text()
    for number in numbers:
        link = links[number - 1] if number <= len(links) else ""
        drawn.append(" " if number == numbers[0] else "")
        drawn.append_text(text(f"[{number}]", "reference", link))
    return drawn


def _record(link: Link, metas: int) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    if link.meta:
        grid.add_column(no_wrap=True, min_width=max(metas, len("2018-07-16")))
    grid.add_column(overflow="fold")
    named = Text.assemble(text(link.title), "  ", text(link.id, "id"))
    grid.add_row(*([text(link.meta, tone_of(link.meta))] if link.meta else []), named)
    return grid


def _versions(block: Versions, width: int, links: list[str]) -> RenderableType:
    head = Text()
    if block.point:
        head = text(block.point, "title")
        head.append_text(_references(block.references, links))
    lines: list[RenderableType] = [head] if head else []
    parties = [
        Group(text(party, "label"), *(_bullets(said) if len(said) > 1 else map(text, said)))
        for party, said in block.versions
    ]
    if width < _BESIDE:
        return Group(*lines, *parties)
    grid = Table.grid(padding=(0, 3, 0, 0), expand=True)
    for _ in parties:
        grid.add_column(ratio=1, overflow="fold")
    grid.add_row(*parties)
    return Group(*lines, Padding(grid, (0, 0, 0, 2)) if head else grid)


def _bullets(lines: Sequence[str]) -> Iterator[RenderableType]:
    for line in lines:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_row(text("·", "quiet"), text(line))
        yield grid


def _sources(console: Console, sources: Sequence[Source]) -> None:
    """A reference list; where no link can carry an address, it has a line of its own, whole."""
    drawn = [_source(number, source) for number, source in enumerate(sources, 1)]
    if console.is_terminal:
        console.print(_flow(drawn, console.width))
        return
    for reference, source in zip(drawn, sources, strict=True):
        console.print(reference)
        if source.url:
            console.print(text(f"      {source.url}"), soft_wrap=True)


def _source(number: int, source: Source) -> RenderableType:
    about = [source.author, source.publisher, format_date(source.date) if source.date else None]
    marks = [str(source.type), *source_marks(source)]
    url = source.url or ""
    line = text(source.title, link=url)
    stop = "" if source.title.endswith((".", "?", "!")) else "."
    line.append_text(
        text(f"{stop} {', '.join(filter(None, about))} ({', '.join(marks)}). ", "quiet")
    )
    line.append_text(text(host(url) or url, "reference", url))
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", no_wrap=True, width=cell_len("[000]"))
    grid.add_column(overflow="fold")
    grid.add_row(text(f"[{number}]", "reference", url), line)
    return grid
