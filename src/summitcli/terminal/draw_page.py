"""Draw pages: one column of text at 80 columns, two on a wide terminal."""

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace
from rich.cells import cell_len
from rich.text import Text

from summitcli.pages.page import Block, Entry, Fact, Link, Page, Parts, Section, Versions
from summitcli.pages.wording import humanize, tone_of
from summitcli.terminal.console import Console, line, mark, styled
from summitcli.terminal.draw_sources import set_sources
from summitcli.terminal.layout import (
    Lines,
    balanced,
    beside,
    hanging,
    indented,
    print_lines,
    rule,
    stack,
    wrap,
)

WIDE = 120  # width from which two readable columns of text fit
GUTTER = 4
_BESIDE = 56  # width from which accounts are drawn side by side
_BETWEEN = 3  # columns between accounts that are drawn side by side
_MEASURE = 100  # width beyond which a line of running text is hard to read


def draw_pages(console: Console, pages: Sequence[Page], urls: bool | None = None) -> None:
    """Draw pages, one below the other, with the addresses of sources if `urls` says so.

    By default, addresses are written out if the text has no hyperlinks.
    """
    shown = not console.is_terminal if urls is None else urls
    print_lines(console, stack([set_page(console, page, shown) for page in pages], True))


def set_page(console: Console, page: Page, urls: bool) -> Lines:
    """Return all lines of a page, with the addresses of sources if `urls` says so."""
    return _PageSetter(console, page, urls).lines()


