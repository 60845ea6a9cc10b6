"""Opening a dataset: stored, parsed, and after damage."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from builders import everywhere, write
from summitcli import DatasetError, Meeting, open_dataset
from summitcli.dataset.load import load
from summitcli.model import SECTIONS, Dataset
from summitcli.search.index import Index, Indexed, index_of
from summitcli.store.folder import stores
from summitcli.store.stored import StoredDataset

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Summit


def edit(data: Path, old: str, new: str) -> None:
    """Replace a text in the meetings of a dataset."""
    path = data / "meetings.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def all_of(dataset: Dataset) -> dict[str, object]:
    """Return everything that a dataset contains."""
    return {name: tuple(getattr(dataset, name)) for name in SECTIONS} | {
        "info": dataset.info,
        "titles": dict(dataset.titles),
        "by_id": list(dataset.by_id.items()),
        "values": list(dataset.by_id.values()),
        "ids": {name: list(dataset.ids(name)) for name in SECTIONS},
        "summaries": [(s.id, s.date, s.themes, s.everyone) for s in dataset.summaries()],
    }


def test_a_dataset_is_parsed_once_and_then_opened(data: Path) -> None:
    steps: list[str] = []
    first = open_dataset(data, on_progress=lambda step, _: steps.append(step))
    assert steps[0] == "read"
    steps.clear()
    second = open_dataset(str(data), on_progress=lambda step, _: steps.append(step))
    assert steps == []
    assert isinstance(second, StoredDataset)
    assert all_of(first) == all_of(second) == all_of(load(data))
    assert len(stores()) == 1


def test_without_the_store_a_dataset_is_parsed_each_time(data: Path, folder: Path) -> None:
    steps: list[str] = []
    for _ in range(2):
        dataset = open_dataset(data, False, lambda step, _: steps.append(step))
        assert not isinstance(dataset, StoredDataset)
    assert steps == ["read", "read"]
    assert not folder.exists()


def test_an_invalid_dataset_raises_one_line_and_leaves_no_store(data: Path, folder: Path) -> None:
    edit(data, "- oswin-vale", "- nobody")
    with pytest.raises(DatasetError, match=r"no record 'nobody' in people.* \(and \d+ more\)$"):
        open_dataset(data)
    assert list(folder.glob("*.db")) == list(folder.glob("*.tmp")) == []


def test_the_index_of_a_stored_dataset_is_not_built_again(data: Path) -> None:
    parsed = open_dataset(data, use_store=False)
    stored = open_dataset(data)
    assert not isinstance(parsed, Indexed)
    assert isinstance(stored, Indexed)
    assert index_of(stored) is stored.index
    assert whole(stored.index, stored) == whole(index_of(parsed), parsed)


def whole(index: Index, dataset: Dataset) -> list[object]:
    """Return everything that an index has."""
    numbers = range(len(list(dataset.records())))
    names = ("words", "joined", "ids", "ends", "places", "weights")
    words = index.vocabulary.all
    joined = index.part("joined").decode().split()
    return [
        [index.part(name) for name in names],
        [index.passages(word) for word in words],
        [index.joined_passages(word) for word in joined],
        [list(document) for document in index.documents(numbers)],
        [(head.id, getattr(head, "date", None)) for head in index.heads(numbers)],
    ]


def test_an_edit_that_keeps_size_and_time_is_seen(ask: Callable[..., str], data: Path) -> None:
    before = ask("show", "larkhill-1969", "-f", "md")
    times = (data / "meetings.yaml").stat()
    edit(data, "count the", "weigh the")
    os.utime(data / "meetings.yaml", ns=(times.st_atime_ns, times.st_mtime_ns))
    after = ask("show", "larkhill-1969", "-f", "md")
    assert "count the" in before
    assert "weigh the" in after


def test_a_dataset_that_breaks_is_refused_though_a_store_is_kept(data: Path, stored: Path) -> None:
    edit(data, "- oswin-vale", "- nobody")
    with pytest.raises(DatasetError, match="no record 'nobody' in people"):
        open_dataset(data)
    assert stored.exists()


def test_a_change_while_the_files_are_parsed_is_seen_by_the_next_run(data: Path) -> None:
    def change(step: str, _: int) -> None:
        if step == "index":
            return
        edit(data, "agreed to count the", "agreed to weigh the")

    def summary(dataset: Dataset) -> str:
        meeting = dataset.by_id["larkhill-1969"]
        assert isinstance(meeting, Meeting)
        return meeting.summary

    assert "weigh the" in summary(open_dataset(data, on_progress=change))
    edit(data, "agreed to weigh the", "agreed to count the")
    assert "count the" in summary(open_dataset(data))


def test_damage_at_any_byte_is_noticed_or_does_no_harm(data: Path, stored: Path) -> None:
    truth = all_of(open_dataset(data))
    parsed = load(data)
    index = whole(index_of(parsed), parsed)
    sound = stored.read_bytes()
    for place in range(0, len(sound), len(sound) // 60):
        stored.write_bytes(sound[:place] + bytes([sound[place] ^ 16]) + sound[place + 1 :])
        dataset = open_dataset(data)
        assert all_of(dataset) == truth
        assert whole(index_of(dataset), dataset) == index
        stored.unlink(missing_ok=True)


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="empty"),
        pytest.param(lambda _: b"not a database\n" * 99, id="garbage"),
        pytest.param(lambda content: content[:-5000], id="cut in its last pages"),
        pytest.param(lambda content: content[:1000], id="cut in its first page"),
        pytest.param(lambda content: content[:9000], id="cut in its first pages"),
        pytest.param(lambda content: content.replace(b"TEXT NOT", b"text NOT"), id="schema"),
        pytest.param(lambda content: content.replace(b"count the", b"COUNT the"), id="record"),
        pytest.param(lambda content: content.replace(b"larkhill", b"LARKHILL"), id="tables"),
        pytest.param(lambda content: content[:-40] + b"\0" * 40, id="end"),
    ],
)
@pytest.mark.parametrize(
    "arguments", [("list", "--json"), ("show", "larkhill-1969", "--json"), ("search", "guns")]
)
def test_a_damaged_store_is_made_again_without_a_message(
    ask: Callable[..., str],
    stored: Path,
    damage: Callable[[bytes], bytes],
    arguments: tuple[str, ...],
) -> None:
    truth = ask(*arguments)
    sound = stored.read_bytes()
    stored.write_bytes(damage(sound))
    assert ask(*arguments) == truth
    assert ask(*arguments) == truth
    for command in (("list",), ("show", "larkhill-1969"), ("search", "guns"), ("claims",)):
        ask(*command)  # whatever was damaged has now been read
    ask("list")
    assert len(stored.read_bytes()) == len(sound)


def test_only_the_damaged_store_is_removed(data: Path, stored: Path) -> None:
    other = data / "people.yaml"
    copy = data.with_name("lakes")
    copy.mkdir()
    for file in data.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    open_dataset(copy)
    (healthy,) = set(stores()) - {stored}
    stored.write_bytes(stored.read_bytes().replace(b"count the", b"COUNT the"))
    dataset = open_dataset(data)
    assert "count the" in dataset.meeting("larkhill-1969").summary
    assert healthy.exists()
    assert not stored.exists()
    assert other.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "--year", "2016", "--all", "--json"),
        ("list", "-f", "table"),
        ("show", "larkhill-1969", "-f", "table"),
        ("show", "oswin-vale", "--json"),
        ("show", "river-rights", "-f", "md"),
        ("search", "larkhil", "--json"),
        ("themes", "--all", "-f", "csv"),
        ("timeline", "-f", "jsonl"),
        ("compare", "larkhill-1969", "greyford-2014", "-f", "table"),
        ("stats", "--by", "theme", "-f", "yaml"),
        ("people", "-f", "tsv"),
        ("sources", "-f", "md"),
    ],
)
def test_output_is_the_same_with_and_without_the_store(
    ask: Callable[..., str], here: Summit, data: Path, folder: Path, arguments: tuple[str, ...]
) -> None:
    without = here("--no-cache", "--data", str(data), *arguments, SUMMIT_CACHE_DIR=str(folder)).out
    assert without
    assert stores() == []
    assert ask(*arguments) == without
    assert len(stores()) == 1
    assert ask(*arguments) == without


def test_several_first_runs_at_once_all_answer_and_leave_one_store(
    data: Path, environment: dict[str, str], folder: Path
) -> None:
    command = [sys.executable, "-m", "summitcli", "--data", str(data), "list", "--json"]
    env = {**environment, "SUMMIT_CACHE_DIR": str(folder)}
    runs = [subprocess.Popen(command, env=env, stdout=subprocess.PIPE) for _ in range(4)]
    answers = {run.communicate(timeout=60)[0] for run in runs}
    assert len(answers) == 1
    assert b"greyford-2014" in answers.pop()
    assert [file.suffix for file in folder.iterdir() if file.suffix != ".stamp"] == [".db"]
    assert all_of(open_dataset(data)) == all_of(load(data))


@pytest.mark.parametrize("place", ["a-file", "a-file/below", "/proc/nowhere", "/dev/null"])
def test_a_folder_that_cannot_be_made_is_not_needed(
    ask: Callable[..., str], tmp_path: Path, place: str
) -> None:
    (tmp_path / "a-file").write_bytes(b"")
    for _ in range(2):
        assert "greyford-2014" in ask("list", SUMMIT_CACHE_DIR=str(tmp_path / place))
    assert (tmp_path / "a-file").read_bytes() == b""


@pytest.mark.skipif(os.name != "posix", reason="limits on a file's size are POSIX")
def test_a_write_that_fails_leaves_nothing_behind(
    data: Path, environment: dict[str, str], folder: Path
) -> None:
    command = 'ulimit -f 1; exec "$0" -m summitcli --data "$1" list'  # 512 or 1024 bytes
    variables = {"SUMMIT_CACHE_DIR": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable, str(data)],
        env={**environment, **variables},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "greyford-2014" in done.stdout
    assert done.stderr == ""
    assert [file.suffix for file in folder.iterdir() if file.suffix != ".stamp"] == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_dataset_from_a_pipe_is_read_once_and_not_stored(
    here: Summit, data: Path, folder: Path
) -> None:
    parts = [file.read_text("utf-8") for file in data.glob("*.yaml") if file.name != "calls.yaml"]
    pipe = data / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=("".join(parts),), daemon=True)
    writer.start()
    run = here("--data", str(pipe), "list", "--all", SUMMIT_CACHE_DIR=str(folder))
    assert "greyford-2014" in run.out
    writer.join(10)
    assert not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="links and pipes are POSIX")
@pytest.mark.parametrize("kind", ["link", "dangling link", "pipe", "folder"])
def test_what_is_not_our_file_is_neither_read_nor_written(
    ask: Callable[..., str], data: Path, stored: Path, kind: str
) -> None:
    elsewhere = data.with_name("elsewhere")
    stored.rename(elsewhere)
    content = elsewhere.read_bytes()
    if kind == "pipe":
        os.mkfifo(stored)
    elif kind == "folder":
        stored.mkdir()
    else:
        stored.symlink_to(elsewhere if kind == "link" else elsewhere / "nowhere")
    edit(data, "count the", "weigh the")
    assert "weigh the" in ask("show", "larkhill-1969", "-f", "md")
    assert elsewhere.read_bytes() == content


def test_a_file_that_is_too_large_is_refused_before_it_is_hashed(
    here: Summit, tmp_path: Path, folder: Path
) -> None:
    huge = tmp_path / "huge.yaml"
    with huge.open("wb") as file:
        file.truncate(300_000_000_000)
    run = here("--data", str(huge), "list", SUMMIT_CACHE_DIR=str(folder))
    assert run.code == 4
    assert "larger than 256 MB" in run.err


def test_a_wrong_limit_is_an_error_also_if_there_is_a_store(
    here: Summit, data: Path, stored: Path, folder: Path
) -> None:
    variables = {"SUMMIT_CACHE_DIR": str(folder), "SUMMIT_MAX_FILE_MB": "x"}
    assert here("--data", str(data), "list", **variables).code == 2


def test_meetings_that_last_thousands_of_years_take_no_space(data: Path, stored: Path) -> None:
    size = stored.stat().st_size
    edit(data, "date: '2015-12-31'\n  end_date: '2016-01-01'", "date: '0001'\n  end_date: '9999'")
    dataset = open_dataset(data)
    assert stored.stat().st_size == size
    assert "larkhill-2015" in {meeting.id for meeting in dataset.summaries(1500, 1500)}


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_a_dataset_whose_path_has_control_characters_is_stored(
    data: Path, tmp_path: Path, ask: Callable[..., str], folder: Path
) -> None:
    odd = data.rename(tmp_path / "a\x1b]0;b\u202e")
    first = ask("--data", str(odd), "list", "--all", "--json")
    assert len(list(folder.glob("*.db"))) == 1
    assert ask("--data", str(odd), "list", "--all", "--json") == first


def test_a_meeting_of_many_years_takes_no_more_room_than_one_of_a_day(tmp_path: Path) -> None:
    def size_with(end_date: str) -> int:
        content = everywhere("Text")
        (talks,) = content["meetings"]
        times = {"date": "0001-01-01", "end_date": end_date}
        content["meetings"] = [{**talks, **times, "id": f"talks-{n}"} for n in range(100)]
        open_dataset(write(tmp_path / "mine.json", content))
        (store,) = stores()
        return store.stat().st_size

    assert size_with("9999-01-01") == size_with("0001-01-02")
