"""The wording of values in tables and on pages: dates, lengths, marks, tones."""

import re
from datetime import date

from summitcli.model import Dataset, Meeting, Person, Qualifier, Source, title_of
from summitcli.model.dates import MONTHS

# Values whose hyphen belongs to the word.
_HYPHENATED = frozenset({"pull-aside"})


def humanize(identifier: str) -> str:
    """Return a value of an enumeration as words: `not-realised` → `not realised`."""
    return identifier if identifier in _HYPHENATED else identifier.replace("-", " ")


# A full stop that is not that of an initial or a title: `Franklin D. Roosevelt`, `Dr. Kissinger`.
_END = r"(?<!\b[A-Z])(?<!\b[A-Z][a-z])\. "


def first_sentence(text: str) -> str:
    """Return the first sentence of a text; empty for an empty text."""
    return re.split(_END, text, maxsplit=1)[0].rstrip(".") + "." if text else ""


def with_article(noun: str) -> str:
    """Return a noun with its article: `an event`."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def capitalize(text: str) -> str:
    """Return a text with its first letter capitalized and the rest unchanged."""
    return text[:1].upper() + text[1:]


_QUALIFIERS = {Qualifier.ABOUT: "about", Qualifier.MORE_THAN: "over", Qualifier.LESS_THAN: "under"}


def format_duration(minutes: int | None, qualifier: Qualifier | None = None) -> str:
    """Return a length: `2 h 10 min`, `46 min`, `about 2 h`, `over 2 h`; empty if unknown."""
    if minutes is None:
        return ""
    hours, rest = divmod(minutes, 60)
    exact = f"{hours} h {rest} min" if hours and rest else f"{hours} h" if hours else f"{rest} min"
    return exact if qualifier is None else f"{_QUALIFIERS[qualifier]} {exact}"


def describe_length(
    actual: int | None, planned: int | None, qualifier: Qualifier | None = None
) -> tuple[str, ...]:
    """Return the actual and the planned length, as far as they are known."""
    known = (
        format_duration(actual, qualifier),
        f"planned: {format_duration(planned)}" if planned is not None else "",
    )
    return tuple(filter(None, known))


def format_clock_times(start: str | None, end: str | None) -> str:
    """Return clock times: `10:40–12:30`, `10:40`, `until 12:30`; empty if none is known."""
    if start is None:
        return f"until {end}" if end else ""
    return f"{start}–{end}" if end else start


def short_name(person: str, dataset: Dataset) -> str:
    """Return the name of a leader in lists: the record's short name, or else the surname."""
    record = dataset.by_id[person]
    given = record.short_name if isinstance(record, Person) else None
    return given or title_of(record).split()[-1]


def describe_pair(dataset: Dataset) -> str:
    """Return the short names of the focus pair: `Trump – Putin`; empty if there is none."""
    focus = dataset.info.focus or {}
    sides = (side.id for side in dataset.info.sides if side.id in focus)
    return " – ".join(short_name(focus[side], dataset) for side in sides)


def format_short_date(start: str | None, end: str | None = None) -> str:
    """Return an ISO 8601 date or range; the end omits the parts that it shares with the start."""
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
    """Return the years of an office: `1953–1961`, `1945` if it began and ended then, `2025–`."""
    first, last = start[:4], (end or "")[:4]
    return first if first == last else f"{first}–{last}"


def format_meeting_date(meeting: Meeting) -> str:
    """Return the date of a meeting in words."""
    return format_date(meeting.date, meeting.end_date)


def sparkline(counts: list[int], most: int | None = None) -> str:
    """Return a row of bars, one for each count; zero is a dot, and `most` the highest bar."""
    highest = max(counts, default=0) if most is None else most
    blocks = "▁▂▃▄▅▆▇█"
    return "".join(blocks[(count * 8 - 1) // highest] if count else "·" for count in counts)


def tone_of(word: str) -> str:
    """Return the tone of a status or judgement; it never says more than the word itself."""
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
    """Return a date or range in words: `16 July 2018`, `10–11 November 2017`, `undated`."""
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
    """Return a date or range without its year: `16 Jul`, `10–11 Nov`, `May`; empty for a year.

    A range that ends in another year has that year: `31 Dec–1 Jan 2016`.
    """
    if end is not None and end != start and end[:4] == start[:4]:
        first, last = _in_year(start), _in_year(end)
        if start[:7] == end[:7] and len(start) == len(end) == 10:
            return f"{int(start[8:])}–{last}"
        return f"{first}–{last}" if first and last else last or first
    if end is not None and end[:4] != start[:4]:
        first, last = _in_year(start), f"{_in_year(end)} {end[:4]}".lstrip()
        return f"{first}–{last}" if first else f"to {last}"
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
    """Return the weekday of a complete date, `Monday`; empty for any other date."""
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


def describe_source(source: Source) -> str:
    """Return what follows the title of a source: `. Author, Publisher, 16 July 2018 (reprint).`"""
    about = [source.author, source.publisher, format_date(source.date) if source.date else None]
    known = ", ".join(filter(None, about))
    marks = f"({', '.join(source_marks(source))})" if source_marks(source) else ""
    words = " ".join(filter(None, (known, marks)))
    stop = "" if source.title.endswith((".", "?", "!")) else "."
    return f"{stop} {words}." if words else stop


# Names of fields whose dotted path is not what a reader would call them.
_FIELD_NAMES = {
    "aliases": "also called",
    "place.city": "place",
    "place.country": "place",
    "place.venue": "venue",
    "place.aliases": "place",
    "topics.themes": "theme",
    "topics.label": "topic",
    "topics.detail": "topic",
    "deliverables": "agreed",
    "status_note": "status",
    "date_note": "date",
    "public_output": "in public",
    "other_principals": "others there",
    "sessions": "course",
    "assessments": "judged",
    "category": "field",
}


def describe_field(path: str) -> str:
    """Return the name of a field for readers: `topics.themes` → `theme`, `notes` → `notes`."""
    first = path.split(".", maxsplit=1)[0]
    return _FIELD_NAMES.get(path) or _FIELD_NAMES.get(first) or first.replace("_", " ")
