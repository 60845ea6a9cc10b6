"""Wording of what the core returns or raises as data, with the options and commands to use."""

from typing import TYPE_CHECKING

from summitcli.errors import DatasetError, SummitError

if TYPE_CHECKING:
    from summitcli.search.broaden import BroaderSelection
    from summitcli.search.find import Found
    from summitcli.search.resolve import Resolved, UnknownNameError

# How to list the values of a field that has too many for one line.
_LISTED_BY = {
    "leader": "'summit people' lists the leaders",
    "participant": "'summit people --all-participants' lists everyone",
    "theme": "'summit themes --all' lists the themes",
    "place": "'summit list --all --fields place.city,place.country' lists the places",
}
_MAX_CANDIDATES = 20  # more than a screen of candidates helps nobody
_BROADER_OPTIONS = {"pair": "--all", "kind": "--kind any", "status": "--status any"}


def describe_error(error: SummitError) -> str:
    """Return the message of an error, with the command that helps."""
    from summitcli.search.resolve import AmbiguousNameError, UnknownNameError, UnknownRecordError

    if isinstance(error, UnknownNameError):
        return describe_unknown_name(error)
    if isinstance(error, UnknownRecordError) and not error.candidates:
        return f"{error}; 'summit search' finds ids by words"
    if isinstance(error, AmbiguousNameError):
        return f"'{error.typed}' matches {len(error.candidates)} records; give one of their ids:"
    if isinstance(error, DatasetError) and error.more_problems:
        return f"{error}; 'summit check' lists all"
    return str(error)


def list_candidates(error: SummitError) -> list[str]:
    """Return a line for each record that an ambiguous name matches: id, date and title."""
    from summitcli.search.resolve import AmbiguousNameError

    if not isinstance(error, AmbiguousNameError):
        return []
    shown = error.candidates[:_MAX_CANDIDATES]
    id_width = max((len(item.id) for item in shown), default=0)
    date_width = max((len(item.date) for item in shown), default=0)
    between = "  " if date_width else ""  # people have no date
    lines = [
        f"  {item.id:{id_width}}{between}{item.date:{date_width}}  {item.title}" for item in shown
    ]
    more = len(error.candidates) - len(shown)
    return [*lines, f"  and {more} more"] if more else lines


def describe_found(typed: str, found: "Found", title: str) -> str:
    """Return a note on the record that a name was understood as; empty if that is obvious."""
    note = "" if found.exact else f"'{typed}' is understood as {found.record.id} ({title})"
    if found.guessed:
        note = f"no exact match for '{typed}'; using {found.record.id} ({title})"
    if found.others:
        shown = ", ".join(item.id for item in found.others[:_MAX_CANDIDATES])
        note += f"{'; ' if note else ''}also: {shown}"
    return note


def describe_unknown_name(error: "UnknownNameError") -> str:
    """Return what was typed, and the values that may have been meant."""
    if error.candidates:
        by_title = error.field == "place"  # a place has no id of its own
        names = (item.title if by_title else item.id for item in error.candidates)
        advice = f"did you mean {' or '.join(names)}?"
    elif error.field in _LISTED_BY:
        advice = _LISTED_BY[error.field]
    else:
        advice = f"known values: {', '.join(error.known)}"
    what = "side" if error.field == "asked-by" else error.field
    return f"no {what} matches '{error.typed}'; {advice}"


def describe_guess(resolved: "Resolved") -> str:
    """Return a note on how a name was understood; empty if that is obvious."""
    separator = "; " if resolved.field == "place" else ", "  # names of places contain commas
    titles = separator.join(resolved.titles)
    if resolved.field == "meeting" and resolved.guessed:
        ids = ", ".join(resolved.ids)
        return f"--meeting: '{resolved.typed}' is understood as {ids} ({titles})"
    if resolved.guessed:
        return f"--{resolved.field}: no exact match for '{resolved.typed}'; using {titles}"
    if resolved.several:
        return f"--{resolved.field}: '{resolved.typed}' matches {titles}; using all of them"
    return ""


def describe_broader(broader: "BroaderSelection") -> str:
    """Return the options that broaden a selection, and how many meetings these find."""
    options = (text for name, text in _BROADER_OPTIONS.items() if name in broader.dropped)
    return f"{' '.join(options)} finds {broader.count}"
