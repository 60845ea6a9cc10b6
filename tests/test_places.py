"""What `--place` names: cities, countries, and buildings where the word can be nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summitcli.errors import UsageError
from summitcli.model import Dataset, DatasetInfo, Meeting, MeetingKind, MeetingStatus, Place, Side
from summitcli.search.resolve import resolve_place

if TYPE_CHECKING:
    from conftest import Summit

US, UK, USSR = "United States", "United Kingdom", "Soviet Union"
PLACES = {
    "vienna": Place(city="Vienna", country="Austria", venue="US ambassador's residence",
                    aliases=("Wien", "Вена")),
    "washington": Place(city="Washington", country=US, venue="White House", aliases=("DC",)),
    "washington-david": Place(city="Washington and Camp David", country=US,
                              venue="White House (presumed)", aliases=("Western White House",)),
    "sea-island": Place(city="Sea Island, Georgia", country=US, venue="Dunbar House"),
    "potsdam": Place(city="Potsdam", country="Germany (Allied-occupied)"),
    "cologne": Place(city="Cologne", country="Germany"),
    "london": Place(city="London", country=UK, venue="Town hall"),
    "yalta": Place(city="Yalta", country=USSR, venue="Livadia Palace"),
    "moscow": Place(city="Moscow (Vnukovo airport)", country="Russia"),
    "seoul": Place(city="Seoul", country="South Korea"),
    "riyadh": Place(country="Saudi Arabia"),
}  # fmt: skip


def at(name: str, place: Place) -> Meeting:
    """A summit at a place."""
    return Meeting(
        id=name, title=name.title(), summary="Talks.", leaders={}, place=place,
        kind=MeetingKind.SUMMIT, status=MeetingStatus.HELD,
    )  # fmt: skip


DATA = Dataset(
    info=DatasetInfo(title="T", sides=(Side(id="us", name="US"), Side(id="ru", name="RU"))),
    meetings=tuple(at(name, place) for name, place in PLACES.items()),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Vienna", "vienna"),
        ("wien", "vienna"),
        ("austria", "vienna"),
        ("Вена", "vienna"),
        ("US", "washington washington-david sea-island"),
        ("u.s.a.", "washington washington-david sea-island"),
        ("America", "washington washington-david sea-island"),
        ("uk", "london"),
        ("Great Britain", "london"),
        ("USSR", "yalta"),
        ("CCCP", "yalta"),
        ("СССР", "yalta"),
        ("germany", "potsdam cologne"),
        ("washington", "washington washington-david"),
        ("camp david", "washington-david"),
        ("sea island", "sea-island"),
        ("georgia", "sea-island"),
        ("moscow", "moscow"),
        ("vnukovo", "moscow"),
        ("korea", "seoul"),
        ("saudi arabia", "riyadh"),
        ("livadia", "yalta"),
        ("town hall", "london"),
    ],
)
def test_a_place_is_known_by_its_city_country_and_other_names(typed: str, found: str) -> None:
    resolved = resolve_place(typed, DATA)
    assert resolved.ids == set(found.split())
    assert not resolved.guessed
    assert not resolved.several


@pytest.mark.parametrize(
    ("typed", "found", "taken_for"),
    [
        ("viena", "vienna", "Vienna"),
        ("livadya", "yalta", "Yalta"),
        ("white house", "washington washington-david", "Washington; Washington and Camp David"),
        ("house", "washington washington-david sea-island",
         "Washington; Washington and Camp David; Sea Island, Georgia"),
    ],
)  # fmt: skip
def test_what_a_place_was_taken_for_is_said_where_it_is_not_plain(
    typed: str, found: str, taken_for: str
) -> None:
    resolved = resolve_place(typed, DATA)
    assert resolved.ids == set(found.split())
    assert "; ".join(resolved.titles) == taken_for
    assert resolved.guessed or resolved.several


@pytest.mark.parametrize("typed", ["hall", "town", "airplane", "at", ""])
def test_a_short_word_of_a_building_or_an_unknown_one_names_no_place(typed: str) -> None:
    with pytest.raises(UsageError, match="no place matches"):
        resolve_place(typed, DATA)


def test_us_is_a_country_and_no_word_of_an_embassy(here: Summit) -> None:
    run = here("list", "--all", "--place", "us", "--fields", "place.country")
    assert run.err == ""
    assert set(run.out.splitlines()) == {"United States"}
    assert run.out == here("list", "--all", "--place", "U.S.A.", "--fields", "place.country").out
