"""Plain text: columns of a table, fields of a record."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from summitcli.derived.views import build_view
from summitcli.export.plain import write_plain
from summitcli.pages.page import Pages
from summitcli.tables.record_tables import meetings_table

if TYPE_CHECKING:
    from summitcli.model import Dataset


def test_links_are_written_as_their_titles(fixture_data: Dataset) -> None:
    out = BytesIO()
    meetings = [fixture_data.meeting("greyford-2014")]
    write_plain(meetings_table(meetings, fixture_data), None, out)
    cells = out.getvalue().decode().removesuffix("\n").split("\t")
    assert {"2014-09-12", "greyford-2014", "Vale – Stone"} <= set(cells)


def test_a_record_in_full_is_one_field_a_line(fixture_data: Dataset) -> None:
    out = BytesIO()
    view = build_view(fixture_data.by_id["river-rights"], fixture_data)
    write_plain(Pages([view], fixture_data), None, out)
    assert out.getvalue().startswith(b"id\triver-rights\ntitle\tRiver rights")


def test_chosen_fields_of_a_record_are_one_line(fixture_data: Dataset) -> None:
    out = BytesIO()
    view = build_view(fixture_data.by_id["river-rights"], fixture_data)
    write_plain(Pages([view], fixture_data), ("id", "title"), out)
    assert out.getvalue() == b"river-rights\tRiver rights\n"
