"""`summit help`: the help of a command."""

from typing import Annotated

import typer

from summitcli.cli.completion import complete_command


def show_help(
    context: typer.Context,
    command: Annotated[
        str | None,
        typer.Argument(metavar="[COMMAND]", help="A command.", autocompletion=complete_command),
    ] = None,
) -> None:
    """Print the help of a command, as summit COMMAND --help does.

    summit help list
    """
    from summitcli.cli.streams import write_stdout

    root = context.find_root()
    shown = root
    if command is not None:
        from summitcli.cli.commands import COMMANDS, LazyGroup
        from summitcli.cli.suggestions import unknown_command

        if command not in COMMANDS or not isinstance(root.command, LazyGroup):
            raise unknown_command(command, root)
        found = root.command.get_command(root, command)
        shown = type(root)(found, info_name=command, parent=root)
    write_stdout(shown.get_help() + "\n")
