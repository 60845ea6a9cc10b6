"""What follows a list of meetings: its footer on a terminal, or a note that nothing matches."""

from typing import Any

from msgspec.structs import replace

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
    with_scope: bool = True,
) -> str:
    """Return the footer of a list of meetings, empty elsewhere than on a terminal.

    `meetings` is how many of what was found are meetings, if not all. Without a scope, the output
    itself says what was counted. Write a note to standard error if nothing was found.
    """
    if not found:
        from summitcli.cli.streams import log_note

        log_note(_describe_nothing(names, dataset, filters, wanted))
        return ""
    if not output.is_screen:
        return ""
    from summitcli.cli.filters import describe_scope
    from summitcli.cli.footer import describe_hidden, describe_list

    scope = describe_scope(filters, wanted, dataset) if with_scope else ""
    footer = describe_list(names, shown, found, scope=scope)
    return footer + describe_hidden(dataset, wanted, found if meetings is None else meetings)


def _describe_nothing(names: str, dataset: Dataset, filters: FilterArgs, wanted: Selection) -> str:
    """Return a note that nothing matches: what was looked for, and what finds something."""
    from summitcli.cli.filters import describe_scope
    from summitcli.cli.messages import describe_broader
    from summitcli.search.broaden import suggest_broader

    steps = [describe_broader(step) for step in suggest_broader(dataset, wanted)]
    steps = steps or _without_each(filters, wanted, dataset)
    scope = describe_scope(filters, wanted, dataset)
    return "; ".join(filter(None, [f"no matching {names} ({scope})", ", ".join(steps)]))


def _without_each(filters: FilterArgs, wanted: Selection, dataset: Dataset) -> list[str]:
    """Return how many meetings match without each of the filters, for those that hide some."""
    from summitcli.search.select import focus_pair, select

    focus = frozenset[str]() if filters.all_leaders else focus_pair(dataset)
    dates = [*(filters.years or ()), filters.since or "", filters.until or ""]
    removable: list[tuple[list[str] | None, dict[str, Any]]] = [
        (dates, {"years": frozenset(), "within": None}),
        (filters.leaders, {"leaders": frozenset(), "together": focus}),
        (filters.places, {"places": frozenset()}),
        (filters.participants, {"participants": frozenset()}),
        (filters.themes, {"themes": frozenset()}),
        (filters.kinds, {"kinds": frozenset()}),
        (filters.asked_by, {"initiators": frozenset()}),
    ]
    steps = []
    for typed, change in removable:
        words = list(dict.fromkeys(filter(None, typed or ())))
        count = len(select(dataset, replace(wanted, **change))) if words else 0
        if count:
            quoted = " or ".join(f"'{word}'" for word in words)
            steps.append(f"leaving out {quoted} finds {count}")
    return steps
