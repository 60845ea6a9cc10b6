"""What follows a list of meetings: its footer on a terminal, or a note that nothing matches."""

from summitcli.cli.options import FilterArgs
from summitcli.cli.output import OutputArgs
from summitcli.model import Dataset
from summitcli.search.select import Selection


def summarize(
    output: OutputArgs,
    dataset: Dataset,
    filters: FilterArgs,
    wanted: Selection,
    names: str,
    shown: int,
    found: int,
    meetings: int | None = None,
) -> str:
    """Return the footer of a list of meetings, empty elsewhere than on a terminal.

    `meetings` is how many of what was found are meetings, if not all. Write a note to standard
    error if nothing was found.
    """
    if not found:
        from summitcli.cli.messages import describe_nothing
        from summitcli.cli.streams import log_note

        log_note(describe_nothing(names, dataset, wanted))
        return ""
    if not output.is_screen:
        return ""
    from summitcli.cli.filters import describe_scope
    from summitcli.cli.footer import describe_hidden, describe_list

    scope = describe_scope(filters, wanted, dataset)
    footer = describe_list(names, shown, found, scope=scope)
    return footer + describe_hidden(dataset, wanted, found if meetings is None else meetings)
