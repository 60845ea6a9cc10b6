"""What the shell offers for an id, a theme, a leader: values with their titles."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import typer

from summitcli.errors import SummitError
from summitcli.model import Dataset

Offer = tuple[str, str]

_TITLE = 60  # letters of a title that fit beside the value in the shell's list


def _offers(
    context: typer.Context, incomplete: str, offers: Callable[[Dataset], Iterable[Offer]]
) -> Iterator[Offer]:
    """The offers that begin with what is typed; none, quietly, where there is no dataset."""
    from summitcli.dataset import load

    data = context.find_root().params.get("data")
    try:
        dataset = load(Path(data) if data else None)
    except SummitError:
        return
    for value, title in offers(dataset):
        if value.startswith(incomplete):
            yield value, title if len(title) <= _TITLE else title[: _TITLE - 3].rstrip() + "..."


def complete_record(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of every record type; of sources only once something is typed, as they are many."""
    from summitcli.model import Source, title_of

    def offers(dataset: Dataset) -> Iterator[Offer]:
        for record in dataset.by_id.values():
            if incomplete or not isinstance(record, Source):
                yield record.id, title_of(record)

    return _offers(ctx, incomplete, offers)


def complete_theme(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of themes."""
    return _offers(ctx, incomplete, lambda dataset: ((t.id, t.title) for t in dataset.themes))


def complete_outcome(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of outcomes."""
    return _offers(ctx, incomplete, lambda dataset: ((o.id, o.statement) for o in dataset.outcomes))


def complete_meeting(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of meetings."""
    return _offers(ctx, incomplete, lambda dataset: ((m.id, m.title) for m in dataset.meetings))


def complete_event(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of background events."""
    return _offers(ctx, incomplete, lambda dataset: ((e.id, e.title) for e in dataset.context))


def complete_outlook(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of drivers and scenarios."""
    return _offers(ctx, incomplete, lambda dataset: ((o.id, o.title) for o in dataset.outlook))


def complete_claim(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of claims."""
    return _offers(ctx, incomplete, lambda dataset: ((c.id, c.claim) for c in dataset.claims))


def complete_leader(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Ids of leaders."""
    return _offers(ctx, incomplete, lambda dataset: ((p.id, p.name) for p in dataset.people))


def complete_kind(incomplete: str) -> Iterator[str]:
    """Kinds of meeting, and the words for several of them."""
    from summitcli.query import KINDS

    return (kind for kind in KINDS if kind.startswith(incomplete))


def complete_status(incomplete: str) -> Iterator[str]:
    """Statuses of a meeting."""
    from summitcli.query import STATUSES

    return (status for status in STATUSES if status.startswith(incomplete))
