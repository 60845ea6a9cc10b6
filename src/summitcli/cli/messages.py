"""Wording of what the core returns or raises as data, with the options and commands to use."""

from typing import TYPE_CHECKING

from summitcli.errors import DatasetError, SummitError

if TYPE_CHECKING:
    from summitcli.search.resolve import Resolved, UnknownNameError
    from summitcli.search.select import BroaderSelection

# How to list the values of a field that has too many for one line.
_LISTED_BY = {
    "leader": "'summit people' lists the leaders",
    "theme": "'summit themes --all' lists the themes",
    "place": "'summit list --all --fields place.city,place.country' lists the places",
}
_BROADER_OPTIONS = {"pair": "--all", "kind": "--kind any", "status": "--status any"}


def describe_error(error: SummitError) -> str:
    """Return the message of an error, with the command that helps."""
    from summitcli.search.resolve import UnknownNameError, UnknownRecordError

    if isinstance(error, UnknownNameError):
        return describe_unknown_name(error)
    if isinstance(error, UnknownRecordError) and not error.candidates:
        return f"{error}; 'summit search' finds ids by words"
    if isinstance(error, DatasetError) and error.more_problems:
        return f"{error}; 'summit check' lists all"
    return str(error)


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
    return f"no {error.field} matches '{error.typed}'; {advice}"


def describe_guess(resolved: "Resolved") -> str:
    """Return a note on how a name was understood; empty if that is obvious."""
    separator = "; " if resolved.field == "place" else ", "  # names of places contain commas
    titles = separator.join(resolved.titles)
    if resolved.guessed:
        return f"--{resolved.field}: no exact match for '{resolved.typed}'; using {titles}"
    if resolved.several:
        return f"--{resolved.field}: '{resolved.typed}' matches {titles}; using all of them"
    return ""


def describe_broader(broader: "BroaderSelection") -> str:
    """Return the options that broaden a selection, and how many meetings these find."""
    options = (text for name, text in _BROADER_OPTIONS.items() if name in broader.dropped)
    return f"{' '.join(options)} finds {broader.count}"
