"""Markdown: a table of many records, a page for a record shown in full."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from summitcli.model import Source
from summitcli.pages.page import (
    Block,
    Entry,
    Link,
    Page,
    Pages,
    Part,
    Parts,
    Section,
    Versions,
    text_of,
)
from summitcli.pages.wording import format_date, humanize, source_marks
from summitcli.tables.fields import with_fields
from summitcli.tables.result import Result, table_of

# Characters that Markdown or HTML could interpret as markup are escaped with a backslash: some
# anywhere, others only at the start of a text, where they would begin a list or a rule.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&]|^[-+](?=[-\s]|$))")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")

# Characters that would end the address of a link, or begin code inside it.
_IN_ADDRESS = re.compile(r"[()\\`|]")


def write_markdown(result: Result, fields: tuple[str, ...] | None, out: BinaryIO) -> None:
    """Write a GitHub-flavoured table, or one page for each record shown in full."""
    if isinstance(result, Pages) and fields is None:
        out.write(
            "\n".join("\n".join(_page(page)) for page in result.build()).encode("utf-8", "replace")
        )
        return
    table = table_of(result)
    columns = table.columns if fields is None else with_fields(table, fields).columns
    header = [column.header for column in columns]
    rows = ([_text(column.cell(row)) for column in columns] for row in table.rows)
    for line in (header, ["---"] * len(header), *rows):
        out.write(f"| {' | '.join(line)} |\n".encode("utf-8", "replace"))


def _text(parts: Part | Parts) -> str:
    text = " ".join(text_of(parts).split())
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))


def _page(page: Page) -> Iterator[str]:
    yield f"# {_text(page.title)}\n"
    yield f"*{_text(page.kicker)}* · `{page.id}`\n"
    if page.lead:
        yield f"{_text(page.lead)}\n"
    if page.facts:
        for fact in page.facts:
            note = f" — {_text(fact.note)}" if fact.note and fact.parts else _text(fact.note)
            yield f"- **{_text(fact.label)}:** {_text(fact.parts)}{note}"
        yield ""
    for section in page.sections:
        yield from _section(section, "##")
    if page.sources:
        yield "## Sources\n"
        for number, source in enumerate(page.sources, 1):
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
            note = f": {_text(block.status_text)}" if block.status_text else ""
            yield f"  - *{_text(humanize(block.status))}*{note}"
    elif isinstance(block, Versions):
        if block.point:
            yield f"- **{_text(block.point)}**{_references(block.references)}"
        for party, lines in block.versions:
            text = "; ".join(_text(line) for line in lines)
            yield f"  - {_text(party)}: {text}" if block.point else f"- {_text(party)}: {text}"
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
