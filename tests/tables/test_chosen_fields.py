"""Tables of chosen fields, as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summitcli.tables.chosen_fields import drawn_with_fields, format_words
from summitcli.tables.record_tables import meetings_table

if TYPE_CHECKING:
    from summitcli.model import Dataset


def cells(data: Dataset, *fields: str, meeting: str = "greyford-2014") -> list[list[object]]:
    """Return the header and the cells of a table of one meeting."""
    table = drawn_with_fields(meetings_table([data.meeting(meeting)], data), fields)
    rows: list[list[object]] = [[c.cell(row) for c in table.columns] for row in table.rows]
    return [[column.header for column in table.columns], *rows]


def test_an_object_is_its_name_with_the_rest_in_brackets(fixture_data: Dataset) -> None:
    assert cells(fixture_data, "participants")[1] == [
        "Anna Vale (President of Arden, arden); Peter Lund (Foreign Minister, arden); "
        "Boris Stone (Chancellor of Borea, borea); Sergei Laurin (Foreign Minister, borea)"
    ]


def test_fields_of_one_list_are_side_by_side(fixture_data: Dataset) -> None:
    assert cells(fixture_data, "id", "participants.name", "participants.office") == [
        ["id", "participants.name", "participants.office"],
        ["greyford-2014", "Anna Vale", "President of Arden"],
        ["", "Peter Lund", "Foreign Minister"],
        ["", "Boris Stone", "Chancellor of Borea"],
        ["", "Sergei Laurin", "Foreign Minister"],
    ]


def test_what_is_not_known_of_an_item_is_a_dash(fixture_data: Dataset) -> None:
    assert cells(fixture_data, "sessions.title", "sessions.actual_minutes")[1:] == [
        ["Talk with interpreters only", "130"],
        ["Working lunch", "–"],
    ]


def test_numbers_are_flush_right(fixture_data: Dataset) -> None:
    table = meetings_table(list(fixture_data.meetings), fixture_data)
    drawn = drawn_with_fields(table, ("id", "duration.actual_minutes"))
    assert [column.right for column in drawn.columns] == [False, True]


@pytest.mark.parametrize("path", ["accounts.versions.arden", "duration.actual_minutes"])
def test_headings_are_never_broken(fixture_data: Dataset, path: str) -> None:
    (column,) = drawn_with_fields(meetings_table([], fixture_data), (path,)).columns
    assert column.fit.fixed or column.fit.minimum >= len(path)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (("a", None, "b", "a"), "a; b"),
        ({"us": "Yes.", "borea": ("x", "y")}, "us: Yes; borea: x; y"),
        (None, ""),
    ],
)
def test_values_are_words(value: object, words: str) -> None:
    assert format_words(value) == words


def test_an_object_that_begins_with_a_number_names_its_parts(fixture_data: Dataset) -> None:
    (cell,) = cells(fixture_data, "duration")[1]
    assert str(cell).startswith("planned_minutes: 90; actual_minutes: 130; ")
