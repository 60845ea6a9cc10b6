"""`summit check`: the problems of a dataset."""

from pathlib import Path
from typing import Annotated

import typer

from summitcli.cli.settings import settings_of
from summitcli.errors import ExitCode


def check(
    context: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PATH]",
            readable=False,
            help="A file, or a folder of files; default: the dataset in use.",
        ),
    ] = None,
) -> None:
    """Check a dataset and print every problem, one a line: file:line: path: message.

    Exits with 4 if there are problems. Files named schema.json or *.schema.json are skipped.

      summit check
      summit check my-data/
    """
    from summitcli.cli.streams import log_error, log_note, write_stdout
    from summitcli.dataset.load import load_with_problems

    target = path or settings_of(context).data
    dataset, problems = load_with_problems(target)
    if dataset is None:
        write_stdout("".join(f"{problem}\n" for problem in problems))
        log_error(f"{len(problems)} problem{'s' if len(problems) != 1 else ''}")
        raise typer.Exit(ExitCode.BAD_DATASET)
    log_note(f"no problems in the {len(dataset.by_id):,} records of '{dataset.info.title}'")
