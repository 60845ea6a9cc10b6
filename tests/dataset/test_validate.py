"""Values that do not fit the type of their field, each reported once with file, line and path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import HEAD, problems_of, write
from faults import Fault, assert_reported_once
from summitcli.dataset.problems import MAX_PROBLEMS
from summitcli.dataset.validate import MAX_ERRORS

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "  title: Talks in Oslo"

KEYS = {
    "misspelled": Fault(
        TITLE,
        f"{TITLE}\n  agrements: []",
        "meetings[0].agrements: unknown key; did you mean 'agreements'?",
    ),
    "misspelled, inside": Fault(
        "    city: Oslo",
        "    citty: Oslo",
        "meetings[0].place.citty: unknown key; did you mean 'city'?",
    ),
    "unknown": Fault(
        TITLE, f"{TITLE}\n  off: 1", "meetings[0].off: unknown key; the keys are id, title, "
    ),
    "missing": Fault(
        "  summary: They talked.\n",
        "",
        "meetings[0]: 'summary' is missing; add it",
        line="- id: oslo-2015",
    ),
    "missing, inside": Fault(
        "    country: Norway\n",
        "",
        "meetings[0].place: 'country' is missing; add it",
        line="  place:",
    ),
}


@pytest.mark.parametrize("fault", KEYS.values(), ids=KEYS)
def test_a_key_that_is_unknown_or_missing_is_reported(fault: Fault, tmp_path: Path) -> None:
    assert_reported_once(fault, tmp_path)


TYPES = {
    "list for text": Fault(TITLE, "  title: [a]", "meetings[0].title: expected text, got a list"),
    "number for text": Fault(
        TITLE, "  title: 1984", "meetings[0].title: expected text, got a whole number"
    ),
    "number for a date": Fault(
        "  date: 2015-05-01", "  date: 2015", "meetings[0].date: expected text"
    ),
    "nothing for text": Fault(TITLE, "  title:", "meetings[0].title: expected text, got nothing"),
    "text for a list": Fault(
        "  themes: [trade]\n  sources",
        "  themes: trade\n  sources",
        "outcomes[0].themes: expected a list, got text",
        line="  themes: trade",
    ),
    "text for keys": Fault(
        "  duration:\n    actual_minutes: 90",
        "  duration: long",
        "meetings[0].duration: expected keys and values, got text",
    ),
    "text for a number": Fault(
        "actual_minutes: 90",
        "actual_minutes: long",
        "meetings[0].duration.actual_minutes: expected a whole number",
        line="    actual_minutes: long",
    ),
    "text for a record": Fault(
        "  side: borea",
        "  side: borea\n- Cy",
        "people[2]: expected keys and values, got text",
    ),
}


@pytest.mark.parametrize("fault", TYPES.values(), ids=TYPES)
def test_a_value_of_another_type_is_reported_in_words(fault: Fault, tmp_path: Path) -> None:
    assert_reported_once(fault, tmp_path)


VALUES = {
    "empty text": Fault(TITLE, "  title: ''", "meetings[0].title: '' is not text"),
    "unknown value": Fault(
        "  kind: summit",
        "  kind: sumit",
        "meetings[0].kind: 'sumit' is not an allowed value; did you mean 'summit'?",
    ),
    "id": Fault(
        "- id: calm", "- id: Calm_2015", "outcomes[0].id: 'Calm_2015' is not an id: lower-case"
    ),
    "id with a line feed": Fault("- id: calm", '- id: "calm\\n"', "outcomes[0].id: 'calm"),
    "address of another kind": Fault(
        "url: https:",
        "url: ftp:",
        "sources[0].url: 'ftp://example.org/met' is not a web address",
        line="  url: ftp://example.org/met",
    ),
    "address with a line feed": Fault(
        "url: https://example.org/met",
        'url: "https://example.org/met\\n"',
        "sources[0].url: 'https",
        line='  url: "https://example.org/met\\n"',
    ),
    "too far north": Fault(
        "    lat: 59.9", "    lat: 90.1", "meetings[0].place.lat: expected a number <= 90"
    ),
    "too far west": Fault(
        "    lon: 10.7", "    lon: -180.1", "meetings[0].place.lon: expected a number >= -180"
    ),
    "third side": Fault(
        "    name: Borea\n",
        "    name: Borea\n  - id: cedar\n    name: Cedar\n",
        "dataset.sides: expected a list of length <= 2",
        line="  sides:",
    ),
}


@pytest.mark.parametrize("fault", VALUES.values(), ids=VALUES)
def test_a_value_out_of_bounds_is_reported(fault: Fault, tmp_path: Path) -> None:
    assert_reported_once(fault, tmp_path)


def test_a_record_has_a_limited_number_of_problems(tmp_path: Path) -> None:
    keys = "".join(f"  k{number}: 1\n" for number in range(3 * MAX_ERRORS))
    problems = problems_of(write(tmp_path / "mine.yaml", HEAD + keys))
    assert len(problems) == MAX_ERRORS


def test_checking_stops_after_too_many_problems(tmp_path: Path) -> None:
    records = "themes:\n" + "- x\n" * (3 * MAX_PROBLEMS)
    problems = problems_of(write(tmp_path / "mine.yaml", HEAD + records))
    assert len(problems) == MAX_PROBLEMS
    assert any("too many problems; stopped checking here" in problem for problem in problems)
