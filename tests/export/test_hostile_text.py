"""Text that means something to a spreadsheet or to Markdown is written so that it is only text."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from builders import everywhere, write

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the path of the dataset that each test writes."""
    return tmp_path / "mine.yaml"


@pytest.mark.parametrize("format_", ["csv", "tsv"])
@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-2+3", "@SUM(A1)", '"=1+1"', "=cmd|' /C calc'!A0", "＝1", " =1"]
)
def test_a_formula_is_quoted_in_a_spreadsheet(
    here: Summit, data: Path, format_: str, text: str
) -> None:
    write(data, everywhere(text))
    out = here("list", "--fields", "id,title", "-f", format_).out
    dialect = "excel" if format_ == "csv" else "excel-tab"
    assert list(csv.reader(io.StringIO(out), dialect))[1] == ["talks", f"'{text}"]


@pytest.mark.parametrize("text", ["1+1", "a=b", "'=1", "2018", "–", "a-b"])
def test_any_other_text_and_negative_numbers_are_unchanged(
    here: Summit, data: Path, text: str
) -> None:
    write(data, everywhere(text))
    out = here("list", "--fields", "id,title,place.lat,place.lon", "-f", "csv").out
    assert list(csv.reader(io.StringIO(out)))[1] == ["talks", text, "-33.5", "-70.6"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a | b", r"a \| b"),
        ("x](javascript:y)", r"x\](javascript:y)"),
        ("<script>x</script>", r"\<script\>x\</script\>"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
        ("`a` *b* __c__ ~~d~~", r"\`a\` \*b\* \_\_c\_\_ \~\~d\~\~"),
        ("\\", r"\\"),
        ("# a", r"\# a"),
        ("- a", r"\- a"),
        ("+ a", r"\+ a"),
        ("---", r"\---"),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("a\n\n# b", r"a \# b"),
        ("-5 and 1.5", "-5 and 1.5"),
    ],
)
def test_markup_is_escaped_in_markdown(here: Summit, data: Path, text: str, written: str) -> None:
    write(data, everywhere(text))
    table = here("themes", "--all", "--fields", "id,title", "-f", "md").out
    assert table.splitlines()[-1] == f"| trade | {written} |"
    page = here("show", "trade", "-f", "md").out.splitlines()
    assert page[0] == f"# {written}"
    assert written in page


def test_an_address_stays_within_its_link_in_markdown(here: Summit, data: Path) -> None:
    write(data, everywhere("A", url="https://a.org/b)](javascript:c)`|\\"))
    page = here("show", "talks", "-f", "md").out
    assert "[A](https://a.org/b%29]%28javascript:c%29%60%7C%5C)" in page


TEXT_EXPORTS = ["ics", "geojson", "timelinejs", "csl-json", "bibtex", "ris", "html", "json"]


@pytest.mark.parametrize("name", TEXT_EXPORTS)
def test_a_line_feed_in_any_text_is_exported(here: Summit, data: Path, name: str) -> None:
    content = everywhere("a\nb")
    content["dataset"]["title"] = "c\nd"
    write(data, content)
    run = here("export", name)
    assert (run.code, run.err) == (0, "")
