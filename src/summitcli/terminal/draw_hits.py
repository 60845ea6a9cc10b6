"""Search hits: each with the piece of text in which the words were found, these set off."""

import re

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summitcli.search.hit import Hit
from summitcli.search.index import MAX_JOINED
from summitcli.search.normalize import words
from summitcli.tables.result_tables import explain_score
from summitcli.terminal.console import text

_PIECE = 160  # letters of a piece of text that are shown around the first word found


def hits(console: Console, found: list[Hit], explain: bool) -> None:
    """Draw hits, best first."""
    numbers = len(str(len(found)))
    for number, hit in enumerate(found, 1):
        named = text(hit.title, "title")
        for first, last in _spans(named.plain, _found(hit.title, hit)):
            named.stylize("hit", first, last)
        head = Text.assemble(named, "  ", text(hit.id, "id"))
        meta = " · ".join(filter(None, (hit.type, hit.date or "", f"{hit.score:.0f}")))
        lines: list[Text | Padding] = [head, text(meta, "quiet")]
        lines += _pieces(hit)
        if explain:
            lines.append(text(explain_score(hit), "quiet"))
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(justify="right", width=numbers, no_wrap=True)
        grid.add_column(overflow="fold")
        for line_number, line in enumerate(lines):
            grid.add_row(text("" if line_number else str(number), "quiet"), line)
        console.print(grid)


def _found(piece: str, hit: Hit) -> set[str]:
    return {matched.word for matched in hit.matches if matched.text == piece}


def _pieces(hit: Hit) -> list[Text | Padding]:
    """The pieces of text that tell more than the title, each once, with the words set off."""
    pieces = dict.fromkeys((matched.field, matched.text) for matched in hit.matches)
    return [
        Text.assemble(text(f"{field}: ", "label"), _set_off(piece, _found(piece, hit)))
        for field, piece in pieces
        if piece != hit.title and field not in ("id", "date")
    ]


def _set_off(piece: str, found: set[str]) -> Text:
    """A piece of text, cut around the first word found, with all words found set off."""
    piece = " ".join(piece.split())
    spans = _spans(piece, found)
    start = max(0, spans[0][0] - _PIECE // 3) if spans else 0
    if start:
        start = piece.find(" ", start) + 1
    end = len(piece)
    if end > start + _PIECE:
        end = piece.rfind(" ", start, start + _PIECE)
        end = end if end > start else start + _PIECE  # one long word, or a script without spaces
    shown = text(piece[start:end])
    for first, last in spans:
        if first >= start and last <= end:
            shown.stylize("hit", first - start, last - start)
    return Text.assemble("… " if start else "", shown, " …" if end < len(piece) else "")


def _spans(piece: str, found: set[str]) -> list[tuple[int, int]]:
    """Where in a piece of text the words stand, or several that make one of them."""
    stretches = [match.span() for match in re.finditer(r"\S+", piece)]
    parts = [(first, last, part) for first, last in stretches for part in words(piece[first:last])]
    return [
        (run[0][0], run[-1][1])
        for start in range(len(parts))
        for run in (parts[start : start + size] for size in range(1, MAX_JOINED + 1))
        if "".join(part for _, _, part in run) in found
    ]
