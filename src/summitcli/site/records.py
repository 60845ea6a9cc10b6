"""The page of each record, and the same record as files to download."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from summitcli.derived.views import View, build_view
from summitcli.export.citation import Style, cite_record
from summitcli.export.html import PageAnchors
from summitcli.model import SECTIONS, Dataset, Meeting, Record, Source, names_of
from summitcli.pages.build import page_of
from summitcli.pages.page import Page, Pages
from summitcli.pages.wording import capitalize
from summitcli.search.attendance import Attendee
from summitcli.search.select import ordered
from summitcli.site.addresses import FOLDERS, root_from
from summitcli.site.site import Head, Site
from summitcli.site.structured import describe_record

_DESCRIPTION = 300  # letters of a page's description for search engines
_STYLES = {Style.NOTE: "Chicago", Style.APA: "APA", Style.MLA: "MLA", Style.BIBTEX: "BibTeX"}

# How much the title of a record counts in search, by section; Pagefind's scale ends at 10.
_WEIGHTS = {"meetings": 10, "people": 9, "themes": 9, "sources": 1}


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The record before or after another in its section."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file that holds one record."""

    label: str
    address: str


def write_records(site: Site) -> Iterator[None]:
    """Write the pages of all records and participants; yield after each."""
    for section in SECTIONS:
        order = _in_order(section, site.dataset)
        position = {identifier: number for number, identifier in enumerate(order)}
        for record in site.dataset.stream(section):
            number = position[record.id]
            around = (
                _neighbour(site, order[number - 1] if number else None),
                _neighbour(site, order[number + 1] if number + 1 < len(order) else None),
            )
            _write_record(site, section, record, around)
            yield
    for person in site.addresses.participants.values():
        _write_record(site, "people", person, (None, None))
        yield


def _in_order(section: str, dataset: Dataset) -> list[str]:
    if section == "meetings":
        return [meeting.id for meeting in ordered(dataset.summaries())]
    return list(dataset.ids(section))


def _neighbour(site: Site, identifier: str | None) -> Neighbour | None:
    if identifier is None:
        return None
    address = root_from("section/record/") + site.addresses(identifier)
    return Neighbour(site.dataset.titles[identifier], address)


def _write_record(
    site: Site,
    section: str,
    record: Record | Attendee,
    around: tuple[Neighbour | None, Neighbour | None],
) -> None:
    view = build_view(record, site.dataset)
    page = page_of(view, site.dataset)
    path = site.addresses(record.id)
    known = record if isinstance(record, Record) else None
    date = getattr(record, "date", None)
    site.searched[path] = (capitalize(view.record_type), date[:4] if date else "")
    site.write_page(
        path,
        "record_page.html",
        Head(
            title=page.title,
            description=_described(page),
            data=_data(record, site.dataset),
            kind="article",
        ),
        page=PageAnchors(page),
        section=section,
        folder=FOLDERS[section],
        section_title=capitalize(FOLDERS[section]),
        type_name=capitalize(view.record_type),
        language=_language(record),
        weight=_WEIGHTS.get(section, 4),
        names=_names(record),
        previous=around[0],
        next=around[1],
        downloads=list(_downloads(site, view, known)),
        citations=[] if known is None else list(_citations(site, known, path)),
    )


def _described(page: Page) -> str:
    text = page.lead or f"{page.title}. {page.kicker}."
    if len(text) <= _DESCRIPTION:
        return text
    return f"{text[:_DESCRIPTION].rsplit(' ', 1)[0]} …"


def _data(record: Record | Attendee, dataset: Dataset) -> dict[str, object]:
    if isinstance(record, Attendee):
        return {"@type": "Person", "identifier": record.id, "name": record.title}
    return describe_record(record, dataset)


def _language(record: Record | Attendee) -> str:
    """Return the language of a record's title if it may not be English."""
    from summitcli.export.html import title_language

    return title_language(record) if isinstance(record, Source) else ""


def _names(record: Record | Attendee) -> str:
    """Return the other names of a record, by which search should find it."""
    names: Iterable[str] = record.names if isinstance(record, Attendee) else names_of(record)
    more: tuple[str | None, ...] = ()
    if isinstance(record, Meeting) and record.place:
        more = (record.place.city, *record.place.aliases)
    elif isinstance(record, Source):
        more = (record.author, record.publisher)
    return "; ".join(filter(None, (*names, *more, record.id.replace("-", " "))))


def _downloads(site: Site, view: View, record: Record | None) -> Iterator[Download]:
    """Write a record in other formats beside the folder of its page, and yield each file."""
    from summitcli.export.json_ import write_json
    from summitcli.export.markdown import write_markdown

    pages = Pages([view], site.dataset)
    for suffix, label, write in (
        ("json", "JSON", write_json),
        ("md", "Markdown", write_markdown),
    ):
        out = BytesIO()
        write(pages, None, out)
        yield _download(site, view.id, suffix, label, out.getvalue())
    if record is not None:
        yield _download(site, view.id, "bib", "BibTeX", _bibtex(record, site.dataset))
    if isinstance(record, Meeting):
        from summitcli.export.calendar_ import meeting_calendar

        calendar = meeting_calendar(record, site.dataset)
        if calendar is not None:
            yield _download(site, view.id, "ics", "Calendar", calendar)


def _download(site: Site, identifier: str, suffix: str, label: str, content: bytes) -> Download:
    path = site.addresses(identifier).removesuffix("/")
    site.write(f"{path}.{suffix}", content)
    return Download(label, f"../{identifier}.{suffix}")


def _bibtex(record: Record, dataset: Dataset) -> bytes:
    """Return the entry of a record, and those of its sources."""
    from summitcli.derived.links import cited_sources
    from summitcli.export.bibtex import source_text

    entries = [cite_record(record, dataset.info, Style.BIBTEX)]
    entries += [source_text(source) for source in cited_sources(record, dataset)]
    return "\n".join(entries).encode()


def _citations(site: Site, record: Record, path: str) -> Iterator[tuple[str, str]]:
    """Yield how to cite a record in each style, with the address of its page if it is known."""
    address = site.absolute(path)
    for style, label in _STYLES.items():
        text = cite_record(record, site.dataset.info, style)
        if address and style is not Style.BIBTEX and not isinstance(record, Source):
            text = f"{text} {address}"
        yield label, text
