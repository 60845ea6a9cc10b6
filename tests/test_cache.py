"""The compiled form of a dataset: made once, used from then on, never trusted, never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitcli.cli.progress import Progress
from summitcli.dataset.load import load
from summitcli.errors import DamagedError
from summitcli.model import SECTIONS, Dataset
from summitcli.store.compiled import MAGIC, compile_dataset
from summitcli.store.folder import MAX_ENTRIES, compiled_files, fingerprint
from summitcli.store.open import open_dataset
from summitcli.store.stored import StoredDataset

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Summit

SMALL = """\
dataset:
  title: Two rivers
  sides: [{id: north, name: North}, {id: south, name: South}]
people:
- {id: anna, name: Anna Nord, side: north}
- {id: boris, name: Boris Sud, side: south}
themes:
- {id: water, title: Water, description: Who may use the rivers.}
meetings:
- id: bridge-1999
  title: On the bridge
  summary: They met half-way.
  kind: bilateral
  status: held
  date: 1999-05-01
  place: {city: Bridgetown, country: Midland}
  leaders: {north: [anna], south: [boris]}
  topics: [{themes: [water], detail: The lower dam., sources: [paper]}]
- id: ferry-2001
  title: On the ferry
  summary: They met again.
  kind: summit
  status: held
  date: 2001-12-31
  end_date: 2002-01-01
  leaders: {north: [anna], south: [boris]}
  sources: [paper]
