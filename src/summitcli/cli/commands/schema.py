"""`summit schema`: the JSON Schema of a dataset."""

from typing import Annotated

import typer

from summitcli.cli.completion import complete_file


def schema(
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            autocompletion=complete_file,
            help="Write to this file instead of standard output.",
        ),
    ] = None,
) -> None:
    """Print the JSON Schema (2020-12) of a dataset's files, for editors and validators.

    summit schema -o my-data/schema.json
    """
    from summitcli.cli.output import write_output
    from summitcli.model.schema import schema_text

    write_output(output, lambda out: out.write(schema_text().encode()), lambda: "the JSON Schema")
