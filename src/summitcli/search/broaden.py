"""Broader selections: how much each restriction hides, and which one to drop."""

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from summitcli.model import Dataset
from summitcli.search.select import Selection, select


class Restriction(StrEnum):
    """A restriction that can be dropped to find more meetings."""

    KIND = "kind"
    STATUS = "status"
    PAIR = "pair"


class BroaderSelection(Struct, frozen=True):
    """A broader selection: the restrictions that it drops, and how many meetings it finds."""

    dropped: tuple[Restriction, ...]
    count: int


def suggest_broader(dataset: Dataset, selection: Selection) -> list[BroaderSelection]:
    """Return ways to broaden a selection that found nothing, the smallest changes first.

    Only ways that find something are returned. All restrictions are dropped together only if no
    single one of them is enough.
    """
    single = [_broaden(dataset, selection, (restriction,)) for restriction in Restriction]
    found = [step for step in single if step.count]
    if found:
        return found
    every = _broaden(dataset, selection, tuple(Restriction))
    return [every] if every.count else []


def hidden_by_each(dataset: Dataset, selection: Selection, found: int) -> dict[Restriction, int]:
    """Return how many meetings each restriction alone hides, without those that hide none."""
    steps = (_broaden(dataset, selection, (restriction,)) for restriction in Restriction)
    return {step.dropped[0]: step.count - found for step in steps if step.count > found}


def _broaden(
    dataset: Dataset, selection: Selection, dropped: tuple[Restriction, ...]
) -> BroaderSelection:
    broader = without(selection, dropped)
    return BroaderSelection(dropped, len(select(dataset, broader)))


def without(selection: Selection, dropped: tuple[Restriction, ...]) -> Selection:
    """Return a selection without some of its restrictions."""
    return replace(
        selection,
        kinds=frozenset() if Restriction.KIND in dropped else selection.kinds,
        statuses=frozenset() if Restriction.STATUS in dropped else selection.statuses,
        together=frozenset() if Restriction.PAIR in dropped else selection.together,
    )
