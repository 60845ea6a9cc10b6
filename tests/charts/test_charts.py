"""The numbers in the pictures, counted by hand in the invented dataset."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from summitcli.charts import ChartName
from summitcli.charts.draw import draw_chart
from summitcli.charts.subject import NothingToDrawError, Subject, TooManyError, credit_line
from summitcli.charts.theme import KIND_GROUPS, Picture, Row
from summitcli.model import ContextEvent, Dataset, Meeting, MeetingKind, MeetingStatus

Choose = Callable[[Callable[[Meeting], bool]], Subject]


def rows(picture: Picture, name: str) -> list[Row]:
    """The rows of a picture that are kept under a name."""
    found = picture.datasets[name]
    assert isinstance(found, list)
    return found


def held(meeting: Meeting) -> bool:
    return meeting.status is MeetingStatus.HELD


def notes(picture: Picture) -> str:
    """The lines below a picture."""
    title = picture.spec()["title"]
    assert isinstance(title, dict)
    return "\n".join(title["text"])


def test_every_kind_of_meeting_has_one_look() -> None:
    kinds = [kind for group in KIND_GROUPS for kind in group.kinds]
    assert sorted(kinds) == sorted(MeetingKind)
    for look in ("label", "colour", "shape"):
        assert len({getattr(group, look) for group in KIND_GROUPS}) == len(KIND_GROUPS)


class TestTimeline:
    def test_each_meeting_with_a_date_is_a_dot(self, subject: Subject) -> None:
        picture = draw_chart(ChartName.TIMELINE, subject)
        dated = {meeting.id for meeting in subject.meetings if meeting.date}
        assert {row["id"] for row in rows(picture, "meetings")} == dated
        assert "Not shown: 1 meeting without a date." in notes(picture)

    def test_a_lane_for_each_sort_of_contact(self, subject: Subject) -> None:
        lanes = rows(draw_chart(ChartName.TIMELINE, subject), "lanes")
        assert [row["label"] for row in lanes] == [
            "In person · 6",
            "Calls and letters · 4",
            "Disputed · 1",
            "Planned · 1",
            "Cancelled · 1",
            "Background",
        ]

    def test_a_dot_without_known_length_is_hollow(self, subject: Subject) -> None:
        dots = {row["id"]: row for row in rows(draw_chart(ChartName.TIMELINE, subject), "meetings")}
        assert dots["port-amber-1973"]["hollow"]
        assert not dots["larkhill-1969"]["hollow"]
        assert not dots["letter-2015-01-01"]["hollow"]  # a letter has no length

    def test_no_dot_is_hollow_where_no_length_is_known(self, chosen: Choose) -> None:
        picture = draw_chart(ChartName.TIMELINE, chosen(lambda meeting: meeting.duration is None))
        assert not any(row["hollow"] for row in rows(picture, "meetings"))

    def test_terms_leave_out_other_offices(self, subject: Subject) -> None:
        terms = rows(draw_chart(ChartName.TIMELINE, subject), "terms")
        assert [(row["leader"], row["years"]) for row in terms] == [
            ("O. Vale", "1966–1974"),
            ("A. Vale", "2014–2018"),
            ("Finch", "2018–2020"),
            ("A. Vale", "2020–"),
        ]

    def test_without_events_and_terms(self, subject: Subject) -> None:
        people = tuple(replace(person, offices=()) for person in subject.dataset.people)
        bare = replace(subject, dataset=replace(subject.dataset, people=people), events=())
        picture = draw_chart(ChartName.TIMELINE, bare)
        assert {"terms", "events"}.isdisjoint(picture.datasets)

    def test_events_without_room_for_titles_are_counted(self, subject: Subject) -> None:
        flood = subject.events[0]
        many = [replace(flood, id=f"flood-{number}", title="A flood " * 6) for number in range(40)]
        picture = draw_chart(ChartName.TIMELINE, replace(subject, events=many))
        titles = [row["title"] for row in rows(picture, "events")]
        untitled = titles.count("")
        assert 0 < untitled < len(many)
        assert f"No room for the titles of {untitled} background events" in notes(picture)

    def test_one_meeting_is_enough(self, chosen: Choose) -> None:
        only = chosen(lambda meeting: meeting.id == "greyford-2014")
        assert len(rows(draw_chart(ChartName.TIMELINE, only), "meetings")) == 1

    def test_too_many_meetings_are_refused(self, subject: Subject) -> None:
        many = [subject.meetings[0]] * 2000
        with pytest.raises(TooManyError, match="2,000 meetings do not fit"):
            draw_chart(ChartName.TIMELINE, replace(subject, meetings=many))

    def test_meetings_on_the_first_and_last_day_of_the_calendar(self, subject: Subject) -> None:
        meeting = subject.meetings[0]
        ends = [
            replace(meeting, id=date, date=date, end_date=None)
            for date in ("0001-01-01", "9999-12-31")
        ]
        picture = draw_chart(ChartName.TIMELINE, replace(subject, meetings=ends))
        assert [row["day"] for row in rows(picture, "meetings")] == ["0001-01-01", "9999-12-31"]


class TestMap:
    def test_places_by_number_of_meetings(self, chosen: Choose) -> None:
        picture = draw_chart(ChartName.MAP, chosen(held))
        found = [(row["place"], row["count"]) for row in rows(picture, "places")]
        assert found == [("Larkhill", 2), ("Port Amber", 2), ("Greyford", 1)]
        assert "5 meetings in 3 places." in notes(picture)
        assert "Not shown: 5 without a place on the map" in notes(picture)

    def test_a_close_up_where_many_places_are_near(self, record: Dataset) -> None:
        picture = draw_chart(
            ChartName.MAP,
            towns(record, [(10, 50), (11, 51), (12, 50), (9, 49), (10, 52), (-70, -30)]),
        )
        assert "close-up names" in picture.datasets
        inside = {row["place"] for row in rows(picture, "places") if row["in_close_up"]}
        assert inside == {f"Town {number}" for number in range(5)}

    def test_a_close_up_across_the_date_line(self, record: Dataset) -> None:
        picture = draw_chart(
            ChartName.MAP, towns(record, [(179, 0), (-179, 1), (178, 2), (-178, 3), (180, 4)])
        )
        assert all(row["in_close_up"] is True for row in rows(picture, "places"))

    def test_venues_of_one_city_are_one_place(self, record: Dataset) -> None:
        picture = draw_chart(ChartName.MAP, towns(record, [(10.0, 50.0), (10.1, 50.1)]))
        assert [row["count"] for row in rows(picture, "places")] == [2]

    def test_coordinates_are_needed_for_a_map(self, chosen: Choose) -> None:
        with pytest.raises(NothingToDrawError, match="none of the meetings has coordinates"):
            draw_chart(ChartName.MAP, chosen(lambda meeting: not meeting.in_person))


def towns(record: Dataset, points: list[tuple[float, float]]) -> Subject:
    """Meetings in towns of their own at some points, given as longitude and latitude."""
    meeting = record.meeting("greyford-2014")
    assert meeting.place is not None
    meetings = [
        replace(
            meeting, id=f"m-{n}", place=replace(meeting.place, city=f"Town {n}", lon=lon, lat=lat)
        )
        for n, (lon, lat) in enumerate(points)
    ]
    return Subject(dataset=record, meetings=meetings)


class TestYears:
    def test_bars_count_meetings(self, chosen: Choose) -> None:
        picture = draw_chart(ChartName.YEARS, chosen(held))
        found = {(row["year"], row["form"]): row["count"] for row in rows(picture, "years")}
        assert found[1969, "in person"] == 1
        assert found[2014, "call, letter or statement"] == 1
        assert sum(int(row["count"] or 0) for row in rows(picture, "totals")) == 10

    def test_pairs_come_in_the_order_of_their_first_meetings(self, chosen: Choose) -> None:
        picture = draw_chart(ChartName.YEARS, chosen(held))
        lines = list(dict.fromkeys(row["pair"] for row in rows(picture, "pairs")))
        assert lines == ["O. Vale–Orlov · 2", "A. Vale–Stone · 6", "Finch–Stone · 2"]

    def test_each_of_several_leaders_is_counted(self, subject: Subject) -> None:
        meeting = replace(
            subject.meetings[0],
            leaders={"arden": ("anna-vale",), "borea": ("boris-stone", "mikael-orlov")},
        )
        picture = draw_chart(ChartName.YEARS, replace(subject, meetings=[meeting]))
        assert [row["pair"] for row in rows(picture, "pairs")] == [
            "A. Vale–Stone · 1",
            "A. Vale–Orlov · 1",
        ]
        assert "each pair is counted" in notes(picture)

    def test_millennia_are_refused(self, subject: Subject) -> None:
        old = replace(subject.meetings[0], id="old", date="0800", end_date=None)
        with pytest.raises(TooManyError, match="years do not fit"):
            draw_chart(ChartName.YEARS, replace(subject, meetings=[old, *subject.meetings]))


class TestThemes:
    def test_fields_count_meetings_of_a_term(self, chosen: Choose) -> None:
        picture = draw_chart(ChartName.THEMES, chosen(held))
        found = {(row["theme"], row["term"]): row["count"] for row in rows(picture, "themes")}
        assert found["River rights · 5", "A. Vale\n2014–2018\n6 in all"] == 3
        assert found["Old forts · 2", "O. Vale\n1966–1974\n2 in all"] == 2

    def test_a_leader_without_offices(self, subject: Subject) -> None:
        people = tuple(replace(person, offices=()) for person in subject.dataset.people)
        bare = replace(subject, dataset=replace(subject.dataset, people=people))
        terms = {row["term"] for row in rows(draw_chart(ChartName.THEMES, bare), "themes")}
        assert "O. Vale\nnot in office\n2 in all" in terms

    def test_themes_are_needed_for_a_table(self, chosen: Choose) -> None:
        with pytest.raises(NothingToDrawError, match="none of the meetings has a theme"):
            draw_chart(ChartName.THEMES, chosen(lambda meeting: not meeting.topics))


class TestLengths:
    def test_the_longest_is_first(self, chosen: Choose) -> None:
        picture = draw_chart(ChartName.LENGTHS, chosen(held))
        found = [(row["meeting"], row["label"]) for row in rows(picture, "meetings")]
        assert found == [
            ("Larkhill summit, 1969", "over 6 h 40 min · O. Vale–Orlov"),
            ("Greyford summit, 2014", "2 h 10 min · A. Vale–Stone"),
            ("Highmoor bilateral, 2019", "1 h 15 min · Finch–Stone"),
            ("Dinner at Larkhill, 2015", "about 30 min · A. Vale–Stone"),
            ("Call on the flood, 2014", "25 min · A. Vale–Stone"),
        ]
        assert "Not shown: 5 meetings whose length is not known." in notes(picture)

    def test_only_the_longest_of_many(self, subject: Subject) -> None:
        many = [replace(subject.meetings[0], id=f"m-{number}") for number in range(30)]
        picture = draw_chart(ChartName.LENGTHS, replace(subject, meetings=many))
        assert len(rows(picture, "meetings")) == 25
        assert "The 25 longest of 30 meetings" in notes(picture)

    def test_without_lengths_there_are_no_bars(self, chosen: Choose) -> None:
        with pytest.raises(NothingToDrawError, match="the length of none"):
            draw_chart(ChartName.LENGTHS, chosen(lambda meeting: meeting.duration is None))


def test_the_credit_leaves_out_what_a_dataset_does_not_say(record: Dataset) -> None:
    info = replace(record.info, version=None, as_of=None, licence=None)
    bare = replace(record, info=info, sources=())
    assert credit_line(bare) == "Data: Meetings of the leaders of Arden and Borea"


def test_events_keep_their_order(record: Dataset, subject: Subject) -> None:
    backwards: list[ContextEvent] = list(reversed(record.context))
    first, second = (
        rows(draw_chart(ChartName.TIMELINE, replace(subject, events=events)), "events")
        for events in (record.context, backwards)
    )
    assert first == second
