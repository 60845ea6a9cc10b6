"""Markdown: the names that are links in other faces are text here."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from summitcli.derived.views import build_view
from summitcli.export.markdown import write_markdown
from summitcli.pages.page import Pages
from summitcli.tables.record_tables import meetings_table

if TYPE_CHECKING:
    from summitcli.model import Dataset


def test_the_page_of_a_meeting_has_names_in_its_lines(shipped: Dataset) -> None:
    out = BytesIO()
    write_markdown(Pages([build_view(shipped.by_id["helsinki-2018"], shipped)], shipped), None, out)
    page = out.getvalue().decode()
    assert page.startswith("# Helsinki summit\n")
    assert "- United States: Donald Trump, President of the United States; " in page


def test_a_table_grouped_on_a_terminal_names_all_leaders_here(shipped: Dataset) -> None:
    out = BytesIO()
    table = meetings_table([shipped.meeting("reykjavik-1986")], shipped, by_presidency=True)
    write_markdown(table, None, out)
    header, _, row = out.getvalue().decode().splitlines()
    assert header.endswith("| Leaders |")
    assert row.endswith("| Reagan – Gorbachev |")
