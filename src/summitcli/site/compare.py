"""The page that compares two meetings: one pair ready to read, any other by a script."""

from collections.abc import Iterator

import msgspec

from summitcli.model import Meeting, MeetingStatus
from summitcli.pages.comparison import NOTHING, compare, compared_fields
from summitcli.pages.page import Link, Part
from summitcli.search.select import ordered
from summitcli.site.site import Head, Site

_COMMON, _OTHER = "Themes in common", "Other themes"


def write_comparison(site: Site) -> Iterator[None]:
    """Write the page, and the rows of each meeting as a file for its script; yield after each."""
    meetings = [meeting for meeting in ordered(site.dataset.meetings) if meeting.date]
    for meeting in meetings:
        site.write(f"compare/{meeting.id}.json", _rows(meeting, site))
        yield
    pair = _best_documented(meetings)
    site.write_page(
        "compare/",
        "compare.html",
        Head(
            title="Compare two meetings",
            description="Any two meetings side by side: length, people, themes, agreements.",
            data={"@type": "WebPage", "name": "Compare two meetings"},
        ),
        meetings=meetings,
        comparison=compare(pair, site.dataset) if len(pair) > 1 else None,
        fields=compared_fields(site.dataset),
        nothing=NOTHING,
        common=_COMMON,
        other=_OTHER,
    )
    yield


def _best_documented(meetings: list[Meeting]) -> list[Meeting]:
    """Return the two meetings in person with the most to compare, in order of time."""
    held = [m for m in meetings if m.in_person and m.status is MeetingStatus.HELD]
    best = sorted(held, key=lambda m: (-len(m.accounts) - len(m.deliverables), m.id))[:2]
    return [meeting for meeting in held if meeting in best]


def _rows(meeting: Meeting, site: Site) -> bytes:
    """Return what is compared of one meeting: each line as parts, a link as text and address."""
    comparison = compare([meeting], site.dataset)
    return msgspec.json.encode(
        {
            "id": meeting.id,
            "title": meeting.title,
            "rows": {
                row.field: [[_part(part, site) for part in line] for line in row.values[0]]
                for row in comparison.rows
            },
        }
    )


def _part(part: Part, site: Site) -> str | list[str]:
    if isinstance(part, str):
        return str(part)  # of a name, only the text
    if isinstance(part, Link):
        return [part.title, site.addresses(part.id)]
    return part.text
