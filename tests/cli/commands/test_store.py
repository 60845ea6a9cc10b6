"""`summit store`: the compiled datasets that it lists and removes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import plain, write

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit


def test_each_compiled_dataset_is_listed_with_its_title_and_path(
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
    assert "2 compiled datasets" in run.err


def test_a_damaged_file_is_listed_and_removed_too(here: Summit, tmp_path: Path) -> None:
    damaged = write(tmp_path / "old.compiled", "summit compiled 0\n")
    run = here("store", SUMMIT_CACHE_DIR=str(tmp_path))
    assert str(damaged) in run.out
    assert "damaged" in run.out
    assert here("store", "--clear", SUMMIT_CACHE_DIR=str(tmp_path)).code == 0
    assert not damaged.exists()
