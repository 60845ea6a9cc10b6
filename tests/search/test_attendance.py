"""Who took part in which meetings, and the filter by participant and by initiator."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summitcli.search.attendance import attendees
from summitcli.search.narrow import narrow
from summitcli.search.select import Selection, select

if TYPE_CHECKING:
    from summitcli.model import Dataset


def test_everybody_who_took_part_has_an_id(fixture_data: Dataset) -> None:
    found = {item.id: item for item in attendees(fixture_data)}
    assert found["ruth-marsh"].sides == ("arden",)
    assert found["ruth-marsh"].meetings == ("larkhill-1969",)
    assert found["jon-reed-arden"].title == found["jon-reed-borea"].title == "Jon Reed"
    assert "Анна Вейл" in found["anna-vale"].names
    assert "call-2014-02-03" in found["anna-vale"].meetings  # which lists no participants


@pytest.mark.parametrize(
    ("typed", "meetings"),
    [
        ("laurin", {"greyford-2014", "larkhill-2015"}),
        ("sergei-laurin", {"greyford-2014", "larkhill-2015"}),
        ("Lauren", {"greyford-2014", "larkhill-2015"}),
        ("Вейл", None),
        ("jon reed", {"larkhill-1969"}),
        ("finch", {"highmoor-2019", "call-2019-06-02"}),
    ],
)
def test_meetings_are_found_by_participant(
    fixture_data: Dataset, typed: str, meetings: set[str] | None
) -> None:
    selection, resolved = narrow(Selection(), "participant", typed, fixture_data)
    found = {item.id for item in select(fixture_data, selection)}
    assert found == meetings if meetings is not None else len(found) > 5
    assert resolved is not None
    assert resolved.guessed == (typed == "Lauren")


def test_participant_and_place_have_to_match_both(fixture_data: Dataset) -> None:
    selection, _ = narrow(Selection(), "participant", "laurin", fixture_data)
    selection, _ = narrow(selection, "place", "larkhill", fixture_data)
    assert [item.id for item in select(fixture_data, selection)] == ["larkhill-2015"]


@pytest.mark.parametrize(
    ("typed", "meetings"),
    [
        ("borea", {"greyford-2014", "call-2014-02-03"}),
        ("Arden", {"letter-2015-01-01"}),
        ("joint", {"call-2016-08-20"}),
        ("other", {"call-2019-06-02"}),
    ],
)
def test_meetings_are_found_by_who_asked(
    fixture_data: Dataset, typed: str, meetings: set[str]
) -> None:
    selection, _ = narrow(Selection(), "asked-by", typed, fixture_data)
    assert {item.id for item in select(fixture_data, selection)} == meetings
