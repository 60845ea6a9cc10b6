"""`summit schema`: the JSON Schema of a dataset."""

from summitcli.cli import options


def schema(output: options.OutputPath = None) -> None:
    """Print the JSON Schema (2020-12) of a dataset's files, for editors and validators.

    summit schema -o my-data/schema.json
    """
    from summitcli.cli.output import write_output
    from summitcli.model.schema import schema_text

    write_output(output, lambda out: out.write(schema_text().encode()))
