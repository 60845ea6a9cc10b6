"""What the program says to what it cannot do: one line on standard error, and an exit code."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Run, Summit

KEPT = {ord("\n")}  # the only control character that an error line holds, at its end


def assert_refused(run: Run, code: int, *said: str) -> None:
    """The run left one line on standard error with all that is to be said, and nothing else."""
    assert run.out == ""
    assert run.err.startswith("summit: error: ")
    assert run.err.count("\n") == 1
    assert run.err.endswith("\n")
    assert not {ord(c) for c in run.err if ord(c) < 32 or ord(c) == 127} - KEPT
    assert "Traceback" not in run.err
    for text in said:
        assert text in run.err
    assert run.code == code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["show", "helsinki-2081"], ["did you mean helsinki-2018?"], id="near"),
        pytest.param(["show", "zzqqzz"], ["'summit search' finds ids"], id="far"),
        pytest.param(["show", "helsinki-2018", "zzqqzz"], ["'zzqqzz'"], id="one of two"),
        pytest.param(["show", ""], ["''"], id="empty"),
        pytest.param(["themes", "arms-controll"], ["did you mean arms-control?"], id="theme"),
        pytest.param(["outcomes", "--meeting", "helsinki-2081"], ["helsinki-2018?"], id="meeting"),
        pytest.param(["sources", "--meeting", "zzqqzz"], ["'zzqqzz'"], id="sources"),
        pytest.param(["claims", "claim-999"], ["did you mean claim-"], id="claim"),
        pytest.param(["context", "salt-abm-1973"], ["salt-abm-1972?"], id="event"),
        pytest.param(["outlook", "scenario-thow"], ["scenario-thaw?"], id="outlook"),
        pytest.param(["compare", "paris-2018", "helsinki-2081"], ["-2018?"], id="compare"),
    ],
)
def test_an_unknown_record_is_refused_with_the_nearest_id(
    here: Summit, arguments: list[str], said: list[str]
) -> None:
    assert_refused(here(*arguments), 3, f"no record '{arguments[-1]}'", *said)


def test_a_record_of_another_type_is_refused(here: Summit) -> None:
    assert_refused(here("outcomes", "helsinki-2018"), 3, "'helsinki-2018'")
    assert_refused(here("outcomes", "--meeting", "arms-control"), 3, "'arms-control'")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["list", "--theme", "zzqqzz"], ["--theme", "'zzqqzz'", "'summit themes --all'"]),
        (["list", "--theme", ""], ["--theme", "'summit themes --all'"]),
        (["list", "--leader", "zzqqzz"], ["--leader", "'zzqqzz'", "'summit people'"]),
        (["list", "--place", "zzqqzz"], ["--place", "'zzqqzz'", "place.city"]),
        (["list", "--kind", "zzqqzz"], ["--kind", "'zzqqzz'", "phone-call", "in-person"]),
        (["list", "--status", "zzqqzz"], ["--status", "'zzqqzz'", "cancelled", "any"]),
        (["list", "--fields", "zzqqzz"], ["--fields", "'zzqqzz'", "there are id, title"]),
        (["list", "--fields", "id,place.sity"], ["'place.sity'", "did you mean place.city"]),
        (["list", "--fields", ","], ["--fields", "choose from id, title"]),
        (["list", "--sort", "size"], ["--sort", "'size'", "'-length'"]),
        (["list", "--format", "xml"], ["--format", "'xml'", "'json'"]),
        (["list", "--frobnicate"], ["--frobnicate"]),
        (["list", "extra"], ["extra"]),
        (["lst"], ["'lst'", "'list'"]),
        (["--color", "pink", "list"], ["--color", "'pink'", "'never'"]),
        (["--data"], ["--data"]),
        (["show"], ["ID"]),
        (["search"], ["WORDS"]),
        (["outcomes", "--scope", "zzqqzz"], ["--scope", "'zzqqzz'", "bilateral"]),
        (["claims", "--verdict", "zzqqzz"], ["--verdict", "'zzqqzz'", "disputed"]),
        (["claims", "--section", "zzqqzz"], ["--section", "'zzqqzz'", "timeline"]),
        (["context", "--category", "zzqqzz"], ["--category", "'zzqqzz'", "sanctions"]),
        (["outlook", "--kind", "zzqqzz"], ["--kind", "'zzqqzz'", "driver, scenario"]),
        (["stats", "--by", "size"], ["--by", "'size'", "'weekday'"]),
        (["stats", "--measure", "size"], ["--measure", "'size'", "'minutes'"]),
        (["compare", "helsinki-2018"], ["two or three different meetings"]),
        (["on", "13-01"], ["13-01' is not a valid date", "01 to 12"]),
        (["outcomes", "--valence", "zzqqzz"], ["--valence", "'zzqqzz'", "positive"]),
        (["sources", "--type", "zzqqzz"], ["--type", "'zzqqzz'", "primary"]),
    ],
    ids=" ".join,
)
def test_an_unknown_word_is_refused_with_the_known_ones(
    here: Summit, arguments: list[str], said: list[str]
) -> None:
    assert_refused(here(*arguments), 2, *said)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--since", "2019", "--until", "2018"],
            ["--since 2019 is after --until 2018", "swap them"],
        ),
        (["--since", "2018-02-30"], ["--since", "'2018-02-30'", "has 28 days"]),
        (["--until", "2018-13"], ["--until", "'2018-13'", "01 to 12"]),
        (["--until", "someday"], ["--until", "'someday'", "expected 2018, 2018-07 or 2018-07-16"]),
        (["--since", "0000"], ["--since", "'0000'", "0001"]),
        (["--since", ""], ["--since", "expected 2018"]),
        (["--limit", "-1"], ["--limit", "-1 is less than 1", "omit --limit"]),
        (["--limit", "0"], ["--limit", "0 is less than 1", "omit --limit"]),
        (["--limit", "abc"], ["--limit", "'abc'"]),
        (["--year", "abc"], ["--year", "'abc'"]),
        (["--year", "2018-07"], ["--year", "'2018-07'", "--year 2018", "--since and --until"]),
        (["--limit", "x"], ["--limit", "'x'", "--limit 10"]),
        (["--color", "never"], ["--color must come before the command: summit --color WHEN list"]),
        (["--data", "x.yaml"], ["--data must come before the command: summit --data PATH list"]),
        (["--no-cache"], ["summit --no-cache list"]),
        (["--json", "-f", "csv"], ["--json and -f csv"]),
        (["--year", "0"], ["--year", "0 is not a valid year", "1 to 9999"]),
        (["--year", "99999"], ["--year", "99999 is not a valid year", "1 to 9999"]),
    ],
    ids=" ".join,
)
def test_an_impossible_date_or_number_is_refused(
    here: Summit, arguments: list[str], said: list[str]
) -> None:
    assert_refused(here("list", *arguments), 2, *said)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["show", "two\nlines"], 3),
        (["show", "\x1b[31mred"], 3),
        (["list", "--theme", "two\nlines"], 2),
        (["list", "--since", "2018\n07"], 2),
        (["list", "--fields", "two\nlines"], 2),
        (["--data", "two\nlines", "list"], 4),
    ],
)
def test_control_characters_of_an_argument_do_not_reach_the_terminal(
    here: Summit, arguments: list[str], code: int
) -> None:
    assert_refused(here(*arguments), code)


def test_words_that_find_nothing_are_no_error(here: Summit) -> None:
    run = here("search", "zzqq\nzzqq")
    assert (run.code, run.out) == (0, "")
    assert run.err.startswith("summit: note: ")
    assert run.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [("show zzqqzz", 3), ("list --sort size", 2), ("--data nowhere list", 4)],
)
def test_a_process_ends_with_the_code_of_its_error(
    summit: Summit, here: Summit, arguments: str, code: int
) -> None:
    run = summit(*arguments.split())
    assert_refused(run, code)
    assert run == here(*arguments.split())


# What stands at the path, what is said of it. None: nothing is there.
BAD_DATASETS: dict[str, tuple[bytes | None, str]] = {
    "missing": (None, "no such file or folder; give the path of a dataset"),
    "empty": (b"", ":1: the file is empty; a dataset has sections"),
    "only a comment": (b"# to do\n", ":1: the file is empty; a dataset has sections"),
    "not UTF-8": (b"dataset:\n  title: Caf\xe9\n", ":2: not UTF-8 text; save the file as UTF-8"),
    "binary": (b"dataset:\n  title: \0\1\2\n", ":2: a binary file"),
    "malformed": (b"dataset:\n  title: [a, b\n  version: 1\n", ":3: "),
    "a list": (b"- a\n- b\n", ":1: no sections; the top level must have the keys claims, context"),
    "a scalar": (b"hello\n", ":1: no sections; the top level must have the keys claims, context"),
    "other keys": (
        b"# x\nbooks: []\n",
        ":2: books: unknown section; the sections are claims",
    ),
    "no list": (b"# x\nmeetings: many\n", ":2: meetings: expected a list of records"),
    "too deep": (b"dataset: " + b"[" * 100_000 + b"]" * 100_000, "nested deeper than"),
    "untrue number": (b"dataset:\n  version: !!int abc\n", ":2: "),
}


@pytest.mark.parametrize(("content", "said"), BAD_DATASETS.values(), ids=BAD_DATASETS)
def test_a_bad_dataset_is_named_with_what_is_wrong(
    here: Summit, tmp_path: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / "mine.yaml").write_bytes(content)
    assert_refused(here("--data", "mine.yaml", "list"), 4, "mine.yaml", said)


@pytest.mark.parametrize("files", [[], ["notes.txt", "meetings.csv"]], ids=["empty", "no YAML"])
def test_a_folder_without_a_dataset_is_named(
    here: Summit, tmp_path: Path, files: list[str]
) -> None:
    (tmp_path / "mine").mkdir()
    for name in files:
        (tmp_path / "mine" / name).write_text("meetings: []\n")
    assert_refused(
        here("--data", "mine", "list"),
        4,
        "mine: no .yaml or .json files in this folder",
        "give the",
    )


def test_a_file_of_a_folder_that_leads_nowhere_is_named(here: Summit, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "gone.yaml").symlink_to("nowhere.yaml")
    assert_refused(here("--data", "mine", "list"), 4, "mine/gone.yaml:1: cannot be read: No such")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file"
)
def test_an_unreadable_dataset_is_named(here: Summit, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("dataset: {}\n")
    (tmp_path / "mine.yaml").chmod(0)
    assert_refused(here("--data", "mine.yaml", "list"), 4, "mine.yaml", "cannot be read")


@pytest.mark.parametrize(
    "command",
    [
        *(["list"], ["show", "a"], ["search", "a"], ["themes"], ["outcomes"], ["people"]),
        *(["sources"], ["timeline"], ["compare", "a", "b"], ["stats"], ["on"], ["context"]),
        *(["claims"], ["outlook"]),
    ],
    ids=lambda command: command[0],
)
def test_every_command_refuses_a_bad_dataset(
    here: Summit, tmp_path: Path, command: list[str]
) -> None:
    assert_refused(here("--data", "nowhere", *command), 4, "nowhere: no such file or folder")
    (tmp_path / "mine.yaml").write_text("dataset:\n  titel: T\n  title: 3\n  sides: none\n")
    run = here(*command, SUMMIT_DATA="mine.yaml")
    assert_refused(run, 4, "mine.yaml:2: dataset.titel: unknown key; did you mean 'title'?")
    assert "(and 2 more); 'summit check' lists all" in run.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_output_that_cannot_be_written_is_a_failure(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "summitcli", "list"],
            check=False, env=environment, stdout=full, stderr=subprocess.PIPE, timeout=60,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(b"summit: error: standard output cannot be written: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_an_interrupted_run_ends_quietly_with_130(
    environment: dict[str, str], tmp_path: Path
) -> None:
    pipe = tmp_path / "slow.yaml"
    os.mkfifo(pipe)
    start = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); " \
        "from summitcli.__main__ import main; main()"  # fmt: skip
    with (
        subprocess.Popen(
            [sys.executable, "-c", start, "--data", str(pipe), "list"],
            env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        ) as process,
        pipe.open("wb"),  # waits for the program to open it for reading
    ):  # fmt: skip
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
