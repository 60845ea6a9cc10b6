"""Draw the picture of a terminal as SVG, which loads no font and nothing else."""

import re
from html import escape
from io import StringIO

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

# Readable on the dark background: every colour has a contrast of at least 5 to 1.
_THEME = TerminalTheme(
    background=(30, 32, 36),
    foreground=(216, 219, 224),
    normal=[
        (20, 22, 26),  # only on coloured cells
        (240, 128, 128),
        (143, 206, 143),
        (229, 192, 123),
        (122, 176, 247),
        (209, 154, 232),
        (102, 204, 214),
        (216, 219, 224),
    ],
    bright=[
        (140, 148, 160),
        (255, 150, 150),
        (170, 225, 170),
        (245, 215, 150),
        (150, 195, 255),
        (225, 180, 245),
        (140, 225, 233),
        (255, 255, 255),
    ],
)
# Characters that XML does not allow.
_INVALID = re.compile("[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\ufffe\uffff]")
_TITLE = "TITLE"
_TEMPLATE = f"""\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{width}} {{height}}" \
width="{{width}}" height="{{height}}" role="img">
<title>{_TITLE}</title>
<style>
.{{unique_id}}-matrix {{{{
  font: {{char_height}}px/{{line_height}}px ui-monospace, "Cascadia Mono", Menlo, Consolas, \
"DejaVu Sans Mono", monospace;
}}}}
.{{unique_id}}-name {{{{ font: 15px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }}}}
{{styles}}
</style>
<defs>
<clipPath id="{{unique_id}}-clip-terminal">
<rect x="0" y="0" width="{{terminal_width}}" height="{{terminal_height}}"/>
</clipPath>
{{lines}}
</defs>
<rect x="1" y="1" width="100%" height="100%" rx="6" fill="{_THEME.background_color.hex}"/>
<text class="{{unique_id}}-name" x="12" y="26" fill="#a8adb5">{_TITLE}</text>
<g transform="translate({{terminal_x}}, {{terminal_y}})" \
clip-path="url(#{{unique_id}}-clip-terminal)">
{{backgrounds}}
<g class="{{unique_id}}-matrix">{{matrix}}</g>
</g>
</svg>
"""


def draw_svg(text: str, width: int, title: str) -> str:
    """Return a picture of text with escape sequences on a terminal with this many columns."""
    console = Console(
        record=True,
        width=width,
        file=StringIO(),
        color_system="standard",
        force_terminal=True,
        legacy_windows=False,
        _environ={},
    )
    drawn = Text.from_ansi(_INVALID.sub("\ufffd", text.rstrip("\n")))
    console.print(drawn, soft_wrap=True)
    name = escape(_INVALID.sub("\ufffd", title)).replace("{", "{{").replace("}", "}}")
    svg = console.export_svg(
        title="", theme=_THEME, code_format=_TEMPLATE.replace(_TITLE, name), font_aspect_ratio=0.6
    )
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"
