"""The years: bars of how often leaders met, and below them who met whom in which year."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import altair as alt

from summitcli.charts.labels import pairs_of, short_names
from summitcli.charts.subject import NothingToDrawError, Subject, TooManyError, count_words
from summitcli.charts.theme import (
    BLACK,
    BLUE,
    DARK,
    ORANGE,
    SHADES,
    SMALL_SIZE,
    WIDTH,
    Datasets,
    Picture,
    Row,
    frame,
)
from summitcli.model import Meeting

MOST = 400
"Years above which bars would be too thin to see."

_PAIRS = 30  # rows of pairs; those that met least often share a row more
_ROW = 21  # height of a row in pixels
_BARS = 240  # height of the bars
_WIDEST = 90  # width of a year in pixels
_NARROWEST = 480  # width of the picture
_NUMBERED = 11  # width of a year below which numbers would not fit
_LABELS = 22  # years that the axis names at most
_TICKS = 7  # numbers that the other axis has at most, besides 0

_IN_PERSON, _REMOTE = "in person", "call, letter or statement"


@dataclass(frozen=True, slots=True)
class _Canvas:
    """The years that both parts share, and their data."""

    years: Sequence[int]
    datasets: Datasets

    @property
    def width(self) -> int:
        return max(_NARROWEST, min(WIDTH, _WIDEST * len(self.years)))

    @property
    def numbered(self) -> bool:
        """Whether a year is wide enough for a number."""
        return self.width / len(self.years) >= _NUMBERED

    def x(self) -> alt.X:
        step = _round_step(len(self.years) / _LABELS)
        axis = alt.Axis(values=[y for y in self.years if y % step == 0], labelAngle=0)
        scale = alt.Scale(domain=list(self.years), paddingInner=0.12, paddingOuter=0.1)
        return alt.X("year:O", title=None, scale=scale, axis=axis)


def years(subject: Subject) -> Picture:
    """Return the picture of meetings by year and pair of leaders."""
    dated = [meeting for meeting in subject.meetings if meeting.date is not None]
    if not dated:
        raise NothingToDrawError("none of the meetings has a date")
    first, last = min(map(_year, dated)), max(map(_year, dated))
    if last - first >= MOST:
        raise TooManyError(f"{last - first + 1:,} years do not fit into one picture; {MOST:,} do")
    canvas = _Canvas(range(first, last + 1), Datasets())
    pairs = _pair_rows(dated, subject)
    plot = alt.vconcat(_bars(dated, canvas), _matrix(pairs, canvas), spacing=20).resolve_scale(
        color="independent"
    )
    several = any(len(people) > 1 for meeting in dated for people in meeting.leaders.values())
    notes = _notes(len(subject.meetings) - len(dated), several)
    return frame(plot, canvas.datasets, subject, "Meetings by year, and who met whom", notes)


def _round_step(least: float) -> int:
    """Return the smallest step of 1, 2, 5, 10, 20, 50 ... that is not below a number."""
    power = 1
    while power * 10 < least:
        power *= 10
    return next(size * power for size in (1, 2, 5, 10) if size * power >= least)


def _year(meeting: Meeting) -> int:
    return int((meeting.date or "")[:4])


def _bars(meetings: Sequence[Meeting], canvas: _Canvas) -> alt.LayerChart:
    """Return a bar for each year, with those who met in person below."""
    counts = Counter((_year(m), _IN_PERSON if m.in_person else _REMOTE) for m in meetings)
    totals = Counter(map(_year, meetings))
    rows: list[Row] = [
        {"year": year, "form": form, "count": count, "order": int(form == _REMOTE)}
        for (year, form), count in sorted(counts.items())
    ]
    forms = [form for form in (_IN_PERSON, _REMOTE) if any(row["form"] == form for row in rows)]
    colours = [BLUE if form == _IN_PERSON else ORANGE for form in forms]
    most = max(totals.values())
    ticks = list(range(0, most + 1, _round_step(most / _TICKS)))
    axis = alt.Axis(values=ticks, format=",d", domain=False, ticks=False)
    y = alt.Y("count:Q", title=None, axis=axis)
    bars = (
        alt.Chart(canvas.datasets.add("years", rows))
        .mark_bar()
        .encode(
            x=canvas.x(),
            y=y,
            color=alt.Color(
                "form:N", title=None, scale=alt.Scale(domain=forms, range=colours), sort=forms
            ),
            order="order:Q",
            tooltip=["year:O", "form:N", "count:Q"],
        )
    )
    sums: list[Row] = [{"year": year, "count": count} for year, count in sorted(totals.items())]
    text = alt.Chart(canvas.datasets.add("totals", sums)).mark_text(
        dy=-9, fontSize=SMALL_SIZE, color=BLACK
    )
    layers = [bars, *([text.encode(x=canvas.x(), y=y, text="count:Q")] if canvas.numbered else [])]
    return alt.LayerChart(layer=layers, width=canvas.width, height=_BARS)


def _pair_rows(meetings: Sequence[Meeting], subject: Subject) -> list[Row]:
    """Return a row for each pair and year in which it met, the pairs in order of first meetings.

    Pairs that met least often share a line at the end.
    """
    names = short_names(subject.dataset)
    counts: Counter[tuple[str, int]] = Counter()
    totals: Counter[str] = Counter()
    for meeting in sorted(meetings, key=lambda item: (item.date or "", item.id)):
        for pair in pairs_of(meeting, subject.dataset, names):
            counts[pair, _year(meeting)] += 1
            totals[pair] += 1
    lines = {pair: f"{pair} · {total:,}" for pair, total in totals.most_common(_PAIRS)}
    met_by_others = sum(total for pair, total in totals.items() if pair not in lines)
    others = f"{count_words(len(totals) - len(lines), 'other pair')} · {met_by_others:,}"
    fields: Counter[tuple[str, int]] = Counter()
    for (pair, year), count in counts.items():
        fields[lines.get(pair, others), year] += count
    ordered = sorted(fields.items(), key=lambda item: item[0][0] == others)
    return [{"pair": line, "year": year, "count": count} for (line, year), count in ordered]


def _matrix(rows: list[Row], canvas: _Canvas) -> alt.LayerChart:
    """Return a line for each pair, with a field for each year in which it met."""
    lines = list(dict.fromkeys(str(row["pair"]) for row in rows))
    most = max(int(row["count"] or 0) for row in rows)
    axis = alt.Axis(domain=False, ticks=False, grid=True, labelPadding=8, zindex=0)
    base = alt.Chart(canvas.datasets.add("pairs", rows)).encode(
        x=canvas.x(),
        y=alt.Y("pair:N", title=None, scale=alt.Scale(domain=lines), axis=axis),
        tooltip=["pair:N", "year:O", "count:Q"],
    )
    shades = alt.Scale(domain=[1, max(most, 2)], range=SHADES)
    fields = base.mark_rect().encode(color=alt.Color("count:Q", scale=shades, legend=None))
    ink = alt.when(f"datum.count > {most * DARK}").then(alt.value("white"))
    numbers = base.mark_text(fontSize=SMALL_SIZE).encode(
        text="count:Q", color=ink.otherwise(alt.value(BLACK))
    )
    layers = [fields, *([numbers] if canvas.numbered else [])]
    return alt.LayerChart(layer=layers, width=canvas.width, height=_ROW * len(lines))


def _notes(undated: int, several: bool) -> Iterator[str]:
    if several:
        yield "Where several leaders of one side took part, each pair is counted."
    if undated:
        yield f"Not shown: {count_words(undated, 'meeting')} without a date."
