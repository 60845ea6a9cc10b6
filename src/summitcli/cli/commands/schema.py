"""`summit schema`: the JSON Schema of a dataset."""

from typing import Annotated

from summitcli.cli.options import path_option


def schema(
    output: Annotated[
        str | None, path_option("Write to this file instead of standard output.")
    ] = None,
) -> None:
    """Print the JSON Schema (2020-12) of a dataset's files, for editors and validators.

    summit schema -o my-data/schema.json
    """
    from summitcli.cli.output import write_output
    from summitcli.model.schema import schema_text

    write_output(output, lambda out: out.write(schema_text().encode()), lambda: "the JSON Schema")
