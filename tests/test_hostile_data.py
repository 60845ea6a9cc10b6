"""What is hostile in the files of a dataset: refused in clear lines, or read as if it were not."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summitcli.dataset import content as reading
from summitcli.dataset.load import load_with_problems
from summitcli.dataset.problems import MAX_PROBLEMS
from summitcli.dataset.validate import MAX_ERRORS, MAX_TEXT
from summitcli.dataset.yaml_records import MAX_KEY
from summitcli.errors import UsageError

if TYPE_CHECKING:
    from conftest import Summit

INFO = (
    "dataset:\n  title: Two\n  sides:\n  - {id: us, name: US}\n  - {id: china, name: China}\n"
    "themes:\n- id: trade\n  title: Trade\n  description: Tariffs.\n"
)
needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")


def bomb(form: str) -> str:
    """A kilobyte that names each line nine times in the next: unfolded, nine billion texts."""
    lines = ["- &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefghij", "bcdefghijk", strict=True):
        lines.append(f"- &{name} " + form.format(", ".join([f"*{before}"] * 9)))
    return "themes:\n" + "\n".join(lines) + "\n"


BOMBS = {"lists": bomb("[{}]"), "keys": bomb("{{? [{}] : 1}}"), "values": bomb("{{a: [{}]}}")}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def problems_of(content: str | bytes, name: str = "mine.yaml") -> list[str]:
    """What is wrong with a file of this content."""
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return [str(problem) for problem in load_with_problems(Path(name))[1]]


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_an_alias_bomb_is_refused_within_a_second(text: str) -> None:
    start = time.process_time()
    problems = problems_of(text)
    assert time.process_time() - start < 1
    assert any(
        "aliases are not allowed" in problem or "keys must" in problem for problem in problems
    )
    assert len(text) < 1024


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory differ elsewhere")
@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_an_alias_bomb_is_refused_within_200_megabytes(text: str) -> None:
    Path("mine.yaml").write_text(text)
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (200_000_000,) * 2); "
        "from summitcli.cli.run import run; sys.exit(run(['check', 'mine.yaml']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        check=False, capture_output=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (4, 1), done.stderr
    assert "mine.yaml:3: themes[1]" in done.stdout


DEEP = {
    "flow": "themes: " + "[" * 100_000,
    "flow, closed": "themes: " + "[" * 100_000 + "]" * 100_000,
    "keys in flow": "themes: " + "{a: " * 100_000,
    "block": "".join(f"{' ' * level}a:\n" for level in range(2_000)),
    "sequences in mappings": "".join(f"{' ' * level}- a:\n" for level in range(0, 2_000, 2)),
    "one line": "- " * 100_000 + "x\n",
    "one line of keys": "? " * 100_000 + "x\n",
    "one line with gaps": "-   " * 100_000 + "x\n",
    "after a carriage return": "# x\r" + "- " * 100_000 + "x\n",
    "after a next line": "# x\x85" + "- " * 100_000 + "x\n",
    "after a line separator": "# x\u2028" + "- " * 100_000 + "x\n",
    "after two byte-order marks": "\ufeff\ufeff" + "- " * 100_000 + "x\n",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_depth_beyond_reason_is_refused_before_it_overflows_the_stack(text: str) -> None:
    (problem,) = problems_of(text)
    assert problem.startswith("mine.yaml:")
    assert "nested deeper than 200 levels" in problem


REFUSED = {
    "50 MB of one text": (INFO + f"- id: {'x' * 50_000_000}\n", "50,000,000 characters; a text"),
    "a text too long": (INFO.replace("Two", "x" * (MAX_TEXT + 1)), "1,000,001 characters"),
    "a key too long": (INFO + f"  {'k' * (MAX_KEY + 1)}: 1\n", "a key of 201 characters: 'kkk"),
    "an object of Python": (INFO + "- !!python/object/apply:os.system [id]\n", "is not allowed"),
    "an object at the top": ("!!python/object:os.stat\ndataset: 1\n", ":2: dataset: expected keys"),
    "a number in sixties": (INFO + "- {id: a, title: !!int 12:30}\n", "the YAML tag !!int is not"),
    "bytes": (INFO + "- {id: a, title: !!binary aGk=}\n", "the YAML tag !!binary is not"),
    "a set": (INFO + "- !!set {a, b}\n", "the YAML tag !!set is not"),
    "a merge key": (INFO + "- &a {id: a, title: A, description: A}\n- {<<: *a, id: b}\n", ".<<: "),
    "an alias of itself": ("dataset: &a {title: *a}\n", "YAML aliases are not allowed"),
    "a name for nothing": ("dataset: *a\n", "found undefined alias"),
    "two documents": (INFO + "---\n" + INFO, "a second document; a file may have only one"),
    "a NUL": (INFO.replace("Two", "a\0b"), ":2: a binary file, not text"),
    "a NUL, escaped": (INFO.replace("Two", '"a\\0b"'), ":2: dataset.title: contains a control"),
    "an escape sequence": (INFO.replace("Two", '"\\e[2J"'), ":2: dataset.title: contains a"),
    "a bare escape": (INFO.replace("Two", "é\né: \x1b[2J"), ":3: a character that YAML does not"),
    "a C1 control": (INFO.replace("Two", "a\x9b2Jb"), "a character that YAML does not allow"),
    "a control in a key": (INFO.replace("title", '"\\e[31m"', 1), "keys must be plain text"),
    "a lone surrogate": (INFO.replace("Two", '"\\ud800"'), ":2: found invalid Unicode"),
    "half a pair in bytes": (INFO.encode().replace(b"Two", b"\xed\xa0\x80"), ":2: not UTF-8 text"),
    "a right-to-left override": (INFO.replace("Two", "a\u202eb"), ":2: dataset.title: contains a"),
    "an isolate": (INFO.replace("Two", "a\u2067b"), ":2: dataset.title: contains a control"),
    "a number without end": (INFO + f"- {{id: a, title: {'9' * 100_000}}}\n", "expected text"),
    "UTF-16": (INFO.encode("utf-16"), ":1: not UTF-8 text; save the file as UTF-8"),
    "nothing but line feeds": ("\n" * 1_000_000, ":1: the file is empty"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED)
def test_what_has_no_place_in_a_dataset_is_refused_in_clear_lines(
    content: str | bytes, said: str
) -> None:
    problems = problems_of(content)
    assert any(said in problem for problem in problems), problems
    assert all(problem.isprintable() and len(problem) < 500 for problem in problems)


def in_json(title: str, more: str = "") -> str:
    """A dataset as JSON text, the title and what follows the first section as they are given."""
    sides = '[{"id": "us", "name": "US"}, {"id": "china", "name": "China"}]'
    return '{"dataset": {"title": "' + title + '", "sides": ' + sides + "}" + more + "}"


REFUSED_JSON = {
    "an escape sequence": (in_json("\\u001b[2J"), "dataset.title: contains a control character"),
    "a bare escape": (in_json("\x1b[2J"), "a character that YAML does not allow"),
    "a lone surrogate": (in_json("\\ud800"), "found invalid Unicode character"),
    "a right-to-left override": (in_json("\\u202e"), "contains a control character"),
    "the same key twice": (in_json("A", ', "themes": [], "themes": []'), "duplicate key"),
    "no number": (in_json("A", ', "themes": [NaN]'), "themes[0]: expected keys and values"),
    "a number without end": (in_json("A", f', "themes": [{"9" * 5000}]'), "themes[0]: expected"),
    "depth": (in_json("A", ', "themes": ' + "[" * 100_000), "nested deeper than 200 levels"),
    "a text too long": (in_json("x" * (MAX_TEXT + 1)), "dataset.title: 1,000,001 characters"),
    "more after the end": (in_json("A") + "x", ":1: did not find expected"),
}  # fmt: skip


@pytest.mark.parametrize(("content", "said"), REFUSED_JSON.values(), ids=REFUSED_JSON)
def test_what_has_no_place_in_a_dataset_has_none_in_json(content: str, said: str) -> None:
    (problem,) = problems_of(content, "mine.json")
    assert said in problem
    assert problem.isprintable()


def test_json_may_escape_what_is_beyond_the_first_plane() -> None:
    assert problems_of(in_json("\\ud83d\\ude00"), "mine.json") == []


READ = {
    "a byte-order mark": "\ufeff" + INFO,
    "CRLF": INFO.replace("\n", "\r\n"),
    "CR alone": INFO.replace("\n", "\r"),
    "a text of many brackets": INFO.replace("Tariffs.", "'" + "[" * 1000 + "'"),
    "a text far to the right": INFO.replace("Tariffs.", " " * 10_000 + "Tariffs."),
    "the longest text": INFO.replace("Tariffs.", "x" * MAX_TEXT),
}  # fmt: skip


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_what_is_only_odd_is_read(text: str) -> None:
    assert problems_of(text) == []


def test_a_million_keys_are_one_problem() -> None:
    keys = "".join(f"  k{number}: 1\n" for number in range(1_000_000))
    (problem,) = problems_of("dataset:\n" + keys)
    assert problem == "mine.yaml:2: dataset: 1,000,000 keys; a record has at most 1,000"


def test_a_record_has_no_more_than_a_hundred_faults() -> None:
    keys = "".join(f"  k{number}: 1\n" for number in range(3 * MAX_ERRORS))
    problems = problems_of("dataset:\n" + keys)
    assert len([problem for problem in problems if "unknown key" in problem]) == MAX_ERRORS


def test_problems_beyond_number_are_not_listed() -> None:
    problems = problems_of("themes:\n" + "- !x a\n" * (3 * MAX_PROBLEMS))
    assert len(problems) == MAX_PROBLEMS + 1
    assert any("too many problems; stopped reading here" in problem for problem in problems)


def test_records_that_are_wrong_beyond_number_are_not_listed() -> None:
    problems = problems_of(INFO + "- x\n" * 100_000)
    assert len(problems) == MAX_PROBLEMS + 1
    assert any("too many problems; stopped checking here" in problem for problem in problems)


def test_a_file_too_large_is_refused_unless_the_user_wants_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "MAX_FILE_MB", 1)
    text = INFO + "# " + "x" * 1_000_000
    (problem,) = problems_of(text)
    assert problem == "mine.yaml:1: larger than 1 MB; to read it anyway, raise SUMMIT_MAX_FILE_MB"
    monkeypatch.setenv("SUMMIT_MAX_FILE_MB", "2")
    assert problems_of(text) == []
    monkeypatch.setenv("SUMMIT_MAX_FILE_MB", "two")
    with pytest.raises(UsageError, match="'two'; it must be a whole number of megabytes"):
        load_with_problems(Path("mine.yaml"))


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no device without end here")
def test_a_device_without_end_is_read_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_FILE_MB", 1)
    (problem,) = load_with_problems(Path("/dev/zero"))[1]
    assert "larger than 1 MB" in str(problem)


@needs_pipes
def test_a_pipe_that_the_user_names_is_read(here: Summit, tmp_path: Path) -> None:
    os.mkfifo("pipe")
    writer = threading.Thread(target=lambda: (tmp_path / "pipe").write_text(INFO))
    writer.start()
    run = here("check", "pipe")
    writer.join()
    assert (run.code, run.out) == (0, "")


@needs_pipes
def test_a_pipe_in_a_folder_is_not_waited_for() -> None:
    folder()
    os.mkfifo("mine/x.yaml")
    assert in_folder() == [
        "mine/x.yaml:1: a pipe or a device, not a file; remove it from the folder"
    ]


def test_a_folder_named_as_a_file_is_said_to_be_one() -> None:
    Path("mine/x.yaml").mkdir(parents=True)
    folder()
    assert in_folder() == ["mine/x.yaml:1: cannot be read: Is a directory"]


def test_links_that_lead_in_a_circle_are_refused(here: Summit) -> None:
    folder()
    Path("mine/x.yaml").symlink_to("y.yaml")
    Path("mine/y.yaml").symlink_to("x.yaml")
    assert [problem.split(":1: ")[0] for problem in in_folder()] == ["mine/x.yaml", "mine/y.yaml"]
    Path("loop").symlink_to("loop")
    run = here("check", "loop")
    assert (run.code, run.err.count("\n")) == (4, 1)


def test_a_folder_that_links_to_itself_is_read_once() -> None:
    folder()
    Path("mine/self").symlink_to(".")
    assert in_folder() == []


def test_a_file_that_vanishes_while_a_folder_is_read_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder()
    Path("mine/b.yaml").write_text("themes: []\n")
    read = reading.content

    def read_and_remove(file: Path, pipe: bool) -> bytes:
        Path("mine/b.yaml").unlink(missing_ok=True)
        return read(file, pipe)

    monkeypatch.setattr("summitcli.dataset.read.content", read_and_remove)
    assert in_folder() == ["mine/b.yaml:1: cannot be read: No such file or directory"]


def test_a_file_that_is_written_anew_all_the_time_is_read_or_refused(tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            (tmp_path / "mine.yaml").write_text(INFO)

    Path("mine.yaml").write_text(INFO)
    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(50):
            dataset, problems = load_with_problems(Path("mine.yaml"))
            assert (dataset is None) == bool(problems)
    finally:
        stop.set()
        writer.join()


def folder() -> None:
    """A folder with a dataset, into which something else is put."""
    Path("mine").mkdir(exist_ok=True)
    Path("mine/a.yaml").write_text(INFO)


def in_folder() -> list[str]:
    """The problems of that folder."""
    return [str(problem) for problem in load_with_problems(Path("mine"))[1]]
