"""Turn the filters as typed into a Selection, and describe a selection in words."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from summitcli.cli.messages import describe_guess, describe_unknown_name
from summitcli.cli.streams import log_note
from summitcli.errors import UsageError
from summitcli.model import IN_PERSON, Dataset, MeetingKind, MeetingStatus
from summitcli.model.dates import Span, parse_span
from summitcli.search.narrow import narrow
from summitcli.search.select import ANY, KINDS, STATUSES, Selection, focus_pair

if TYPE_CHECKING:
    from summitcli.search.resolve import Resolved

T = TypeVar("T", MeetingKind, MeetingStatus)

_HELD = frozenset({MeetingStatus.HELD})


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterArgs:
    """The filters of a command line, as typed."""

    years: list[int] | None = None
    since: str | None = None
    until: str | None = None
    leaders: list[str] | None = None
    places: list[str] | None = None
    themes: list[str] | None = None
    kinds: list[str] | None = None
    statuses: list[str] | None = None
    all_leaders: bool = False


def parse_filters(typed: FilterArgs, dataset: Dataset) -> Selection:
    """Return the selection that filters describe; an omitted filter restricts nothing.

    Write a note to standard error if a name was misspelled or ambiguous. Raise UsageError, with
    the name of the option, if a value is invalid.
    """
    selection = Selection(within=parse_period(typed.since, typed.until))
    values_of = {
        "year": [str(year) for year in typed.years or ()],
        "leader": typed.leaders,
        "place": typed.places,
        "theme": typed.themes,
        "kind": typed.kinds,
        "status": typed.statuses,
    }
    for field, values in values_of.items():
        for value in values or ():
            selection = _narrow(selection, field, value, dataset)
    return selection


def parse_filters_with_defaults(
    typed: FilterArgs, dataset: Dataset, kinds: frozenset[MeetingKind] = IN_PERSON
) -> Selection:
    """Return the selection that filters describe, with defaults for those that are omitted.

    The defaults are meetings of the focus pair, held, in person (or of the given kinds).
    """
    selection = parse_filters(typed, dataset)
    any_pair = typed.all_leaders or selection.leaders
    return replace(
        selection,
        together=frozenset() if any_pair else focus_pair(dataset),
        kinds=selection.kinds or kinds,
        statuses=selection.statuses or _HELD,
    )


def _narrow(selection: Selection, field: str, typed: str, dataset: Dataset) -> Selection:
    try:
        narrowed, resolved = narrow(selection, field, typed, dataset)
    except UsageError as error:
        raise _with_option(field, error) from None
    if resolved is not None:
        _note_guess(resolved)
    return narrowed


def _with_option(field: str, error: UsageError) -> UsageError:
    """Return an error that begins with the option of a field."""
    from summitcli.search.resolve import UnknownNameError

    if isinstance(error, UnknownNameError):
        return UsageError(f"--{field}: {describe_unknown_name(error)}")
    return UsageError(f"--{field}: {error}")


def _note_guess(resolved: "Resolved") -> None:
    if note := describe_guess(resolved):
        log_note(note)


def parse_period(since: str | None, until: str | None) -> Span | None:
    """Return the days from `--since` to `--until`, both included; None if neither is given."""
    if since is None and until is None:
        return None
    first = date.min if since is None else _parse_date("since", since).first
    last = date.max if until is None else _parse_date("until", until).last
    if last < first:
        raise UsageError(f"--since {since} is after --until {until}; swap them")
    return Span(first, last)


def _parse_date(field: str, typed: str) -> Span:
    try:
        return parse_span(typed.strip())
    except ValueError as error:
        raise UsageError(f"--{field}: {error}") from None


def theme_ids(typed: list[str] | None, dataset: Dataset) -> frozenset[str]:
    """Return the ids of the themes that `--theme` names; empty if it is omitted."""
    return parse_filters(FilterArgs(themes=typed), dataset).themes


def choose_one(field: str, typed: str | None, known: list[str]) -> str | None:
    """Return the value of an option that was meant, or None if it is omitted.

    Raise UsageError if what was typed matches no value or several.
    """
    if typed is None:
        return None
    from summitcli.search.resolve import resolve, values

    try:
        resolved = resolve(field, typed, values(dict.fromkeys(known)))
    except UsageError as error:
        raise _with_option(field, error) from None
    if len(resolved.ids) > 1:
        matches = ", ".join(sorted(resolved.ids))
        raise UsageError(f"--{field}: '{typed}' matches {matches}; give one of these values")
    _note_guess(resolved)
    return next(iter(resolved.ids))


def describe_scope(typed: FilterArgs, selection: Selection, dataset: Dataset) -> str:
    """Return a caption for a selection: `Trump – Putin, in person, held, since 2018`."""
    parts = [
        _describe_leaders(selection, dataset),
        _describe_values(selection.kinds, KINDS, "kind"),
        _describe_values(selection.statuses, STATUSES, "status"),
        " or ".join(str(year) for year in sorted(selection.years)),
        f"since {typed.since.strip()}" if typed.since else "",
        f"until {typed.until.strip()}" if typed.until else "",
        " or ".join(sorted(dataset.titles[theme] for theme in selection.themes)),
        " or ".join(typed.places or ()),
    ]
    return ", ".join(filter(None, parts))


def _describe_leaders(selection: Selection, dataset: Dataset) -> str:
    if selection.leaders:
        return " or ".join(sorted(dataset.titles[person] for person in selection.leaders))
    focus = dataset.info.focus or {}
    if not selection.together:
        return "all leaders"
    sides = (side.id for side in dataset.info.sides if side.id in focus)
    return " – ".join(dataset.titles[focus[side]].split()[-1] for side in sides)


def _describe_values(members: frozenset[T], known: Mapping[str, frozenset[T]], what: str) -> str:
    name = next((name for name, group in known.items() if group == members), "")
    if name == ANY:
        return f"of any {what}"
    return (name or " or ".join(sorted(members))).replace("-", " ")
