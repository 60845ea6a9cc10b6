"""Advice on mistyped commands and options: what is near, or where the help is."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from summitcli.errors import SummitError, UsageError

_NEAR = 0.75  # similarity of a suggestion; less similar ones only confuse
# What other programs, or people, call some of the commands.
_SYNONYMS = {
    **dict.fromkeys(("find", "grep", "query"), "search"),
    **dict.fromkeys(("ls", "meetings", "calls"), "list"),
    **dict.fromkeys(("view", "cat", "meeting", "info"), "show"),
    **dict.fromkeys(("leaders", "participants", "who"), "people"),
    **dict.fromkeys(("events", "background"), "context"),
    **dict.fromkeys(("count", "counts"), "stats"),
    **dict.fromkeys(("validate", "lint"), "check"),
    "diff": "compare",
    "cache": "store",
}


def unknown_command(name: str, context: Any) -> UsageError:
    """Return an error with the nearest commands, or with the record that has this name."""
    from summitcli.cli.commands import COMMANDS

    exact = _SYNONYMS.get(name.casefold())
    if exact is not None:
        return UsageError(f"no command '{name}'; did you mean 'summit {exact}'?")
    near = get_close_matches(name.casefold(), COMMANDS, 2, _NEAR)
    record = "" if near else _record_named(name, context)
    if record:
        return UsageError(f"no command '{name}'; to see this record: summit show {record}")
    advice = "'summit --help' lists the commands"
    if near:
        advice = f"did you mean {_either(f'summit {other}' for other in near)}?"
    return UsageError(f"no command '{name}'; {advice}")


def _record_named(name: str, context: Any) -> str:
    """Return the id of the record that someone names; empty if there is none, or if several."""
    from summitcli.cli.settings import settings_of_parameters
    from summitcli.search.find import find_named

    try:
        found = find_named(name, settings_of_parameters(context.params).dataset, guess=False)
    except SummitError:
        return ""
    return found.record.id


def unknown_option(typed: str, context: Any) -> str:
    """Return a message on an option that a command does not have."""
    if context.parent is None:
        moved = f"summit COMMAND {typed}"
        return f"no option '{typed}' before a command; options of commands follow it: {moved}"
    command = context.command_path
    known = [name for item in context.command.params for name in item.opts]
    near = _near_options(typed, known)
    if near:
        return f"no option '{typed}'; did you mean {' or '.join(near)}?"
    if context.info_name == "search":
        advice = "to leave out a word, put -- before the query and quotes around it"
        return f"no option '{typed}'; {advice}: {command} -- 'helsinki {typed}'"
    return f"no option '{typed}'; see '{command} --help'"


def _near_options(typed: str, known: list[str]) -> list[str]:
    """Return the options that begin like a mistyped one, or differ from it by a typo or two."""
    begun = [option for option in known if len(typed) > 3 and option.startswith(typed)]
    return begun or get_close_matches(typed, known, 2, _NEAR)


def _either(commands: Iterable[str]) -> str:
    return " or ".join(f"'{command}'" for command in commands)
