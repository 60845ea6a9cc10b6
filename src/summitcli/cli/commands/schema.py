"""`summit schema`: the JSON Schema of a dataset."""


def schema() -> None:
    """Print the JSON Schema (2020-12) of a dataset's files, for editors and validators.

    summit schema > my-data/schema.json
    """
    from summitcli.cli.streams import write_stdout
    from summitcli.model.schema import schema_text

    write_stdout(schema_text())
