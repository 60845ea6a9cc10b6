"""`summit store`: the stored datasets that it lists and removes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import plain, write

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit


def test_each_stored_dataset_is_listed_with_its_title_and_path(
    here: Summit, tmp_path: Path
) -> None:
    store = {"SUMMIT_CACHE_DIR": str(tmp_path / "store")}
    for title in ("Lakes", "Rivers"):
        data = plain()
        data["dataset"]["title"] = title
        assert here("--data", str(write(tmp_path / f"{title}.json", data)), "people", **store)
    run = here("store", **store)
    rows = [line.split("\t") for line in run.out.splitlines()]
    assert {(row[2], row[3]) for row in rows} == {
        ("Lakes", str(tmp_path / "Lakes.json")),
        ("Rivers", str(tmp_path / "Rivers.json")),
    }
    assert "2 stored datasets, 0.3 MB" in run.err


def test_a_store_that_cannot_be_opened_is_listed_too(here: Summit, tmp_path: Path) -> None:
    file = tmp_path / f"{'0123456789' * 4}.db"
    file.write_bytes(b"of another version")
    (tmp_path / "mine.db").write_bytes(b"")
    run = here("store", SUMMIT_CACHE_DIR=str(tmp_path))
    assert run.out == f"18\t{file}\t(damaged, or of another version)\t\n"
    assert "1 stored dataset," in run.err
    assert "1 file removed" in here("store", "--clear", SUMMIT_CACHE_DIR=str(tmp_path)).err


def test_without_stores_the_folder_is_named_all_the_same(here: Summit, tmp_path: Path) -> None:
    run = here("store", SUMMIT_CACHE_DIR=str(tmp_path / "store"))
    assert (run.code, run.out) == (0, "")
    assert str(tmp_path / "store") in run.err
    assert "0 files removed" in here("store", "--clear", SUMMIT_CACHE_DIR=str(tmp_path)).err


def test_without_the_store_nothing_is_written(here: Summit, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    assert here("--no-cache", "people", SUMMIT_CACHE_DIR=str(folder)).code == 0
    assert not folder.exists()
