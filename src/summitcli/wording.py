"""The words in which cells and articles say things: lengths, dates, tones."""

from summitcli.dates import spoken
from summitcli.model import Meeting


def phrase(identifier: str) -> str:
    """A value of an enumeration as words: `not-realised` → `not realised`."""
    return identifier.replace("-", " ")


def length(minutes: int | None) -> str:
    """Minutes as people say them: `2 h 10 min`, `46 min`; empty where not known."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def short_date(start: str | None, end: str | None = None) -> str:
    """An ISO 8601 date or range, whose end leaves out what it shares with the start."""
    if start is None:
        return ""
    if end is None or end == start:
        return start
    shared = 0
    for mark in (5, 8):
        if len(start) == len(end) and start[:mark] == end[:mark]:
            shared = mark
    return f"{start}/{end[shared:]}"


def years(start: str, end: str | None) -> str:
    """The years of an office: `1953–1961`, `1945` where it began and ended in one, `2025–`."""
    first, last = start[:4], (end or "")[:4]
    return first if first == last else f"{first}–{last}"


def when(meeting: Meeting) -> str:
    """When a meeting took place, as a reader says it."""
    return spoken(meeting.date, meeting.end_date)


def bars(counts: list[int]) -> str:
    """A row of bars, one a count; a dot where the count is nought."""
    most = max(counts, default=0)
    blocks = "▁▂▃▄▅▆▇█"
    return "".join(blocks[(count * 8 - 1) // most] if count else "·" for count in counts)


def tone_of(word: str) -> str:
    """The tone in which a status or judgement is drawn; it never says more than the word does."""
    return _TONES.get(word, "plain")


_TONES = {
    **dict.fromkeys(("held", "realised", "in-force", "positive", "supported"), "good"),
    **dict.fromkeys(("partly-realised", "partly", "limited", "mixed", "superseded"), "fair"),
    "imprecise": "fair",
    **dict.fromkeys(("not-realised", "lapsed", "reversed", "negative"), "poor"),
    **dict.fromkeys(("disputed", "contested", "unclear", "planned"), "open"),
    **dict.fromkeys(("cancelled", "not-held", "none", "neutral", "not-checkable"), "quiet"),
}
