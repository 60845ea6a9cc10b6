"""Markdown: a table of many records, a page for a record shown in full."""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from summitcli.model import Source
from summitcli.pages.page import (
    Block,
    Entry,
    Page,
    Pages,
    Part,
    Parts,
    Section,
    Versions,
    WebLink,
    text_of,
)
from summitcli.pages.wording import describe_source, humanize
from summitcli.tables.fields import with_fields
from summitcli.tables.result import Result, table_of
from summitcli.tables.table import Column, Document, Table

# Characters that Markdown or HTML could interpret as markup are escaped with a backslash: some
# anywhere, others only at the start of a text, where they would begin a list or a rule.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&]|^[-+](?=[-\s]|$))")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")

# Characters that would end the address of a link, or begin code inside it.
_IN_ADDRESS = re.compile(r"[()\\`|]")


def write_markdown(result: Result, fields: tuple[str, ...] | None, out: BinaryIO) -> None:
    """Write a GitHub-flavoured table, or one page for each record shown in full."""
    if isinstance(result, Pages) and fields is None:
        _write(out, "\n".join(line for page in result.build() for line in _page(page)) + "\n")
        return
    table = table_of(result)
    columns = _columns(table) if fields is None else with_fields(table, fields).columns
    if isinstance(result, Document) and result.title:
        _write(out, f"# {_text(result.title)}\n\n")
    header = [_text(column.header) for column in columns]
    empty = result.empty if isinstance(result, Document) else ""
    rows = ([_text(column.cell(row)) or empty for column in columns] for row in table.rows)
    for line in (header, ["---"] * len(header), *rows):
        _write(out, f"| {' | '.join(line)} |\n")
    if isinstance(result, Document):
        _write(out, "".join(f"{line}\n" for line in _source_lists(result)))


def _columns(table: Table[Any]) -> list[Column[Any]]:
    """Return the columns of a table, without those that say the same in every row."""
    columns = table.columns if table.written_columns is None else table.written_columns
    return [column for column in columns if not (column.fit.varied and table.is_uniform(column))]


def _write(out: BinaryIO, text: str) -> None:
    out.write(text.encode("utf-8", "replace"))


def _text(parts: Part | Parts) -> str:
    if isinstance(parts, tuple) and any(isinstance(part, WebLink) for part in parts):
        return "".join(map(_text, parts))
    text = " ".join(text_of(parts).split())
    escaped = _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))
    return _link(escaped, parts.url) if isinstance(parts, WebLink) else escaped


def _link(text: str, url: str | None) -> str:
    address = _IN_ADDRESS.sub(lambda found: f"%{ord(found[0]):02X}", url or "")
    return f"[{text}]({address})" if address else text


def _page(page: Page) -> Iterator[str]:
    yield f"# {_text(page.title)}\n"
    yield f"*{_text(page.kicker)}* · `{page.id}`\n"
    if page.lead:
        yield f"{_text(page.lead)}\n"
    if page.facts:
        for fact in page.facts:
            note = f" — {_text(fact.note)}" if fact.note and fact.parts else _text(fact.note)
            references = _references(fact.references, page)
            yield f"- **{_text(fact.label)}:** {_text(fact.parts)}{note}{references}"
        yield ""
    for section in page.sections:
        yield from _section(section, page, "##")
    if page.source_groups:
        yield f"## {page.sources_title}\n"
        for group in page.source_groups:
            yield f"### {group.title}\n"
            for number in group.numbers:
                yield f"- \\[{number}\\] {_source(page.sources[number - 1])}"
            yield ""


def _section(section: Section, page: Page, level: str) -> Iterator[str]:
    yield f"{level} {_text(section.title)}\n"
    for block in section.blocks:
        yield from _block(block, page)
    if section.blocks:
        yield ""
    for group in section.groups:
        yield from _section(group, page, level + "#")


def _block(block: Block, page: Page) -> Iterator[str]:
    if isinstance(block, Entry):
        yield from _entry(block, page)
    elif isinstance(block, Versions):
        if block.point:
            yield f"- **{_text(block.point)}**{_references(block.references, page)}"
        for party, lines in block.versions:
            text = "; ".join(_text(line) for line in lines)
            yield f"  - {_text(party)}: {text}" if block.point else f"- {_text(party)}: {text}"
    else:
        meta = f" ({_text(block.meta)})" if block.meta else ""
        yield f"- `{block.id}` {_text(block.title)}{meta}"


def _entry(entry: Entry, page: Page) -> Iterator[str]:
    lead = f"**{_text(entry.lead)}**" if entry.lead else ""
    meta = f" ({_text(entry.meta)})" if entry.meta else ""
    text = f": {_text(entry.text)}" if lead and entry.text else _text(entry.text)
    yield f"- {lead}{meta}{text}{_references(entry.references, page)}"
    for line in entry.details:
        yield f"  - {_text(line)}"
    if entry.status:
        note = f": {_text(entry.status_text)}" if entry.status_text else ""
        yield f"  - *{_text(humanize(entry.status))}*{note}"


def _references(numbers: tuple[int, ...], page: Page) -> str:
    """Return the numbers of sources, each a link to its source."""
    links = (_link(f"\\[{number}\\]", page.sources[number - 1].url) for number in numbers)
    return "".join(f" {link}" for link in links)


def _source_lists(document: Document) -> Iterator[str]:
    """Yield the sources of each record in a document."""
    if document.sources:
        yield "\n## Sources"
    for title, sources in document.sources:
        yield f"\n### {_text(title)}\n"
        for number, source in enumerate(sources, 1):
            yield f"{number}. {_source(source)}"


def _source(source: Source) -> str:
    about = describe_source(source)
    gap = " " if about.startswith(" ") else ""
    return _link(_text(source.title), source.url) + gap + _text(about)
