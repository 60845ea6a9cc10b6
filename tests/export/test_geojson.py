"""GeoJSON, validated with geojson-pydantic."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from geojson_pydantic import Feature, FeatureCollection, Point

from summitcli.export.geojson import write
from summitcli.export.selection import Extract, extract_meetings

if TYPE_CHECKING:
    from summitcli.model import Dataset


Points = FeatureCollection[Feature[Point, dict[str, Any]]]


def written(extract: Extract) -> bytes:
    out = io.BytesIO()
    write(extract, out)
    return out.getvalue()


@pytest.fixture(scope="module")
def found(whole: Extract) -> Points:
    return Points.model_validate_json(written(whole))


def test_there_is_a_point_for_each_meeting_with_coordinates(found: Points, record: Dataset) -> None:
    located = [m.id for m in record.meetings if m.place and m.place.lat is not None]
    assert [feature.id for feature in found.features] == located
    assert all(isinstance(feature.geometry, Point) for feature in found.features)


def test_longitude_comes_first(found: Points) -> None:
    (feature,) = (feature for feature in found.features if feature.id == "larkhill-1969")
    assert feature.geometry is not None
    assert tuple(feature.geometry.coordinates) == (-1.8, 51.2)


def test_the_others_are_counted(whole: Extract) -> None:
    assert write(whole, io.BytesIO()) == (
        "7 of 14 meetings and contacts have no coordinates and are not on the map;"
        " 4 were not in person"
    )


def test_properties_are_flat_and_always_the_same(found: Points) -> None:
    keys = {tuple(feature.properties or ()) for feature in found.features}
    assert len(keys) == 1
    for feature in found.features:
        values = (feature.properties or {}).values()
        assert all(value is None or isinstance(value, str | int | float) for value in values)


def test_a_point_says_who_met_and_on_what(found: Points) -> None:
    (feature,) = (feature for feature in found.features if feature.id == "greyford-2014")
    properties = feature.properties or {}
    assert properties["leaders_arden"] == "Anna Vale"
    assert properties["leaders_borea"] == "Boris Stone"
    assert "River rights" in properties["themes"]
    assert (properties["year"], properties["date"]) == (2014, "2014-09-12")


def test_the_collection_names_the_dataset_and_no_reference_system(whole: Extract) -> None:
    collection = json.loads(written(whole))
    assert collection["name"] == "Meetings of the leaders of Arden and Borea"
    assert collection["licence"] == "CC0-1.0"
    assert "crs" not in collection


def test_no_points_are_a_valid_collection(record: Dataset) -> None:
    content = written(extract_meetings(record, ["call-2014-02-03"]))
    assert Points.model_validate_json(content).features == []
