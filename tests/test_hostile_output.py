"""What a dataset's text can do to its reader: nothing; output where hardly any is possible."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from summitcli.dataset.yaml_text import dump
from summitcli.terminal.console import host, styled

if TYPE_CHECKING:
    from conftest import Summit

OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^;\x1b]*;(https?://[^\x1b\s]+)?\x1b\\")


def dataset(said: str, **source: str) -> dict[str, Any]:
    """A small dataset in which every free text is the same."""
    return {
        "dataset": {"title": said, "focus": {"us": "ann", "ru": "bo"},
                    "sides": [{"id": "us", "name": said}, {"id": "ru", "name": said}]},
        "people": [{"id": "ann", "name": said, "side": "us", "note": said},
                   {"id": "bo", "name": said, "side": "ru"}],
        "themes": [{"id": "trade", "title": said, "description": said, "aliases": [said]}],
        "meetings": [{
            "id": "oslo", "title": said, "summary": said, "kind": "summit", "status": "held",
            "date": "2015-05-01", "date_note": said, "leaders": {"us": ["ann"], "ru": ["bo"]},
            "place": {"city": said, "country": said, "lat": -33.5, "lon": -70.6},
            "topics": [{"themes": ["trade"], "label": said, "detail": said}],
            "accounts": [{"point": said, "versions": {"us": said, "ru": said}}],
            "notes": [{"text": said}], "sources": ["wire"],
        }],
        "sources": [{"id": "wire", "title": said, "publisher": said, "language": "en",
                     "type": "news", "url": "https://example.org/", **source}],
    }  # fmt: skip


def write(data: dict[str, Any]) -> None:
    """The dataset in the working directory."""
    Path("mine.yaml").write_text(dump(data), encoding="utf-8", newline="")


@pytest.fixture
def mine(here: Summit) -> Summit:
    """Run a command on the dataset in the working directory."""
    return lambda *arguments, **variables: here("--data", "mine.yaml", *arguments, **variables)


@pytest.mark.parametrize(
    "said",
    ["[bold red]x[/]", "[link=file:///etc/passwd]x[/link]", ":bomb: @x #1", "[/]", "\\[x]", "{x}"],
)
def test_markup_in_a_text_is_drawn_as_it_stands(mine: Summit, said: str) -> None:
    write(dataset(said))
    for command in (["list"], ["show", "oslo"], ["search", "trade"], ["timeline"]):
        out = mine("--color", "always", *command, "-f", "table").out
        assert "\x1b" in out
        assert "\x1b" not in OURS.sub("", out)
    assert said in OURS.sub("", mine("--color", "always", "show", "trade", "-f", "table").out)


@pytest.mark.parametrize(
    ("said", "shown"),
    [("a\nb", "a b"), ("a\n", "a"), ("a\u2028b", "a b"), ("a\tb", "a b"), ("a\xa0b", "a\xa0b")],
)
def test_a_break_in_a_text_is_a_space_on_a_terminal(said: str, shown: str) -> None:
    assert styled(said).plain == shown


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("https://www.example.org:80/a?b#c", "example.org"),
        ("http://good.org@evil.org/", "evil.org"),
        ("https://evil.org\\@good.org/", "evil.org"),
        ("https://[::1]:80/", "[::1]"),
        ("https://[a", "[a"),
        ("https://a℀b/", "a℀b"),
        ("https:///path", ""),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("https://a.org/\x1b]8;;file:///x", ""),
        ("https://a.org/\x9c", ""),
        ("ftp://a.org/", ""),
    ],
)
def test_only_addresses_of_the_web_are_linked_and_their_hosts_are_told_truly(
    link: str, shown: str
) -> None:
    assert host(link) == shown
    links = [span.style.link for span in styled("x", link=link).spans]  # type: ignore[union-attr]
    assert links == ([link] if shown else [])


@pytest.mark.parametrize("url", ["https://[a", "https://a℀b/", "http:///", "https://a\\@b.org/`"])
def test_an_address_that_leads_nowhere_does_no_harm(mine: Summit, url: str) -> None:
    write(dataset("A", url=url))
    run = mine("--color", "always", "show", "oslo", "-f", "table")
    assert (run.code, run.err) == (0, "")
    assert url in mine("show", "oslo", "-f", "table").out


@pytest.mark.parametrize("format_", ["csv", "tsv"])
@pytest.mark.parametrize(
    "said",
    ["=1+1", "+1", "-2+3", "@SUM(A1)", '"=1+1"', "=cmd|' /C calc'!A0", "＝1", " =1"],
)
def test_a_text_is_no_formula_in_a_spreadsheet(mine: Summit, format_: str, said: str) -> None:
    write(dataset(said))
    out = mine("list", "--fields", "id,title", "-f", format_).out
    dialect = "excel" if format_ == "csv" else "excel-tab"
    assert list(csv.reader(io.StringIO(out), dialect))[1] == ["oslo", f"'{said}"]


@pytest.mark.parametrize("said", ["1+1", "a=b", "'=1", "2018", "–", "a-b"])
def test_any_other_text_stays_as_it_is(mine: Summit, said: str) -> None:
    write(dataset(said))
    out = mine("list", "--fields", "id,title,place.lat,place.lon", "-f", "csv").out
    assert list(csv.reader(io.StringIO(out)))[1] == ["oslo", said, "-33.5", "-70.6"]


@pytest.mark.parametrize(
    ("said", "written"),
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
def test_a_text_is_no_markup_in_markdown(mine: Summit, said: str, written: str) -> None:
    write(dataset(said))
    assert f"\n| trade | {written} |\n" in mine(
        "themes", "--all", "--fields", "id,title", "-f", "md"
    ).out  # fmt: skip
    article = mine("show", "trade", "-f", "md").out.splitlines()
    assert article[0] == f"# {written}"
    assert written in article


def test_an_address_does_not_break_out_of_its_link_in_markdown(mine: Summit) -> None:
    write(dataset("A", url="https://a.org/b)](javascript:c)`|\\"))
    out = mine("show", "oslo", "-f", "md").out
    assert "1. [A](https://a.org/b%29]%28javascript:c%29%60%7C%5C). A (news)\n" in out


@pytest.mark.parametrize("columns", [1, 2, 5, 10, 19, 20, 21, 50, 137, 300, 500])
@pytest.mark.parametrize(
    "command",
    ["list --all", "show helsinki-2018", "timeline", "stats --by theme --across presidency --all",
     "search helsinki", "compare helsinki-2018 anchorage-2025", "themes"],
)  # fmt: skip
def test_a_terminal_of_any_width_is_drawn_on(here: Summit, columns: int, command: str) -> None:
    run = here(*command.split(), "-f", "table", COLUMNS=str(columns))
    assert run.code == 0
    assert len(run.out.split()) > 10


def test_a_width_beyond_reason_is_taken_for_a_thousand(here: Summit) -> None:
    widest = here("show", "helsinki-2018", "-f", "table", COLUMNS="1000").out
    assert here("show", "helsinki-2018", "-f", "table", COLUMNS="999999999").out == widest


def test_neither_home_nor_terminal_nor_a_place_for_files_is_needed(
    summit: Summit, here: Summit
) -> None:
    bare = summit(
        *("show", "helsinki-2018", "-f", "table"),
        HOME=None, LANG=None, TERM=None, SUMMIT_CACHE_DIR="/dev/null/no", TMPDIR="/dev/null",
        PYTHONIOENCODING="cp1252",
    )  # fmt: skip
    assert bare == here("show", "helsinki-2018", "-f", "table")


@pytest.mark.skipif(sys.platform == "win32", reason="no folder in use can be removed there")
def test_a_working_directory_that_is_gone_is_not_needed(
    environment: dict[str, str], tmp_path: Path
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    program = (
        "import os, sys; from summitcli.cli.run import run; "
        f"os.rmdir({str(gone)!r}); sys.exit(run(['list', '--limit', '1', '-f', 'plain']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=False, cwd=gone, env=environment, capture_output=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout.count("\n")) == (0, 1), done.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_help_is_shown_in_any_encoding(summit: Summit, encoding: str) -> None:
    run = summit("search", "--help", PYTHONIOENCODING=encoding)
    assert (run.code, run.err) == (0, "")
    assert "summit search helsinky" in run.out
