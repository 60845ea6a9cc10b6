"""Ids of participants: derived from their names, unless the record gives one."""

import re
from collections.abc import Iterable
from functools import lru_cache

from summitcli.model.letters import fold_letters
from summitcli.model.meeting import Participant
from summitcli.model.records import Person

UNNAMED = "not named"
"Name of a participant whom the sources do not name."


@lru_cache(maxsize=4096)
def id_from_name(name: str) -> str | None:
    """Return the id derived from a name, given name before surname: `sergey-lavrov`.

    Initials are left out where a full given name remains: `George P. Shultz` is `george-shultz`.
    Return None for someone who is not named, or whose name has no letters that an id may have.
    """
    if name == UNNAMED:
        return None
    words = re.findall(r"[a-z0-9]+", fold_letters(name).replace("'", ""))
    *given, surname = words or [""]
    full = [word for word in given if len(word) > 1] or given
    return "-".join((*full, surname)) or None


class ParticipantIds:
    """The ids of all participants of a dataset.

    One name on one side is one person, and so is a leader's name on the leader's side: that
    participant has the id of the leader's record. If both sides have a name, both ids end in the
    side. `Participant.person` overrides the derived id.
    """

    def __init__(self, people: Iterable[Person], participants: Iterable[Participant]) -> None:
        leaders = list(people)
        self._leaders = {
            **{(alias, leader.side): leader.id for leader in leaders for alias in leader.aliases},
            **{(leader.name, leader.side): leader.id for leader in leaders},
        }
        self._sides: dict[str | None, set[str]] = {}
        for leader in leaders:
            self._add(leader.name, leader.side)
        for participant in participants:
            if not self._given(participant):
                self._add(participant.name, participant.side)

    def _add(self, name: str, side: str) -> None:
        self._sides.setdefault(id_from_name(name), set()).add(side)

    def leader(self, participant: Participant) -> str | None:
        """Return the id of the leader's record that a participant has by name and side."""
        return self._leaders.get((participant.name, participant.side))

    def of(self, participant: Participant) -> str | None:
        """Return the id of a participant, or None for someone who is not named."""
        given = self._given(participant)
        if given is not None:
            return given
        derived = id_from_name(participant.name)
        if derived is None or self._sides.get(derived, set()) <= {participant.side}:
            return derived
        return f"{derived}-{participant.side}"

    def _given(self, participant: Participant) -> str | None:
        return participant.person or self.leader(participant)
