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


def test_links_are_written_as_their_titles(shipped: Dataset) -> None:
    out = BytesIO()
    write_plain(meetings_table([shipped.meeting("paris-2018")], shipped), None, out)
    cells = out.getvalue().decode().removesuffix("\n").split("\t")
    assert cells[:2] == ["paris-2018", "2018-11-11"]
    assert cells[-1] == "Trump – Putin"


def test_a_record_in_full_is_one_field_a_line(shipped: Dataset) -> None:
    out = BytesIO()
    records = Pages([build_view(shipped.by_id["syria"], shipped)], shipped)
    write_plain(records, None, out)
    assert out.getvalue().startswith(b"id\tsyria\ntitle\tSyria")
    chosen = BytesIO()
    write_plain(records, ("id", "title"), chosen)
    assert chosen.getvalue().decode().split("\t")[0] == "syria"
