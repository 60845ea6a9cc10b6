"""Draw a timeline: a vertical line with years as headings, and gaps where years are empty."""

from collections.abc import Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitcli.derived.timeline import TimelineEntry
from summitcli.pages.wording import format_date_in_year
from summitcli.terminal.console import styled

_MARKS = {"meeting": "●", "call": "○", "letter": "○", "statement": "○", "event": "◇"}
_WIDE = 120  # width from which a summary fits beside the title
_TITLE = 52  # width of the title beside a summary
_GAP_LINES = 8  # maximum height of a gap, one line a year


def draw_timeline(console: Console, entries: Sequence[TimelineEntry]) -> None:
    """Draw entries, which must be in chronological order."""
    dates = max((cell_len(format_date_in_year(e.date, e.end_date)) for e in entries), default=0)
    last = None
    for year, group in groupby(entries, key=lambda entry: int(entry.date[:4])):
        if last is not None:
            _gap(console, last, year)
        console.print(styled(f"{year:04}", "heading"))
        drawn = Table.grid(padding=(0, 2, 0, 0))
        drawn.add_column(width=1)
        drawn.add_column(width=dates, no_wrap=True, justify="right")
        drawn.add_column(width=len("statement"), no_wrap=True)
        drawn.add_column(overflow="fold", width=_TITLE if console.width >= _WIDE else None)
        for entry in group:
            summary = (
                [styled(_first_sentence(entry.summary), "quiet")] if console.width >= _WIDE else []
            )
            drawn.add_row(*_cells(entry), *summary)
        console.print(drawn)
        last = year


def _cells(entry: TimelineEntry) -> list[Text]:
    title = styled(entry.title, "title" if entry.what == "meeting" else "plain")
    if entry.status not in (None, "held"):
        title.append_text(styled(f" ({entry.status})", "quiet"))
    return [
        styled(_MARKS[entry.what], entry.what),
        styled(format_date_in_year(entry.date, entry.end_date), "quiet"),
        styled(entry.what, entry.what),
        Text.assemble(title, "  ", styled(entry.id, "id")),
    ]


def _first_sentence(summary: str) -> str:
    return summary.split(". ", maxsplit=1)[0].rstrip(".") + "."


def _gap(console: Console, last: int, year: int) -> None:
    """Draw the years between two headings, a line each, so that a gap looks like one."""
    missing = year - last - 1
    for number in range(min(missing, _GAP_LINES)):
        label = ""
        if number == 0 and missing > 1:
            label = f"  {last + 1}–{year - 1}: {missing} years without an entry"
        elif number == 0:
            label = f"  {last + 1}: nothing"
        console.print(styled("┊" + label, "quiet"))
    if not missing:
        console.print(styled("│", "quiet"))
