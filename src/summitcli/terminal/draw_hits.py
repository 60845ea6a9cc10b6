"""Draw search hits, each with the passages in which the words were found, highlighted."""

import re

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summitcli.search.hit import Hit
from summitcli.search.index import MAX_JOINED
from summitcli.search.normalize import words
from summitcli.tables.result_tables import explain_score
from summitcli.terminal.console import styled

_PASSAGE = 160  # characters of a passage that are shown around the first word found


def draw_hits(console: Console, hits: list[Hit], explain: bool) -> None:
    """Draw hits in their order, optionally with the components of each score."""
    numbers = len(str(len(hits)))
    for number, hit in enumerate(hits, 1):
        title = styled(hit.title, "title")
        for first, last in _spans(title.plain, _found(hit.title, hit)):
            title.stylize("hit", first, last)
        head = Text.assemble(title, "  ", styled(hit.id, "id"))
        meta = " · ".join(filter(None, (hit.type, hit.date or "", f"{hit.score:.0f}")))
        lines: list[Text | Padding] = [head, styled(meta, "quiet")]
        lines += _passages(hit)
        if explain:
            lines.append(styled(explain_score(hit), "quiet"))
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(justify="right", width=numbers, no_wrap=True)
        grid.add_column(overflow="fold")
        for line_number, line in enumerate(lines):
            grid.add_row(styled("" if line_number else str(number), "quiet"), line)
        console.print(grid)


def _found(passage: str, hit: Hit) -> set[str]:
    return {match.word for match in hit.matches if match.text == passage}


def _passages(hit: Hit) -> list[Text | Padding]:
    """Return the passages that add to the title, each once, with the words highlighted."""
    passages = dict.fromkeys((match.field, match.text) for match in hit.matches)
    return [
        Text.assemble(styled(f"{field}: ", "label"), _highlighted(passage, _found(passage, hit)))
        for field, passage in passages
        if passage != hit.title and field not in ("id", "date")
    ]


def _highlighted(passage: str, found: set[str]) -> Text:
    """Return a passage, cut around the first word found, with all words found highlighted."""
    passage = " ".join(passage.split())
    spans = _spans(passage, found)
    start = max(0, spans[0][0] - _PASSAGE // 3) if spans else 0
    if start:
        start = passage.find(" ", start) + 1
    end = len(passage)
    if end > start + _PASSAGE:
        end = passage.rfind(" ", start, start + _PASSAGE)
        end = end if end > start else start + _PASSAGE  # one long word, or a script without spaces
    shown = styled(passage[start:end])
    for first, last in spans:
        if first >= start and last <= end:
            shown.stylize("hit", first - start, last - start)
    return Text.assemble("… " if start else "", shown, " …" if end < len(passage) else "")


def _spans(passage: str, found: set[str]) -> list[tuple[int, int]]:
    """Return the positions of the words found, also of several words that together make one."""
    stretches = [match.span() for match in re.finditer(r"\S+", passage)]
    parts = [
        (first, last, part) for first, last in stretches for part in words(passage[first:last])
    ]
    return [
        (run[0][0], run[-1][1])
        for start in range(len(parts))
        for run in (parts[start : start + size] for size in range(1, MAX_JOINED + 1))
        if "".join(part for _, _, part in run) in found
    ]
