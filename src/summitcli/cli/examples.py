"""Examples in help: laid out as lines, and with names from the dataset in use.

Help is written with the names of the shipped dataset. For another dataset, its own records take
their place, and an example for which it has no record is left out.
"""

import os
import re
from dataclasses import dataclass
from textwrap import fill
from typing import TYPE_CHECKING

import typer

from summitcli.errors import SummitError

if TYPE_CHECKING:
    from summitcli.model import Dataset, MeetingLike

# The names of the shipped dataset that help mentions, by what they are.
_MEETINGS = ("helsinki-2018", "anchorage-2025", "reykjavik-1986", "hamburg-2017", "osaka-2019")
_PLACES = ("helsinki", "anchorage", "reykjavik")
_THEMES = ("syria", "ukraine", "iran", "nato", "arms-control")
_LEADERS = ("donald-trump", "vladimir-putin", "yeltsin")
_SURNAMES = ("trump", "putin")
_YEARS = ("2018", "2017", "2019", "2025", "2022", "1985", "1991", "1989")
_DATES = ("2018-07-16", "2025-08-15")
_ONLY_SHIPPED = (
    *("lavrov", "helsinky", "Хельсинки", "leader:yeltsin", "congratulate", "07-16", "16 July"),
    *("salt-abm-1972", "claim-26", "channels-kept", "scenario-thaw", "sanctions", "timeline"),
    *("1994", "us-china", "global", "disputed", "beijing-1972", "richard-nixon"),
)
_PAIR = "Trump and Putin"
_BEGINNING = "1943"
_NAMES = "summitcli.names"  # key of the context
_WORD = re.compile(r"[\w:-]+")
_GAP = re.compile(r"(?<=\S) {2,}")


@dataclass(frozen=True)
class _Names:
    """The names of a dataset that take the place of the shipped ones."""

    pair: str
    beginning: str
    words: dict[str, str]


def localize_text(text: str, context: typer.Context) -> str:
    """Return a help text with examples from the dataset in use, a line each."""
    names = _names_of(context)
    paragraphs = (_localize_paragraph(paragraph, names) for paragraph in text.split("\n\n"))
    return "\n\n".join(filter(None, paragraphs))


def localize_lines(text: str, context: typer.Context) -> str:
    """Return a text that is not wrapped, with examples from the dataset in use.

    The lines of each example begin with two spaces, and those that go on with more.
    """
    names = _names_of(context)
    if names is None:
        return text
    head, *rest = text.split("\n\n")
    lines: list[str] = []
    dropped = False
    for line in "\n\n".join(rest).splitlines():
        if not line.startswith("   "):
            own = _own_example(line, names) if _is_example(line) else line
            dropped = bool(line) and not own
        if not dropped:
            lines.append(own if not line.startswith("   ") else line)
    return "\n".join([fill(_with_pair(head, names), 80), "", *lines, ""])


def _localize_paragraph(paragraph: str, names: _Names | None) -> str:
    lines = paragraph.splitlines()
    if not any(_is_example(line) for line in lines):
        return paragraph if names is None else _with_pair(paragraph, names)
    if names is not None:
        lines = [_with_pair(own, names) for line in lines if (own := _own_example(line, names))]
    # A paragraph that begins with this mark is not wrapped.
    return "\b\n" + "\n".join(f"  {line.strip()}" for line in lines) if lines else ""


def _is_example(line: str) -> bool:
    return line.strip().startswith("summit ")


def _with_pair(text: str, names: _Names) -> str:
    text = text.replace("Trump and\nPutin", _PAIR).replace(_PAIR, names.pair)
    return text.replace(_BEGINNING, names.beginning)


def _own_example(line: str, names: _Names) -> str:
    """Return an example with the dataset's own names; empty if it has none of a kind."""
    if any(word in line for word in _ONLY_SHIPPED):
        return ""
    shipped = {*_MEETINGS, *_PLACES, *_THEMES, *_LEADERS, *_SURNAMES, *_YEARS, *_DATES}
    if any(word in shipped and word not in names.words for word in _WORD.findall(line)):
        return ""
    command, *comment = _GAP.split(line, maxsplit=1)
    own = _WORD.sub(lambda found: names.words.get(found[0], found[0]), command)
    if not comment:
        return own
    start = len(line) - len(comment[-1])  # so that the comments stay below each other
    return f"{own:<{start - 2}}  {comment[-1]}"


def _names_of(context: typer.Context) -> _Names | None:
    """Return the names of the dataset in use; None if it is the shipped one or cannot be read.

    They are read once for all texts of a help, and kept with the context.
    """
    known = context.find_root().meta
    if _NAMES not in known:
        known[_NAMES] = _read_names(context)
    names: _Names | None = known[_NAMES]
    return names


def _read_names(context: typer.Context) -> _Names | None:
    from summitcli.cli.settings import settings_of_parameters

    parameters = dict(context.find_root().params)
    parameters["data"] = parameters.get("data") or os.environ.get("SUMMIT_DATA")
    if not parameters["data"]:
        return None
    try:
        return _names_in(settings_of_parameters(parameters).dataset)
    except SummitError:
        return None


def _names_in(dataset: "Dataset") -> _Names:
    from summitcli.pages.wording import short_name
    from summitcli.search.select import focus_pair, in_focus

    dated = sorted((m for m in dataset.summaries() if m.date), key=lambda m: m.date or "")
    meetings = [m for m in dated if m.in_person and in_focus(m, dataset)] or dated
    people = [*(dataset.info.focus or {}).values()] or [person.id for person in dataset.people]
    themes = [theme.id for theme in dataset.themes]
    words = {
        **dict(zip(_MEETINGS, (meeting.id for meeting in meetings), strict=False)),
        **dict(zip(_PLACES, map(_city, meetings), strict=False)),
        **dict(zip(_THEMES, themes, strict=False)),
        **dict(zip(_LEADERS, people, strict=False)),
        **dict(zip(_SURNAMES, (short_name(p, dataset).casefold() for p in people), strict=False)),
        **_years(meetings),
        **dict(zip(_DATES, (m.date or "" for m in meetings if m.date), strict=False)),
    }
    pair = [dataset.titles[person] for person in people if person in focus_pair(dataset)]
    beginning = (dated[0].date or "")[:4] if dated else "the beginning"
    words = {name: word for name, word in words.items() if word}
    return _Names(" and ".join(pair) or "all leaders", beginning, words)


def _years(meetings: "list[MeetingLike]") -> dict[str, str]:
    """Return the first year for those that begin a period, and the last for those that end one."""
    if not meetings:
        return {}
    first, last = (meetings[0].date or "")[:4], (meetings[-1].date or "")[:4]
    return {year: last if year in ("2019", "1991") else first for year in _YEARS}


def _city(meeting: "MeetingLike") -> str:
    city = meeting.place.city if meeting.place is not None else None
    return (city or "").casefold() if " " not in (city or "") else ""
