"""Compare meetings side by side: the same rows for each, so that they can be read across."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from msgspec import Struct

from summitcli.derived.links import cited_sources
from summitcli.model import Dataset, Meeting, MeetingStatus, Source, Valence
from summitcli.pages.common import participant_lines, title_link
from summitcli.pages.page import Parts
from summitcli.pages.wording import describe_length, format_meeting_date, humanize
from summitcli.search.select import place_name

NOTHING = "not recorded here"
"The words for an empty cell: a gap in the dataset is not a finding about history."


class ComparedRow(Struct, frozen=True, kw_only=True):
    """One row of a comparison."""

    field: str
    "What is compared."
    values: tuple[tuple[Parts, ...], ...]
    "The lines for each meeting, in the order of the meetings; none where nothing is known."


class Comparison(Struct, frozen=True, kw_only=True):
    """Meetings side by side."""

    meetings: tuple[str, ...]
    "Ids of the meetings, in the order requested."
    titles: tuple[str, ...]
    "Their titles."
    themes_in_common: tuple[str, ...]
    "Ids of the themes that came up at all of them."
    rows: tuple[ComparedRow, ...]
    "The rows, in words."
    records: tuple[Meeting, ...]
    "The meetings themselves, as data."
    sources: tuple[tuple[Source, ...], ...]
    "The sources of each meeting, in order of first mention."


def compare(meetings: Sequence[Meeting], dataset: Dataset) -> Comparison:
    """Return a comparison of meetings, without rows in which nothing is known of any of them."""
    common = [
        theme for theme in meetings[0].themes if all(theme in other.themes for other in meetings)
    ]
    rows = [
        ComparedRow(field=field, values=tuple(tuple(lines(meeting)) for meeting in meetings))
        for field, lines in _rows(common, dataset).items()
    ]
    return Comparison(
        meetings=tuple(meeting.id for meeting in meetings),
        titles=tuple(meeting.title for meeting in meetings),
        themes_in_common=tuple(common),
        rows=tuple(row for row in rows if any(row.values)),
        records=tuple(meetings),
        sources=tuple(cited_sources(meeting, dataset) for meeting in meetings),
    )


def compared_fields(dataset: Dataset) -> tuple[str, ...]:
    """Return what is compared, in the order of the rows."""
    return tuple(_rows([], dataset))


Lines = Iterable[Parts]


def _rows(common: list[str], dataset: Dataset) -> dict[str, Callable[[Meeting], Lines]]:
    """Return the rows: what is compared, and a function that returns a meeting's lines."""

    def titles(themes: Sequence[str]) -> Lines:
        return [(title_link(theme, dataset),) for theme in themes]

    return {
        "In short": lambda m: _texts(m.summary),
        "Date": lambda m: _texts(format_meeting_date(m)),
        "Place": lambda m: _texts(place_name(m), m.place.venue if m.place else None),
        "Kind": lambda m: _texts(
            humanize(m.kind if m.status is MeetingStatus.HELD else f"{m.kind}, {m.status}")
        ),
        "Occasion": lambda m: _texts(m.occasion),
        "Length": lambda m: _texts(*_lengths(m)),
        **{
            f"At the table: {side.name}": partial(participant_lines, side=side.id, dataset=dataset)
            for side in dataset.info.sides
        },
        "Others there": lambda m: _texts(*m.other_principals),
        "Themes in common": lambda _: titles(common),
        "Other themes": lambda m: titles([t for t in m.themes if t not in common]),
        "Agreed": lambda m: _texts(*_agreed(m)),
        "In public": lambda m: _texts(m.public_output),
        "Accounts differ on": lambda m: _texts(*(account.point for account in m.accounts)),
        "Judged": lambda m: _texts(*_judged(m)),
        "Its outcomes": lambda m: _texts(
            *_tallied(o.valence for o in dataset.outcomes if m.id in o.meetings)
        ),
    }


def _texts(*texts: str | None) -> Lines:
    return [(text,) for text in texts if text]


def _lengths(meeting: Meeting) -> list[str]:
    duration = meeting.duration
    if duration is None:
        return []
    known = describe_length(duration.actual_minutes, duration.planned_minutes, duration.qualifier)
    return list(known) or ([duration.note] if duration.note else [])


def _agreed(meeting: Meeting) -> list[str]:
    lines = []
    for item in meeting.deliverables:
        status = "" if item.status == "none" else f" → {humanize(item.status)}"
        lines.append(item.text + status)
    return lines


def _judged(meeting: Meeting) -> list[str]:
    """Return a line for each valence: how many judged so, and who."""
    lines = []
    for valence in Valence:
        who = [item.who for item in meeting.assessments if item.valence is valence]
        if who:
            lines.append(f"{len(who)} {valence}: {', '.join(dict.fromkeys(who))}")
    return lines


def _tallied(valences: Iterable[Valence]) -> list[str]:
    counts = Counter(valences)
    return [f"{counts[valence]} {valence}" for valence in Valence if counts[valence]]
