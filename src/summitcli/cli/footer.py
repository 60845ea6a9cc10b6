"""The footer of a list: what is shown, what is hidden, and which option shows it."""

from summitcli.model import Dataset
from summitcli.search.select import STATUSES, Selection


def describe_list(
    names: str, shown: int, found: int, total: int | None = None, scope: str = ""
) -> str:
    """Return how many records are shown, of how many: `3 of 25 outcomes`.

    `found` is how many the filters leave, `total` how many the dataset has.
    """
    if shown < found:
        count = f"{shown} of {found} {names}; --limit {found} shows all"
    elif total is not None and found < total:
        count = f"{found} of {total} {names}"
    else:
        count = f"{found} {_singular(names) if found == 1 else names}"
    return f"{count} · {scope}" if scope else count


def _singular(names: str) -> str:
    """Return the singular of the name of some records: `entry`, `driver or scenario`."""
    words = (name.removesuffix("s").removesuffix("ie") for name in names.split(" and "))
    return " or ".join(f"{word}y" if f"{word}ies" in names else word for word in words)


def describe_hidden(dataset: Dataset, selection: Selection, found: int) -> str:
    """Return how much each restriction hides: `. Also: 12 between other leaders (--all)`.

    It ends with the date to which the dataset is known.
    """
    from summitcli.search.broaden import Restriction, hidden_by_each

    held = selection.statuses == STATUSES["held"]
    others = "not held or disputed" if held else "of another status"
    texts = {
        Restriction.PAIR: "between other leaders (--all)",
        Restriction.KIND: "of other kinds (--kind any)",
        Restriction.STATUS: f"{others} (--status any)",
    }
    hidden = hidden_by_each(dataset, selection, found)
    parts = [f"{hidden[item]} {text}" for item, text in texts.items() if item in hidden]
    also = f". Also: {', '.join(parts)}" if parts else ""
    known = f". Known to {dataset.info.as_of}" if dataset.info.as_of else ""
    return also + known
