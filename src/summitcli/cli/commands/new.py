"""`summit new`: the skeleton of a record, in the file where it belongs."""

from typing import Annotated

import typer

from summitcli.cli.settings import settings_of


def new(
    context: typer.Context,
    type_: Annotated[
        str,
        typer.Argument(
            metavar="TYPE",
            help="meeting, theme, person, outcome, event, outlook, claim or source.",
        ),
    ],
    identifier: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Its id; default: new-TYPE.")
    ] = None,
) -> None:
    """Append the skeleton of a record to a dataset of your own, and print its file and line.

    An id gives the skeleton its date, place or name. Replace each TODO; 'summit check' reports
    those that cannot stay.

      summit --data us-china new meeting beijing-1972
      summit --data us-china new person richard-nixon
      summit new source                 if SUMMIT_DATA is us-china
    """
    from summitcli.cli.streams import write_stdout
    from summitcli.dataset.bundled import shipped
    from summitcli.dataset.scaffold.append import append_record
    from summitcli.errors import one_line

    file, line = append_record(settings_of(context).data or shipped(), type_, identifier)
    write_stdout(f"{one_line(str(file))}:{line}\n")
