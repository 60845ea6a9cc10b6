"""Short texts of pictures and the room that they take: names, pairs, and rows of labels."""

from collections import Counter
from collections.abc import Sequence

from summitcli.model import Dataset, Meeting
from summitcli.pages.wording import short_name

# Widths of letters in Arial and its like, as shares of the font's size, rounded up.
_NARROW, _WIDE = frozenset("fijlrtI .,:;'!()[]-"), frozenset("mwMW@%")
_LAST_NARROW_SCRIPT = 0x2FFF  # Chinese, Japanese and Korean letters follow
_NARROW_WIDTH, _WIDTH, _CAPITAL_WIDTH, _WIDE_WIDTH = 0.32, 0.56, 0.7, 0.9


def text_width(text: str, size: int) -> float:
    """Return about how many pixels a text takes, rather more than fewer."""
    return size * sum(map(_letter_width, text))


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return _NARROW_WIDTH
    if letter in _WIDE or ord(letter) > _LAST_NARROW_SCRIPT:
        return _WIDE_WIDTH
    return _CAPITAL_WIDTH if letter.isupper() else _WIDTH


def shorten(text: str, longest: int) -> str:
    """Return a text of at most so many letters, cut between words where it is longer."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return f"{cut.rsplit(' ', 1)[0] if ' ' in cut else cut} …"


def pack(spans: Sequence[tuple[float, float]], gap: float) -> list[int]:
    """Return for each span, in order of starts, the first row in which it touches no other."""
    ends: list[float] = []
    rows: list[int] = []
    for start, end in spans:
        row = next((row for row, last in enumerate(ends) if last + gap <= start), len(ends))
        ends[row : row + 1] = [end]
        rows.append(row)
    return rows


def short_names(dataset: Dataset) -> dict[str, str]:
    """Return the short name of each leader, with initials where two leaders share it."""
    last = {person.id: short_name(person.id, dataset) for person in dataset.people}
    shared = Counter(last.values())
    return {
        person.id: _with_initials(person.name) if shared[last[person.id]] > 1 else last[person.id]
        for person in dataset.people
    }


def _with_initials(name: str) -> str:
    *first, last = name.split()
    return " ".join([*(f"{word[0]}." for word in first), last])


def pairs_of(meeting: Meeting, dataset: Dataset, names: dict[str, str]) -> list[str]:
    """Return who met whom, as `Nixon–Brezhnev`: each leader of one side with each of the other."""
    first, second = (meeting.leaders.get(side.id, ()) for side in dataset.info.sides)
    if not first or not second:
        return [names[person] for person in (*first, *second)]
    return [f"{names[one]}–{names[other]}" for one in first for other in second]
