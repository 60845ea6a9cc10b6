"""The words in which cells and articles say things: lengths, dates, tones."""

from datetime import date

from summitcli.model import Meeting, Source
from summitcli.model.dates import MONTHS


def humanize(identifier: str) -> str:
    """A value of an enumeration as words: `not-realised` → `not realised`."""
    return identifier.replace("-", " ")


def format_length(minutes: int | None) -> str:
    """Minutes as people say them: `2 h 10 min`, `46 min`; empty where not known."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def format_short_date(start: str | None, end: str | None = None) -> str:
    """An ISO 8601 date or range, whose end leaves out what it score_parts with the start."""
    if start is None:
        return ""
    if end is None or end == start:
        return start
    shared = 0
    for mark in (5, 8):
        if len(start) == len(end) and start[:mark] == end[:mark]:
            shared = mark
    return f"{start}/{end[shared:]}"


def format_years(start: str, end: str | None) -> str:
    """The years of an office: `1953–1961`, `1945` where it began and ended in one, `2025–`."""
    first, last = start[:4], (end or "")[:4]
    return first if first == last else f"{first}–{last}"


def format_meeting_date(meeting: Meeting) -> str:
    """When a meeting took place, as a reader says it."""
    return format_date(meeting.date, meeting.end_date)


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


def format_date(start: str | None, end: str | None = None) -> str:
    """A date or range as a reader says it: `16 July 2018`, `10–11 November 2017`, `undated`."""
    if start is None:
        return "undated"
    if end is None or end == start:
        return _format_one_date(start)
    if len(start) == len(end) == 10:
        if start[:7] == end[:7]:
            return f"{int(start[8:])}–{_format_one_date(end)}"
        if start[:4] == end[:4]:
            return f"{_format_one_date(start).rsplit(' ', 1)[0]} – {_format_one_date(end)}"
    if len(start) == len(end) == 4:
        return f"{start}–{end}"
    return f"{_format_one_date(start)} – {_format_one_date(end)}"


def format_date_in_year(start: str, end: str | None = None) -> str:
    """A date or range under the heading of its year: `16 Jul`, `10–11 Nov`, `May`, or nothing."""
    if end is not None and end != start and end[:4] == start[:4]:
        first, last = _in_year(start), _in_year(end)
        if start[:7] == end[:7] and len(start) == len(end) == 10:
            return f"{int(start[8:])}–{last}"
        return f"{first}–{last}" if first and last else last or first
    if end is not None and end[:4] != start[:4]:
        return f"{_in_year(start)}–{end[:4]}"
    return _in_year(start)


def format_day_of_year(day: date) -> str:
    """Return the day and month of a date: `16 July`."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def _in_year(text: str) -> str:
    parts = text.split("-")
    if len(parts) == 1:
        return ""
    month = MONTHS[int(parts[1]) - 1][:3]
    return f"{int(parts[2])} {month}" if len(parts) > 2 else month


def weekday(start: str | None) -> str:
    """The day of the week of a whole date, `Monday`; empty for any other."""
    return f"{date.fromisoformat(start):%A}" if start and len(start) == 10 else ""


def _format_one_date(text: str) -> str:
    parts = text.split("-")
    if len(parts) == 1:
        return text
    month = f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return month if len(parts) == 2 else f"{int(parts[2])} {month}"


def source_marks(source: Source) -> tuple[str, ...]:
    """Return the marks of a source as words: `reprint`, `state media`."""
    marks = (("reprint", source.reprint), ("state media", source.state_media))
    return tuple(word for word, given in marks if given)
