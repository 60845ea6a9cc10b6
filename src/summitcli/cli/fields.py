"""The fields that `--fields` chooses, and the list of those that a command has."""

from typing import TYPE_CHECKING

from summitcli.cli.streams import log_note
from summitcli.errors import UsageError

if TYPE_CHECKING:
    from summitcli.tables.result import Result


def describe_fields(result: "Result") -> str:
    """Return the fields of a result, one a line with its meaning, and the columns of plain text."""
    from summitcli.tables.fields import describe_paths
    from summitcli.tables.result import table_of

    table = table_of(result)
    lines = [f"{path}\t{meaning}\n" for path, meaning in describe_paths(table).items()]
    columns = ", ".join(column.header for column in table.plain_columns)
    if columns:
        log_note(f"the columns of -f plain are: {columns}")
    return "".join(lines)


def parse_fields(text: str, result: "Result") -> tuple[str, ...]:
    """Return the paths given with `--fields`; raise UsageError if one is unknown."""
    from summitcli.tables.fields import UnknownFieldError, check_fields, top_level_fields
    from summitcli.tables.result import table_of

    table = table_of(result)
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    if not names:
        known = ", ".join(top_level_fields(table))
        raise UsageError(f"--fields: no field given; choose from {known}")
    try:
        check_fields(names, table)
    except UnknownFieldError as error:
        advice = (
            f"did you mean {' or '.join(error.near)}?"
            if error.near
            else f"there are {', '.join(error.top_level)}"
        )
        raise UsageError(f"--fields: no field '{error.name}'; {advice}") from None
    return names
