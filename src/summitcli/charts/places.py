"""Places of meetings: one for all meetings that were held within a few kilometres."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from summitcli.charts.projection import Point, distance
from summitcli.model import Meeting

_NEAR = 30.0  # kilometres within which meetings are in one place: a city with its outskirts


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place with the meetings that were held there."""

    name: str
    lon: float
    lat: float
    meetings: tuple[Meeting, ...]

    @property
    def point(self) -> Point:
        """Longitude and latitude."""
        return self.lon, self.lat


def places_of(meetings: Iterable[Meeting]) -> list[MapPlace]:
    """Return the places of meetings that have coordinates, those with the most meetings first."""
    at: dict[Point, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        place = meeting.place
        if place is not None and place.lat is not None and place.lon is not None:
            at[place.lon, place.lat].append(meeting)
    joined: dict[Point, list[Meeting]] = {}
    for point, met in sorted(at.items(), key=lambda item: (-len(item[1]), item[0])):
        near = next((known for known in joined if distance(point, known) <= _NEAR), point)
        joined.setdefault(near, []).extend(met)
    places = [MapPlace(_name(met), *point, tuple(met)) for point, met in joined.items()]
    return sorted(places, key=lambda place: (-len(place.meetings), place.name, place.point))


def _name(meetings: list[Meeting]) -> str:
    """Return the name that most meetings give a place: `Washington` of `Washington, D.C.`."""
    names = Counter(
        (meeting.place.city or meeting.place.country).split(" (")[0].split(",")[0]
        for meeting in meetings
        if meeting.place is not None
    )
    return min(names, key=lambda name: (-names[name], len(name), name))
