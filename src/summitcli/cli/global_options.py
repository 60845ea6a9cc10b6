"""The global options, which may come before the command or after it."""

from collections.abc import Iterable

from summitcli.errors import UsageError

# Each with the placeholder of its value; empty for a flag.
GLOBAL_OPTIONS = {
    "--data": "PATH",
    "--color": "WHEN",
    "--palette": "NAME",
    "--no-pager": "",
    "--no-cache": "",
    "--version": "",
    "-V": "",
}


def move_to_front(arguments: list[str]) -> list[str]:
    """Return a command line with its global options before the command.

    Arguments after `--` are not options, and keep their place. Raise UsageError if the command line
    ends with an option that needs a value.
    """
    front: list[str] = []
    rest: list[str] = []
    waiting = iter(arguments)
    for argument in waiting:
        if argument == "--":
            rest += [argument, *waiting]
            break
        name = argument.partition("=")[0]
        if name not in GLOBAL_OPTIONS:
            rest.append(argument)
            continue
        front.append(argument)
        if GLOBAL_OPTIONS[name] and name == argument:
            value = next(waiting, None)
            if value is None:
                raise UsageError(f"{name} needs a value: {name} {GLOBAL_OPTIONS[name]}")
            front.append(value)
    return [*front, *rest]


def describe_command(words: Iterable[str]) -> str:
    """Return a command line as a title: without global options, the format and the file."""
    import shlex

    with_value = {"-f", "--format", "-o", "--output", *filter(GLOBAL_OPTIONS.get, GLOBAL_OPTIONS)}
    kept: list[str] = []
    waiting = iter(words)
    for word in waiting:
        name = word.partition("=")[0]
        if name in with_value:
            if name == word:
                next(waiting, None)
        elif name not in GLOBAL_OPTIONS:
            kept.append(word)
    return shlex.join(["summit", *kept])
