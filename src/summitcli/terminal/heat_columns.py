"""The columns of a heat table: their short headings, and how many fit beside each other."""

from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len
from rich.text import Text

from summitcli.terminal.console import styled
from summitcli.terminal.layout import Lines, beside

_GAP = 2  # between two headings on the same level


@dataclass(frozen=True, slots=True)
class HeatColumns:
    """Columns beside each other."""

    names: dict[str, tuple[str, ...]]
    "The lines of each heading, by key."
    widths: tuple[int, ...]
    staggered: bool = False
    "Whether every second heading stands on a level of its own, above the others."

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the columns."""
        return tuple(self.names)

    def end(self, start: int) -> int:
        """Return where the last column ends, if the first begins after labels of a width."""
        return start + sum(self.widths) + len(self.widths)

    def heads(self, start: int) -> Lines:
        """Return the headings, the last line of each right above its column."""
        if self.staggered:
            return [self._level(start, 0), self._level(start, 1)]
        height = max(len(lines) for lines in self.names.values())
        blocks = [
            [*[Text()] * (height - len(lines)), *(styled(line, "heading") for line in lines)]
            for lines in self.names.values()
        ]
        widths = [start, *(width + 1 for width in self.widths)]
        return beside([[], *blocks], widths, [False] + [True] * len(blocks))

    def _level(self, start: int, parity: int) -> Text:
        """Return every second heading in a line, each ending above the last digit of its column."""
        line = Text()
        end = start
        for number, (lines, width) in enumerate(zip(self.names.values(), self.widths, strict=True)):
            end += width + 1
            if number % 2 == parity:
                head = styled(" ".join(lines), "heading")
                line.append(" " * (end - 1 - cell_len(line.plain) - cell_len(head.plain)))
                line.append_text(head)
        return line


def heat_blocks(
    names: dict[str, tuple[str, ...]], width: int, labels: int, cell: int, staggered: bool
) -> list[HeatColumns]:
    """Return columns in blocks, of which each has as many as fit a width beside its labels."""
    widths_of = _staggered_widths if staggered else _level_widths
    keys, blocks = list(names), []
    while keys:
        for count in range(len(keys), 0, -1):
            shown = {key: names[key] for key in keys[:count]}
            block = HeatColumns(
                shown, tuple(widths_of(list(shown.values()), labels, cell)), staggered
            )
            if count == 1 or block.end(labels) <= width:
                blocks.append(block)
                keys = keys[count:]
                break
    return blocks


def _level_widths(names: list[tuple[str, ...]], _labels: int, cell: int) -> list[int]:
    """Return the widths of columns: as wide as their headings, or as their cells."""
    return [max(cell, *map(cell_len, lines)) for lines in names]


def _staggered_widths(names: list[tuple[str, ...]], labels: int, cell: int) -> list[int]:
    """Return the widths of columns so that no heading runs into the next but one.

    The first two may begin above the labels.
    """
    ends = [labels]
    for number, lines in enumerate(names):
        begin = ends[number - 1] - 1 + _GAP if number > 1 else 0
        ends.append(ends[-1] + 1 + max(cell, begin + cell_len(" ".join(lines)) - ends[-1]))
    return [end - start - 1 for start, end in pairwise(ends)]


def short_names(across: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Return surnames, with initials if two leaders share one, and the years of a term if given.

    A name is `Donald Trump`, or `Donald Trump, 2017–2021` for one of several terms.
    """
    people = {key: name.partition(", ")[0] for key, name in across.items()}
    surnames = {key: name.split()[-1] for key, name in people.items()}
    short: dict[str, tuple[str, ...]] = {}
    for key, name in across.items():
        same = {people[other] for other in people if surnames[other] == surnames[key]}
        first = "".join(part[0] for part in people[key].split()[:-1]) + " " if len(same) > 1 else ""
        years = name.partition(", ")[2]
        short[key] = (f"{first}{surnames[key]}", *([_short_years(years)] if years else []))
    return short


def _short_years(years: str) -> str:
    """Return years with two digits each: `2017–2021` becomes `17–21`."""
    return "–".join(year[-2:] for year in years.split("–"))
