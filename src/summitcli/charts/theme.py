"""The look that all pictures share: colours, shapes, fonts, and the frame of title and notes.

The colours are those of Okabe and Ito, which people with any form of colour blindness tell apart.
Where a colour carries meaning, a shape, a place or a label repeats it, for print in grey.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from textwrap import wrap
from typing import TypeAlias

import altair as alt

from summitcli.charts.subject import Subject, credit_line
from summitcli.model import CALLS, MeetingKind

BLACK = "#1a1a1a"
GREY = "#595959"
PALE_GREY = "#d9d9d9"
BAND = "#eef2f5"
LAND = "#e3e3dc"
COAST = "#b5b5aa"
SEA = "#f7fafc"
BLUE = "#0072b2"
ORANGE = "#e69f00"
GREEN = "#009e73"
PURPLE = "#cc79a7"
VERMILION = "#d55e00"

SHADES = ["#dcebf5", "#003a61"]
"Colours of a heat table, from the lowest number to the highest; each field has its number, too."
DARK = 0.6
"Share of the highest number above which a field is so dark that its number is white."

WIDTH = 1280
"Width of a picture's plot in pixels: with its labels about 16:9 of a projector's screen."

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
TITLE_SIZE = 26
SUBTITLE_SIZE = 17
LABEL_SIZE = 15
SMALL_SIZE = 13
_SCOPE_LETTERS, _NOTE_LETTERS = 150, 180  # letters of a line at its size and the usual width

Plot: TypeAlias = alt.LayerChart | alt.HConcatChart | alt.VConcatChart
Row: TypeAlias = dict[str, str | int | float | bool | None]
"The values of one mark: one row of the data of a layer."


@dataclass(frozen=True, slots=True)
class KindGroup:
    """Kinds of contact that look alike in pictures."""

    label: str
    kinds: frozenset[MeetingKind]
    colour: str
    shape: str


KIND_GROUPS = (
    KindGroup("summit", frozenset({MeetingKind.SUMMIT}), BLUE, "circle"),
    KindGroup(
        "bilateral or visit",
        frozenset({MeetingKind.BILATERAL, MeetingKind.VISIT}),
        ORANGE,
        "square",
    ),
    KindGroup(
        "at a conference",
        frozenset({MeetingKind.CONFERENCE, MeetingKind.TRILATERAL}),
        GREEN,
        "triangle-up",
    ),
    KindGroup(
        "informal, dinner or pull-aside",
        frozenset({MeetingKind.INFORMAL, MeetingKind.DINNER, MeetingKind.PULL_ASIDE}),
        PURPLE,
        "diamond",
    ),
    KindGroup("call", CALLS, VERMILION, "triangle-down"),
    KindGroup(
        "letter or statement",
        frozenset({MeetingKind.LETTER, MeetingKind.FIRST_LADY_LETTER, MeetingKind.JOINT_STATEMENT}),
        BLACK,
        "cross",
    ),
)

_GROUP_OF = {kind: group for group in KIND_GROUPS for kind in group.kinds}

IN_PERSON_COLOUR = BLUE
REMOTE_COLOUR = ORANGE


def group_of(kind: MeetingKind) -> KindGroup:
    """Return the group to which a kind belongs."""
    return _GROUP_OF[kind]


class Datasets:
    """The rows of a picture's layers by name, apart from the picture.

    Altair gets only the names: it copies and checks whatever it holds, again at every step.
    """

    def __init__(self) -> None:
        self.by_name: dict[str, object] = {}

    def add(self, name: str, rows: Iterable[Row]) -> alt.NamedData:
        """Keep rows under a name, and return the reference to them."""
        self.by_name[name] = list(rows)
        return alt.NamedData(name=name)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: what Altair made of it, and the data that it refers to by name."""

    title: str
    chart: alt.VConcatChart
    datasets: Mapping[str, object]

    def spec(self) -> dict[str, object]:
        """Return the Vega-Lite specification with all its data; Altair checks it on the way."""
        spec: dict[str, object] = self.chart.to_dict()
        return {**spec, "datasets": dict(self.datasets)}


def frame(
    plot: Plot, datasets: Datasets, subject: Subject, title: str, notes: Iterable[str]
) -> Picture:
    """Return a picture: a plot with its title and scope above, notes and the credit below."""
    headed = plot.properties(
        title=alt.TitleParams(
            title,
            subtitle=wrap(subject.scope, _SCOPE_LETTERS),
            anchor="start",
            frame="bounds",
            fontSize=TITLE_SIZE,
            subtitleFontSize=SUBTITLE_SIZE,
            offset=18,
        )
    )
    lines = [*notes, credit_line(subject.dataset)]
    below = alt.TitleParams(
        [part for line in lines for part in wrap(line, _NOTE_LETTERS)],
        orient="bottom",
        anchor="start",
        fontSize=SMALL_SIZE,
        fontWeight="normal",
        color=GREY,
        offset=14,
    )
    chart = alt.vconcat(headed, title=below, padding=24, background="white", config=_config())
    return Picture(title, chart, datasets.by_name)


def _config() -> alt.Config:
    return alt.Config(
        font=FONT,
        view=alt.ViewConfig(stroke=None),
        axis=alt.AxisConfig(
            labelFontSize=LABEL_SIZE,
            titleFontSize=LABEL_SIZE,
            labelColor=BLACK,
            titleColor=BLACK,
            gridColor=PALE_GREY,
            domainColor=GREY,
            tickColor=GREY,
            labelLimit=480,
        ),
        legend=alt.LegendConfig(
            labelFontSize=LABEL_SIZE,
            titleFontSize=LABEL_SIZE,
            labelLimit=400,
            titleLimit=WIDTH,
            symbolSize=160,
            orient="bottom",
            direction="horizontal",
        ),
        title=alt.TitleConfig(color=BLACK, subtitleColor=GREY),
    )
