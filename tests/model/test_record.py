"""Record types: dataclasses whose methods are shared."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from functools import cached_property
from typing import Any

import msgspec
import pytest

from summitcli.model import Duration, Meeting, Participant, Place, Qualifier
from summitcli.model.record import cached_record, record

PLACE = Place(country="Finland", city="Helsinki")


@record
class Base:
    """A record type to inherit from."""

    name: str
    size: int = 1


@record
class Derived(Base):
    """A record type with more fields, required ones after optional ones."""

    colour: str


def test_a_record_type_is_a_dataclass_with_slots() -> None:
    assert all(map(dataclasses.is_dataclass, (Place, PLACE)))
    assert [field.name for field in dataclasses.fields(Participant)][:2] == ["name", "office"]
    assert dataclasses.fields(Place)[0].default is None
    assert not hasattr(PLACE, "__dict__")
    assert dataclasses.replace(PLACE, city=None) == Place(country="Finland")


def test_values_are_given_by_name_and_completed_by_defaults() -> None:
    assert (PLACE.city, PLACE.country, PLACE.venue, PLACE.aliases) == (
        "Helsinki",
        "Finland",
        None,
        (),
    )
    assert Derived(colour="red", name="a") == Derived(name="a", size=1, colour="red")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({}, "Place: missing or unknown values: country"),
        ({"country": "A", "town": "B"}, "Place: missing or unknown values: town"),
    ],
)
def test_wrong_values_are_named(values: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        Place(**values)


def test_values_by_position_are_refused() -> None:
    with pytest.raises(TypeError):
        Place("Finland")  # type: ignore[call-arg]


def test_a_record_does_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'city'"):
        PLACE.city = "Turku"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'city'"):
        del PLACE.city


def test_equal_records_have_equal_hashes() -> None:
    same = Place(city="Helsinki", country="Finland")
    assert same == PLACE
    assert hash(PLACE) == hash(same)
    assert Place(country="Finland") != PLACE
    assert Base(name="a") != Derived(name="a", colour="red")
    other: object = "Helsinki"
    assert other != PLACE


def test_a_record_can_be_copied_pickled_and_read_by_people() -> None:
    assert pickle.loads(pickle.dumps(PLACE)) == copy.deepcopy(PLACE) == copy.copy(PLACE) == PLACE
    assert repr(Duration(actual_minutes=9, qualifier=Qualifier.ABOUT)) == (
        "Duration(planned_minutes=None, actual_minutes=9, "
        "qualifier=<Qualifier.ABOUT: 'about'>, note=None, sources=())"
    )


def test_patterns_match_by_field() -> None:
    match PLACE:
        case Place(city="Helsinki", country=country):
            assert country == "Finland"
        case _:
            pytest.fail("no match")


def test_msgspec_converts_both_ways_and_knows_what_is_required() -> None:
    encoded = msgspec.json.encode(PLACE)
    assert list(msgspec.json.decode(encoded)) == [f.name for f in dataclasses.fields(Place)]
    assert msgspec.json.decode(encoded, type=Place) == PLACE
    with pytest.raises(msgspec.ValidationError, match="missing required field `country`"):
        msgspec.convert({}, Place)
    required = msgspec.json.schema(Meeting)["$defs"]["Meeting"]["required"]
    assert required == ["id", "title", "summary", "kind", "status", "leaders"]


@cached_record
class Cached:
    """A record with a cached property."""

    name: str
    size: int = 1

    @cached_property
    def loud(self) -> list[str]:
        """Return the name in capitals."""
        return [self.name.upper()]


def test_a_record_without_slots_may_have_cached_properties() -> None:
    cached = Cached(name="a")
    assert cached.loud is cached.loud
    assert cached == Cached(name="a", size=1)
    assert msgspec.to_builtins(cached) == {"name": "a", "size": 1}
    with pytest.raises(dataclasses.FrozenInstanceError):
        cached.name = "b"  # type: ignore[misc]
