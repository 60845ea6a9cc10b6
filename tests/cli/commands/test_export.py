"""`summit export`: which records, to which place, and what it says when something is wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pybtex.database
import pytest
import rispy

from summitcli.cli.exports import EXPORTS, ExportName, Target

if TYPE_CHECKING:
    from conftest import Run, Summit

FIXTURE = Path(__file__).parent.parent.parent / "fixture"
posix_only = pytest.mark.skipif(os.name == "nt", reason="POSIX signals and devices")


@pytest.fixture
def export(here: Summit) -> Summit:
    """Run `summit export` on the invented dataset."""

    def run(*arguments: str, **variables: str | None) -> Run:
        return here("--data", str(FIXTURE), "export", *arguments, **variables)

    return run


def features(run: Run) -> set[str]:
    """Return the ids of the points of a GeoJSON collection."""
    return {feature["id"] for feature in json.loads(run.out)["features"]}


def test_every_format_is_in_the_registry() -> None:
    assert set(EXPORTS) == set(ExportName)


TEXTS = [name for name, known in EXPORTS.items() if known.target is Target.TEXT]


@pytest.mark.parametrize("name", TEXTS)
def test_text_goes_to_standard_output_or_a_file(name: str, export: Summit, tmp_path: Path) -> None:
    run = export(name)
    assert run.code == 0
    assert run.out
    file = tmp_path / "exported"
    assert (export(name, "-o", str(file)).code, file.read_bytes().decode()) == (0, run.out)


def test_without_filters_everything_is_written(export: Summit) -> None:
    assert len(features(export("geojson"))) == 7
    assert features(export("geojson", "--all")) == features(export("geojson"))


def test_filters_choose_meetings(export: Summit) -> None:
    assert features(export("geojson", "--year", "1969")) == {"larkhill-1969"}
    both = export("geojson", "--meeting", "larkhill-1969", "--meeting", "greyford-2014")
    assert features(both) == {"larkhill-1969", "greyford-2014"}
    assert features(export("geojson", "--meeting", "larkhill-1969", "--since", "1969")) == {
        "larkhill-1969"
    }


def test_a_part_of_a_dataset_is_a_dataset(export: Summit, here: Summit, tmp_path: Path) -> None:
    file = str(tmp_path / "part.jsonl")
    assert export("jsonl", "--kind", "call", "-o", file).code == 0
    assert here("check", file).code == 0
    listed = here("--data", file, "list", "--all", "--kind", "any", "--status", "any", "--json")
    assert {meeting["kind"] for meeting in json.loads(listed.out)} <= {
        "phone-call",
        "conference-call",
    }


def test_bibliographies_have_the_sources_that_are_cited(export: Summit) -> None:
    entries = pybtex.database.parse_string(export("bibtex", "--year", "1969").out, "bibtex").entries
    assert set(entries) == {"herald-1969", "holm-1999", "memo-1969"}
    of_claim = rispy.loads(export("ris", "--record", "claim-1").out)
    assert {entry["id"] for entry in of_claim} == {"arden-readout-2014", "gazette-2020"}
    itself = json.loads(export("csl-json", "--record", "memo-1969").out)
    assert [item["id"] for item in itself] == ["memo-1969"]


def test_what_a_format_cannot_express_is_counted(export: Summit) -> None:
    run = export("ics")
    assert run.err == (
        "summit: note: 4 of 14 meetings and contacts have no exact date"
        " and are not in the calendar\n"
    )


def test_anniversaries_recur(export: Summit) -> None:
    assert "RRULE:FREQ=YEARLY" in export("ics", "--anniversaries").out


def test_a_folder_is_written(export: Summit, tmp_path: Path) -> None:
    run = export("datapackage", "-o", str(tmp_path / "new"))
    assert (run.code, run.out, run.err) == (0, "", "")
    assert (tmp_path / "new" / "datapackage.json").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["datapackage"], 2, "datapackage is a folder; add -o, for example -o meetings"),
        (["datapackage", "-o", "-"], 2, "datapackage is a folder; add -o"),
        (["word"], 2, "'word' is unknown; choose from ics"),
        (["json", "--anniversaries"], 2, "--anniversaries is for the format ics only"),
        (["json", "--record", "claim-1"], 2, "--record is for bibliographies only: csl-json"),
        (["ris", "--record", "claim-1", "--year", "2014"], 2, "--record takes no filters"),
        (["ris", "--record", "nothing-here"], 3, "no record 'nothing-here'"),
        (["json", "--meeting", "claim-1"], 3, "'claim-1' is a claim, not a meeting"),
        (["json", "-o", "no/such.json"], 2, "does not exist; create it first"),
        (["json", "-o", "."], 2, "this is a folder; name a file in it"),
        (["datapackage", "-o", "."], 2, "this is the working folder"),
        (["datapackage", "-o", "no/such"], 2, "does not exist; create it first"),
    ],
)
def test_a_mistake_is_one_line(
    arguments: list[str], code: int, message: str, export: Summit, tmp_path: Path
) -> None:
    run = export(*arguments)
    assert (run.code, run.out) == (code, "")
    assert message in run.err
    assert run.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["json", "--year", "1900"], "no matching meetings"),
        (["ics", "--meeting", "port-amber-1973"], "no meeting is dated to the day"),
        (["ris", "--record", "anna-vale"], "anna-vale cites no sources"),
    ],
)
def test_nothing_to_write_is_a_note(
    arguments: list[str], reason: str, export: Summit, tmp_path: Path
) -> None:
    run = export(*arguments, "-o", str(tmp_path / "file"))
    assert (run.code, run.out) == (0, "")
    assert run.err == f"summit: note: {reason}; nothing was written\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line(export: Summit) -> None:
    run = export("json", "-o", "/dev/full")
    assert (run.code, run.out) == (1, "")
    assert run.err == "summit: error: cannot write '/dev/full': No space left on device\n"


@pytest.mark.parametrize(
    ("name", "module", "library"),
    [("ics", "icalendar", "icalendar"), ("bibtex", "pybtex", "pybtex"), ("ris", "rispy", "rispy")],
)
def test_a_missing_library_is_named_with_the_command_that_installs_it(
    name: str, module: str, library: str, summit: Summit, tmp_path: Path
) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / f"{module}.py").write_text(f"raise ImportError({module!r})", encoding="utf-8")
    run = summit("export", name, PYTHONPATH=str(hidden))
    assert (run.code, run.out) == (1, "")
    assert run.err == f"summit: error: {name} needs {library}: pip install 'summitcli[export]'\n"


@posix_only
def test_a_reader_who_has_seen_enough_ends_the_export(environment: dict[str, str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "summitcli", "export", "jsonl"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(b'{"section":"dataset"')
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 0


@posix_only
def test_an_interrupt_leaves_nothing_behind(environment: dict[str, str], tmp_path: Path) -> None:
    program = f"""\
import os, signal
from pathlib import Path
from summitcli.cli.run import run
from summitcli.export import relations
rows = relations.party_rows
def party_rows(info):
    os.kill(os.getpid(), signal.SIGINT)
    yield from rows(info)
relations.party_rows = party_rows
raise SystemExit(run(["--data", {str(FIXTURE)!r}, "export", "datapackage", "-o", "new"]))
"""
    folder = tmp_path / "work"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=False,
        capture_output=True,
        cwd=folder,
        env=environment,
        timeout=60,
    )
    assert done.returncode == 128 + signal.SIGINT
    assert list(folder.iterdir()) == []
