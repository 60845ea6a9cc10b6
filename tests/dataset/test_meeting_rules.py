"""Rules for meetings, sessions and participants, with data that keep and that break them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import builders
from faults import Fault, assert_reported_once

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FAULTS = {
    "a meeting without leaders": Fault(
        "  leaders:\n    arden: [anna]\n    borea: [boris]",
        "  leaders: {}",
        "meetings[0].leaders: no leader is named; add at least one",
    ),
    "held, without a date": Fault(
        "  date: 2015-05-01\n  end_date: 2015-05-02\n",
        "",
        "meetings[0]: a meeting that was held must have a date; add it",
        line="- id: oslo-2015",
    ),
    "a latitude alone": Fault(
        "    lon: 10.7\n",
        "",
        "meetings[0].place.lat: lat is given without lon; give both or neither",
        line="    lat: 59.9",
    ),
    "a longitude alone": Fault(
        "    lat: 59.9\n",
        "",
        "meetings[0].place.lon: lon is given without lat; give both or neither",
        line="    lon: 10.7",
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_meeting_that_breaks_a_rule_is_reported(fault: Fault, tmp_path: Path) -> None:
    assert_reported_once(fault, tmp_path)


HEAD = """\
dataset:
  title: Two rivers
  sides: [{id: north, name: North}, {id: south, name: South}]
people:
- {id: anna-nord, name: Anna Nord, side: north, aliases: [Anna N. Nord]}
- {id: boris-sud, name: Boris Sud, side: south}
themes:
- {id: carl-west, title: Carl West, description: A theme with the name of a person.}
meetings:
- id: bridge-1999
  title: On the bridge
  summary: They met half-way.
  kind: summit
  status: held
  date: 1999-05-01
  end_date: 1999-05-02
  leaders: {north: [anna-nord], south: [boris-sud]}
"""
PARTICIPANTS = """\
  participants:
  - {name: Dora East, office: Minister, side: north}
  - {name: not named, office: Interpreter, side: south}
"""


@pytest.fixture
def problems_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Return a function that checks the meeting with more fields."""
    monkeypatch.chdir(tmp_path)

    def check(fields: str, head: str = HEAD) -> list[str]:
        return builders.problems_of(builders.write("rivers.yaml", head + fields))

    return check


def sessions(*items: str) -> str:
    """Return the field `sessions` in YAML."""
    lines = "".join(f"  - {{title: Talks, {item}}}\n" for item in items)
    return f"{PARTICIPANTS}  sessions:\n{lines}"


GOOD = {
    "nothing but a title": ["note: Alone."],
    "on both days": ["date: 1999-05-01", "date: 1999-05-02"],
    "in the month of the meeting": ["date: 1999-05"],
    "the length of the times": ["start_local: 14:10, end_local: 16:20, actual_minutes: 130"],
    "past midnight": ["start_local: 23:30, end_local: 00:15, actual_minutes: 45"],
    "past midnight, length not known": ["start_local: 20:00, end_local: 02:00"],
    "a start without an end": ["start_local: 14:10, actual_minutes: 1000"],
    "in order on a day": ["date: 1999-05-01, start_local: 10:00", "date: 1999-05-01",
                          "date: 1999-05-01, start_local: 12:00"],
    "earlier on the day after": ["date: 1999-05-01, start_local: 20:00",
                                 "date: 1999-05-02, start_local: 09:00"],
    "times of unknown days": ["start_local: 20:00", "start_local: 09:00"],
    "a participant": ["present: [Dora East]"],
}  # fmt: skip


@pytest.mark.parametrize("items", GOOD.values(), ids=GOOD)
def test_sessions_that_keep_the_rules_pass(
    problems_of: Callable[[str], list[str]], items: list[str]
) -> None:
    assert problems_of(sessions(*items)) == []


