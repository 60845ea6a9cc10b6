"""Results as data: rows, one record, or one object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitcli.derived.people import leader_rows
from summitcli.derived.views import build_view
from summitcli.pages.comparison import compare
from summitcli.pages.page import Pages
from summitcli.tables.people_tables import people_table
from summitcli.tables.result import records_of, rows_of, table_of
from summitcli.tables.result_tables import comparison_document

if TYPE_CHECKING:
    from summitcli.model import Dataset


def pages(dataset: Dataset, *ids: str) -> Pages:
    """Return records shown in full."""
    return Pages([build_view(dataset.by_id[identifier], dataset) for identifier in ids], dataset)


def test_a_table_is_always_a_list(fixture_data: Dataset) -> None:
    rows = leader_rows([], fixture_data)[:1]
    table = people_table(rows, fixture_data)
    assert records_of(table, None) == rows
    assert records_of(table, ("id",)) == [{"id": fixture_data.people[0].id}]


def test_one_record_shown_in_full_is_an_object(fixture_data: Dataset) -> None:
    one = pages(fixture_data, "greyford-2014")
    assert records_of(one, None) == one.views[0]
    assert records_of(one, ("id",)) == {"id": "greyford-2014"}
    two = pages(fixture_data, "greyford-2014", "river-rights")
    assert records_of(two, ("id",)) == [{"id": "greyford-2014"}, {"id": "river-rights"}]
    assert rows_of(one, None) == list(one.views)


def test_records_shown_in_full_have_the_fields_of_all_their_types(fixture_data: Dataset) -> None:
    table = table_of(pages(fixture_data, "greyford-2014", "river-rights"))
    assert {"date", "description", "record_type"} <= set(table.fields)
    assert "cited" not in table.fields
    assert len(set(table.fields)) == len(table.fields)


def test_a_document_is_one_object_with_a_table(fixture_data: Dataset) -> None:
    ids = ("greyford-2014", "larkhill-1969")
    document = comparison_document(
        compare([fixture_data.meeting(name) for name in ids], fixture_data)
    )
    content = records_of(document, None)
    assert isinstance(content, dict)
    assert content["meetings"] == ids
    assert table_of(document).fields == ("field", *ids)
    assert rows_of(document, None)[1] == {
        "field": "Date",
        "greyford-2014": ("12 September 2014",),
        "larkhill-1969": ("23–25 June 1969",),
    }
