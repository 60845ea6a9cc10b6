"""What commands that list records of a type share: one record in full, or a table of many."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import typer

from summitcli.cli.output import ListArgs
from summitcli.cli.settings import Settings, settings_of
from summitcli.tables.table import Table

if TYPE_CHECKING:
    from summitcli.errors import NotFoundError

T = TypeVar("T")

# The filters that choose what belongs to a record of a type.
_FILTER_OF = {
    "Meeting": "--meeting",
    "Theme": "--theme",
    "Person": "--leader",
    "Attendee": "--participant",
}


def show_one(context: typer.Context, typed: str, kind: type, output: ListArgs) -> None:
    """Show the record that someone names; `kind` is its type, or Attendee for any person."""
    from summitcli.cli.commands.show import show_records
    from summitcli.cli.records import find_one
    from summitcli.errors import NotFoundError

    settings = settings_of(context)
    try:
        record = find_one(typed, settings.dataset, kind)
    except NotFoundError as error:
        raise _with_advice(error, typed, context) from None
    show_records(settings, [record], output)


def _with_advice(error: "NotFoundError", typed: str, context: typer.Context) -> "NotFoundError":
    """Return an error with what to type instead, if a record of another type was named."""
    from summitcli.errors import NotFoundError
    from summitcli.model import TYPE_NAMES
    from summitcli.pages.wording import with_article
    from summitcli.search.find import find_named
    from summitcli.search.resolve import AmbiguousNameError

    if isinstance(error, AmbiguousNameError):
        return error
    try:
        meant = find_named(typed, settings_of(context).dataset, guess=False).record
    except AmbiguousNameError as records:
        return records
    except NotFoundError:
        return error
    name = TYPE_NAMES.get(type(meant), "person")
    option = _FILTER_OF.get(type(meant).__name__, "")
    command = context.info_name
    advice = f"to see it: summit show {meant.id}"
    if any(option in parameter.opts for parameter in context.command.params):
        advice = f"for the {command} of {meant.id}: summit {command} {option} {meant.id}"
    return NotFoundError(f"'{typed}' is {with_article(name)}; {advice}")


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
    write_result(settings, output, table(shown), footer, urls=urls, names=names)
