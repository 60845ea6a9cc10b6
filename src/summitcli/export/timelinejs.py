"""The JSON of Knight Lab's TimelineJS3: slides with meetings, in groups.

Texts are HTML there. The medium of a slide is a disputed point with what each side says, credited
to its sources. An ordinary web address would not do: TimelineJS shows it as a broken image.
"""

from html import escape
from tempfile import SpooledTemporaryFile
from typing import IO, Any, BinaryIO, NamedTuple

import msgspec

from summitcli.derived.links import cited_sources
from summitcli.export.bibliography import date_parts
from summitcli.export.described import (
    describe_left_out,
    headline,
    length,
    location,
    names_by_side,
    note,
)
from summitcli.export.selection import Extract
from summitcli.model import Account, ContextEvent, Dataset, Meeting, Source
from summitcli.pages.wording import format_date

_IN_MEMORY = 16 * 2**20  # bytes of slides; more are kept in a temporary file until they are sorted


def write(extract: Extract, out: BinaryIO) -> str | None:
    """Write a slide for each dated meeting and background event; return a note on the others."""
    left_out = 0
    with SpooledTemporaryFile(_IN_MEMORY) as file:
        events = extract.stream("context")
        slides = [_put(_event_slide(event, extract.dataset), file) for event in events]
        for meeting in extract.meetings():
            if meeting.date is None:
                left_out += 1
            else:
                slide = _meeting_slide(meeting, meeting.date, extract.dataset)
                slides.append(_put(slide, file))
        title = msgspec.json.encode({"text": _title(extract)})
        out.write(b'{"title":' + title + b',"events":[')
        for number, place in enumerate(sorted(slides)):
            file.seek(place.start)
            out.write((b",\n" if number else b"\n") + file.read(place.length))
        out.write(b"\n]}\n")
    return describe_left_out(left_out, len(extract.ids("meetings")), "date", "on the timeline")


class _Place(NamedTuple):
    """Where a slide is in the file from which slides are taken in order of time."""

    date: tuple[int, ...]
    id: str
    start: int
    length: int


def _put(slide: dict[str, Any], file: IO[bytes]) -> _Place:
    """Append a slide to a file, and return where it is."""
    start = file.tell()
    length = file.write(msgspec.json.encode(slide))
    return _Place(tuple(slide["start_date"].values()), slide["unique_id"], start, length)


def _title(extract: Extract) -> dict[str, str]:
    info = extract.info
    as_of = f"As of {format_date(info.as_of)}." if info.as_of else ""
    return {"headline": escape(info.title), "text": as_of}


def _meeting_slide(meeting: Meeting, date: str, dataset: Dataset) -> dict[str, Any]:
    sides = names_by_side(meeting, dataset)
    lines = [
        " – ".join(", ".join(names) for names in sides.values()),
        location(meeting),
        length(meeting),
    ]
    text = f"<p>{escape(meeting.summary)}</p>"
    text += "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    slide = {
        "unique_id": meeting.id,
        **_dates(date, meeting.end_date),
        "group": "In person" if meeting.in_person else "Calls, letters and statements",
        "text": {
            "headline": escape(headline(meeting)),
            "text": text + _links(cited_sources(meeting, dataset)),
        },
    }
    if meeting.accounts:
        slide["media"] = _medium(meeting.accounts[0], meeting, dataset)
    return slide


def _event_slide(event: ContextEvent, dataset: Dataset) -> dict[str, Any]:
    text = f"<p>{escape(event.summary)}</p>{_links(cited_sources(event, dataset))}"
    return {
        "unique_id": event.id,
        **_dates(event.date, event.end_date),
        "group": "Background",
        "text": {"headline": escape(event.title), "text": text},
    }


def _medium(account: Account, meeting: Meeting, dataset: Dataset) -> dict[str, str]:
    """Return a disputed point as a quotation, credited to the sources of the accounts."""
    names = dataset.info.party_names
    versions = "".join(
        f"<p><b>{escape(names[party])}:</b> {escape(text)}</p>"
        for party, text in account.versions.items()
    )
    sources = [s for s in cited_sources(meeting, dataset) if s.id in account.sources]
    publishers = dict.fromkeys(source.publisher or source.title for source in sources)
    return {
        "url": f"<blockquote>{versions}</blockquote>",
        "caption": f"Disputed: {escape(account.point)}",
        "credit": escape("; ".join(publishers)),
    }


def _links(sources: tuple[Source, ...]) -> str:
    """Return sources as a list, each with a link if its address is known."""
    items = [
        f'<li><a href="{escape(source.url)}">{escape(source.title)}</a>, '
        f"{escape(source.publisher or 'publisher not known')}</li>"
        if source.url
        else f"<li>{escape(note(source))}</li>"
        for source in sources
    ]
    return f"<ul>{''.join(items)}</ul>" if items else ""


def _dates(start: str, end: str | None) -> dict[str, Any]:
    """Return the dates of a slide, only as exact as they are known."""
    dates: dict[str, Any] = {"start_date": _parts(start), "display_date": format_date(start, end)}
    return {**dates, "end_date": _parts(end)} if end else dates


def _parts(date: str) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), date_parts(date), strict=False))
