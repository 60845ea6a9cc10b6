"""Pictures of many meetings, drawn by Altair: which there are, and the formats of their files.

Nothing here imports Altair or vl-convert, so that commands can name pictures and formats without
the extra `charts`. `draw_chart` in `charts.draw` makes a picture, `charts.render` its bytes.
"""

from enum import StrEnum


class ChartName(StrEnum):
    """The pictures."""

    TIMELINE = "timeline"
    MAP = "map"
    YEARS = "years"
    THEMES = "themes"
    LENGTHS = "lengths"


class PictureFormat(StrEnum):
    """The formats of picture files, named as the files end."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    HTML = "html"
    JSON = "json"
