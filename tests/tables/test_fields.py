"""Dotted paths: which there are, and errors as data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summitcli.tables.fields import (
    UnknownFieldError,
    check_fields,
    format_cell,
    top_level_fields,
    with_fields,
)
from summitcli.tables.people_tables import people_table
from summitcli.tables.record_tables import meetings_table

if TYPE_CHECKING:
    from summitcli.model import Dataset


def test_known_paths_are_accepted(fixture_data: Dataset) -> None:
    check_fields(
        ("id", "place.city", "leaders.arden", "topics.themes"), meetings_table([], fixture_data)
    )


def test_an_error_has_the_name_and_the_nearest_paths(fixture_data: Dataset) -> None:
    table = meetings_table([], fixture_data)
    with pytest.raises(UnknownFieldError) as raised:
        check_fields(("id", "place.citty", "titlle"), table)
    assert raised.value.name == "place.citty"
    assert "place.city" in raised.value.near
    assert raised.value.top_level == top_level_fields(table)
    assert "--" not in str(raised.value)


def test_top_level_fields_are_those_of_the_record(fixture_data: Dataset) -> None:
    assert top_level_fields(people_table([], fixture_data))[:3] == ("id", "name", "short_name")


def test_chosen_fields_become_the_columns(fixture_data: Dataset) -> None:
    table = with_fields(
        meetings_table([fixture_data.meeting("greyford-2014")], fixture_data), ("id", "place")
    )
    assert [column.header for column in table.columns] == ["id", "place"]
    assert table.columns[0].cell(table.rows[0]) == "greyford-2014"
    assert table.drawn_columns is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (3, "3"),
        (("a", None, "b", "a"), "a; b"),
        ({"a": 1}, '{"a":1}'),
        ([{"a": 1}], '[{"a":1}]'),
    ],
)
def test_values_are_cells(value: object, text: str) -> None:
    assert format_cell(value) == text
