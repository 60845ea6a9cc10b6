"""People and their meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summitcli.derived.people import leader_rows, participant_rows
from summitcli.derived.views import ParticipantView, build_view
from summitcli.pages.build import page_of
from summitcli.search.find import find_named

if TYPE_CHECKING:
    from summitcli.model import Dataset


def test_leaders_have_the_number_of_meetings_and_the_dates(fixture_data: Dataset) -> None:
    rows = {row.id: row for row in leader_rows(list(fixture_data.meetings), fixture_data)}
    stone = rows["boris-stone"]
    assert (stone.meeting_count, stone.remote_count) == (4, 4)
    assert (stone.first, stone.last) == ("2014-02-03", "2019-06-02")
    assert list(rows) == [leader.id for leader in fixture_data.people]


def test_leaders_without_meetings_are_left_out_on_request(fixture_data: Dataset) -> None:
    first = [fixture_data.meeting("larkhill-1969")]
    rows = leader_rows(first, fixture_data, keep_all=False)
    assert [row.id for row in rows] == ["oswin-vale", "mikael-orlov"]
    assert leader_rows(first, fixture_data)[0].meeting_count == 0


def test_participants_are_counted_the_most_frequent_first(fixture_data: Dataset) -> None:
    rows = participant_rows(list(fixture_data.meetings), fixture_data)
    assert rows[0].id == "boris-stone"
    lund = next(row for row in rows if row.id == "peter-lund")
    assert (lund.sides, lund.offices) == (("arden",), ("Foreign Minister",))
    assert (lund.meeting_count, lund.first, lund.last) == (2, "2014-09-12", "2015-12-31")


def test_a_participant_has_a_page_of_meetings(fixture_data: Dataset) -> None:
    view = build_view(find_named("laurin", fixture_data).record, fixture_data)
    assert isinstance(view, ParticipantView)
    assert (view.record_type, view.id) == ("participant", "sergei-laurin")
    assert view.meetings == ("greyford-2014", "larkhill-2015")
    page = page_of(view, fixture_data)
    assert (page.title, page.kicker) == ("Sergei Laurin", "Participant · Borea")
    assert [section.title for section in page.sections if section] == ["Meetings in person (2)"]