sources:
- {id: paper, title: The River Paper, language: en, type: news}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A dataset of two meetings, in a file."""
    path = tmp_path / "rivers.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder of this test; it is not there yet."""
    folder = tmp_path / "kept"
    monkeypatch.setenv("SUMMIT_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def parse_query(here: Summit, small: Path, kept: Path) -> Callable[..., str]:
    """What a command says of the small dataset; it has to succeed without a word of complaint."""

    def run(*arguments: str, cache: Path = kept) -> str:
        done = here("--data", str(small), *arguments, SUMMIT_CACHE_DIR=str(cache))
        assert (done.code, done.err) == (0, "")
        return done.out

    return run


def all_of(dataset: Dataset) -> dict[str, object]:
    """Everything that a dataset holds, read."""
    return {name: tuple(getattr(dataset, name)) for name in SECTIONS} | {
        "info": dataset.info,
        "titles": dataset.titles,
        "ids": list(dataset.by_id),
        "heads": [(head.id, head.date, head.themes) for head in dataset.summaries()],
    }


def test_a_dataset_is_read_once_and_then_taken_from_its_compiled_form(
    small: Path, kept: Path
) -> None:
    def unread() -> None:
        raise AssertionError("read again")

    first = open_dataset(small)
    second = open_dataset(small, on_read=unread)
    assert isinstance(second, StoredDataset)
    assert all_of(first) == all_of(second) == all_of(load(small))
    assert len(compiled_files()) == 1


@pytest.mark.parametrize("path", ["rivers.yaml", "."])
def test_an_edit_is_seen_by_the_next_command(
    here: Summit, small: Path, kept: Path, path: str
) -> None:
    target = str(small.parent / path)
    before = here("--data", target, "show", "bridge-1999", "-f", "md")
    times = small.stat()
    small.write_text(SMALL.replace("half-way", "mid-span"), encoding="utf-8")  # of the same length
    os.utime(small, ns=(times.st_atime_ns, times.st_mtime_ns))
    after = here("--data", target, "show", "bridge-1999", "-f", "md")
    assert "They met half-way" in before.out
    assert "They met mid-span" in after.out


def test_a_dataset_that_breaks_is_refused_though_its_older_form_is_kept(
    here: Summit, small: Path, kept: Path
) -> None:
    assert here("--data", str(small), "list").code == 0
    small.write_text(SMALL.replace("[boris]", "[nobody]"), encoding="utf-8")
    assert here("--data", str(small), "list").code == 4


def test_a_change_of_the_program_makes_the_form_anew(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(small)
    monkeypatch.setattr("summitcli.store.folder.__version__", "0.0.0")
    assert fingerprint(small) != before


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The compiled form of the small dataset."""
    path = tmp_path_factory.mktemp("sound") / "rivers.yaml"
    path.write_text(SMALL, encoding="utf-8")
    return compile_dataset(load(path), path)


@pytest.fixture(scope="session")
def spare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to damage."""
    return tmp_path_factory.mktemp("spare") / "rivers.compiled"


@st.composite
def blows(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """Ways to damage a file at a place anywhere in it, given as a part of its length."""
    at = draw(st.floats(0, 1, exclude_max=True))
    new = draw(st.binary(max_size=40))
    kind = draw(st.sampled_from(["flip", "cut", "overwrite", "insert", "replace", "append"]))
    bit = 1 << draw(st.integers(0, 7))

    def damage(content: bytes) -> bytes:
        place = int(at * len(content))
        head, rest = content[:place], content[place:]
        return {
            "flip": head + bytes([rest[0] ^ bit]) + rest[1:],
            "cut": head,
            "overwrite": head + new + rest[len(new) :],
            "insert": head + new + rest,
            "replace": new,
            "append": content + new,
        }[kind]

    return damage


@given(damage=blows())
def test_damage_anywhere_is_noticed_or_does_no_harm(
    sound: bytes, spare: Path, damage: Callable[[bytes], bytes]
) -> None:
    spare.write_bytes(sound)
    whole = StoredDataset(spare)
    truth = all_of(whole), whole.index
    spare.write_bytes(damage(sound))
    try:
        stored = StoredDataset(spare)
        found = all_of(stored), stored.index
    except DamagedError:
        return
    assert found == truth


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"not a compiled dataset\n" * 99, id="garbage"),
        pytest.param(lambda content: content[:-1], id="a byte short"),
        pytest.param(lambda content: content[: len(MAGIC) + 5], id="cut in its first bytes"),
        pytest.param(
            lambda content: content.replace(b"compiled 2", b"compiled 0"), id="other form"
        ),
        pytest.param(lambda content: content.replace(b"half-way", b"HALF-WAY"), id="in a record"),
        pytest.param(lambda content: content.replace(b"ferry", b"FERRY"), id="in several tables"),
        pytest.param(lambda content: content[:-40] + b"\0" * 40, id="in the index"),
    ],
)
@pytest.mark.parametrize(
    "arguments", [("list", "--json"), ("show", "bridge-1999", "--json"), ("search", "dam")]
)
def test_a_damaged_form_is_made_again_without_a_word(
    parse_query: Callable[..., str], damage: Callable[[bytes], bytes], arguments: tuple[str, ...]
) -> None:
    truth = parse_query(*arguments)
    (file,) = compiled_files()
    good = file.read_bytes()
    file.write_bytes(damage(good))
    assert file.read_bytes() != good
    assert parse_query(*arguments) == truth
    assert parse_query(*arguments) == truth
    for command in (("list",), ("show", "bridge-1999"), ("search", "dam")):
        parse_query(*command)  # whatever was damaged has now been read
    parse_query("list")
    assert file.read_bytes() == good


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "--year", "2002", "--json"),
        ("list", "-f", "table"),
        ("show", "bridge-1999", "-f", "table"),
        ("show", "anna", "--json"),
        ("show", "water", "-f", "md"),
        ("search", "brige", "--json"),
        ("themes", "-f", "csv"),
        ("timeline", "-f", "jsonl"),
        ("compare", "bridge-1999", "ferry-2001", "-f", "table"),
        ("stats", "--by", "theme", "-f", "yaml"),
        ("people", "-f", "tsv"),
        ("sources", "-f", "md"),
    ],
)
def test_the_same_is_said_with_and_without_the_cache(
    parse_query: Callable[..., str], here: Summit, small: Path, arguments: tuple[str, ...]
) -> None:
    without = here("--no-cache", "--data", str(small), *arguments).out
    assert without
    assert compiled_files() == []
    assert parse_query(*arguments) == without
    assert len(compiled_files()) == 1
    assert parse_query(*arguments) == without


def test_several_first_runs_at_once_all_answer_and_leave_one_good_form(
    small: Path, environment: dict[str, str], kept: Path
) -> None:
    command = [sys.executable, "-m", "summitcli", "--data", str(small), "list", "--json"]
    env = {**environment, "SUMMIT_CACHE_DIR": str(kept)}
    runs = [subprocess.Popen(command, env=env, stdout=subprocess.PIPE) for _ in range(4)]
    said = {run.communicate(timeout=60)[0] for run in runs}
    assert len(said) == 1
    assert b"ferry-2001" in said.pop()
    (file,) = kept.iterdir()
    assert all_of(StoredDataset(file)) == all_of(load(small))


@pytest.mark.parametrize("place", ["a-file", "a-file/below", "/proc/nowhere", "/dev/null"])
def test_a_folder_that_cannot_be_written_is_done_without(
    parse_query: Callable[..., str], tmp_path: Path, place: str
) -> None:
    (tmp_path / "a-file").write_bytes(b"")
    folder = tmp_path / place  # an absolute place stays what it is
    assert "bridge-1999" in parse_query("list", cache=folder)
    assert "bridge-1999" in parse_query("list", cache=folder)
    assert (tmp_path / "a-file").read_bytes() == b""


