"""The page of a person who took part in meetings and has no record of their own."""

from summitcli.derived.views import ParticipantView
from summitcli.model import Dataset
from summitcli.pages.common import fact, facts, links
from summitcli.pages.page import Page, Section


def participant_page(person: ParticipantView, dataset: Dataset) -> Page:
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
            _meetings("Meetings in person", person.meetings, dataset),
            _meetings("Calls, letters and statements", person.remote, dataset),
            _meetings("Not held, or disputed", person.not_held, dataset),
        ),
    )


def _meetings(title: str, identifiers: tuple[str, ...], dataset: Dataset) -> Section:
    counted = f"{title} ({len(identifiers)})" if identifiers else title
    return Section(counted, links(identifiers, dataset), part="around")
