"""YAML that is more than JSON, each piece refused once with file, line and path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import HEAD, problems_of, write
from faults import WHOLE, Fault, assert_reported_once
from summitcli.dataset.load import load
from summitcli.dataset.problems import MAX_PROBLEMS
from summitcli.dataset.yaml_records import MAX_KEY, MAX_KEYS

if TYPE_CHECKING:
    from pathlib import Path

TITLE, OCCASION = "  title: Talks in Oslo", "  occasion: A congress"
DEEP = "[" * 50 + "]" * 50

FAULTS = {
    "duplicate key": Fault(
        TITLE, f"{TITLE}\n  title: Again", "meetings[0].title: duplicate key; remove one of the two"
    ),
    "key of several values": Fault(
        TITLE,
        f"{TITLE}\n  ? [a, b]\n  : c",
        "meetings[0]: keys must be plain text",
        line="  ? [a, b]",
    ),
    "alias": Fault(
        TITLE,
        "  title: &a Talks in Oslo\n  status_note: *a",
        "meetings[0].status_note: YAML aliases are not allowed; repeat the value",
    ),
    "tag of a text": Fault(
        OCCASION,
        "  occasion: !!python/object/apply:os.system ls",
        "meetings[0].occasion: the YAML tag !!python/object/apply:os.system is not allowed",
    ),
    "tag of keys": Fault(
        "  place:\n",
        "  place: !!python/object:os.stat\n",
        "meetings[0].place: the YAML tag !!python/object:os.stat is not allowed",
    ),
    "tag of a list": Fault(
        "    arden: [anna]",
        "    arden: !!python/tuple [anna]",
        "meetings[0].leaders.arden: the YAML tag !!python/tuple is not allowed",
    ),
    "tag of another type": Fault(
        "    lat: 59.9",
        "    lat: !!float north",
        "meetings[0].place.lat: the YAML tag !!float is not allowed",
    ),
    "escape sequence": Fault(
        OCCASION,
        '  occasion: "\\e[31mred"',
        "meetings[0].occasion: contains a control character (U+001B); remove it",
    ),
    "text in reverse": Fault(
        OCCASION,
        "  occasion: a\u202eb",
        "meetings[0].occasion: contains a control of",
    ),
    "too deep": Fault(
        "  scope: global",
        f"  evidence: {DEEP}\n  scope: global",
        f"outcomes[0].evidence{'[0]' * 39}: nested deeper than 40 levels",
        line=f"  evidence: {DEEP}",
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_only_what_json_can_express_is_allowed(fault: Fault, tmp_path: Path) -> None:
    assert_reported_once(fault, tmp_path)


def test_words_that_yaml_1_1_would_convert_remain_text(tmp_path: Path) -> None:
    words = ["NO", "off", "yes", "12:30", "0123", "0x1F", "0o17", "1_000", "2018-07-16", "+1"]
    text = WHOLE.replace(TITLE, f"  title: NO\n  aliases: [{', '.join(words)}]")
    text = text.replace("  topics:", "  sessions:\n  - {title: on, start_local: 12:30}\n  topics:")
    (meeting,) = load(write(tmp_path / "mine.yaml", text)).meetings
    assert (meeting.title, meeting.date) == ("NO", "2015-05-01")
    assert list(meeting.aliases) == words
    assert (meeting.sessions[0].title, meeting.sessions[0].start_local) == ("on", "12:30")


THEMES = HEAD + "themes:\n"
REFUSED = {
    "a long key": (f"- {{{'k' * (MAX_KEY + 1)}: 1}}", "a key of 201 characters: 'kkk"),
    "an object of Python": ("- !!python/object/apply:os.system [id]", "is not allowed"),
    "a number in sixties": ("- {id: a, title: !!int 12:30}", "the YAML tag !!int is not"),
    "bytes": ("- {id: a, title: !!binary aGk=}", "the YAML tag !!binary is not"),
    "a set": ("- !!set {a, b}", "the YAML tag !!set is not"),
    "a merge key": ("- &a {id: a, title: A, description: A}\n- {<<: *a, id: b}", ".<<: "),
    "an alias of its parent": ("- &a {title: *a}", "YAML aliases are not allowed"),
    "an escaped NUL": ('- {id: "a\\0b"}', "themes[0].id: contains a control"),
    "a control character in a key": ('- {"\\e[31m": 1}', "\\x1b[31m: unknown key"),
    "an isolate": ("- {id: a\u2067b}", "themes[0].id: contains a control of"),
    "a number without end": (f"- {{id: a, title: {'9' * 100_000}}}", "title: expected text"),
}


@pytest.mark.parametrize(("records", "message"), REFUSED.values(), ids=REFUSED)
def test_hostile_records_are_refused_in_short_lines(
    tmp_path: Path, records: str, message: str
) -> None:
    problems = problems_of(write(tmp_path / "mine.yaml", f"{THEMES}{records}\n"))
    assert any(message in problem for problem in problems), problems
    assert all(problem.isprintable() and len(problem) < 500 for problem in problems)


def test_sections_are_lists_of_records_with_known_names(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    assert problems_of(write(file, HEAD + "themes:\n")) == []
    (problem,) = problems_of(write(file, HEAD + "themes: {a: b}\n"))
    assert problem.endswith("mine.yaml:6: themes: expected a list of records")
    (problem,) = problems_of(write(file, HEAD + "theems: []\n"))
    assert "mine.yaml:6: theems: unknown section; the sections are claims, " in problem


def test_a_hundred_thousand_keys_are_one_problem(tmp_path: Path) -> None:
    keys = "".join(f"  k{number}: 1\n" for number in range(100_000))
    (problem,) = problems_of(write(tmp_path / "mine.yaml", "dataset:\n" + keys))
    assert problem.endswith(f":2: dataset: 100,000 keys; a record has at most {MAX_KEYS:,}")


def test_reading_stops_after_too_many_problems(tmp_path: Path) -> None:
    problems = problems_of(write(tmp_path / "mine.yaml", "themes:\n" + "- !x a\n" * 3000))
    assert len(problems) == MAX_PROBLEMS
    assert any("too many problems; stopped reading here" in problem for problem in problems)