class _PageSetter:
    """Sets a page in lines."""

    def __init__(self, console: Console, page: Page, urls: bool) -> None:
        self._console = console
        self._page = page
        self._urls = urls
        self._width = console.width
        self._column = (self._width - GUTTER) // 2 if self._width >= WIDE else self._width
        self._links = [source.url or "" for source in page.sources]

    def lines(self) -> Lines:
        """Return all lines of the page."""
        page = self._page
        named = Text.assemble(styled(page.kicker), "  ", styled(page.id, "id"))
        head = [
            *self._wrap(styled(page.title, "title"), self._width),
            *self._wrap(named, self._width),
        ]
        blocks = [head]
        if page.lead:
            blocks.append(self._wrap(styled(page.lead), min(self._width, _MEASURE)))
        if page.facts:
            blocks.append(self._facts(page.facts))
        blocks += [self._section(section) for section in page.sections]
        if page.source_groups:
            sources = set_sources(self._console, page, self._column, self._urls)
            blocks.append([*self._heading(page.sources_title), *sources])
        return stack(blocks, gap=True)

    def _wrap(self, text: Text, width: int) -> Lines:
        return wrap(self._console, text, width)

    def _line(self, parts: Parts, tone: str = "plain") -> Text:
        return line(parts, tone, self._console)

    def _heading(self, title: str) -> Lines:
        """Return a heading, and a line that leads from it to the right margin."""
        lines = self._wrap(
            mark(self._console, styled(title, "heading"), heading=title), self._width
        )
        rest = self._width - cell_len(lines[-1].plain) - 1
        if rest > 0:
            lines[-1] = Text.assemble(lines[-1], " ", rule(rest))
        return lines

    def _facts(self, facts: Sequence[Fact]) -> Lines:
        labels = max(cell_len(fact.label) for fact in facts) + 2
        width = max(1, min(_MEASURE, self._width - labels))
        lines: Lines = []
        for fact in facts:
            texts = [self._line(fact.parts)] if fact.parts else []
            if fact.note:
                texts.append(styled(fact.note, "quiet" if fact.parts else "plain"))
            if texts:
                texts[-1].append_text(self._references(fact.references))
            block = stack([self._wrap(text, width) for text in texts])
            lines += hanging(styled(fact.label, "label"), labels, block)
        return lines

    def _section(self, section: Section) -> Lines:
        lines = self._heading(section.title)
        if any(isinstance(block, Versions) for block in section.blocks):
            lines += stack(self._blocks(section.blocks, self._width), gap=True)
        elif section.blocks:
            gap = not isinstance(section.blocks[0], Link)
            lines += self._flow(self._blocks(section.blocks, self._column), gap)
        groups = [self._group(group) for group in section.groups]
        return lines + self._flow(groups, gap=True)

    def _group(self, group: Section) -> Lines:
        title = styled(group.title, tone_of(group.title.split()[0].casefold()))
        title.stylize("heading")
        blocks = stack(self._blocks(group.blocks, self._column), gap=True)
        return [*self._wrap(title, self._column), *blocks]

    def _flow(self, blocks: Sequence[Lines], gap: bool) -> Lines:
        """Return blocks below each other, or on a wide terminal in two columns."""
        if self._column == self._width or len(blocks) < 2:
            return stack(blocks, gap)
        return balanced(blocks, (self._column + GUTTER, self._column), gap)

    def _blocks(self, blocks: Sequence[Block], width: int) -> list[Lines]:
        """Return blocks in lines; entries that are only a name share one, others form a list."""
        drawn: list[Lines] = []
        metas = max(
            (cell_len(block.meta) for block in blocks if isinstance(block, Link)), default=0
        )
        for brevity, run in groupby(blocks, key=_brevity):
            some = list(run)
            brief = [block for block in some if isinstance(block, Entry)]
            if brevity == "name" and len(brief) > 1:
                names = Text("; ").join(self._head(entry, "plain") for entry in brief)
                drawn.append(self._wrap(names, width))
            elif brevity == "line":
                drawn.append(stack([self._wrap(self._head(entry), width) for entry in brief]))
            else:
                drawn += [self._block(block, width, metas) for block in some]
        return drawn

    def _block(self, block: Block, width: int, metas: int) -> Lines:
        if isinstance(block, Entry):
            return self._entry(block, width)
        if isinstance(block, Link):
            return self._link(block, width, metas)
        return self._versions(block, width)

    def _entry(self, entry: Entry, width: int) -> Lines:
        said = [styled(part) for part in (entry.text, entry.status_text) if part]
        if entry.status:
            said.insert(0, styled(humanize(entry.status), tone_of(entry.status)))
        details = [self._wrap(self._line(parts, "quiet"), width - 2) for parts in entry.details]
        if not said:
            return [*self._wrap(self._head(entry), width), *indented(stack(details))]
        body = Text(": " if entry.status else " ").join(said)
        body.append_text(self._references(entry.references))
        head = self._head(replace(entry, references=()))
        if not head:
            return [*self._wrap(body, width), *stack(details)]
        below = indented(stack([self._wrap(body, width - 2), *details]))
        return [*self._wrap(head, width), *below]

    def _head(self, entry: Entry, tone: str = "title") -> Text:
        head = Text()
        if entry.lead:
            head.append_text(self._line(entry.lead, tone))
        if entry.meta:
            gap: Parts = ("  ",) if entry.lead else ()
            head.append_text(self._line((*gap, *entry.meta), "quiet"))
        head.append_text(self._references(entry.references))
        return head

    def _references(self, numbers: Sequence[int]) -> Text:
        drawn = Text()
        for number in numbers:
            drawn.append(" " if number == numbers[0] else "")
            label = styled(f"[{number}]", "reference", self._links[number - 1])
            drawn.append_text(mark(self._console, label, note=number))
        return drawn

    def _link(self, link: Link, width: int, metas: int) -> Lines:
        title = mark(self._console, styled(link.title), record=link.id)
        named = Text.assemble(title, "  ", styled(link.id, "id"))
        if not link.meta:
            return self._wrap(named, width)
        label = max(metas, len("2018-07-16")) + 2
        meta = styled(link.meta, tone_of(link.meta))
        return hanging(meta, label, self._wrap(named, width - label))

    def _versions(self, block: Versions, width: int) -> Lines:
        head = styled(block.point, "title")
        head.append_text(self._references(block.references))
        heading = self._wrap(head, width) if block.point else []
        bullets = any(len(texts) > 1 for _, texts in block.versions)
        if width < _BESIDE:
            return heading + stack(
                [self._version(*item, width, bullets) for item in block.versions]
            )
        indent = 2 if block.point else 0
        count = len(block.versions)
        column = (width - indent - _BETWEEN * (count - 1)) // count
        columns = [self._version(*item, column, bullets) for item in block.versions]
        return heading + indented(beside(columns, [column + _BETWEEN] * count), indent)

    def _version(self, party: str, texts: tuple[Parts, ...], width: int, bullets: bool) -> Lines:
        if bullets:
            bullet = Text("·", style="ornament")
            blocks = [hanging(bullet, 2, self._wrap(self._line(text), width - 2)) for text in texts]
        else:
            blocks = [self._wrap(self._line(text), width) for text in texts]
        return [*self._wrap(styled(party, "label"), width), *stack(blocks)]


def _brevity(block: Block) -> str:
    if not isinstance(block, Entry) or block.text or block.status or block.status_text:
        return ""
    if block.details:
        return ""
    return "line" if block.meta else "name"
