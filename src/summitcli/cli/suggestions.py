"""Advice on mistyped commands and options: what is near, or where the help is."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from shlex import join, quote
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
# What other programs, or people, call some of the options.
_OPTIONS = {
    **dict.fromkeys(("--from", "--after", "--start", "--begin"), "--since"),
    **dict.fromkeys(("--to", "--before", "--end", "--till"), "--until"),
    **dict.fromkeys(("--country", "--city", "--location", "--where"), "--place"),
    **dict.fromkeys(("--with", "--person", "--who"), "--participant"),
    **dict.fromkeys(("--president", "--people"), "--leader"),
    **dict.fromkeys(("--topic", "--subject", "--about"), "--theme"),
    **dict.fromkeys(("--order", "--order-by", "--sort-by"), "--sort"),
    **dict.fromkeys(("--max", "--count", "--top", "--head"), "--limit"),
    **dict.fromkeys(("--columns", "--select"), "--fields"),
    "--type": "--kind",
}


def unknown_command(name: str, context: Any) -> UsageError:
    """Return an error with the nearest commands, or with the record that has this name."""
    from summitcli.cli.commands import COMMANDS

    exact = _SYNONYMS.get(name.casefold())
    if exact is not None:
        return UsageError(f"no command '{name}'; did you mean 'summit {exact}'?")
    near = get_close_matches(name.casefold(), COMMANDS, 2, _NEAR)
    show = "" if near else _how_to_show(name, context)
    if show:
        return UsageError(f"no command '{name}'; {show}")
    advice = f"'summit --help' lists the commands; to look for it: summit search {quote(name)}"
    if near:
        advice = f"did you mean {_either(f'summit {other}' for other in near)}?"
    return UsageError(f"no command '{name}'; {advice}")


def _how_to_show(name: str, context: Any) -> str:
    """Return how to see the record that someone names, or several of this name; or empty."""
    from summitcli.cli.settings import settings_of_parameters
    from summitcli.search.find import find_named
    from summitcli.search.resolve import AmbiguousNameError

    try:
        found = find_named(name, settings_of_parameters(context.params).dataset, guess=False)
    except AmbiguousNameError:
        return f"to see what has this name: summit show {quote(name)}"
    except SummitError:
        return ""
    return f"to see this record: summit show {found.record.id}"


def unknown_option(typed: str, context: Any) -> str:
    """Return a message on an option that a command does not have."""
    from summitcli.cli.settings import settings_of

    if context.parent is None:
        moved = f"summit COMMAND {typed}"
        return f"no option '{typed}' before a command; options of commands follow it: {moved}"
    command = context.command_path
    known = [name for item in context.command.params for name in item.opts]
    if "--only" in known and typed.removeprefix("--") in _parts():
        return f"no option '{typed}'; did you mean --only {typed.removeprefix('--')}?"
    if typed in ("--only", "--brief", "--sources"):
        return f"no option '{typed}' here; 'summit show ID {typed}' has it"
    meant = _OPTIONS.get(typed, "")
    near = [meant] if meant in known else _near_options(typed, known)
    if near:
        return f"no option '{typed}'; did you mean {' or '.join(near)}?"
    if context.info_name == "search" and not typed.startswith("--"):
        return _query_with_minus(settings_of(context).words)
    return f"no option '{typed}'; see '{command} --help'"


def _query_with_minus(words: tuple[str, ...]) -> str:
    """Return a message on a query whose word with a minus was read as an option."""
    query = [*words[words.index("search") + 1 :]] if "search" in words else [*words]
    if any(word.startswith("--") for word in query):
        query = [word for word in query if word.startswith("-") and not word.startswith("--")]
    return (
        "a query in which a word begins with a minus needs -- before it:"
        f" summit search -- {join(query)}"
    )


def missing_argument(metavar: str, context: Any) -> str:
    """Return a message on an argument that is missing, with the first example of the help."""
    from summitcli.cli.examples import localize_text

    help_text = localize_text(context.command.help or "", context)
    example = re.search(r"^ *(summit .*?)(?:  |$)", help_text, re.MULTILINE)
    advice = f"for example: {example[1]}" if example else f"see '{context.command_path} --help'"
    return f"'{context.command_path}' needs {metavar}; {advice}"


def extra_words(words: str, context: Any) -> str:
    """Return a message on words that a command does not take, with the options that say them."""
    from summitcli.cli.settings import settings_of, settings_of_parameters
    from summitcli.cli.words import describe_words

    known = [name for item in context.command.params for name in item.opts]
    try:
        dataset = settings_of_parameters(context.find_root().params).dataset
        readings = describe_words(words.split(), dataset)
    except SummitError:
        readings = []
    options = [
        reading
        for reading in readings
        if all(word in known for word in reading.split() if word.startswith("--"))
    ]
    advice = f"see '{context.command_path} --help'"
    if options:
        kept = [word for word in settings_of(context).words if word not in words.split()]
        command = join(["summit", *kept])
        advice = f"write {' or '.join(f'{command} {one}' for one in options)}"
    return f"'{context.info_name}' does not take the words '{words}'; {advice}"


def _parts() -> frozenset[str]:
    from summitcli.pages.part_names import PARTS

    return frozenset(part for parts in PARTS.values() for part in parts)


def _near_options(typed: str, known: list[str]) -> list[str]:
    """Return the options that begin like a mistyped one, or differ from it by a typo or two."""
    begun = [option for option in known if len(typed) > 3 and option.startswith(typed)]
    return begun or get_close_matches(typed, known, 2, _NEAR)


def _either(commands: Iterable[str]) -> str:
    return " or ".join(f"'{command}'" for command in commands)
