"""Places by the names that people use: cities, countries, and venues that nothing else is named."""

from __future__ import annotations

import pytest

from builders import dataset, meeting, place
from summitcli.search.resolve import UnknownNameError, resolve_place

US, UK, USSR = "United States", "United Kingdom", "Soviet Union"
PLACES = {
    "vienna": place(
        "Vienna", "Austria", venue="US ambassador's residence", aliases=("Wien", "Вена")
    ),
    "washington": place("Washington", US, venue="White House", aliases=("DC",)),
    "washington-david": place(
        "Washington and Camp David",
        US,
        venue="White House (presumed)",
        aliases=("Western White House",),
    ),
    "sea-island": place("Sea Island, Georgia", US, venue="Dunbar House"),
    "potsdam": place("Potsdam", "Germany (Allied-occupied)"),
    "cologne": place("Cologne", "Germany"),
    "london": place("London", UK, venue="Town hall"),
    "yalta": place("Yalta", USSR, venue="Livadia Palace"),
    "moscow": place("Moscow (Vnukovo airport)", "Russia"),
    "seoul": place("Seoul", "South Korea"),
    "riyadh": place(None, "Saudi Arabia"),
}
DATA = dataset(*(meeting(name, place=where) for name, where in PLACES.items()))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Vienna", "vienna"),
        ("wien", "vienna"),
        ("Вена", "vienna"),
        ("washington", "washington washington-david"),
        ("camp david", "washington-david"),
        ("sea island", "sea-island"),
        ("georgia", "sea-island"),
        ("moscow", "moscow"),
        ("vnukovo", "moscow"),
    ],
)
def test_a_city_is_found_by_each_of_its_names(typed: str, found: str) -> None:
    resolved = resolve_place(typed, DATA)
    assert resolved.ids == set(found.split())
    assert not resolved.guessed
    assert not resolved.several


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("austria", "vienna"),
        ("US", "washington washington-david sea-island"),
        ("u.s.a.", "washington washington-david sea-island"),
        ("America", "washington washington-david sea-island"),
        ("uk", "london"),
        ("Great Britain", "london"),
        ("USSR", "yalta"),
        ("CCCP", "yalta"),
        ("СССР", "yalta"),
        ("germany", "potsdam cologne"),
        ("korea", "seoul"),
        ("saudi arabia", "riyadh"),
    ],
)
def test_a_country_is_found_by_its_short_names(typed: str, found: str) -> None:
    resolved = resolve_place(typed, DATA)
    assert resolved.ids == set(found.split())
    assert not resolved.guessed
    assert not resolved.several


@pytest.mark.parametrize(("typed", "found"), [("livadia", "yalta"), ("town hall", "london")])
def test_a_venue_is_found_if_no_city_or_country_has_its_name(typed: str, found: str) -> None:
    resolved = resolve_place(typed, DATA)
    assert resolved.ids == {found}
    assert not resolved.guessed


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("white house", ("Washington", "Washington and Camp David")),
        ("house", ("Washington", "Washington and Camp David", "Sea Island, Georgia")),
    ],
)
def test_a_name_of_several_venues_names_several_places(typed: str, titles: tuple[str, ...]) -> None:
    resolved = resolve_place(typed, DATA)
    assert resolved.titles == titles
    assert resolved.several


@pytest.mark.parametrize(
    ("typed", "title"),
    [("viena", "Vienna"), ("livadya", "Yalta"), ("saudi arabai", "Saudi Arabia")],
)
def test_a_misspelled_place_is_a_guess(typed: str, title: str) -> None:
    resolved = resolve_place(typed, DATA)
    assert resolved.titles == (title,)
    assert resolved.guessed


@pytest.mark.parametrize("typed", ["hall", "town", "airplane", "at", ""])
def test_short_words_of_a_venue_and_other_words_name_no_place(typed: str) -> None:
    with pytest.raises(UnknownNameError, match="no place matches"):
        resolve_place(typed, DATA)
