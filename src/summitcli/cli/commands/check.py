"""`summit check` and `summit schema`: the rules of a dataset, and what breaks them."""

from pathlib import Path
from typing import Annotated

import typer

from summitcli.cli import options
from summitcli.cli.settings import settings_of
from summitcli.errors import ExitCode


def check(
    context: typer.Context,
    path: Annotated[
        Path | None,
        typer.Argument(
            readable=False, help="A file, or a folder of files; default: the dataset in use."
        ),
    ] = None,
) -> None:
    """Check a dataset and print every problem, one a line: file:line: path: what is wrong.

    Exits with 4 if there is any.

      summit check

      summit check my-data/
    """
    from summitcli.cli.streams import log_error, log_note, write_stdout
    from summitcli.dataset.load import inspect

    target = path or settings_of(context).data
    dataset, problems = inspect(target)
    if dataset is None:
        write_stdout("".join(f"{problem}\n" for problem in problems))
        log_error(f"{len(problems)} problem{'s' if len(problems) != 1 else ''}")
        raise typer.Exit(ExitCode.BAD_DATASET)
    log_note(f"no problem in {len(dataset.by_id)} records of {dataset.info.title}")


def schema(output: options.OutputPath = None) -> None:
    """Print the JSON Schema (2020-12) of a dataset.

    summit schema -o summit.schema.json
    """
    from summitcli.cli.output import write_output
    from summitcli.model.schema import schema_text

    write_output(output, lambda out: out.write(schema_text().encode()))
