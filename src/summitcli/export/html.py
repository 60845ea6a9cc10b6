"""HTML: one page that needs nothing else: no script, no font, no picture, no network.

Every text is escaped, and only http and https addresses become links.
"""

import re
from collections.abc import Container, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO

from summitcli.derived.views import build_view
from summitcli.export.extras import library
from summitcli.export.scripts import mark_scripts
from summitcli.export.selection import Extract
from summitcli.model import SECTIONS, Source
from summitcli.pages.page import Entry, Link, Page, Pages, Versions, WebLink
from summitcli.pages.wording import capitalize, format_date, humanize, source_marks, tone_of
from summitcli.tables.fields import with_fields
from summitcli.tables.result import Result, table_of
from summitcli.tables.table import Column, Document, Table

if TYPE_CHECKING:
    from jinja2 import Environment

# Control characters and noncharacters, which HTML does not allow.
_INVALID = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
    + "]"
)
_ADDRESS = re.compile(r'https?://[^\s<>"\\^`{|}]+', re.IGNORECASE)
_TITLES = {"Hit": "Search results", "DayEntry": "On this day", "Tally": "Counts"}


def write_html(result: Result, fields: tuple[str, ...] | None, out: BinaryIO) -> None:
    """Write pages of records shown in full, or a table, as one HTML document."""
    if isinstance(result, Pages) and fields is None:
        pages = [PageAnchors(page, f"{page.id}.") for page in result.build()]
        ids = {page.page.id for page in pages}
        content = _render("pages.html", ids, pages=pages, info=result.dataset.info)
    else:
        content = _render("table.html", (), **_table(result, fields))
    out.write(content.encode("utf-8", "replace"))


def write_meetings(extract: Extract, out: BinaryIO) -> None:
    """Write the pages of the meetings of an extract as one HTML document."""
    dataset = extract.dataset
    views = [build_view(meeting, dataset) for meeting in extract.meetings()]
    write_html(Pages(views, dataset), None, out)


def _table(result: Result, fields: tuple[str, ...] | None) -> dict[str, object]:
    """Return what the template of tables needs."""
    table = table_of(result)
    shown = table if fields is None else with_fields(table, fields)
    document = result if isinstance(result, Document) else None
    groups: list[tuple[str, list[list[object]]]] = []
    for row in table.rows:
        heading = table.group(row) if table.group is not None else ""
        if not groups or groups[-1][0] != heading:
            groups.append((heading, []))
        groups[-1][1].append(list(_cells(shown, row)))
    return {
        "title": _title(table),
        "columns": shown.columns,
        "groups": groups,
        "document": document,
    }


def _cells(table: Table[Any], row: Any) -> Iterator[object]:
    """Yield the cells of a row: lists of lines where the row is a mapping, as in a comparison."""
    if isinstance(row, dict):
        yield from (row[field] for field in table.fields)
        return
    columns: tuple[Column[Any], ...] = table.columns
    yield from (column.cell(row) for column in columns)


def _title(table: Table[Any]) -> str:
    for section, record_type in SECTIONS.items():
        if table.row_types and issubclass(table.row_types[0], record_type):
            return capitalize(section)
    name = table.row_types[0].__name__ if table.row_types else ""
    return _TITLES.get(name, "Timeline" if name == "TimelineEntry" else "Comparison")


class PageAnchors:
    """A page with the ids of its parts, by which links lead to notes and back.

    Where several pages share a document, the ids of each begin with a prefix of its own: that of
    the record and a full stop, which no id of a record contains.
    """

    def __init__(self, page: Page, prefix: str = "") -> None:
        self.page = page
        self._prefix = prefix
        self._references: dict[int, int] = {}
        self.sections = [(f"{prefix}{_slug(part.title)}", part) for part in page.sections]
        self.list_of_sources = f"{prefix}sources"

    def refer(self, number: int) -> str:
        """Return the id of the next reference to a note."""
        count = self._references[number] = self._references.get(number, 0) + 1
        return self._reference(number, count)

    def references(self, number: int) -> list[str]:
        """Return the ids of all references to a note so far."""
        return [self._reference(number, n + 1) for n in range(self._references.get(number, 0))]

    def note(self, number: int) -> str:
        """Return the id of a note."""
        return f"{self._prefix}note-{number}"

    def _reference(self, number: int, count: int) -> str:
        return f"{self._prefix}ref-{number}-{count}"


def _slug(title: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"\(.*\)", "", title.casefold())))


def web_address(url: str | None) -> str:
    """Return an address if it is one of the web, else an empty text."""
    return url if url and _ADDRESS.fullmatch(url) else ""


def host(url: str) -> str:
    """Return the host of a web address, as people read it."""
    from urllib.parse import urlsplit

    try:
        found = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return found.removeprefix("www.")


def title_language(source: Source) -> str:
    """Return the language of a source's title: English if it is a translation, in brackets."""
    return "en" if source.title.startswith("[") else source.language


def clean(value: object) -> object:
    """Replace the characters that HTML does not allow in a text."""
    return _INVALID.sub("\ufffd", value) if type(value) is str else value


def _render(template: str, ids: Container[str], **values: object) -> str:
    """Return a document in which the records with some ids are links to their place in it."""

    def address(identifier: str) -> str:
        return f"#{identifier}" if identifier in ids else ""

    return _environment().get_template(template).render(address=address, **values)


@cache
def _environment() -> "Environment":
    return environment("summitcli.export", needed_for="html", extra="export")


def environment(*packages: str, needed_for: str, extra: str) -> "Environment":
    """Return an environment with the templates of packages, and the filters that pages need.

    Templates find `address`, a function from the id of a record to its address or an empty text,
    in their context, and `source_links`, from a source to further links, among the globals.
    """
    with library("jinja2", needed_for, extra):
        from jinja2 import ChoiceLoader, Environment, PackageLoader
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(package) for package in packages]),
        autoescape=True,
        finalize=clean,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["source_links"] = lambda _: ()
    environment.filters.update(
        date=format_date,
        host=host,
        scripts=lambda text: mark_scripts(str(clean(text))) if type(text) is str else text,
        humanize=lambda text: capitalize(humanize(text)),
        title_language=title_language,
        tone=tone_of,
        type_and_marks=lambda source: (str(source.type), *source_marks(source)),
        web_address=web_address,
    )
    for name, kind in {
        "a_line": tuple,
        "a_record": Link,
        "an_address": WebLink,
        "an_entry": Entry,
        "versions": Versions,
    }.items():
        environment.tests[name] = lambda value, kind=kind: isinstance(value, kind)
    return environment
