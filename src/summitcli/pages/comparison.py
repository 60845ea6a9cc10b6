"""Meetings side by side: the same rows for each, so that they can be read across."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from summitcli.model import Dataset, Meeting, Valence, title_of
from summitcli.pages.wording import format_length, format_meeting_date, humanize
from summitcli.search.select import place_name


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """One row of a comparison."""

    field: str
    "What is compared."
    values: tuple[tuple[str, ...], ...]
    "For each meeting, in the order asked for, its lines; none where nothing is known."


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Meetings side by side."""

    meetings: tuple[str, ...]
    "Ids of the meetings, in the order asked for."
    titles: tuple[str, ...]
    "Their titles."
    themes_in_common: tuple[str, ...]
    "Ids of themes that came up at all of them."
    rows: tuple[ComparedRow, ...]
    "What is compared, row by row, in words."
    records: tuple[Meeting, ...]
    "The meetings themselves, as data."


def compare(meetings: Sequence[Meeting], dataset: Dataset) -> Comparison:
    """Two or more meetings, row by row; rows on which nothing is known of any are left out."""
    common = [
        theme for theme in meetings[0].themes if all(theme in other.themes for other in meetings)
    ]
    rows = [
        ComparedRow(field=field, values=tuple(tuple(of(meeting)) for meeting in meetings))
        for field, of in _rows(common, dataset).items()
    ]
    return Comparison(
        meetings=tuple(meeting.id for meeting in meetings),
        titles=tuple(meeting.title for meeting in meetings),
        themes_in_common=tuple(common),
        rows=tuple(row for row in rows if any(row.values)),
        records=tuple(meetings),
    )


def _rows(common: list[str], dataset: Dataset) -> dict[str, Callable[[Meeting], list[str]]]:
    def titles(themes: Sequence[str]) -> list[str]:
        return [title_of(dataset.by_id[theme]) for theme in themes]

    return {
        "In short": lambda m: [m.summary],
        "Date": lambda m: [format_meeting_date(m)],
        "Place": lambda m: [
            part for part in (place_name(m), m.place.venue if m.place else "") if part
        ],
        "Kind": lambda m: [m.kind if m.status == "held" else f"{m.kind}, {m.status}"],
        "Occasion": lambda m: [m.occasion] if m.occasion else [],
        "Length": _lengths,
        **{
            f"At the table: {side.name}": partial(_at_the_table, side=side.id, dataset=dataset)
            for side in dataset.info.sides
        },
        "Others there": lambda m: list(m.other_principals),
        "Themes in common": lambda _: titles(common),
        "Themes of its own": lambda m: titles([t for t in m.themes if t not in common]),
        "Agreed": _agreed,
        "In public": lambda m: [m.public_output] if m.public_output else [],
        "Accounts differ on": lambda m: [account.point for account in m.accounts],
        "Judged": _judged,
        "Its outcomes": lambda m: _tallied(
            o.valence for o in dataset.outcomes if m.id in o.meetings
        ),
    }


def _at_the_table(meeting: Meeting, side: str, dataset: Dataset) -> list[str]:
    """Who sat there for a side; without a list of participants, its leaders."""
    if meeting.participants:
        there = (person for person in meeting.participants if person.side == side)
        return [f"{person.name}, {person.office}" for person in there]
    return [title_of(dataset.by_id[person]) for person in meeting.leaders.get(side, ())]


def _lengths(meeting: Meeting) -> list[str]:
    duration = meeting.duration
    if duration is None:
        return []
    return [
        f"{format_length(minutes)} {word}"
        for minutes, word in (
            (duration.actual_minutes, "actual"),
            (duration.planned_minutes, "planned"),
        )
        if minutes is not None
    ] or ([duration.note] if duration.note else [])


def _agreed(meeting: Meeting) -> list[str]:
    lines = []
    for item in meeting.deliverables:
        status = "" if item.status == "none" else f" → {humanize(item.status)}"
        lines.append(item.text + status)
    return lines


def _judged(meeting: Meeting) -> list[str]:
    """Each valence with who judged so."""
    lines = []
    for valence in Valence:
        who = [item.who for item in meeting.assessments if item.valence is valence]
        if who:
            lines.append(f"{len(who)} {valence}: {', '.join(dict.fromkeys(who))}")
    return lines


def _tallied(valences: Iterable[Valence]) -> list[str]:
    counts = Counter(valences)
    return [f"{counts[valence]} {valence}" for valence in Valence if counts[valence]]
