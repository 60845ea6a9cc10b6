"""One vertical line of time: years as headings, marks on the line, gaps of years as gaps."""

from collections.abc import Sequence
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitcli.derived.timeline import TimelineEntry
from summitcli.pages.wording import format_date_in_year
from summitcli.terminal.console import text

_MARKS = {"meeting": "●", "call": "○", "letter": "○", "statement": "○", "event": "◇"}
_WIDE = 120  # columns from which what happened fits beside its name
_TITLE = 52  # cells for the name where what happened stands beside it
_GAP_LINES = 8  # lines that a gap takes at most, one a year


def timeline(console: Console, entries: Sequence[TimelineEntry]) -> None:
    """Draw entries, which are in order of time, on one line."""
    dates = max((cell_len(format_date_in_year(e.date, e.end_date)) for e in entries), default=0)
    last = None
    for year, group in groupby(entries, key=lambda entry: int(entry.date[:4])):
        if last is not None:
            _gap(console, last, year)
        console.print(text(f"{year:04}", "heading"))
        drawn = Table.grid(padding=(0, 2, 0, 0))
        drawn.add_column(width=1)
        drawn.add_column(width=dates, no_wrap=True, justify="right")
        drawn.add_column(width=len("statement"), no_wrap=True)
        drawn.add_column(overflow="fold", width=_TITLE if console.width >= _WIDE else None)
        for entry in group:
            told = [text(_first_sentence(entry.summary), "quiet")] if console.width >= _WIDE else []
            drawn.add_row(*_cells(entry), *told)
        console.print(drawn)
        last = year


def _cells(entry: TimelineEntry) -> list[Text]:
    title = text(entry.title, "title" if entry.what == "meeting" else "plain")
    if entry.status not in (None, "held"):
        title.append_text(text(f" ({entry.status})", "quiet"))
    return [
        text(_MARKS[entry.what], entry.what),
        text(format_date_in_year(entry.date, entry.end_date), "quiet"),
        text(entry.what, entry.what),
        Text.assemble(title, "  ", text(entry.id, "id")),
    ]


def _first_sentence(summary: str) -> str:
    return summary.split(". ", maxsplit=1)[0].rstrip(".") + "."


def _gap(console: Console, last: int, year: int) -> None:
    """The years between two headings: a line for each, so that a gap is seen as one."""
    missing = year - last - 1
    for number in range(min(missing, _GAP_LINES)):
        label = ""
        if number == 0 and missing > 1:
            label = f"  {last + 1}–{year - 1}: {missing} years without an entry"
        elif number == 0:
            label = f"  {last + 1}: nothing"
        console.print(text("┊" + label, "quiet"))
    if not missing:
        console.print(text("│", "quiet"))
