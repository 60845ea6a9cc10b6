"""Widths of the columns of a list, from its texts: a table that grows while it loads must not move.

Browsers that lay out a table by its content move its columns with each row that arrives.
"""

from collections.abc import Sequence

_LINE = 150  # letters of a row on the narrowest screen that shows a table
_GAP = 2  # letters between columns
_LONGEST = 44  # letters that a column of texts asks for at most
_MOST_FIXED = 55  # percent that columns which are never wrapped take at most
WIDEST = 70
"The largest width in percent; the style sheet has a class for each."


def percentages(columns: Sequence[tuple[Sequence[int], bool, int]]) -> list[int]:
    """Return the width of each column in percent.

    A column is given by the lengths of its texts, its heading first, by whether it is never
    wrapped, and by the least number of letters that it needs.
    """
    fixed = [
        (max(lengths) + _GAP) * 100 / _LINE if never_wrapped else 0.0
        for lengths, never_wrapped, _ in columns
    ]
    shrink = min(1.0, _MOST_FIXED / sum(fixed)) if sum(fixed) else 1.0
    wanted = [
        0.0 if never_wrapped else max(minimum, min(_LONGEST, sum(lengths) / len(lengths)))
        for lengths, never_wrapped, minimum in columns
    ]
    left = 100 - shrink * sum(fixed)
    share = left / sum(wanted) if sum(wanted) else 0.0
    return [
        max(2, min(WIDEST, round(shrink * one + share * other)))
        for one, other in zip(fixed, wanted, strict=True)
    ]


def style() -> str:
    """Return a class for each width: `.w12` is 12 per cent wide."""
    return "".join(f".w{percent} {{ width: {percent}%; }}\n" for percent in range(2, WIDEST + 1))
