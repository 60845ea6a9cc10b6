"""Rules for the ids of sides and parties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summitcli.dataset.load import load_with_problems

if TYPE_CHECKING:
    from pathlib import Path

DATASET = """\
dataset:
  title: Two rivers
  sides: [{id: north, name: North}, {id: south, name: South}]
  parties:
  - {id: west, name: West}
people:
- {id: anna, name: Anna, side: north}
meetings:
- id: bridge-1999
  title: On the bridge
  summary: They met half-way.
  kind: summit
  status: held
  date: 1999-05-01
  leaders: {north: [anna]}
  accounts:
  - point: Who came first?
    versions:
      north: The north.
      west: The south.
"""


def problems_of(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    return [str(problem) for problem in load_with_problems(path)[1]]


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the path of a dataset in the working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path / "rivers.yaml"


def test_accounts_are_those_of_sides_and_parties(path: Path) -> None:
    assert problems_of(path, DATASET) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "      west: The south.",
            "      east: The south.",
            ":20: meetings[0].accounts[0].versions.east: no side or party 'east'; use one of "
            "north, south, west, or add it with its name to dataset.parties",
        ),
        ("name: West", "", ":5: dataset.parties[0]: 'name' is missing; add it"),
        (
            "id: west, name",
            "id: south, name",
            ":5: dataset.parties[0].id: 'south' is the id of a side; use another id",
        ),
        (
            "  - {id: west, name: West}\n",
            "  - {id: west, name: West}\n  - {id: west, name: Wild West}\n",
            ":6: dataset.parties[1].id: duplicate party 'west'; remove one of the two",
        ),
        (
            "{north: [anna]}",
            "{west: [anna]}",
            ":15: meetings[0].leaders.west: no side 'west'; the sides are north, south",
        ),
    ],
    ids=["unknown party", "no name", "id of a side", "twice", "not a side"],
)
def test_a_party_that_breaks_a_rule_is_reported(
    path: Path, old: str, new: str, message: str
) -> None:
    assert f"rivers.yaml{message}" in problems_of(path, DATASET.replace(old, new))
