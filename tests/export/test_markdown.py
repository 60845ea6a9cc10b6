"""Markdown: names that are links elsewhere are text here."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from summitcli.derived.views import build_view
from summitcli.export.markdown import write_markdown
from summitcli.pages.page import Pages
from summitcli.tables.record_tables import meetings_table

if TYPE_CHECKING:
    from summitcli.model import Dataset


def test_the_page_of_a_meeting_names_who_was_at_the_table(fixture_data: Dataset) -> None:
    out = BytesIO()
    view = build_view(fixture_data.by_id["greyford-2014"], fixture_data)
    write_markdown(Pages([view], fixture_data), None, out)
    page = out.getvalue().decode()
    assert page.startswith("# Greyford summit\n")
    assert "- Arden: Anna Vale, President of Arden; Peter Lund, Foreign Minister" in page


def test_a_table_grouped_on_a_terminal_names_all_leaders_here(fixture_data: Dataset) -> None:
    out = BytesIO()
    meetings = [fixture_data.meeting("larkhill-1969")]
    write_markdown(meetings_table(meetings, fixture_data, by_presidency=True), None, out)
    header, _, row = out.getvalue().decode().splitlines()
    assert header.endswith("| Leaders |")
    assert row.endswith("| Vale – Orlov |")