BAD = {
    "before the meeting": (
        ["date: 1999-04-30"],
        "sessions[0].date: 1999-04-30 is outside the dates of the meeting, 1999-05-01 to "
        "1999-05-02; correct one of them",
    ),
    "after the meeting": (
        ["date: 1999-05-03"],
        "sessions[0].date: 1999-05-03 is outside the dates of the meeting, 1999-05-01 to "
        "1999-05-02; correct one of them",
    ),
    "another length": (
        ["start_local: 14:10, end_local: 16:20, actual_minutes: 120"],
        "sessions[0].actual_minutes: actual_minutes is 120, but from 14:10 to 16:20 it is 130 "
        "minutes; correct one of them",
    ),
    "another length past midnight": (
        ["start_local: 23:30, end_local: 00:15, actual_minutes: 75"],
        "sessions[0].actual_minutes: actual_minutes is 75, but from 23:30 to 00:15 it is 45 "
        "minutes; correct one of them",
    ),
    "an end before the start": (
        ["start_local: 14:10, end_local: 13:40"],
        "sessions[0].end_local: end_local 13:40 is before start_local 14:10; correct one of them",
    ),
    "days out of order": (
        ["date: 1999-05-02", "date: 1999-05-01"],
        "sessions[1]: earlier than a session listed before it; list sessions in order of time",
    ),
    "times out of order": (
        ["date: 1999-05-01, start_local: 12:00", "date: 1999-05-01",
         "date: 1999-05-01, start_local: 10:00"],
        "sessions[2]: earlier than a session listed before it; list sessions in order of time",
    ),
    "a name with a typo": (
        ["present: [Dora Eest]"],
        "sessions[0].present[0]: 'Dora Eest' is not in the participants of this meeting; "
        "did you mean 'Dora East'?",
    ),
    "a stranger": (
        ["present: [Dora East, Xi]"],
        "sessions[0].present[1]: 'Xi' is not in the participants of this meeting; "
        "add the person there",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("items", "message"), BAD.values(), ids=BAD)
def test_a_session_that_breaks_a_rule_is_reported(
    problems_of: Callable[[str], list[str]], items: list[str], message: str
) -> None:
    (problem,) = problems_of(sessions(*items))
    line = len((HEAD + sessions(*items)).splitlines()) if len(items) > 1 else 22
    assert problem == f"rivers.yaml:{line}: meetings[0].{message}"


def test_sessions_of_a_meeting_of_one_day_are_in_order_without_dates(
    problems_of: Callable[..., list[str]],
) -> None:
    head = HEAD.replace("  end_date: 1999-05-02\n", "")
    good = sessions("start_local: 09:00", "start_local: 10:00")
    assert problems_of(good, head) == []
    (problem,) = problems_of(sessions("start_local: 10:00", "start_local: 09:00"), head)
    assert "sessions[1]: earlier than a session listed before it" in problem


def test_an_unknown_qualifier_is_refused_with_the_known_ones(
    problems_of: Callable[[str], list[str]],
) -> None:
    assert problems_of("  duration: {actual_minutes: 90, qualifier: about}\n") == []
    (problem,) = problems_of("  duration: {actual_minutes: 90, qualifier: abouut}\n")
    assert problem == (
        "rivers.yaml:18: meetings[0].duration.qualifier: 'abouut' is not an allowed value; "
        "did you mean 'about'? Choose from about, more-than, less-than"
    )


def participant(fields: str) -> str:
    """Return the field `participants` in YAML, with one participant."""
    return f"  participants:\n  - {{office: Minister, {fields}}}\n"


@pytest.mark.parametrize(
    "fields",
    [
        "name: Dora East, side: north",
        "name: Dora East, side: north, person: dora-east-minister",
        "name: Anna Nord, side: north",
        "name: Anna N. Nord, side: north",
        "name: Anna Nord, side: north, person: anna-nord",
        "name: Anna Nord, side: south",
        "name: Carl West, side: north, person: carl-west-north",
        "name: not named, side: north",
        "name: 习近平, side: north",
        f"name: Dora {'E' * 75}, side: north",
    ],
)
def test_a_participant_may_be_a_leader_or_somebody_else(
    problems_of: Callable[[str], list[str]], fields: str
) -> None:
    assert problems_of(participant(fields)) == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            "name: Carl West, side: north",
            "name: the id derived from this name, 'carl-west', is taken by a record in themes; "
            "add 'person' with another id",
        ),
        (
            "name: Boris X. Sud, side: north, person: boris-sud",
            "person: the id 'boris-sud' is taken by a record in people; use the name given there, "
            "or another id",
        ),
        (
            "name: Dora East, side: north, person: bridge-1999",
            "person: the id 'bridge-1999' is taken by a record in meetings; use another id",
        ),
        (
            f"name: Dora {'E' * 76}, side: north",
            "name: the id derived from this name has more than 80 characters; "
            "add 'person' with a shorter id",
        ),
    ],
)
def test_a_participant_whose_id_cannot_be_used_is_refused(
    problems_of: Callable[[str], list[str]], fields: str, message: str
) -> None:
    assert problems_of(participant(fields)) == [
        f"rivers.yaml:19: meetings[0].participants[0].{message}"
    ]


def test_a_participant_named_as_an_invalid_leader_is_not_reported(
    problems_of: Callable[..., list[str]],
) -> None:
    head = HEAD.replace("name: Anna Nord, side", "naem: Anna Nord, side")
    problems = problems_of(participant("name: Anna Nord, side: north"), head)
    assert [problem for problem in problems if "participants" in problem] == []
