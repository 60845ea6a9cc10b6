"""Selections: an empty field restricts nothing, and records of every type can be selected."""

from __future__ import annotations

from typing import Any

import pytest

from summitcli.errors import UsageError
from summitcli.model import (
    ContextEvent,
    Dataset,
    DatasetInfo,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Person,
    Side,
    Theme,
    Topic,
    summary_of,
)
from summitcli.model.dates import parse_span
from summitcli.search.broaden import Restriction, suggest_broader
from summitcli.search.narrow import narrow, parse_year
from summitcli.search.select import (
    KINDS,
    Selection,
    focus_pair,
    in_focus,
    is_selected,
    select,
)


def meeting(identifier: str, **fields: Any) -> Meeting:
    """Return a summit of Ann and Bo in 2015, unless the fields differ."""
    usual: dict[str, Any] = {
        "title": identifier.title(),
        "summary": "Talks.",
        "kind": MeetingKind.SUMMIT,
        "status": MeetingStatus.HELD,
        "date": "2015-05-01",
        "leaders": {"us": ("ann",), "russia": ("bo",)},
    }
    return Meeting(id=identifier, **{**usual, **fields})


TRADE = Theme(id="trade", title="Trade", description="Tariffs.")
EVENT = ContextEvent(
    id="tariffs-2016",
    date="2016-02",
    category="trade",
    title="Tariffs",
    summary="New tariffs.",
    themes=("trade",),
    sources=("s",),
)
DATA = Dataset(
    info=DatasetInfo(
        title="T",
        sides=(Side(id="us", name="US"), Side(id="russia", name="Russia")),
        focus={"us": "ann", "russia": "bo"},
    ),
    people=(
        Person(id="ann", name="Ann", side="us"),
        Person(id="bo", name="Bo", side="russia"),
        Person(id="cy", name="Cy", side="us"),
    ),
    themes=(TRADE,),
    context=(EVENT,),
    meetings=(
        meeting("summit"),
        meeting("call", kind=MeetingKind.PHONE_CALL, topics=(Topic(themes=("trade",)),)),
        meeting("cancelled", status=MeetingStatus.CANCELLED, date="2017"),
        meeting("other", leaders={"us": ("cy",), "russia": ("bo",)}, date=None),
    ),
)


def selected(**fields: Any) -> list[str]:
    """Return the ids of all records that a selection selects."""
    wanted = Selection(**fields)
    return [record.id for record in DATA.by_id.values() if is_selected(record, wanted)]


def test_an_empty_selection_selects_everything() -> None:
    assert selected() == list(DATA.by_id)
    assert select(DATA, Selection()) == list(DATA.meetings)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"types": frozenset({"theme", "person"})}, ["ann", "bo", "cy", "trade"]),
        ({"themes": frozenset({"trade"})}, ["trade", "call", "tariffs-2016"]),
        ({"years": frozenset({2016, 2017})}, ["cancelled", "tariffs-2016"]),
        ({"within": parse_span("2015", "2016")}, ["summit", "call", "tariffs-2016"]),
        ({"leaders": frozenset({"ann", "cy"})}, ["summit", "call", "cancelled", "other"]),
        ({"together": frozenset({"bo", "cy"})}, ["other"]),
        ({"meetings": frozenset({"call", "other"})}, ["call", "other"]),
        ({"kinds": KINDS["remote"]}, ["call"]),
        ({"statuses": frozenset({MeetingStatus.CANCELLED})}, ["cancelled"]),
        ({"types": frozenset({"theme"}), "kinds": KINDS["any"]}, []),
    ],
)
def test_each_field_restricts_the_records(fields: dict[str, Any], found: list[str]) -> None:
    assert selected(**fields) == found
    for record in DATA.meetings:
        wanted = Selection(**fields)
        assert is_selected(summary_of(record), wanted) == is_selected(record, wanted)


def test_the_focus_pair_is_in_focus_together() -> None:
    assert focus_pair(DATA) == {"ann", "bo"}
    assert [record.id for record in DATA.meetings if not in_focus(record, DATA)] == ["other"]


def test_every_restriction_that_hides_something_is_suggested() -> None:
    wanted = Selection(
        meetings=frozenset({"call", "cancelled"}),
        kinds=KINDS["in-person"],
        statuses=frozenset({MeetingStatus.HELD}),
        together=focus_pair(DATA),
    )
    assert [(step.dropped, step.count) for step in suggest_broader(DATA, wanted)] == [
        ((Restriction.KIND,), 1),
        ((Restriction.STATUS,), 1),
    ]


@pytest.mark.parametrize(
    ("field", "typed", "selection"),
    [
        ("year", " 2018 ", Selection(years=frozenset({2018}))),
        ("leader", "cy", Selection(leaders=frozenset({"cy"}))),
        ("theme", "TRADE", Selection(themes=frozenset({"trade"}))),
        ("type", "Event", Selection(types=frozenset({"event"}))),
        ("kind", "In person", Selection(kinds=KINDS["in-person"])),
        ("kind", "sumit", Selection(kinds=KINDS["summit"])),
        ("status", "cancelled", Selection(statuses=frozenset({MeetingStatus.CANCELLED}))),
    ],
)
def test_a_typed_value_narrows_a_selection(field: str, typed: str, selection: Selection) -> None:
    narrowed, resolved = narrow(Selection(), field, typed, DATA)
    assert narrowed == selection
    assert (resolved is not None and resolved.guessed) == (typed == "sumit")


def test_repeated_values_of_a_field_are_added_up() -> None:
    selection, _ = narrow(Selection(), "kind", "call", DATA)
    selection, _ = narrow(selection, "kind", "dinner", DATA)
    assert selection.kinds == KINDS["call"] | KINDS["dinner"]


@pytest.mark.parametrize("typed", ["soon", "", "٢٠١٨", "-5", "2018-07"])
def test_other_text_is_not_a_year(typed: str) -> None:
    with pytest.raises(UsageError, match=f"^'{typed}' is not a year; expected a year such as 2018"):
        parse_year(typed)


@pytest.mark.parametrize("typed", ["0", "18", "10000"])
def test_a_year_has_four_digits(typed: str) -> None:
    with pytest.raises(UsageError, match=f"^'{typed}' is not a year of four digits"):
        parse_year(typed)
