"""The home page, and the pages of time and place: timeline, calendar, map."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from summitcli.derived.timeline import TimelineEntry, build_timeline, days_of_year
from summitcli.model import SECTIONS, Meeting, MeetingStatus
from summitcli.model.citations import source_ids
from summitcli.model.dates import MONTHS, parse_span
from summitcli.pages.wording import capitalize
from summitcli.site.addresses import FOLDERS
from summitcli.site.groups import LONG
from summitcli.site.link_picture import write_link_picture
from summitcli.site.lists import timeline_list
from summitcli.site.map_picture import map_picture
from summitcli.site.site import Head, Site
from summitcli.site.structured import describe_dataset
from summitcli.site.timeline_picture import MOST, timeline_picture

_SHOWN = 6  # meetings of each kind on the home page


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the year, and what happened on it."""

    key: str
    "`07-16`, by which a script finds it."
    label: str
    entries: list[TimelineEntry]


def write_home(site: Site) -> Iterator[None]:
    """Write the home page, the timeline, the calendar and the map; yield after each."""
    picture = timeline_picture(site)
    write_link_picture(site, picture)
    dataset = site.dataset
    held = [m for m in dataset.meetings if m.status is MeetingStatus.HELD and m.date]
    in_person = [meeting for meeting in held if meeting.in_person]
    site.write_page(
        "",
        "home.html",
        Head(
            title=site.options.title,
            description=f"{site.options.title}: when leaders met, what each side says was said,"
            " what was agreed and what became of it. Every statement names its sources.",
            data=_website(site),
        ),
        picture=picture,
        newest=newest(held)[:_SHOWN],
        best_known=_best_known(in_person)[:_SHOWN],
        counts=[
            (capitalize(FOLDERS[section]), FOLDERS[section], len(dataset.ids(section)))
            for section in SECTIONS
            if dataset.ids(section)
        ],
    )
    yield
    site.write_page(
        "timeline/",
        "timeline.html",
        Head(
            title="Timeline",
            description="Meetings, calls, letters and background events in order of time.",
            data={"@type": "WebPage", "name": "Timeline"},
        ),
        picture=picture,
        most=MOST,
        list=timeline_list(site),
    )
    yield
    yield from _write_calendar(site)
    site.write_page(
        "map/",
        "map.html",
        Head(
            title="Map",
            description="Where they met: places on a map, and their meetings.",
            data={"@type": "WebPage", "name": "Map"},
        ),
        picture=map_picture(site),
    )
    yield


def newest(meetings: list[Meeting]) -> list[Meeting]:
    """Return meetings that have dates, the newest first."""
    return sorted(meetings, key=lambda meeting: (meeting.date or "", meeting.id), reverse=True)


def _best_known(meetings: list[Meeting]) -> list[Meeting]:
    """Return the meetings that cite the most sources, those first."""
    return sorted(meetings, key=lambda meeting: (-len(set(source_ids(meeting))), meeting.id))


def _website(site: Site) -> dict[str, object]:
    address = site.absolute("")
    return {
        "@type": "WebSite",
        "name": site.options.title,
        "about": describe_dataset(site.dataset.info),
        **({"url": address} if address else {}),
    }


def _write_calendar(site: Site) -> Iterator[None]:
    """Write the page of the days of the year, and the same as a file for the home page."""
    days: dict[tuple[int, int], list[TimelineEntry]] = defaultdict(list)
    for entry in build_timeline([*site.dataset.meetings, *site.dataset.context]):
        if len(entry.date) == len("2018-07-16"):
            for day in days_of_year(parse_span(entry.date, entry.end_date)):
                days[day].append(entry)
    months = [
        (
            name,
            [
                Day(f"{month:02}-{day:02}", f"{day} {name}", days[month, day])
                for day in range(1, 32)
                if (month, day) in days
            ],
        )
        for month, name in enumerate(MONTHS, 1)
    ]
    site.write_page(
        "days/",
        "days.html",
        Head(
            title="Days of the year",
            description="What happened on each day of the year.",
            data={"@type": "WebPage", "name": "Days of the year"},
        ),
        months=months,
        is_long=len(days) >= LONG,
    )
    content = {
        day.key: [[entry.date[:4], entry.title, site.addresses(entry.id)] for entry in day.entries]
        for _, found in months
        for day in found
    }
    site.write("days.json", msgspec.json.encode(content))
    yield
