"""Filters that the reader has set, and the selection that they make together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from summitcli.errors import UsageError
from summitcli.model import Dataset
from summitcli.model.dates import Span
from summitcli.search.select import Selection, focus_pair

FOCUS = "focus"
_DATES = ("since", "until")

# The filters of the form, with an example of each.
FORM = {
    "leader": "a president or leader",
    "participant": "anyone who took part",
    "place": "a city, country or building",
    "theme": "a theme",
    "year": "2018 or 2017-2019",
    "since": "2018, July 2018, 2018-07-16",
    "until": "the same",
    "kind": "summit, dinner, call, letter ...",
    "status": "held, cancelled, planned ...",
}
FIELDS = (*FORM, "meeting", "asked-by", "type")

_MOST = 2  # names in the words of a filter
_TYPED = re.compile(
    rf"(?:^|(?<=\s))({'|'.join(FIELDS)}):(\"[^\"]+\"|[^\s\"]+)(?=\s|$)", re.IGNORECASE
)


_UNFINISHED = re.compile(rf"(?:^|(?<=\s))(?:{'|'.join(FIELDS)}):\"?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: its field, the value as typed, and the words that it is shown with."""

    field: str
    typed: str
    label: str


def without_unfinished(text: str) -> str:
    """Return a query without a filter at its end that has no value yet: `leader:`."""
    return _UNFINISHED.sub("", text)


def take_typed(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a query without the filters written in it, and these: `leader:putin` and so on."""
    found = [(match[1].casefold(), match[2].strip('"')) for match in _TYPED.finditer(text)]
    return " ".join(_TYPED.sub(" ", text).split()), found


def make_filter(field: str, typed: str, dataset: Dataset) -> Filter:
    """Return a filter; raise UsageError if the value matches nothing."""
    _, label = _apply(Selection(), field, typed, dataset)
    return Filter(field, typed, label)


def select_by(filters: Iterable[Filter], dataset: Dataset) -> Selection:
    """Return the selection of what satisfies all filters."""
    selection = Selection()
    for item in filters:
        selection, _ = _apply(selection, item.field, item.typed, dataset)
    return selection


def _apply(selection: Selection, field: str, typed: str, dataset: Dataset) -> tuple[Selection, str]:
    """Return a selection with one more filter, and the words for the filter."""
    if field == FOCUS:
        from summitcli.pages.wording import describe_pair

        return replace(selection, together=focus_pair(dataset)), describe_pair(dataset)
    if field in _DATES:
        return _apply_date(selection, field, typed, dataset)
    from summitcli.search.narrow import narrow_by_each

    narrowed, found = narrow_by_each(selection, field, typed, dataset)
    titles = [title for resolved in found for title in resolved.titles]
    if field == "year":
        return narrowed, typed.strip().replace("-", "–")
    if len(titles) > _MOST:
        titles[_MOST:] = [f"+{len(titles) - _MOST}"]
    return narrowed, f"{field}: {', '.join(titles) or typed.strip().casefold()}"


def _apply_date(
    selection: Selection, field: str, typed: str, dataset: Dataset
) -> tuple[Selection, str]:
    from summitcli.search.typed_dates import parse_date

    try:
        days = parse_date(typed, dataset)
    except ValueError as error:
        raise UsageError(f"{field}: {error}") from None
    within = selection.within or Span(date.min, date.max)
    first, last = within.first, within.last
    if field == "since":
        first = max(first, days.first)
    else:
        last = min(last, days.last)
    if last < first:
        raise UsageError(f"{field} {typed}: the period would end before it begins")
    return replace(selection, within=Span(first, last)), f"{field} {typed.strip()}"
