"""The table of formats, and what a format cannot write."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from summitcli.cli import output
from summitcli.cli.formats import FORMATS, FormatName
from summitcli.cli.output import OutputArgs, check_format, write_to
from summitcli.derived.people import leader_rows
from summitcli.errors import UsageError
from summitcli.export.format import Format, Takes
from summitcli.pages.page import Pages
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


@pytest.mark.parametrize(
    ("takes", "message"),
    [
        (Takes.PAGES, "-f csv cannot write lists of records; choose another format"),
        (Takes.TABLE, "-f csv cannot write records shown in full; choose another format"),
    ],
)
def test_a_format_refuses_what_it_does_not_take(
    fixture_data: Dataset, monkeypatch: pytest.MonkeyPatch, takes: Takes, message: str
) -> None:
    monkeypatch.setitem(FORMATS, FormatName.CSV, Format("separated:write_csv", (".csv",), takes))
    table, pages = people_table([], fixture_data), Pages([], fixture_data)
    refused, taken = (table, pages) if takes is Takes.PAGES else (pages, table)
    check_format(FormatName.CSV, taken, OutputArgs())
    with pytest.raises(UsageError, match=message):
        check_format(FormatName.CSV, refused, OutputArgs())


def test_a_binary_format_is_not_written_to_a_terminal(
    fixture_data: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(
        FORMATS, FormatName.CSV, Format("separated:write_csv", (".csv",), binary=True)
    )
    table = people_table([], fixture_data)
    check_format(FormatName.CSV, table, OutputArgs())
    monkeypatch.setattr(output, "is_terminal", lambda: True)
    check_format(FormatName.CSV, table, OutputArgs(path="people.csv"))
    for path in (None, "-"):
        with pytest.raises(UsageError, match="-f csv is not text; write it to a file with -o"):
            check_format(FormatName.CSV, table, OutputArgs(path=path))


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
