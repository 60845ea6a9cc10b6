"""Search hits: each with the piece of text in which the words were found, these set off."""

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from summitcli.listings.derived import because
from summitcli.render.screen import text
from summitcli.search.fold import words
from summitcli.search.hit import Hit, Matched

_PIECE = 160  # letters of a piece of text that are shown around the first word found


def hits(console: Console, found: list[Hit], explain: bool) -> None:
    """Draw hits, best first."""
    numbers = len(str(len(found)))
    for number, hit in enumerate(found, 1):
        head = Text.assemble(text(hit.title, "title"), "  ", text(hit.id, "id"))
        meta = " · ".join(filter(None, (hit.type, hit.date or "", f"{hit.score:.0f}")))
        lines: list[Text | Padding] = [head, text(meta, "quiet")]
        lines += _pieces(hit)
        if explain:
            lines.append(text(because(hit), "quiet"))
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(justify="right", width=numbers, no_wrap=True)
        grid.add_column(overflow="fold")
        for line_number, line in enumerate(lines):
            grid.add_row(text("" if line_number else str(number), "quiet"), line)
        console.print(grid)


def _pieces(hit: Hit) -> list[Text | Padding]:
    """The pieces of text that tell more than the title, each once, with the words set off."""
    by_piece: dict[tuple[str, str], list[Matched]] = {}
    for matched in hit.matches:
        by_piece.setdefault((matched.field, matched.text), []).append(matched)
    return [
        Text.assemble(text(f"{field}: ", "label"), _set_off(piece, matches))
        for (field, piece), matches in by_piece.items()
        if piece != hit.title and field not in ("id", "date")
    ]


def _set_off(piece: str, matches: list[Matched]) -> Text:
    """A piece of text, cut around the first word found, with all words found set off."""
    spans = _spans(piece, {matched.word for matched in matches})
    start = max(0, spans[0][0] - _PIECE // 3) if spans else 0
    if start:
        start = piece.find(" ", start) + 1
    end = len(piece) if len(piece) <= start + _PIECE else piece.rfind(" ", start, start + _PIECE)
    shown = text(piece[start:end])
    for first, last in spans:
        if first >= start and last <= end:
            shown.stylize("hit", first - start, last - start)
    return Text.assemble("… " if start else "", shown, " …" if end < len(piece) else "")


def _spans(piece: str, found: set[str]) -> list[tuple[int, int]]:
    """Where in a piece of text the words stand, whose folded forms these are."""
    spans, at = [], 0
    for word in piece.split():
        at = piece.index(word, at)
        if found & set(words(word)):
            spans.append((at, at + len(word)))
        at += len(word)
    return spans
