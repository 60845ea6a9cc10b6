"""`summit init`: a dataset of one's own."""

from pathlib import Path
from typing import Annotated

import typer

from summitcli.cli.completion import complete_file


def init(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER",
            autocompletion=complete_file,
            help="A folder that is new or empty.",
        ),
    ],
    sides: Annotated[
        str | None, typer.Option(metavar="A,B", help="Names of the two sides.")
    ] = None,
    focus: Annotated[
        str | None,
        typer.Option(metavar="A,B", help="Names of a leader of each side, in the same order."),
    ] = None,
) -> None:
    """Begin a dataset of your own: a folder of YAML files with one example of most records.

    The files pass 'summit check' as they are, and their comments say what to write where.

      summit init us-china --sides 'United States,China'
      summit init us-china --sides 'US,China' --focus 'Richard Nixon,Mao Zedong'
      summit --data us-china list
    """
    from shlex import quote

    from summitcli.cli.streams import log_note, write_stdout
    from summitcli.dataset.scaffold.create import DEFAULT_SIDES, create_dataset
    from summitcli.errors import one_line

    names = _two("--sides", sides) or DEFAULT_SIDES
    files = create_dataset(folder, names, _two("--focus", focus))
    write_stdout("".join(f"{one_line(str(file))}\n" for file in files))
    log_note(f"next: summit --data {quote(str(folder))} list")


def _two(option: str, text: str | None) -> tuple[str, str] | None:
    """Return the two names in an option's value; None if it was not given."""
    from summitcli.errors import UsageError

    if text is None:
        return None
    names = [name.strip() for name in text.split(",")]
    if len(names) != 2 or not all(names):
        raise UsageError(f"{option}: '{text}' is not two names; write {option} 'Arden,Borea'")
    return names[0], names[1]
