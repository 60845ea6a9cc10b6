"""Resolving names: what is found, and the parts of the errors."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import dataset, meeting, person, place, theme
from strategies import ANY_TEXT
from summitcli.errors import ExitCode, NotFoundError
from summitcli.model import Dataset, Meeting, Person
from summitcli.search.attendance import attendees
from summitcli.search.find import find, find_named
from summitcli.search.resolve import (
    AmbiguousNameError,
    Candidate,
    UnknownNameError,
    UnknownRecordError,
    leaders,
    resolve,
    resolve_place,
    themes,
    values,
)

DATA = dataset(
    person("ada-bell", aliases=("The Bell",)),
    person("ivo-bell"),
    person("olga-marin", "borea"),
    theme("trade"),
    meeting("bridge-1999", title="Bridge summit", place=place("Lund", "Norland")),
    meeting("bridge-2001", title="Bridge summit", place=place("Berg", "Norland")),
    meeting("harbour-2003", title="Harbour", place=place("Berg Bay", "Sudland")),
    focus=False,
)


def test_a_whole_name_resolves_without_a_guess() -> None:
    resolved = resolve("leader", "olga marin", leaders(DATA))
    assert resolved.ids == {"olga-marin"}
    assert resolved.titles == ("Olga Marin",)
    assert (resolved.guessed, resolved.several) == (False, False)


def test_a_misspelled_name_is_a_guess() -> None:
    resolved = resolve("leader", "olga marni", leaders(DATA))
    assert (resolved.field, resolved.typed) == ("leader", "olga marni")
    assert resolved.titles == ("Olga Marin",)
    assert (resolved.guessed, resolved.several) == (True, False)


def test_a_shared_surname_resolves_to_several() -> None:
    resolved = resolve("leader", "bell", leaders(DATA))
    assert resolved.ids == {"ada-bell", "ivo-bell"}
    assert (resolved.guessed, resolved.several) == (False, True)


def test_a_country_is_one_name_of_several_meetings() -> None:
    resolved = resolve_place("norland", DATA)
    assert resolved.ids == {"bridge-1999", "bridge-2001"}
    assert resolved.titles == ("Lund", "Berg")
    assert not resolved.several


def test_an_unknown_name_carries_what_was_typed_and_similar_values() -> None:
    with pytest.raises(UnknownNameError) as caught:
        resolve("leader", "Olgar Marinov", leaders(DATA))
    error = caught.value
    assert (error.field, error.typed) == ("leader", "Olgar Marinov")
    assert error.candidates == (Candidate("olga-marin", "Olga Marin"),)
    assert error.known == ("ada-bell", "ivo-bell", "olga-marin")
    assert error.exit_code == ExitCode.USAGE
    assert str(error) == "no leader matches 'Olgar Marinov'; did you mean Olga Marin?"


def test_an_unknown_name_without_similar_values_lists_a_few_known_ones() -> None:
    with pytest.raises(UnknownNameError) as caught:
        resolve("scope", "zzz", values(["local", "global"]))
    assert str(caught.value) == "no scope matches 'zzz'; known values: local, global"
    with pytest.raises(UnknownNameError) as caught:
        resolve("scope", "zzz", values(f"v{number}" for number in range(100)))
    assert str(caught.value) == "no scope matches 'zzz'"


def test_a_place_that_is_unknown_lists_no_meetings() -> None:
    with pytest.raises(UnknownNameError) as caught:
        resolve_place("zzz", DATA)
    assert caught.value.known == ()
    assert str(caught.value) == "no place matches 'zzz'"


def test_a_record_is_found_by_id_title_and_other_name() -> None:
    assert find("ada-bell", DATA, Person).id == "ada-bell"
    assert find(" ADA-BELL ", DATA, Person).id == "ada-bell"
    assert find("the bell", DATA, Person).id == "ada-bell"
    assert find_named("harbour", DATA).record.id == "harbour-2003"


def test_a_title_of_several_records_is_ambiguous() -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        find_named("bridge summit", DATA)
    assert [item.id for item in caught.value.candidates] == ["bridge-1999", "bridge-2001"]
    assert [item.title for item in caught.value.candidates] == ["Bridge summit"] * 2
    assert caught.value.exit_code == ExitCode.NOT_FOUND
    assert str(caught.value) == (
        "'bridge summit' matches several records: bridge-1999, bridge-2001; give one of these ids"
    )


def test_an_unknown_record_carries_similar_ones() -> None:
    with pytest.raises(UnknownRecordError) as caught:
        find_named("harbor-2003", DATA)
    assert caught.value.candidates == (Candidate("harbour-2003", "Harbour", "2015-05-01"),)
    assert str(caught.value) == "no record 'harbor-2003'; did you mean harbour-2003?"


def test_a_record_of_another_type_is_not_found() -> None:
    with pytest.raises(NotFoundError, match=r"^'trade' is a theme, not a meeting$"):
        find("trade", DATA, Meeting)


# Ids and names with a letter or two gone, and any other text.
NEARLY = st.sampled_from(
    ["anna vale", "greyford", "river rights", "Ларкхилл", "port amber", "lorn"]
).flatmap(lambda name: st.integers(0, 5).map(lambda start: name[start:]))


@given(typed=ANY_TEXT | NEARLY)
def test_any_text_resolves_to_known_ids_or_suggests_some(typed: str, fixture_data: Dataset) -> None:
    for field, things in (("leader", leaders(fixture_data)), ("theme", themes(fixture_data))):
        try:
            found = resolve(field, typed, things).ids
            assert found
        except UnknownNameError as error:
            found = frozenset(candidate.id for candidate in error.candidates)
        assert found <= {thing.id for thing in things}


@given(typed=ANY_TEXT | NEARLY)
def test_any_text_is_the_place_of_meetings_or_unknown(typed: str, fixture_data: Dataset) -> None:
    with suppress(UnknownNameError):
        found = resolve_place(typed, fixture_data).ids
        assert found
        assert all(fixture_data.meeting(identifier).place for identifier in found)


@given(typed=ANY_TEXT | NEARLY)
def test_any_text_is_the_name_of_one_record_or_suggests_some(
    typed: str, fixture_data: Dataset
) -> None:
    try:
        found = {find_named(typed, fixture_data).record.id}
    except (UnknownRecordError, AmbiguousNameError) as error:
        found = {candidate.id for candidate in error.candidates}
    people = {item.id for item in attendees(fixture_data)}
    assert found <= {*fixture_data.by_id, *people}
