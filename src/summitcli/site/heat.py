"""The heat table: how often each theme came up under each leader of the first side."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summitcli.derived.counts import By, Measure, count_meetings, presidents, term_keys
from summitcli.model import Dataset, MeetingLike, MeetingStatus
from summitcli.site.site import Head, Site

_SHADES = 5


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A number, how dark it is, and the meetings that it counts."""

    count: int
    shade: int
    term: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A theme, and its number in each column."""

    theme: str
    title: str
    total: int
    cells: Sequence[HeatCell]


def write_heat_table(site: Site) -> Iterator[None]:
    """Write the page; yield once."""
    dataset = site.dataset
    meetings: list[MeetingLike] = list(dataset.meetings)
    held = [meeting for meeting in meetings if meeting.status is MeetingStatus.HELD]
    terms = term_keys(meetings, dataset)
    counts = Counter((theme, terms.get(m.id)) for m in held for theme in m.themes)
    present = {term for _, term in counts}
    names = {
        term: name
        for term, name in _short(presidents(meetings, dataset), dataset).items()
        if term in present
    }
    most = max((counts[theme, term] for theme, term in counts if term), default=0)
    rows = [
        HeatRow(
            tally.key,
            tally.label,
            tally.count,
            [
                HeatCell(n, -(-n * _SHADES // most), term)
                for term in names
                for n in [counts[tally.key, term]]
            ],
        )
        for tally in count_meetings(held, By.THEME, Measure.COUNT, dataset)
    ]
    side = dataset.info.sides[0].name
    site.write_page(
        "heat/",
        "heat.html",
        Head(
            title="Heat table",
            description=f"How often each theme came up, by leader ({side}).",
            data={"@type": "WebPage", "name": "Heat table"},
        ),
        rows=rows,
        names=names,
        side=side,
    )
    yield


def _short(names: dict[str, str], dataset: Dataset) -> dict[str, str]:
    """Return the names of leaders, each by its short name, with the years of the term if any."""
    from summitcli.charts.labels import short_names

    short = short_names(dataset)
    shortened = {}
    for key, name in names.items():
        person = key if key in short else key.rpartition("-")[0]
        shortened[key] = name.replace(dataset.titles[person], short[person], 1)
    return shortened
