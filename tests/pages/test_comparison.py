"""Meetings side by side: the same rows for each, whatever is known of them."""

from __future__ import annotations

from builders import (
    ANNA,
    BORIS,
    CLARA_AND_BORIS,
    assessment,
    dataset,
    deliverable,
    meeting,
    outcome,
    person,
    place,
    theme,
)
from summitcli.model import Account, Duration, Meeting, MeetingStatus, Participant, Valence
from summitcli.pages.comparison import compare
from summitcli.pages.page import Link, text_of

OSLO = meeting(
    "oslo",
    "2015-05-01",
    end_date="2015-05-02",
    summary="Talks at Oslo.",
    themes=["trade", "peace", "forts"],
    place=place("Oslo", "Norway", venue="Castle"),
    duration=Duration(planned_minutes=60, actual_minutes=130),
    leaders={},
    participants=(Participant(name="Ann Hill", office="Envoy", side="arden"),),
    accounts=(Account(point="Who asked", versions={"arden": "They did."}),),
    deliverables=(deliverable("A treaty", "not-realised"), deliverable("A talk", "none")),
    assessments=(
        assessment("Cy", "negative"),
        assessment("Di", "positive"),
        assessment("Ed", "positive"),
    ),
)
BONN = meeting(
    "bonn",
    "2015",
    summary="Talks at Bonn.",
    themes=["peace", "energy"],
    status=MeetingStatus.CANCELLED,
    occasion="A congress",
    leaders={},
)
ROME = meeting(
    "rome", "2015", themes=["peace", "forts"], duration=Duration(note="not known"), leaders={}
)
DATA = dataset(
    ANNA,
    BORIS,
    person("clara-finch"),
    OSLO,
    BONN,
    ROME,
    *map(theme, ("trade", "peace", "forts", "energy")),
    outcome("first", "oslo", "rome"),
    outcome("second", "oslo", valence=Valence.POSITIVE),
    outcome("third", "oslo"),
)


def rows(*meetings: Meeting) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the rows of a comparison as text."""
    return {
        row.field: tuple(tuple(map(text_of, lines)) for lines in row.values)
        for row in compare(meetings, DATA).rows
    }


def test_each_row_says_the_same_thing_of_each_meeting() -> None:
    assert rows(OSLO, BONN) == {
        "In short": (("Talks at Oslo.",), ("Talks at Bonn.",)),
        "Date": (("1–2 May 2015",), ("2015",)),
        "Place": (("Oslo, Norway", "Castle"), ()),
        "Kind": (("summit",), ("summit, cancelled",)),
        "Occasion": ((), ("A congress",)),
        "Length": (("2 h 10 min", "planned: 1 h"), ()),
        "At the table: Arden": (("Ann Hill, Envoy",), ()),
        "Themes in common": (("Peace",), ("Peace",)),
        "Other themes": (("Trade", "Forts"), ("Energy",)),
        "Agreed": (("A treaty → not realised", "A talk"), ()),
        "Accounts differ on": (("Who asked",), ()),
        "Judged": (("2 positive: Di, Ed", "1 negative: Cy"), ()),
        "Its outcomes": (("1 positive", "2 mixed"), ()),
    }


def test_the_order_of_the_meetings_is_kept() -> None:
    compared = compare([ROME, OSLO, BONN], DATA)
    assert compared.meetings == ("rome", "oslo", "bonn")
    assert compared.titles == ("Rome", "Oslo", "Bonn")
    assert all(len(row.values) == 3 for row in compared.rows)
    swapped = rows(BONN, OSLO)
    assert {field: values[::-1] for field, values in swapped.items()} == rows(OSLO, BONN)
    assert list(swapped) == list(rows(OSLO, BONN))


def test_themes_in_common_are_those_of_all_the_meetings() -> None:
    assert compare([OSLO, ROME], DATA).themes_in_common == ("peace", "forts")
    assert compare([OSLO, ROME, BONN], DATA).themes_in_common == ("peace",)
    own = rows(OSLO, ROME, BONN)["Other themes"]
    assert own == (("Trade", "Forts"), ("Forts",), ("Energy",))


def test_a_row_in_which_nothing_is_known_is_left_out() -> None:
    one, other = meeting("x", themes=["trade"]), meeting("y", themes=["peace"])
    assert "Themes in common" not in rows(one, other)
    assert "Length" not in rows(one, other)


def test_a_note_on_the_length_replaces_an_unknown_length() -> None:
    assert rows(OSLO, ROME)["Length"][1] == ("not known",)


def test_leaders_who_are_not_listed_as_participants_are_links() -> None:
    compared = compare([OSLO, meeting("x", leaders=CLARA_AND_BORIS)], DATA)
    found = {row.field: row.values for row in compared.rows}
    clara, boris = Link("clara-finch", "Clara Finch"), Link("boris-stone", "Boris Stone")
    assert found["At the table: Arden"] == ((("Ann Hill", ", Envoy"),), ((clara,),))
    assert found["At the table: Borea"] == ((), ((boris,),))
