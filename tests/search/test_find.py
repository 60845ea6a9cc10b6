"""Finding the record that someone names, on the fixture dataset."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from builders import dataset, event, meeting, person
from summitcli.errors import NotFoundError
from summitcli.model import Meeting, MeetingStatus, Outcome
from summitcli.search.attendance import Attendee
from summitcli.search.find import find_named
from summitcli.search.resolve import AmbiguousNameError, UnknownRecordError

if TYPE_CHECKING:
    from summitcli.model import Dataset

TODAY = date(2021, 6, 1)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Finch", "clara-finch"),
        ("Борис Стоун", "boris-stone"),
        ("stone", "boris-stone"),
        ("highmoor 2019", "highmoor-2019"),
        ("Greyford, Lorn", "greyford-2014"),
        ("town hall", "greyford-2014"),
        ("2014-09-12", "greyford-2014"),
        ("12 September 2014", "greyford-2014"),
        ("1969-06-24", "larkhill-1969"),
        ("first river summit", "larkhill-1969"),
        ("larkhill 1969", "larkhill-1969"),
        ("water", "river-rights"),
        ("ferry", "call-2016-08-20"),
        ("laurin", "sergei-laurin"),
        ("first", "greyford-2014"),
        ("last", "port-amber-2016"),
        ("Next", "larkhill-2021"),
        ("flood on the long river", "flood-2014"),
    ],
)
def test_records_are_named_as_people_name_them(
    fixture_data: Dataset, typed: str, found: str
) -> None:
    assert find_named(typed, fixture_data, today=TODAY).record.id == found


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("vale", ["oswin-vale", "anna-vale"]),
        ("larkhill", ["larkhill-1969", "larkhill-2015", "larkhill-2021"]),
        ("reed", ["jon-reed-arden", "jon-reed-borea"]),
    ],
)
def test_a_name_of_several_records_lists_them(
    fixture_data: Dataset, typed: str, ids: list[str]
) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        find_named(typed, fixture_data)
    assert sorted(item.id for item in caught.value.candidates) == sorted(ids)


def test_candidates_have_dates_in_order(fixture_data: Dataset) -> None:
    with pytest.raises(AmbiguousNameError) as caught:
        find_named("larkhill", fixture_data, Meeting)
    dates = [item.date for item in caught.value.candidates]
    assert dates[:2] == ["1969-06-23", "2015-12-31"]


def test_a_date_opens_what_was_held_in_person_and_names_the_rest() -> None:
    data = dataset(
        meeting("summit", "2015-05-01"),
        meeting("planned", "2015-05-01", status=MeetingStatus.PLANNED),
        meeting("year", "2015"),
    )
    found = find_named("1 May 2015", data)
    assert (found.record.id, found.exact) == ("summit", False)
    assert [item.id for item in found.others] == ["planned"]  # not what is dated to the year


def test_a_name_in_part_is_not_exact_and_a_title_is(fixture_data: Dataset) -> None:
    assert find_named("Clara Finch", fixture_data).exact
    in_part = find_named("finch", fixture_data)
    assert (in_part.exact, in_part.guessed) == (False, False)
    assert find_named("clara fnich", fixture_data).guessed


def test_a_misspelled_id_is_never_guessed(fixture_data: Dataset) -> None:
    with pytest.raises(UnknownRecordError) as caught:
        find_named("clara-fnich", fixture_data)
    assert [item.id for item in caught.value.candidates] == ["clara-finch"]


def test_suggestions_are_meetings_and_people_before_sources(fixture_data: Dataset) -> None:
    with pytest.raises(UnknownRecordError) as caught:
        find_named("greyford-2041", fixture_data)
    kinds = {type(fixture_data.by_id[item.id]) for item in caught.value.candidates}
    assert kinds == {Meeting}


def test_a_person_is_refused_where_a_meeting_is_meant(fixture_data: Dataset) -> None:
    with pytest.raises(NotFoundError, match=r"^'stone' is a person \(Boris Stone\), not a meeting"):
        find_named("stone", fixture_data, Meeting)


def test_only_records_of_the_type_are_found(fixture_data: Dataset) -> None:
    assert find_named("farmers", fixture_data, Outcome).record.id == "quota-in-doubt"
    with pytest.raises(UnknownRecordError):
        find_named("laurin", fixture_data, Outcome)


def test_any_person_may_be_asked_for(fixture_data: Dataset) -> None:
    assert find_named("ruth marsh", fixture_data, Attendee).record.id == "ruth-marsh"
    assert find_named("orlov", fixture_data, Attendee).record.id == "mikael-orlov"
    with pytest.raises(NotFoundError, match="'greyford-2014' is a meeting, not a person"):
        find_named("greyford-2014", fixture_data, Attendee)


def test_there_may_be_no_next_meeting(fixture_data: Dataset) -> None:
    with pytest.raises(NotFoundError, match="no meeting in person is planned after today"):
        find_named("next", fixture_data, today=date(2022, 1, 1))
    empty = dataset(person("anna-vale"), person("boris-stone", side="borea"))
    with pytest.raises(NotFoundError, match="no meeting in person is held"):
        find_named("last", empty)


def test_an_event_is_found_by_its_other_name() -> None:
    data = dataset(event("strike-2001", "2001", aliases=("Long Silence",)))
    assert find_named("long silence", data).record.id == "strike-2001"
