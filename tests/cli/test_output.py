"""The table of formats, and what a format cannot write."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from summitcli.cli import output
from summitcli.cli.formats import FORMATS, FormatName
from summitcli.cli.output import OutputArgs, write_to
from summitcli.derived.people import leader_rows
from summitcli.tables.people_tables import people_table

if TYPE_CHECKING:
    from conftest import Summit
    from summitcli.model import Dataset


def test_every_format_has_a_writer() -> None:
    assert set(FORMATS) == set(FormatName) - {FormatName.TABLE, FormatName.SVG}
    for format_ in FORMATS.values():
        module, function = format_.writer.split(":")
        assert callable(getattr(import_module(f"summitcli.export.{module}"), function))


def test_no_two_formats_share_a_suffix() -> None:
    suffixes = [suffix for format_ in FORMATS.values() for suffix in format_.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(suffix.startswith(".") for suffix in suffixes)


def test_every_format_writes_utf8_bytes(fixture_data: Dataset) -> None:
    table = people_table(leader_rows([], fixture_data), fixture_data)
    for format_ in FORMATS.values():
        out = BytesIO()
        write_to(out, format_, table, None)
        assert out.getvalue().decode("utf-8").endswith("\n")
        assert b"\r" not in out.getvalue()


def test_two_formats_are_refused(here: Summit) -> None:
    run = here("list", "--json", "-f", "csv")
    assert (run.code, run.out) == (2, "")
    assert run.err == ("summit: error: --json and -f csv ask for two formats; give one of them\n")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("id,titlle", "--fields: no field 'titlle'; did you mean title or "),
        ("id,zzqqzz", "--fields: no field 'zzqqzz'; there are id, title, summary, "),
        (" , ", "--fields: no field given; choose from id, title, summary, "),
    ],
)
def test_an_unknown_field_is_one_line_with_advice(here: Summit, fields: str, message: str) -> None:
    run = here("list", "--fields", fields)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert run.err.startswith(f"summit: error: {message}")


def test_only_a_screen_gets_a_table_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(output, "is_terminal", lambda: True)
    assert OutputArgs().format_name() is FormatName.TABLE
    assert OutputArgs(path="-").format_name() is FormatName.TABLE
    assert OutputArgs(path="out").format_name() is FormatName.PLAIN
    assert OutputArgs(path="out.yml").format_name() is FormatName.YAML
    assert OutputArgs(json=True).format_name() is FormatName.JSON
