"""`summit store`: what it lists and what it removes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit


def test_each_compiled_dataset_is_listed_with_its_title_and_path(
    here: Summit, tmp_path: Path
) -> None:
    store = {"SUMMIT_CACHE_DIR": str(tmp_path / "store")}
    sides = '[{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]'
    for name in ("Lakes", "Rivers"):
        path = tmp_path / f"{name}.json"
        path.write_text(f'{{"dataset": {{"title": "{name}", "sides": {sides}}}}}')
        assert here("--data", str(path), "people", **store).code == 0
    run = here("store", **store)
    rows = [line.split("\t") for line in run.out.splitlines()]
    assert {(row[2], row[3]) for row in rows} == {
        ("Lakes", str(tmp_path / "Lakes.json")),
        ("Rivers", str(tmp_path / "Rivers.json")),
    }
    assert "2 compiled datasets, 0.0 MB" in run.err


def test_a_file_that_cannot_be_opened_is_listed_too(here: Summit, tmp_path: Path) -> None:
    (tmp_path / "old.compiled").write_bytes(b"summit compiled 0\n")
    run = here("store", SUMMIT_CACHE_DIR=str(tmp_path))
    assert run.out == f"18\t{tmp_path / 'old.compiled'}\t(damaged, or of another version)\t\n"
    assert "1 compiled dataset," in run.err
    assert "1 file removed" in here("store", "--clear", SUMMIT_CACHE_DIR=str(tmp_path)).err
