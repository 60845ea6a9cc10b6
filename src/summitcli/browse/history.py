"""Where the reader has been: places, and the way back and forward."""

from dataclasses import dataclass, field, replace
from enum import StrEnum


class What(StrEnum):
    """What a place shows."""

    RECORD = "record"
    TIMELINE = "timeline"
    COMPARISON = "comparison"


@dataclass(frozen=True, slots=True)
class Place:
    """A page: what it shows, of which records, and where in it the reader was."""

    what: What
    ids: tuple[str, ...]
    line: int = 0
    "The first line on the screen."
    link: int | None = None
    "The number of the chosen link."

    def is_same_page(self, other: "Place | None") -> bool:
        """Return whether another place is on the same page."""
        return other is not None and (self.what, self.ids) == (other.what, other.ids)


@dataclass(slots=True)
class History:
    """Places in the order of visits, of which one is the present one."""

    places: list[Place] = field(default_factory=list)
    position: int = -1

    @property
    def present(self) -> Place | None:
        """The present place."""
        return self.places[self.position] if self.places else None

    @property
    def trail(self) -> list[Place]:
        """The places up to the present one."""
        return self.places[: self.position + 1]

    def visit(self, place: Place) -> None:
        """Go to a new place; what was ahead is forgotten."""
        self.places[self.position + 1 :] = [place]
        self.position += 1

    def start(self, place: Place) -> None:
        """Begin anew with a place."""
        self.places, self.position = [place], 0

    def remember(self, line: int, link: int | None) -> None:
        """Note where on the present page the reader is."""
        if self.places:
            self.places[self.position] = replace(self.places[self.position], line=line, link=link)

    def move(self, step: int) -> Place | None:
        """Go back (-1) or forward (1); return the new place, or None if there is none."""
        position = self.position + step
        if not 0 <= position < len(self.places):
            return None
        self.position = position
        return self.places[position]
