"""Draw counts as bars, or as a heat table whose cells are warmer the higher they count."""

from collections.abc import Iterator

from rich.bar import Bar
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from summitcli.derived.counts import Measure, Tally
from summitcli.pages.wording import format_duration
from summitcli.terminal.console import styled

_LONGEST = 60  # width of the longest bar
_HEAT = ("quiet", "plain", "heat1", "heat2", "heat3")
_LABEL = 34  # maximum width of a label in a heat table


def draw_bars(console: Console, tallies: list[Tally], measure: Measure, caption: str = "") -> None:
    """Draw one bar for each tally, below a caption that says what is counted."""
    _caption(console, caption)
    most = max((item.of(measure) or 0 for item in tallies), default=0)
    labels = min(max(cell_len(item.label) for item in tallies), console.width // 2)
    values = [_value(item.of(measure), measure) for item in tallies]
    room = console.width - labels - max(map(len, values)) - 4
    drawn = Table.grid(padding=(0, 2, 0, 0))
    drawn.add_column(width=labels, overflow="fold")
    drawn.add_column(justify="right", no_wrap=True)
    drawn.add_column(width=max(1, min(_LONGEST, room)))
    for item, value in zip(tallies, values, strict=True):
        bar = Bar(max(most, 1), 0, item.of(measure) or 0, color="cyan")
        drawn.add_row(
            styled(item.label), styled(value, "title" if item.of(measure) else "quiet"), bar
        )
    console.print(drawn)


def _caption(console: Console, caption: str) -> None:
    if caption:
        console.print(styled(caption, "heading"))
        console.print()


def _value(number: int | None, measure: Measure) -> str:
    if number is None:
        return "–"
    return format_duration(number) if measure is Measure.MINUTES else str(number)


def draw_heat_table(
    console: Console, tallies: list[Tally], across: dict[str, str], caption: str = ""
) -> None:
    """Draw tallies as rows and leaders as columns, as many beside each other as fit."""
    _caption(console, caption)
    names = {key: name.split()[-1] for key, name in across.items()}
    names = {key: _initials(across[key], names) for key in across}
    most = max((n or 0 for item in tallies for n in (item.across or {}).values()), default=0)
    labels = min(max(cell_len(item.label) for item in tallies), _LABEL)
    widths = {key: max(len(name), len(f" {most} ")) for key, name in names.items()}
    for number, shown in enumerate(_blocks(widths, console.width - labels - 1)):
        if number:
            console.print()
        drawn = Table.grid(padding=(0, 1, 0, 0))
        drawn.add_column(width=labels, overflow="fold")
        for key in shown:
            drawn.add_column(width=widths[key], justify="right", no_wrap=True)
        drawn.add_row(styled(""), *(styled(names[key], "heading") for key in shown))
        for item in tallies:
            cells = [(item.across or {}).get(key, 0) for key in shown]
            drawn.add_row(styled(item.label), *(_warm(count, most) for count in cells))
        console.print(drawn)


def _blocks(widths: dict[str, int], room: int) -> Iterator[list[str]]:
    """Yield the keys of the columns that fit beside each other, block by block."""
    block: list[str] = []
    for key in widths:
        if block and sum(widths[other] + 1 for other in (*block, key)) > room:
            yield block
            block = []
        block.append(key)
    yield block


def _initials(name: str, surnames: dict[str, str]) -> str:
    """Return a surname, with initials if two leaders share it."""
    *first, last = name.split()
    if list(surnames.values()).count(last) == 1:
        return last
    return "".join(part[0] for part in first) + " " + last


def _warm(count: int | None, most: int) -> Text:
    if count is None:
        return styled("–", "quiet")
    if not count:
        return styled("·", "quiet")
    return styled(
        f" {count} ", _HEAT[min(len(_HEAT) - 1, 1 + count * (len(_HEAT) - 1) // (most + 1))]
    )
