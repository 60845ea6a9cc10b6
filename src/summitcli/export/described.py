"""Meetings in words, for formats that have one text for each: calendars, maps, timelines."""

from summitcli.derived.links import cited_sources
from summitcli.export.citation import Style, cite_source
from summitcli.model import Dataset, Meeting, MeetingStatus, Source
from summitcli.pages.wording import capitalize, format_duration, humanize
from summitcli.search.select import place_name


def headline(meeting: Meeting) -> str:
    """Return the title of a meeting, with its status if it was not simply held."""
    if meeting.status is MeetingStatus.HELD:
        return meeting.title
    return f"{capitalize(humanize(meeting.status))}: {meeting.title}"


def location(meeting: Meeting) -> str:
    """Return venue, city and country as one line, as far as they are known."""
    venue = meeting.place.venue if meeting.place else None
    return ", ".join(filter(None, (venue, place_name(meeting))))


def length(meeting: Meeting) -> str:
    """Return the actual length of a meeting: `about 2 h 10 min`; empty if it is not known."""
    duration = meeting.duration
    if duration is None or duration.actual_minutes is None:
        return ""
    return format_duration(duration.actual_minutes, duration.qualifier)


def names_by_side(meeting: Meeting, dataset: Dataset) -> dict[str, list[str]]:
    """Return the names of the leaders by the name of their side."""
    return {
        side.name: [dataset.titles[person] for person in meeting.leaders[side.id]]
        for side in dataset.info.sides
        if meeting.leaders.get(side.id)
    }


def theme_titles(meeting: Meeting, dataset: Dataset) -> list[str]:
    """Return the titles of the themes that came up."""
    return [dataset.titles[theme] for theme in meeting.themes]


def paragraphs(meeting: Meeting, dataset: Dataset) -> list[str]:
    """Return a description: summary, leaders, times, what each side says, sources.

    Lines of a paragraph are separated by line feeds.
    """
    sides = names_by_side(meeting, dataset)
    leaders = "\n".join(f"{side}: {', '.join(names)}" for side, names in sides.items())
    known = {"Length": length(meeting), "Occasion": meeting.occasion}
    details = "\n".join(f"{label}: {text}" for label, text in known.items() if text)
    blocks = [meeting.summary, leaders, details, _times(meeting), *_accounts(meeting, dataset)]
    cited = cited_sources(meeting, dataset)
    notes = (f"{number}. {note(source)}" for number, source in enumerate(cited, 1))
    blocks.append("\n".join(("Sources:", *notes)) if cited else "")
    return [block for block in blocks if block]


def note(source: Source) -> str:
    """Return a source as a note, on one line."""
    return cite_source(source, Style.NOTE)


def _times(meeting: Meeting) -> str:
    """Return the sessions that have clock times, a line each."""
    lines = []
    for session in meeting.sessions:
        if session.start_local:
            end = f"–{session.end_local}" if session.end_local else ""
            day = f"{session.date} " if meeting.end_date and session.date else ""
            lines.append(f"{day}{session.start_local}{end}: {session.title}")
    return "\n".join(("Local time:", *lines)) if lines else ""


def _accounts(meeting: Meeting, dataset: Dataset) -> list[str]:
    """Return the disputed points, each with the account of each party."""
    names = dataset.info.party_names
    return [
        "\n".join(
            (
                f"Disputed: {account.point}",
                *(f"{names[party]}: {text}" for party, text in account.versions.items()),
            )
        )
        for account in meeting.accounts
    ]


def describe_left_out(count: int, total: int, lacking: str, place: str) -> str | None:
    """Return a note on meetings that a format cannot express; None if there are none."""
    if not count:
        return None
    have, are = ("has", "is") if count == 1 else ("have", "are")
    return f"{count} of {total} meetings and contacts {have} no {lacking} and {are} not {place}"
