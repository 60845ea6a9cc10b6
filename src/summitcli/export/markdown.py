"""Markdown: a table of a listing, an article of a record shown whole."""

import re
from collections.abc import Iterator

from summitcli.model import Source
from summitcli.pages.page import Article, Block, Entry, Link, Section, Versions
from summitcli.pages.wording import format_date, humanize, source_marks
from summitcli.tables.fields import format_cell, get_path
from summitcli.tables.table import Listing

# Everything that Markdown or HTML could take for markup is set off with a backslash: anywhere, or
# where a text begins and may be a list or a rule.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&]|^[-+](?=[-\s]|$))")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")

# What would end the address of a link, or be taken for code before the link is.
_IN_ADDRESS = re.compile(r"[()\\`|]")


def md(listing: Listing, fields: tuple[str, ...] | None) -> str:
    """A GitHub-flavoured table, or one article a record."""
    if fields is not None:
        header = list(fields)
        rows = [[format_cell(get_path(row, path)) for path in fields] for row in listing.rows]
    elif listing.articles is not None:
        return "\n".join("\n".join(_article(article)) for article in listing.articles())
    else:
        header = [column.header for column in listing.columns]
        rows = [[column.cell(row) for column in listing.columns] for row in listing.rows]
    lines = [header, ["---"] * len(header), *([_text(value) for value in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _text(text: str) -> str:
    text = " ".join(text.split())
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))


def _article(article: Article) -> Iterator[str]:
    yield f"# {_text(article.title)}\n"
    yield f"*{_text(article.kicker)}* · `{article.id}`\n"
    if article.lead:
        yield f"{_text(article.lead)}\n"
    if article.facts:
        for fact in article.facts:
            note = f" — {_text(fact.note)}" if fact.note and fact.text else _text(fact.note)
            yield f"- **{_text(fact.label)}:** {_text(fact.text)}{note}"
        yield ""
    for section in article.sections:
        yield from _section(section, "##")
    if article.sources:
        yield "## Sources\n"
        for number, source in enumerate(article.sources, 1):
            yield f"{number}. {_source(source)}"
        yield ""


def _section(section: Section, level: str) -> Iterator[str]:
    yield f"{level} {_text(section.title)}\n"
    for block in section.blocks:
        yield from _block(block)
    if section.blocks:
        yield ""
    for group in section.groups:
        yield from _section(group, level + "#")


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Entry):
        lead = f"**{_text(block.lead)}**" if block.lead else ""
        meta = f" ({_text(block.meta)})" if block.meta else ""
        text = f": {_text(block.text)}" if lead and block.text else _text(block.text)
        yield f"- {lead}{meta}{text}{_references(block.references)}"
        if block.status:
            what = f": {_text(block.status_text)}" if block.status_text else ""
            yield f"  - *{_text(humanize(block.status))}*{what}"
    elif isinstance(block, Versions):
        if block.point:
            yield f"- **{_text(block.point)}**{_references(block.references)}"
        for party, lines in block.versions:
            said = "; ".join(_text(line) for line in lines)
            yield f"  - {_text(party)}: {said}" if block.point else f"- {_text(party)}: {said}"
    elif isinstance(block, Link):
        yield f"- `{block.id}` {_text(block.title)}" + (
            f" ({_text(block.meta)})" if block.meta else ""
        )


def _references(numbers: tuple[int, ...]) -> str:
    return "".join(f" \\[{number}\\]" for number in numbers)


def _source(source: Source) -> str:
    about = [
        source.author or "",
        source.publisher or "",
        format_date(source.date) if source.date else "",
    ]
    marks = [str(source.type), *source_marks(source)]
    text = ", ".join(_text(part) for part in about if part)
    address = _IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", source.url or "")
    title = f"[{_text(source.title)}]({address})" if address else _text(source.title)
    return f"{title}. {text} ({', '.join(marks)})"
