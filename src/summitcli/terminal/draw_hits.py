"""Draw search hits, each with the passages in which the words were found, highlighted."""

import re
from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from summitcli.pages.wording import describe_field, humanize
from summitcli.search.hit import Hit
from summitcli.search.index import MAX_JOINED
from summitcli.search.normalize import words
from summitcli.tables.hits_table import explain_score
from summitcli.terminal.console import styled
from summitcli.terminal.layout import Lines, hanging, print_lines, stack, wrap

_PASSAGE = 160  # characters of a passage that are shown around the first word found


def draw_hits(
    console: Console, hits: list[Hit], explain: bool, kinds: Mapping[str, str] | None = None
) -> None:
    """Draw hits in their order, optionally with the components of each score.

    `kinds` gives the kind of a meeting by its id, such as `phone-call`.
    """
    label = len(str(len(hits))) + 2
    blocks = [
        hanging(
            styled(str(number).rjust(label - 2), "quiet"),
            label,
            _hit(console, hit, explain, (kinds or {}).get(hit.id, hit.type), console.width - label),
        )
        for number, hit in enumerate(hits, 1)
    ]
    print_lines(console, stack(blocks))


def _hit(console: Console, hit: Hit, explain: bool, kind: str, width: int) -> Lines:
    title = styled(hit.title, "title")
    identifier = styled(hit.id, "id")
    for text, found in ((title, _found(hit.title, hit)), (identifier, _found(hit.id, hit))):
        for first, last in _spans(text.plain, found):
            text.stylize("hit", first, last)
    about = [humanize(kind), hit.date or "", f"score {hit.score:.0f}"]
    if hit.unmatched:
        about.append(f"without {', '.join(hit.unmatched)}")
    texts = [
        Text.assemble(title, "  ", identifier),
        styled(" · ".join(filter(None, about)), "quiet"),
        *_passages(hit),
    ]
    if explain:
        texts.append(styled(explain_score(hit), "quiet"))
    return stack([wrap(console, text, width) for text in texts])


def _found(passage: str, hit: Hit) -> set[str]:
    return {match.word for match in hit.matches if match.text == passage}


def _passages(hit: Hit) -> list[Text]:
    """Return the passages that add to the title, each once, with the words highlighted."""
    passages = dict.fromkeys((match.field, match.text) for match in hit.matches)
    return [
        Text.assemble(
            styled(f"{describe_field(field)}: ", "label"),
            _highlighted(passage, _found(passage, hit)),
        )
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
