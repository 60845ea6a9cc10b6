"""The themes: a heat table of how many meetings touched each theme in each term of office."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import altair as alt

from summitcli.charts.labels import short_names, shorten
from summitcli.charts.subject import NothingToDrawError, Subject, count_words
from summitcli.charts.terms import term_at, terms_of_office
from summitcli.charts.theme import (
    BLACK,
    DARK,
    LABEL_SIZE,
    SHADES,
    SMALL_SIZE,
    Datasets,
    Picture,
    Row,
    frame,
)
from summitcli.model.dates import parse_span

_ROWS = 45  # themes in the picture: the most frequent
_ROW = 24  # height of a row in pixels
_COLUMN = 76  # width of a column
_LINE = 16  # height of a line of a column's head
_LETTERS = 48  # of a theme's title


@dataclass(frozen=True, slots=True, order=True)
class _Column:
    """A term of office, or a leader who held no known office when the meeting took place."""

    start: date
    leader: str
    years: str


def themes(subject: Subject) -> Picture:
    """Return the picture of themes by term of office of the first side's leader."""
    columns = dict(_columns(subject))
    counts = Counter(
        (theme, columns[meeting.id])
        for meeting in subject.meetings
        if meeting.id in columns
        for theme in meeting.themes
    )
    if not counts:
        raise NothingToDrawError("none of the meetings has a theme")
    totals: Counter[str] = Counter()
    for (theme, _), count in counts.items():
        totals[theme] += count
    titles = {theme.id: theme.title for theme in subject.dataset.themes}
    ranked = sorted(totals, key=lambda theme: (-totals[theme], titles[theme]))
    lines = {theme: _line(titles[theme], totals[theme]) for theme in ranked[:_ROWS]}
    met = Counter(columns.values())
    heads = {column: _head(column, met[column]) for column in sorted(met)}
    rows: list[Row] = [
        {"theme": lines[theme], "term": heads[column], "count": count}
        for (theme, column), count in sorted(counts.items())
        if theme in lines
    ]
    datasets = Datasets()
    plot = _table(datasets.add("themes", rows), rows, list(lines.values()), list(heads.values()))
    notes = _notes(len(subject.meetings) - len(columns), len(ranked) - len(lines))
    return frame(plot, datasets, subject, "Themes by term of office", notes)


def _columns(subject: Subject) -> Iterator[tuple[str, _Column]]:
    """Yield the id and column of each meeting in which a leader of the first side took part."""
    dataset = subject.dataset
    names = short_names(dataset)
    side = dataset.info.sides[0].id
    terms = terms_of_office(dataset, dataset.meetings)
    for meeting in subject.meetings:
        leaders = meeting.leaders.get(side, ())
        if not leaders:
            continue
        person = leaders[0]
        day = parse_span(meeting.date).first if meeting.date else date.max
        term = term_at(terms, person, day)
        if term is None:
            own = [known for known in terms if known.person == person]
            start = own[0].days.first if own else date.max
            yield meeting.id, _Column(start, names[person], "")
        else:
            yield meeting.id, _Column(term.days.first, names[person], term.years)


def _line(title: str, total: int) -> str:
    return f"{shorten(title, _LETTERS)} · {total:,}"


def _head(column: _Column, count: int) -> str:
    """Return the lines above a column."""
    return "\n".join([column.leader, column.years or "not in office", f"{count:,} in all"])


def _table(
    data: alt.NamedData, rows: Sequence[Row], lines: Sequence[str], heads: Sequence[str]
) -> alt.LayerChart:
    """Return the table, in which darker fields have higher numbers."""
    most = max(int(row["count"] or 0) for row in rows)
    head = alt.Axis(
        orient="top",
        labelAngle=0,
        labelExpr="split(datum.label, '\\n')",
        labelFontSize=SMALL_SIZE,
        domain=False,
        ticks=False,
        labelPadding=8 + 2 * _LINE,
        labelLineHeight=_LINE,
        zindex=0,
    )
    side = alt.Axis(domain=False, ticks=False, grid=True, labelPadding=8, zindex=0)
    base = alt.Chart(data).encode(
        x=alt.X("term:N", title=None, axis=head, scale=alt.Scale(domain=list(heads))),
        y=alt.Y("theme:N", title=None, axis=side, scale=alt.Scale(domain=list(lines))),
        tooltip=["theme:N", "term:N", "count:Q"],
    )
    shades = alt.Scale(domain=[1, max(most, 2)], range=SHADES)
    fields = base.mark_rect(stroke="white").encode(
        color=alt.Color("count:Q", scale=shades, legend=None)
    )
    ink = alt.when(f"datum.count > {most * DARK}").then(alt.value("white"))
    numbers = base.mark_text(fontSize=LABEL_SIZE).encode(
        text="count:Q", color=ink.otherwise(alt.value(BLACK))
    )
    return alt.LayerChart(
        layer=[fields, numbers], width=_COLUMN * len(heads), height=_ROW * len(lines)
    )


def _notes(without_leader: int, left_out: int) -> Iterator[str]:
    yield "Meetings, calls and letters that touched a theme; one may touch several."
    if left_out:
        yield f"Not shown: {count_words(left_out, 'theme')} that came up less often."
    if without_leader:
        meetings = count_words(without_leader, "meeting")
        yield f"Not counted: {meetings} without a leader of the first side."
