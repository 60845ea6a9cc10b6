"""Files and folders are written completely, or not at all, and replace only our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from summitcli.errors import SummitError, UsageError
from summitcli.export.target import MARK, new_file, new_folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def fill(path: Path, *files: str) -> None:
    with new_folder(path) as folder:
        for name in files:
            (folder / name).write_text(name, encoding="utf-8")


def fail_halfway(path: Path, error: BaseException) -> None:
    with new_folder(path) as folder:
        (folder / "half.csv").write_text("half", encoding="utf-8")
        raise error


def test_a_folder_is_written_with_a_mark(tmp_path: Path) -> None:
    fill(tmp_path / "new", "a.csv", "b.csv")
    assert names(tmp_path) == ["new"]
    assert names(tmp_path / "new") == [MARK, "a.csv", "b.csv"]


def test_our_own_folder_is_replaced(tmp_path: Path) -> None:
    fill(tmp_path / "new", "a.csv", "b.csv")
    fill(tmp_path / "new", "c.csv")
    assert names(tmp_path) == ["new"]
    assert names(tmp_path / "new") == [MARK, "c.csv"]


def test_an_empty_folder_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    fill(tmp_path / "new", "a.csv")
    assert names(tmp_path / "new") == [MARK, "a.csv"]


@pytest.mark.parametrize("first", [(), ("a.csv",)])
def test_a_folder_with_other_files_is_refused(first: tuple[str, ...], tmp_path: Path) -> None:
    if first:
        fill(tmp_path / "new", *first)
    else:
        (tmp_path / "new").mkdir()
    (tmp_path / "new" / "notes.md").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=r"has other files, such as 'notes\.md'"):
        fill(tmp_path / "new", "a.csv")
    assert "notes.md" in names(tmp_path / "new")
    assert names(tmp_path) == ["new"]


def test_a_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "new").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="this is a file; name a folder"):
        fill(tmp_path / "new", "a.csv")
    assert (tmp_path / "new").read_text(encoding="utf-8") == "mine"


def test_the_working_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="working folder"):
        fill(Path(), "a.csv")


def test_the_folder_above_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist; create it first"):
        fill(tmp_path / "no" / "new", "a.csv")


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_folder_that_fails_halfway_leaves_the_old_one(
    error: BaseException, tmp_path: Path
) -> None:
    fill(tmp_path / "new", "a.csv")
    with pytest.raises((SummitError, KeyboardInterrupt)):
        fail_halfway(tmp_path / "new", error)
    assert names(tmp_path) == ["new"]
    assert names(tmp_path / "new") == [MARK, "a.csv"]


def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    with (
        pytest.raises(SummitError, match=r"cannot write '.*new': No space left on device"),
        new_folder(tmp_path / "new"),
    ):
        raise OSError(28, "No space left on device")


def test_a_file_is_replaced_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "data.db"
    path.write_text("old", encoding="utf-8")
    with new_file(path) as temporary:
        temporary.write_text("new", encoding="utf-8")
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_text(encoding="utf-8") == "new"
    assert names(tmp_path) == ["data.db"]


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="this is a folder"), new_file(tmp_path):
        pass


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    fill(tmp_path / "link", "a.csv")
    assert (tmp_path / "link").is_symlink()
    assert names(tmp_path / "real") == [MARK, "a.csv"]
