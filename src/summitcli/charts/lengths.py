"""The lengths: bars of the longest meetings, with who met whom."""

from collections.abc import Iterator, Sequence

import altair as alt

from summitcli.charts.labels import pairs_of, short_names, shorten, text_width
from summitcli.charts.subject import NothingToDrawError, Subject, count_words, minutes_of
from summitcli.charts.theme import (
    BLACK,
    BLUE,
    LABEL_SIZE,
    ORANGE,
    WIDTH,
    Datasets,
    Picture,
    Row,
    frame,
)
from summitcli.model import Meeting
from summitcli.pages.wording import format_duration

_BARS = 25  # meetings in the picture
_ROW = 26  # height of a bar with its gap
_TITLE = 64  # letters of a meeting's title
_IN_PERSON, _REMOTE = "in person", "call"


def lengths(subject: Subject) -> Picture:
    """Return the picture of the longest meetings."""
    timed = [(minutes, m) for m in subject.meetings if (minutes := minutes_of(m)) is not None]
    if not timed:
        raise NothingToDrawError("the length of none of the meetings is known")
    timed.sort(key=lambda item: (-item[0], item[1].date or "9999", item[1].id))
    shown = timed[:_BARS]
    names = short_names(subject.dataset)
    rows: list[Row] = [
        {
            "rank": rank,
            "meeting": _title(meeting),
            "minutes": minutes,
            "form": _IN_PERSON if meeting.in_person else _REMOTE,
            "label": f"{_length(meeting)} · {', '.join(pairs_of(meeting, subject.dataset, names))}",
        }
        for rank, (minutes, meeting) in enumerate(shown)
    ]
    datasets = Datasets()
    plot = _bars(datasets.add("meetings", rows), rows)
    title = "Longest meetings" if len(timed) > len(shown) else "Lengths of meetings"
    notes = _notes(len(timed), len(shown), len(subject.meetings))
    return frame(plot, datasets, subject, title, notes)


def _title(meeting: Meeting) -> str:
    title = shorten(meeting.title, _TITLE)
    year = (meeting.date or "")[:4]
    return title if not year or year in title else f"{title}, {year}"


def _length(meeting: Meeting) -> str:
    """Return a length as exactly as it is known: `about 2 h 10 min`."""
    duration = meeting.duration
    if duration is None:
        return ""
    return format_duration(duration.actual_minutes, duration.qualifier)


def _bars(data: alt.NamedData, rows: Sequence[Row]) -> alt.LayerChart:
    longest = max(int(row["minutes"] or 0) for row in rows)
    left = max(text_width(str(row["meeting"]), LABEL_SIZE) for row in rows)
    right = max(text_width(str(row["label"]), LABEL_SIZE) for row in rows)
    width = max(WIDTH - left, right + 200)
    scale = alt.Scale(domain=[0, longest or 1], range=[0, width - right - 10], nice=False)
    forms = [form for form in (_IN_PERSON, _REMOTE) if any(row["form"] == form for row in rows)]
    colours = [BLUE if form == _IN_PERSON else ORANGE for form in forms]
    legend = alt.Legend() if len(forms) > 1 else None
    base = alt.Chart(data).encode(
        x=alt.X("minutes:Q", axis=None, scale=scale),
        y=alt.Y("rank:O", axis=None),
    )
    bars = base.mark_bar(height=18).encode(
        color=alt.Color(
            "form:N", title=None, scale=alt.Scale(domain=forms, range=colours), legend=legend
        )
    )
    texts = base.mark_text(align="left", dx=7, fontSize=LABEL_SIZE, color=BLACK)
    titles = base.mark_text(align="right", dx=-8, fontSize=LABEL_SIZE, color=BLACK)
    layers = [
        bars,
        texts.encode(text="label:N"),
        titles.encode(text="meeting:N", x=alt.value(0)),
    ]
    return alt.LayerChart(layer=layers, width=width, height=_ROW * len(rows))


def _notes(timed: int, shown: int, chosen: int) -> Iterator[str]:
    if shown < timed:
        yield f"The {shown} longest of {timed:,} meetings whose length is known."
    unknown = chosen - timed
    if unknown:
        yield f"Not shown: {count_words(unknown, 'meeting')} whose length is not known."
