"""The heat table: how often each theme came up under each leader of the first side."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summitcli.derived.counts import By, Measure, count_meetings, presidents
from summitcli.model import Dataset, MeetingStatus
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
    held = [m for m in dataset.meetings if m.status is MeetingStatus.HELD]
    tallies = count_meetings(list(held), By.THEME, Measure.COUNT, dataset, split=True)
    names = _short(presidents(list(held), dataset), dataset)
    most = max((n or 0 for tally in tallies for n in (tally.across or {}).values()), default=0)
    rows = [
        HeatRow(
            tally.key,
            tally.label,
            tally.count,
            [
                HeatCell(count, -(-count * _SHADES // most) if count else 0, term)
                for term in names
                for count in [(tally.across or {}).get(term) or 0]
            ],
        )
        for tally in tallies
    ]
    side = dataset.info.sides[0].name
    site.write_page(
        "heat/",
        "heat.html",
        Head(
            title="Heat table",
            description=f"How often each theme came up, by leader of {side}.",
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
