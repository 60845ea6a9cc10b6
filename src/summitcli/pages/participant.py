"""The page of a person who took part in meetings and has no record of their own."""

from summitcli.derived.views import ParticipantView
from summitcli.model import Dataset
from summitcli.pages.common import fact, facts, linked
from summitcli.pages.page import Page


def participant_page(person: ParticipantView, dataset: Dataset, most: int | None = None) -> Page:
    """Return the page of a participant: offices at the time, and the meetings."""
    names = dataset.info.side_names
    sides = ", ".join(names.get(side, side) for side in person.sides)
    return Page(
        id=person.id,
        title=person.name,
        kicker=f"Participant · {sides}",
        lead="",
        facts=facts(
            fact("Offices", "; ".join(person.offices), "As the record gives them at the time."),
            fact("Also called", "; ".join(person.other_names)),
        ),
        sections=(
            linked("Meetings in person", person.meetings, dataset, most=most),
            linked("Calls, letters and statements", person.remote, dataset, most=most),
            linked("Not held, or disputed", person.not_held, dataset, most=most),
        ),
    )