@pytest.mark.skipif(os.name != "posix", reason="limits on a file's size are POSIX")
def test_a_write_that_breaks_off_leaves_nothing_behind(
    small: Path, environment: dict[str, str], kept: Path
) -> None:
    command = 'ulimit -f 1; exec "$0" -m summitcli --data "$1" list'  # a block, of half a kB or one
    done = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable, str(small)],
        env={**environment, "SUMMIT_CACHE_DIR": str(kept), "PYTHONDONTWRITEBYTECODE": "1"},
        check=True, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert "bridge-1999" in done.stdout
    assert done.stderr == ""
    assert list(kept.iterdir()) == []


def test_old_forms_go_and_the_ones_used_last_stay(
    parse_query: Callable[..., str], small: Path, kept: Path
) -> None:
    for number in range(MAX_ENTRIES + 2):
        small.write_text(SMALL.replace("half-way", f"at pole {number}"), encoding="utf-8")
        parse_query("list")
        (newest,) = (file for file in compiled_files() if file.stat().st_mtime > 10**9)
        os.utime(newest, (number, number))
    assert len(compiled_files()) == MAX_ENTRIES
    assert [int(file.stat().st_mtime) for file in compiled_files()] == list(
        range(MAX_ENTRIES + 1, 1, -1)
    )


def test_what_a_killed_writer_left_is_not_used_and_goes_in_time(
    parse_query: Callable[..., str], small: Path, kept: Path
) -> None:
    kept.mkdir()
    old, new = kept / ".writing-old", kept / ".writing-new"
    for file in (old, new):
        file.write_bytes(MAGIC)
    os.utime(old, (0, 0))
    assert "bridge-1999" in parse_query("list")
    assert (old.exists(), new.exists()) == (False, True)  # a new one may still be written


def test_without_cache_nothing_is_written(here: Summit, small: Path, kept: Path) -> None:
    assert here("--no-cache", "--data", str(small), "list").code == 0
    assert not kept.exists()


def test_cache_tells_where_forms_are_kept_and_how_large_they_are(
    parse_query: Callable[..., str], here: Summit, small: Path, kept: Path
) -> None:
    empty = here("store")
    assert (empty.out, empty.code) == ("", 0)
    assert str(kept) in empty.err
    parse_query("list")
    (file,) = compiled_files()
    assert here("store").out == f"{file.stat().st_size}\t{file}\tTwo rivers\t{small}\n"


def test_cache_clear_removes_forms_and_leftovers_and_nothing_else(
    parse_query: Callable[..., str], here: Summit, kept: Path
) -> None:
    parse_query("list")
    (kept / ".writing-x").write_bytes(b"")
    (kept / "letter.txt").write_bytes(b"")
    assert "2 files removed" in here("store", "--clear").err
    assert [file.name for file in kept.iterdir()] == ["letter.txt"]
    assert "0 files removed" in here("store", "--clear").err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_dataset_from_a_pipe_is_left_for_the_reader(
    here: Summit, tmp_path: Path, kept: Path
) -> None:
    pipe = tmp_path / "rivers"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(SMALL,), daemon=True)
    writer.start()
    assert "ferry-2001" in here("--data", str(pipe), "list").out
    writer.join(10)
    assert not kept.exists()


class Screen(StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "after", "written"),
    [
        (Screen, 0.0, f"{Progress.LINE}\r{' ' * len(Progress.LINE)}\r"),
        (Screen, 60.0, ""),
        (StringIO, 0.0, ""),
    ],
    ids=["long, on a terminal", "quick, on a terminal", "long, in a pipe"],
)
def test_a_line_tells_of_long_reading_on_a_terminal_and_goes_again(
    monkeypatch: pytest.MonkeyPatch, stream: type[StringIO], after: float, written: str
) -> None:
    monkeypatch.setattr("sys.stderr", stream())
    with Progress(after) as progress:
        progress.start()
        if not after:
            for thread in threading.enumerate():
                if isinstance(thread, threading.Timer):
                    thread.join(10)
    assert cast("StringIO", sys.stderr).getvalue() == written


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_in_the_place_of_a_compiled_form_is_not_waited_for(
    summit: Summit, tmp_path: Path
) -> None:
    folder = tmp_path / "forms"
    assert summit("people", SUMMIT_CACHE_DIR=str(folder)).code == 0
    (form,) = folder.glob("*.compiled")
    form.unlink()
    os.mkfifo(form)
    run = summit("people", SUMMIT_CACHE_DIR=str(folder))
    assert (run.code, run.err) == (0, "")
