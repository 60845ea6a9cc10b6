"""JSON and JSON Lines of a whole dataset are read back as equal records."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from summitcli.dataset.load import load, load_with_problems
from summitcli.export.dataset_json import write_json, write_jsonl
from summitcli.export.selection import Extract

if TYPE_CHECKING:
    from pathlib import Path

    from summitcli.model import Dataset

FORMATS = {"json": write_json, "jsonl": write_jsonl}
every_format = pytest.mark.parametrize("suffix", FORMATS)


def written(dataset: Dataset, suffix: str) -> bytes:
    out = io.BytesIO()
    FORMATS[suffix](Extract(dataset), out)
    return out.getvalue()


@every_format
def test_the_invented_dataset_is_read_back_equal(
    suffix: str, record: Dataset, tmp_path: Path
) -> None:
    path = tmp_path / f"any.{suffix}"
    path.write_bytes(written(record, suffix))
    assert load(path) == record


@every_format
def test_the_shipped_dataset_is_read_back_equal(suffix: str, tmp_path: Path) -> None:
    shipped, path = load(), tmp_path / f"any.{suffix}"
    path.write_bytes(written(shipped, suffix))
    assert load(path) == shipped


def test_json_has_one_record_a_line(record: Dataset) -> None:
    text = written(record, "json").decode()
    assert list(json.loads(text))[:3] == ["dataset", "people", "themes"]
    assert sum(line.startswith('{"id":') for line in text.splitlines()) == len(record.by_id)


def test_json_lines_wrap_each_record_with_its_section(record: Dataset) -> None:
    lines = [json.loads(line) for line in written(record, "jsonl").splitlines()]
    assert all(list(line) == ["section", "record"] for line in lines)
    assert lines[0]["section"] == "dataset"
    assert len(lines) == 1 + len(record.by_id)


def test_what_is_not_known_is_left_out(record: Dataset) -> None:
    assert b"null" not in written(record, "json")
    assert b"[]" not in written(record, "json")


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"section": "meeting", "record": {}}', "any.jsonl:2: meeting: unknown section"),
        ('{"section": "themes", "record": 1}', "any.jsonl:2: themes[0]: expected keys and values"),
        ('{"section": 1, "record": {}}', "any.jsonl:2: any: unknown section"),
        (
            '{"section": "themes", "record": {"id": "a", "title": "A"}}',
            "any.jsonl:2: themes[0]: 'description' is missing",
        ),
    ],
)
def test_a_faulty_line_is_reported_with_its_section(
    line: str, problem: str, record: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "any.jsonl"
    head = written(record, "jsonl").splitlines()[0].decode()
    path.write_text(f"{head}\n{line}\n", encoding="utf-8")
    _, problems = load_with_problems(path)
    assert any(str(found).startswith(problem) for found in problems)
