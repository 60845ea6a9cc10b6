"""The one way from a picture's name to the picture."""

from collections.abc import Callable

from summitcli.charts import ChartName
from summitcli.charts.lengths import lengths
from summitcli.charts.subject import Subject
from summitcli.charts.theme import Picture
from summitcli.charts.themes import themes
from summitcli.charts.timeline import timeline
from summitcli.charts.world_map import world_map
from summitcli.charts.years import years

_CHARTS: dict[ChartName, Callable[[Subject], Picture]] = {
    ChartName.TIMELINE: timeline,
    ChartName.MAP: world_map,
    ChartName.YEARS: years,
    ChartName.THEMES: themes,
    ChartName.LENGTHS: lengths,
}


def draw_chart(name: ChartName, subject: Subject) -> Picture:
    """Return a picture of meetings.

    Raises NothingToDrawError where the meetings lack what the picture shows, and TooManyError where
    they would not fit.
    """
    return _CHARTS[name](subject)
