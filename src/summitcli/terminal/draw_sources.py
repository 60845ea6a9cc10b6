"""Draw the list of sources at the end of a page, grouped by type, each with its number."""

from rich.cells import cell_len
from rich.text import Text

from summitcli.model import Source
from summitcli.pages.page import Page
from summitcli.pages.wording import describe_source
from summitcli.terminal.console import Console, host, mark, styled
from summitcli.terminal.layout import Lines, balanced, hanging, stack, wrap

_NUMBER = cell_len("[000] ")
_GUTTER = 4


def set_sources(console: Console, page: Page, column: int, urls: bool) -> Lines:
    """Return the sources that a page lists, in two columns if these are narrower than the screen.

    With addresses, each is whole, on a line of its own, so that there is only one column.
    """
    blocks: list[Lines] = []
    for group in page.source_groups:
        title = styled(group.title, "label")
        sources = [
            _source(console, number, page.sources[number - 1], column, urls)
            for number in group.numbers
        ]
        if urls or column == console.width:
            drawn = stack(sources)
        else:
            drawn = balanced(sources, (column + _GUTTER, column), gap=False)
        blocks.append([title, *drawn])
    return stack(blocks)


def _source(console: Console, number: int, source: Source, column: int, urls: bool) -> Lines:
    url = source.url or ""
    text = mark(console, styled(source.title, link=url), record=source.id)
    text.append_text(styled(describe_source(source), "quiet"))
    if url and not urls:
        text.append(" ")
        web = styled(host(url) or url, "reference", url)
        text.append_text(mark(console, web, web=url) if host(url) else web)
    label = mark(console, styled(f"[{number}]", "reference", url), source=number)
    label.pad_left(_NUMBER - 1 - len(label))
    width = console.width if urls else column
    lines = hanging(label, _NUMBER, wrap(console, text, width - _NUMBER))
    if url and urls:
        lines += hanging(Text(), _NUMBER, [styled(url, "plain", url)])
    return lines
