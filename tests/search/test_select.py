"""Selections: an empty field restricts nothing, and records of every type can be selected."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from builders import CLARA_AND_BORIS, dataset, event, meeting, theme
from summitcli.errors import UsageError
from summitcli.model import Dataset, MeetingKind, MeetingStatus, summary_of
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

DATA = dataset(
    theme("trade"),
    event("tariffs-2016", "2016-02", themes=("trade",)),
    meeting("summit"),
    meeting("call", kind=MeetingKind.PHONE_CALL, themes=["trade"]),
    meeting("cancelled", "2017", status=MeetingStatus.CANCELLED),
    meeting("other", None, leaders=CLARA_AND_BORIS),
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
        (
            {"types": frozenset({"theme", "person"})},
            ["anna-vale", "boris-stone", "clara-finch", "trade"],
        ),
        ({"themes": frozenset({"trade"})}, ["trade", "call", "tariffs-2016"]),
        ({"years": frozenset({2016, 2017})}, ["cancelled", "tariffs-2016"]),
        ({"within": parse_span("2015", "2016")}, ["summit", "call", "tariffs-2016"]),
        (
            {"leaders": frozenset({"anna-vale", "clara-finch"})},
            ["summit", "call", "cancelled", "other"],
        ),
        ({"together": frozenset({"boris-stone", "clara-finch"})}, ["other"]),
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
    assert focus_pair(DATA) == {"anna-vale", "boris-stone"}
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
        ("leader", "clara", Selection(leaders=frozenset({"clara-finch"}))),
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


def selections(dataset: Dataset) -> st.SearchStrategy[Selection]:
    """Return selections by the values of a dataset, of which most restrict something."""
    some_of = {
        "types": st.sampled_from(["meeting", "theme", "person", "event"]),
        "years": st.sampled_from([1969, 2014, 2015, 2016, 2020]),
        "leaders": st.sampled_from(dataset.ids("people")),
        "together": st.sampled_from(dataset.ids("people")),
        "meetings": st.sampled_from(dataset.ids("meetings")),
        "themes": st.sampled_from(dataset.ids("themes")),
        "kinds": st.sampled_from(list(MeetingKind)),
        "statuses": st.sampled_from(list(MeetingStatus)),
    }
    sets = {name: st.frozensets(values, max_size=3) for name, values in some_of.items()}
    period = st.sampled_from([parse_span("2014", "2016"), parse_span("1969-06-24")])
    return st.builds(Selection, within=st.none() | period, **sets)


@given(data=st.data())
def test_a_record_satisfies_a_selection_if_it_satisfies_each_field(
    data: st.DataObject, fixture_data: Dataset
) -> None:
    wanted = data.draw(selections(fixture_data))
    single = [Selection(**{field.name: getattr(wanted, field.name)}) for field in fields(Selection)]
    for record in fixture_data.by_id.values():
        each = all(is_selected(record, restriction) for restriction in single)
        assert is_selected(record, wanted) == each
    assert [meeting.id for meeting in select(fixture_data, wanted)] == [
        meeting.id for meeting in fixture_data.meetings if is_selected(meeting, wanted)
    ]


@given(data=st.data())
def test_more_values_of_a_field_never_select_less(
    data: st.DataObject, fixture_data: Dataset
) -> None:
    wanted = data.draw(selections(fixture_data))
    more = data.draw(selections(fixture_data))
    name = data.draw(st.sampled_from(["years", "leaders", "meetings", "themes", "kinds"]))
    values = getattr(wanted, name)
    if values:
        wider = replace(wanted, **{name: values | getattr(more, name)})
        before = {meeting.id for meeting in select(fixture_data, wanted)}
        assert before <= {meeting.id for meeting in select(fixture_data, wider)}
