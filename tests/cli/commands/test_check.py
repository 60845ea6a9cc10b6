"""`summit check`: formats, watching, and all problems in one pass."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from builders import plain, write

if TYPE_CHECKING:
    from conftest import Summit

FIXTURE = Path(__file__).parent.parent.parent / "fixture"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """The invented dataset, with two faults in one meeting."""
    folder = tmp_path / "mine"
    shutil.copytree(FIXTURE, folder)
    file = folder / "meetings.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("kind: visit", "kind: feast", 1)
    file.write_text(text.replace("- herald-1973\n", "- herald-1937\n", 1), encoding="utf-8")
    return folder


def test_a_record_with_a_fault_has_its_references_checked_too(here: Summit, faulty: Path) -> None:
    run = here("check", str(faulty), "--json")
    assert [(item["path"], item["message"].split(";")[0]) for item in json.loads(run.out)] == [
        ("meetings[1].kind", "'feast' is not an allowed value"),
        ("meetings[1].topics[0].sources[0]", "no record 'herald-1937' in sources"),
    ]
    assert run.code == 4


def test_a_value_that_is_not_an_id_is_reported_once(here: Summit, faulty: Path) -> None:
    file = faulty / "meetings.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("- herald-1937\n", "- Herald 1973\n"), encoding="utf-8")
    found = json.loads(here("check", str(faulty), "--json").out)
    assert [item["path"] for item in found] == [
        "meetings[1].kind",
        "meetings[1].topics[0].sources[0]",
    ]
    assert "'Herald 1973' is not an id" in found[1]["message"]


@pytest.mark.parametrize("name", ["text", "json", "github", "sarif"])
def test_every_format_exits_4_for_problems_and_0_without(
    name: str, here: Summit, faulty: Path
) -> None:
    bad, good = here("check", str(faulty), "-f", name), here("check", str(FIXTURE), "-f", name)
    assert (bad.code, good.code) == (4, 0)
    assert "herald-1937" in bad.out
    assert bad.err == "summit: error: 2 problems\n"
    assert "no problems in the" in good.err


THEME = {"title": "T", "description": "D"}
# Each has 3,000 problems of a kind; some kinds end the reading.
MANY = {
    "ids": plain(themes=[{"id": "same", **THEME}] * 3001),
    "references": plain(
        outcomes=[{"id": "o", "statement": "S", "scope": "s", "valence": "mixed",
                   "extent": "limited", "sources": [f"s{number}" for number in range(3000)]}]
    ),
    "unused sources": plain(
        sources=[{"id": f"s{number}", "title": "T", "language": "en", "type": "news"}
                 for number in range(3000)]
    ),
    "keys": plain(themes=[{"id": f"t{number}", "name": 1, **THEME} for number in range(3000)]),
    "characters": plain(
        themes=[{"id": f"t{number}", **THEME, "title": "\b"} for number in range(3000)]
    ),
}  # fmt: skip


@pytest.mark.parametrize("suffix", [".json", ".yaml"])
@pytest.mark.parametrize("data", MANY.values(), ids=MANY)
def test_problems_beyond_number_end_after_a_thousand_lines(
    here: Summit, tmp_path: Path, data: dict[str, Any], suffix: str
) -> None:
    run = here("check", str(write(tmp_path / f"many{suffix}", data)))
    lines = run.out.splitlines()
    assert (run.code, len(lines)) == (4, 1000)
    if run.err != "summit: error: 3,000 problems: the first 1,000, and 2,000 more\n":
        assert run.err == "summit: error: 1,000 problems\n"
        assert sum("too many problems; stopped checking" in line for line in lines) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--json", "-f", "sarif"], "--json and -f sarif ask for two formats"),
        (["--watch", "--json"], "--watch prints text only"),
        (["-f", "table"], "'table' is unknown; choose from text, json, github, sarif"),
    ],
)
def test_a_mistake_is_one_line(arguments: list[str], message: str, here: Summit) -> None:
    run = here("check", *arguments)
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert run.err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_watching_checks_again_when_a_file_is_saved(
    faulty: Path, environment: dict[str, str]
) -> None:
    import signal

    process = subprocess.Popen(
        [sys.executable, "-m", "summitcli", "check", str(faulty), "--watch"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, text=True,
    )  # fmt: skip
    assert process.stderr is not None
    first = [process.stderr.readline() for _ in range(2)]
    time.sleep(0.01)
    shutil.copy(FIXTURE / "meetings.yaml", faulty / "meetings.yaml")
    second = [process.stderr.readline() for _ in range(2)]
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert "checking" in first[0]
    assert first[1] == "summit: error: 2 problems\n"
    assert second[1].startswith("summit: note: no problems in the ")
    assert process.returncode == 130
