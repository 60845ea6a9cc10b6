"""Completion: surnames, places, values, fields; quiet, and never without a suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run, Summit


def complete(summit: Summit, line: str, **variables: str) -> Run:
    """Return the completions of a line in bash."""
    variables |= {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    return summit(_SUMMIT_COMPLETE="complete_bash", **variables)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("summit list --leader sto", ["stone"]),
        ("summit list ca", ["call", "cancelled"]),
        ("summit list --leader val", ["vale"]),
        ("summit list --leader anna", ["anna-vale"]),
        ("summit list --participant lau", ["laurin"]),
        ("summit list --place grey", ["greyford"]),
        ("summit list --place Grey", ["Greyford"]),
        ("summit list grey", ["greyford"]),
        ("summit list --asked-by ", ["arden", "borea", "joint", "other"]),
        ("summit list --sort le", ["length"]),
        ("summit list -f j", ["json", "jsonl"]),
        ("summit list --fields id,place.ci", ["id,place.city"]),
        ("summit stats --by ini", ["initiator"]),
        ("summit stats --across ", ["presidency"]),
        ("summit outcomes --scope bi", ["bilateral"]),
        ("summit outcomes --valence pos", ["positive"]),
        ("summit claims --verdict sup", ["supported"]),
        ("summit claims --section time", ["timeline"]),
        ("summit context --category nat", ["nature"]),
        ("summit outlook --kind sc", ["scenario"]),
        ("summit sources --type pri", ["primary"]),
        ("summit search --type out", ["outcome", "outlook"]),
        ("summit list --since 201", ["2014", "2015", "2016", "2017", "2019"]),
        ("summit list --until grey", ["greyford-2014", "greyford-2017"]),
        ("summit on larkhill-19", ["larkhill-1969"]),
        ("summit help tim", ["timeline"]),
        ("summit list --limit 2", ["20"]),
    ],
)
def test_values_are_completed(summit: Summit, line: str, found: list[str]) -> None:
    assert complete(summit, line).out.split() == found


def test_nothing_is_written_while_a_dataset_is_read(summit: Summit, tmp_path: Path) -> None:
    run = complete(summit, "summit show grey", SUMMIT_CACHE_DIR=str(tmp_path / "cold"))
    assert run.out.split() == ["greyford-2014", "greyford-2017"]
    assert run.err == ""
