"""What commands that list records of a type share: one record in full, or a table of many."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from summitcli.cli.output import ListArgs
from summitcli.cli.settings import Settings
from summitcli.model import Record
from summitcli.tables.table import Table

T = TypeVar("T")


def show_one(settings: Settings, typed: str, kind: type[Record], output: ListArgs) -> None:
    """Show the record of a type that someone names."""
    from summitcli.cli.commands.show import show_records
    from summitcli.cli.records import find_record

    show_records(settings, [find_record(typed, settings.dataset, kind)], output)


def write_list(
    settings: Settings,
    output: ListArgs,
    found: Sequence[T],
    names: str,
    table: Callable[[list[T]], Table[Any]],
    *,
    total: int | None = None,
    also: str = "",
    urls: str = "auto",
) -> None:
    """Write a table of records, as many as the options ask for, with a footer.

    `total` is how many records the dataset has, and `also` says what is hidden.
    """
    from summitcli.cli.footer import describe_list
    from summitcli.cli.output import write_result

    shown = output.choose_rows(found, names)
    footer = describe_list(names, len(shown), len(found), total)
    if also:
        footer += f". Also: {also}"
    write_result(settings, output, table(shown), footer, urls=urls)
