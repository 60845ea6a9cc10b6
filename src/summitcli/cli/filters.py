"""Turn the filters as typed into a Selection, and describe a selection in words."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from summitcli.cli.options import FilterArgs, MeetingFilters, RecordFilters
from summitcli.cli.streams import log_note
from summitcli.errors import UsageError
from summitcli.model import IN_PERSON, Dataset, Meeting, MeetingKind, MeetingStatus
from summitcli.model.dates import Span, parse_span
from summitcli.search.select import ANY, KINDS, STATUSES, Selection, focus_pair

if TYPE_CHECKING:
    from summitcli.search.resolve import Resolved

T = TypeVar("T", MeetingKind, MeetingStatus)

_HELD = frozenset({MeetingStatus.HELD})


def parse_filters(typed: RecordFilters, dataset: Dataset) -> Selection:
    """Return the selection that filters describe; an omitted filter restricts nothing.

    Write a note to standard error if a name was misspelled or ambiguous. Raise UsageError, with
    the name of the option, if a value is invalid.
    """
    selection = Selection(within=parse_period(typed.since, typed.until, dataset))
    for field, values in values_by_field(typed).items():
        for value in values or ():
            selection = _narrow(selection, field, value, dataset)
    return selection


def values_by_field(typed: RecordFilters) -> dict[str, list[str] | None]:
    """Return what was typed for each filter but the dates."""
    values = {"year": typed.years, "theme": typed.themes, "meeting": typed.meetings}
    if isinstance(typed, MeetingFilters):
        values |= {
            "leader": typed.leaders,
            "participant": typed.participants,
            "place": typed.places,
            "kind": typed.kinds,
            "status": typed.statuses,
            "asked-by": typed.asked_by,
        }
    return values


def parse_filters_with_defaults(
    typed: FilterArgs, dataset: Dataset, kinds: frozenset[MeetingKind] = IN_PERSON
) -> Selection:
    """Return the selection that filters describe, with defaults for those that are omitted.

    The defaults are meetings of the focus pair, held, in person (or of the given kinds). A meeting
    that is named is not restricted further.
    """
    selection = parse_filters(typed, dataset)
    if typed.meetings:
        return selection
    any_pair = typed.all_leaders or selection.leaders
    return replace(
        selection,
        together=frozenset() if any_pair else focus_pair(dataset),
        kinds=selection.kinds or kinds,
        statuses=selection.statuses or _HELD,
    )


def _narrow(selection: Selection, field: str, typed: str, dataset: Dataset) -> Selection:
    """Return a selection with one more value, or with several that are separated by commas."""
    from summitcli.search.narrow import narrow_by_each

    try:
        narrowed, found = narrow_by_each(selection, field, typed, dataset)
    except UsageError as error:
        raise _with_option(field, error) from None
    for resolved in found:
        _note_guess(resolved)
    return narrowed


def _with_option(field: str, error: UsageError) -> UsageError:
    """Return an error that begins with the option of a field."""
    from summitcli.cli.messages import describe_unknown_name
    from summitcli.search.resolve import UnknownNameError

    if isinstance(error, UnknownNameError):
        return UsageError(f"--{field}: {describe_unknown_name(error)}")
    return UsageError(f"--{field}: {error}")


def _note_guess(resolved: "Resolved") -> None:
    from summitcli.cli.messages import describe_guess

    if note := describe_guess(resolved):
        log_note(note)


def parse_period(
    since: str | None, until: str | None, dataset: Dataset | None = None
) -> Span | None:
    """Return the days from `--since` to `--until`, both included; None if neither is given."""
    if since is None and until is None:
        return None
    first = date.min if since is None else _parse_date("since", since, dataset).first
    last = date.max if until is None else _parse_date("until", until, dataset).last
    if last < first:
        raise UsageError(f"--since {since} is after --until {until}; swap them")
    return Span(first, last)


def _parse_date(field: str, typed: str, dataset: Dataset | None) -> Span:
    from summitcli.search.typed_dates import parse_date

    try:
        return parse_date(typed, dataset)
    except ValueError as error:
        day = None if dataset is None else _date_of_meeting(field, typed, dataset)
        if day is None:
            raise UsageError(f"--{field}: {error}") from None
        return day


def _date_of_meeting(field: str, typed: str, dataset: Dataset) -> Span | None:
    """Return the days of the one meeting that someone names; None if no meeting has the name."""
    from summitcli.search.find import find_named
    from summitcli.search.resolve import UnknownRecordError

    if any(map(str.isdigit, typed)):
        return None  # a mistyped date rather than a name
    try:
        meeting = find_named(typed, dataset, Meeting, guess=False).record
    except UnknownRecordError:
        return None
    if not isinstance(meeting, Meeting) or meeting.date is None:
        return None
    log_note(f"--{field}: '{typed}' is understood as {meeting.id} ({meeting.title})")
    return parse_span(meeting.date)


def choose(field: str, typed: str | None, known: Iterable[str]) -> frozenset[str]:
    """Return the values of an option that were meant, separated by commas; empty if omitted.

    Raise UsageError if what was typed matches no value or, in part, several.
    """
    from summitcli.search.resolve import resolve, values

    chosen: set[str] = set()
    every = values(dict.fromkeys(known))
    for part in (typed or "").split(",") if typed is not None else ():
        try:
            resolved = resolve(field, part, every)
        except UsageError as error:
            raise _with_option(field, error) from None
        if len(resolved.ids) > 1:
            matches = ", ".join(sorted(resolved.ids))
            raise UsageError(f"--{field}: '{part}' matches {matches}; give one of these values")
        _note_guess(resolved)
        chosen |= resolved.ids
    return frozenset(chosen)


def describe_scope(typed: FilterArgs, selection: Selection, dataset: Dataset) -> str:
    """Return a caption for a selection: `Trump – Putin, in person, held, since 2018`."""
    parts = [
        _describe_leaders(selection, dataset),
        _describe_values(selection.kinds, KINDS, "kind"),
        _describe_values(selection.statuses, STATUSES, "status"),
        _any_of(typed.years),
        _describe_period(typed.since, typed.until),
        " or ".join(sorted(dataset.titles[theme] for theme in selection.themes)),
        _understood("place", typed.places, dataset),
        _understood("participant", typed.participants, dataset, "with "),
        _understood("asked-by", typed.asked_by, dataset, "asked for by "),
        " or ".join(sorted(dataset.titles[meeting] for meeting in selection.meetings)),
    ]
    return ", ".join(filter(None, parts))


def _describe_period(since: str | None, until: str | None) -> str:
    if since and since == until:
        return since.strip()
    ends = (f"since {since.strip()}" if since else "", f"until {until.strip()}" if until else "")
    return ", ".join(filter(None, ends))


def _any_of(names: Iterable[str] | None) -> str:
    return " or ".join(name.strip() for name in names or ())


def _understood(field: str, typed: list[str] | None, dataset: Dataset, before: str = "") -> str:
    """Return the names that were understood; a place as it was typed, unless that was a guess."""
    from summitcli.search.narrow import narrow_by_each

    names: list[str] = []
    for value in typed or ():
        for resolved in narrow_by_each(Selection(), field, value, dataset)[1]:
            as_typed = field == "place" and not resolved.guessed
            names += [_spelled(resolved.typed, dataset)] if as_typed else resolved.titles
    return f"{before}{_any_of(names)}" if names else ""


def _spelled(typed: str, dataset: Dataset) -> str:
    """Return a place as the record spells it, if it is a whole name: `Finland` for `finland`."""
    from summitcli.search.normalize import fold
    from summitcli.search.resolve import places

    names = (name for place in places(dataset) for name in (place.title, *place.names))
    wanted = fold(typed)
    return next((name for name in names if fold(name) == wanted), typed)


def _describe_leaders(selection: Selection, dataset: Dataset) -> str:
    if selection.leaders:
        return " or ".join(sorted(dataset.titles[person] for person in selection.leaders))
    if selection.together:
        from summitcli.pages.wording import describe_pair

        return describe_pair(dataset)
    return "" if selection.meetings else "all leaders"


def _describe_values(members: frozenset[T], known: Mapping[str, frozenset[T]], what: str) -> str:
    if not members:
        return ""
    name = next((name for name, group in known.items() if group == members), "")
    if name == ANY:
        return f"of any {what}"
    return (name or " or ".join(sorted(members))).replace("-", " ")
