"""Rules for ids, each broken once: ids are unique, and refer to records of the right section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import problems_of, write
from faults import INFO, WHOLE, Fault, assert_reported_once

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = {
    "duplicate id": Fault(
        "  side: borea",
        "  side: borea\n- {id: boris, name: Al, side: borea}",
        "people[2].id: duplicate id 'boris', first used at ",
    ),
    "id of a record of another type": Fault(
        "- id: calm", "- id: trade", "outcomes[0].id: duplicate id 'trade', first used at "
    ),
    "reference to nothing": Fault(
        "  - themes: [trade]",
        "  - themes: [trade, peace]",
        "meetings[0].topics[0].themes[1]: no record 'peace' in themes; add it or correct the id",
    ),
    "reference to another section": Fault(
        "  extent: limited",
        "  extent: limited\n  meetings: [trade]",
        "outcomes[0].meetings[0]: 'trade' is in themes; an id from meetings is needed",
    ),
    "reference to itself": Fault(
        "  type: news",
        "  type: news\n  same_text_as: wire",
        "sources[0].same_text_as: refers to itself; name another record",
    ),
    "unused source": Fault(
        "sources:\n",
        "sources:\n- {id: idle, title: I, language: en, type: news}\n",
        "sources[0].id: no record refers to the source 'idle'; remove it or cite it",
    ),
}


@pytest.mark.parametrize("fault", RECORDS.values(), ids=RECORDS)
def test_ids_are_unique_and_refer_to_records(fault: Fault, tmp_path: Path) -> None:
    assert_reported_once(fault, tmp_path)


def test_a_duplicate_id_is_reported_with_its_first_use(tmp_path: Path) -> None:
    file = write(tmp_path / "mine.yaml", RECORDS["duplicate id"].text)
    (problem,) = problems_of(file)
    first = 1 + file.read_text(encoding="utf-8").split("\n").index("- id: boris")
    assert problem.endswith(f"first used at {file}:{first}; change one of the two")


SIDES = {
    "side of a participant": Fault(
        "Minister\n    side: arden",
        "Minister\n    side: lorn",
        "meetings[0].participants[0].side: no side 'lorn'; the sides are arden, borea",
        line="    side: lorn",
    ),
    "side of leaders": Fault(
        "    arden: [anna]",
        "    lorn: [anna]",
        "meetings[0].leaders.lorn: no side 'lorn'; the sides are arden, borea",
    ),
    "leader of the other side": Fault(
        "    arden: [anna]",
        "    arden: [boris]",
        "meetings[0].leaders.arden[0]: 'boris' belongs to the side 'borea', not to 'arden'",
    ),
    "focus on the other side": Fault(
        "    arden: anna",
        "    arden: boris",
        "dataset.focus.arden: 'boris' belongs to the side 'borea', not to 'arden'",
    ),
}


@pytest.mark.parametrize("fault", SIDES.values(), ids=SIDES)
def test_leaders_belong_to_the_side_that_is_named(fault: Fault, tmp_path: Path) -> None:
    assert_reported_once(fault, tmp_path)


def test_sides_with_the_same_id_are_refused(tmp_path: Path) -> None:
    without_focus = INFO.split("  focus", maxsplit=1)[0]
    (problem,) = problems_of(write(tmp_path / "a.yaml", without_focus.replace("borea", "arden")))
    assert problem.endswith(":4: dataset.sides: the two sides have the same id; change one of them")


PARTY = "  parties:\n  - {id: lorn, name: Lorn}\n  focus:\n"
ACCOUNT = """\
  accounts:
  - point: Who asked?
    versions:
      arden: They did.
      lorn: We did.
  sources: [wire]
outcomes:
"""
WITH_PARTY = WHOLE.replace("  focus:\n", PARTY).replace("  sources: [wire]\noutcomes:\n", ACCOUNT)


def test_an_account_is_that_of_a_side_or_party(tmp_path: Path) -> None:
    assert problems_of(write(tmp_path / "mine.yaml", WITH_PARTY)) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "      lorn: We did.",
            "      west: We did.",
            "meetings[0].accounts[0].versions.west: no side or party 'west'; use one of "
            "arden, borea, lorn, or add it with its name to dataset.parties",
        ),
        ("id: lorn, name: Lorn", "id: lorn", "dataset.parties[0]: 'name' is missing; add it"),
        (
            "id: lorn, name",
            "id: borea, name",
            "dataset.parties[0].id: 'borea' is the id of a side; use another id",
        ),
        (
            PARTY,
            PARTY.replace("  focus", "  - {id: lorn, name: Other}\n  focus"),
            "dataset.parties[1].id: duplicate party 'lorn'; remove one of the two",
        ),
        (
            "    arden: [anna]",
            "    lorn: [anna]",
            "meetings[0].leaders.lorn: no side 'lorn'; the sides are arden, borea",
        ),
    ],
    ids=["unknown party", "no name", "id of a side", "twice", "not a side"],
)
def test_a_party_that_breaks_a_rule_is_reported(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert WITH_PARTY.count(old) == 1
    problems = problems_of(write(tmp_path / "mine.yaml", WITH_PARTY.replace(old, new)))
    assert any(problem.endswith(f": {message}") for problem in problems), problems


def test_a_source_of_an_invalid_record_counts_as_used(tmp_path: Path) -> None:
    text = WHOLE.replace("  themes: [trade]\n  sources: [wire]", "  themes: [trade]")
    (problem,) = problems_of(
        write(tmp_path / "mine.yaml", text.replace("kind: summit", "kind: feast"))
    )
    assert "'feast' is not an allowed value" in problem
