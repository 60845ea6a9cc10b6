"""`summit cite`: a source, a record, or a note of a page."""

from __future__ import annotations

import json
import os
import re
from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run, Summit

FIXTURE = Path(__file__).parent.parent.parent / "fixture"


@pytest.fixture
def cite(here: Summit) -> Summit:
    """Run `summit cite` on the invented dataset."""

    def run(*arguments: str, **variables: str | None) -> Run:
        return here("--data", str(FIXTURE), "cite", *arguments, **variables)

    return run


def test_a_record_is_cited_with_the_version_of_the_dataset(cite: Summit) -> None:
    assert cite("greyford-2014").out == (
        "“Greyford summit,” record greyford-2014 in Meetings of the leaders of Arden and Borea,"
        " version 3.1.0, as of June 2021.\n"
    )


def test_a_source_is_cited_as_itself(cite: Summit) -> None:
    assert cite("amber-tv-2014").out.startswith("Tomas Berg, “[A meeting at last],” Amber TV,")


def test_a_number_is_that_of_the_page(cite: Summit, here: Summit) -> None:
    shown = here("--data", str(FIXTURE), "show", "greyford-2014", "--json")
    for number in range(1, len(json.loads(shown.out)["cited"]) + 1):
        run = cite("greyford-2014", str(number))
        page = here("--data", str(FIXTURE), "show", "greyford-2014", "-f", "md").out
        (line,) = re.findall(rf"^(?:- \\\[{number}\\\]|{number}\.) .*", page, re.MULTILINE)
        address = run.out.rsplit(" ", 1)[-1].strip().rstrip(".")
        assert address in line


def test_a_source_may_be_given_by_its_id(cite: Summit) -> None:
    assert cite("greyford-2014", "arden-readout-2014").out == cite("arden-readout-2014").out


@pytest.mark.parametrize(
    ("style", "begin"),
    [
        ("note", "Tomas Berg, “"),
        ("apa", "Berg, T. (2014, September 13)."),
        ("mla", "Berg, Tomas. “"),
        ("bibtex", "@article{amber-tv-2014,"),
    ],
)
def test_styles(style: str, begin: str, cite: Summit) -> None:
    run = cite("amber-tv-2014", "--style", style)
    assert run.out.startswith(begin)
    assert (run.out.count("\n") == 1) == (style != "bibtex")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["greyford-2014", "99"], "'greyford-2014' has no note 99; its notes are 1 to "),
        (["greyford-2014", "0"], "'greyford-2014' has no note 0;"),
        (["greyford-2014", "memo-1969"], "'greyford-2014' does not cite 'memo-1969'; give the"),
        (["anna-vale", "1"], "'anna-vale' cites no sources"),
        (["nothing-here"], "no record 'nothing-here'"),
    ],
)
def test_a_note_that_does_not_exist_is_one_line(
    arguments: list[str], message: str, cite: Summit
) -> None:
    run = cite(*arguments)
    assert (run.code, run.out) == (3, "")
    assert run.err.startswith(f"summit: error: {message}")
    assert run.err.count("\n") == 1


def test_copying_needs_a_terminal(cite: Summit) -> None:
    run = cite("greyford-2014", "--copy")
    assert run.code == 1
    assert run.err == "summit: error: --copy needs a terminal; nothing was copied\n"


@pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals")
def test_copying_asks_the_terminal(environment: dict[str, str]) -> None:
    import pty
    import subprocess
    import sys

    main, other = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "summitcli", "--data", str(FIXTURE), "cite", "greyford-2014",
         "--copy"],
        check=False, stdout=subprocess.PIPE, stderr=other, env=environment, timeout=60,
    )  # fmt: skip
    os.close(other)
    written = os.read(main, 10_000).decode()
    os.close(main)
    start, end = "\x1b]52;c;", "\a"
    assert written.startswith(start)
    copied = b64decode(written.removeprefix(start).split(end)[0]).decode()
    assert done.stdout.decode() == f"{copied}\n"
