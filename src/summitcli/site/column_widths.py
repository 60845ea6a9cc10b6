"""Widths of the columns of a list, from its texts: a table that grows while it loads must not move.

Browsers that lay out a table by its content move its columns with each row that arrives.
"""

import re
from collections.abc import Sequence

_LINE = 160  # letters of a row on the narrowest screen that shows a table
_GAP = 4  # letters between columns
_LONGEST = 44  # letters that a column of texts asks for at most
_BOLD = 1.3  # how much wider the letters of headings are
_LEAST = 0.2  # share of a row that must be left when every column has its longest word
WIDEST = 98
"The largest width in percent; the style sheet has a class for each."


def percentages(columns: Sequence[tuple[str, Sequence[str]]]) -> list[int]:
    """Return the width in percent of columns, each given by its heading and its texts."""
    needs = [_needed(heading, texts) for heading, texts in columns]
    wishes = [
        max(0.0, _wanted(texts) - need) for need, (_, texts) in zip(needs, columns, strict=True)
    ]
    left = max(0.0, _LINE - sum(needs))
    share = left / sum(wishes) if sum(wishes) else 0.0
    widths = [need + share * wish for need, wish in zip(needs, wishes, strict=True)]
    return [max(2, min(WIDEST, round(100 * width / sum(widths)))) for width in widths]


def fits(columns: Sequence[tuple[str, Sequence[str]]]) -> bool:
    """Return whether columns have room for more than their longest words."""
    return sum(_needed(heading, texts) for heading, texts in columns) <= _LINE * (1 - _LEAST)


def _needed(heading: str, texts: Sequence[str]) -> float:
    """Return the letters of the longest word; a date or number is never broken."""
    words = (
        word
        for text in set(texts)
        for word in (re.split(r"[\s/–-]+", text) if re.search("[a-z]", text) else [text])
    )
    longest = max(map(len, words), default=0)
    return _GAP + max(min(longest, _LONGEST), len(heading) * _BOLD)


def _wanted(texts: Sequence[str]) -> float:
    """Return the letters of a usual text."""
    lengths = [min(len(text), 2 * _LONGEST) for text in texts if text]
    return _GAP + min(_LONGEST, sum(lengths) / len(lengths)) if lengths else 0.0


def style() -> str:
    """Return a class for each width: `.w12` is 12 per cent wide."""
    return "".join(f".w{percent} {{ width: {percent}%; }}\n" for percent in range(2, WIDEST + 1))
