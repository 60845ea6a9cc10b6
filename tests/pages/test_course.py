"""The course of a meeting, its length and the names on its page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from summitcli import load
from summitcli.derived.views import MeetingView, build_view
from summitcli.model import Qualifier
from summitcli.pages.build import page_of
from summitcli.pages.page import Entry, Page, Section, Versions, text_of
from summitcli.pages.wording import (
    describe_length,
    describe_source,
    format_clock_times,
    format_duration,
    humanize,
    sparkline,
)

DATA = load(Path(__file__).parent.parent / "fixture")


def view(identifier: str) -> MeetingView:
    """Return the view of a meeting."""
    found = build_view(DATA.by_id[identifier], DATA)
    assert isinstance(found, MeetingView)
    return found


def page(identifier: str) -> Page:
    """Return the page of a meeting."""
    return page_of(view(identifier), DATA)


def section(content: Page, part: str) -> Section:
    """Return the section of a part."""
    return next(item for item in content.sections if item.part == part)


def fact(content: Page, label: str) -> str:
    """Return a fact in words; empty if it is left out."""
    return next((text_of(item.parts) for item in content.facts if item.label == label), "")


def test_sessions_of_several_days_are_grouped_by_day() -> None:
    course = section(page("larkhill-1969"), "course")
    assert [group.title for group in course.groups] == [
        "Monday, 23 June 1969",
        "Tuesday, 24 June 1969",
        "Wednesday, 25 June 1969",
    ]
    assert not course.blocks


def test_a_session_has_times_room_length_people_and_sources() -> None:
    (night,) = section(page("larkhill-1969"), "course").groups[1].blocks
    assert isinstance(night, Entry)
    assert text_of(night.lead) == "22:15–00:45  Night session"
    assert text_of(night.meta) == "Great hall, 2 h 30 min"
    assert [text_of(line) for line in night.details] == ["With the leaders: Ruth Marsh"]
    assert night.references == (1, 2)


def test_people_are_listed_side_by_side_and_leaders_only_if_named() -> None:
    meeting = view("greyford-2014")
    present = ("Sergei Laurin", "Peter Lund", "Anna Vale")
    session = replace(meeting.sessions[0], present=present)
    course = section(page_of(replace(meeting, sessions=(session,)), DATA), "course")
    (entry,) = course.blocks
    assert isinstance(entry, Entry)
    assert text_of(entry.details[0]) == "Present: Peter Lund, Anna Vale; Sergei Laurin"


def test_sessions_of_one_day_have_no_heading() -> None:
    course = section(page("greyford-2014"), "course")
    assert not course.groups
    assert len(course.blocks) == 2


def test_a_length_has_its_qualifier_its_note_and_its_sources() -> None:
    content = page("larkhill-1969")
    length = next(item for item in content.facts if item.label == "Length")
    assert text_of(length.parts) == "over 6 h 40 min"
    assert length.note.startswith("Counted from the memoranda")
    assert length.references == (1,)
    assert fact(page("greyford-2014"), "Length") == "2 h 10 min, planned: 1 h 30 min"


@pytest.mark.parametrize(
    ("minutes", "qualifier", "text"),
    [
        (None, None, ""),
        (46, None, "46 min"),
        (120, Qualifier.ABOUT, "about 2 h"),
        (130, Qualifier.MORE_THAN, "over 2 h 10 min"),
        (15, Qualifier.LESS_THAN, "under 15 min"),
    ],
)
def test_lengths_in_words(minutes: int | None, qualifier: Qualifier | None, text: str) -> None:
    assert format_duration(minutes, qualifier) == text


def test_unknown_lengths_and_times_are_left_out() -> None:
    assert describe_length(None, None) == ()
    assert describe_length(None, 90) == ("planned: 1 h 30 min",)
    assert format_clock_times(None, None) == ""
    assert format_clock_times("10:40", None) == "10:40"
    assert format_clock_times(None, "12:30") == "until 12:30"


def test_third_parties_have_the_names_that_the_dataset_gives_them() -> None:
    blocks = section(page("greyford-2014"), "accounts").blocks
    named = [block.versions for block in blocks if isinstance(block, Versions)]
    assert [party for party, _ in named[1]] == ["Arden", "Borea", "Republic of Lorn"]


def test_a_call_says_when_it_is_not_known_who_asked_for_it() -> None:
    assert fact(page("call-2014-02-03"), "Initiative") == "Borea"
    assert fact(page("call-2016-08-20"), "Initiative") == "Joint"
    unknown = page_of(replace(view("call-2014-02-03"), initiator=None), DATA)
    assert fact(unknown, "Initiative") == "not known"
    assert fact(page("larkhill-1969"), "Initiative") == ""


def test_the_hyphen_of_a_pull_aside_is_kept() -> None:
    assert humanize("pull-aside") == "pull-aside"
    assert page("port-amber-2016").kicker.startswith("Pull-aside, held")


def test_a_source_without_author_and_publisher_leaves_no_gap() -> None:
    bare = replace(DATA.sources[0], author=None, publisher=None, date=None, state_media=False)
    assert describe_source(replace(bare, title="AP")) == "."
    assert describe_source(replace(bare, title="AP?", date="2018")) == " 2018."
    marked = replace(bare, title="AP", date="2018", reprint=True, state_media=True)
    assert describe_source(marked) == ". 2018 (reprint, state media)."


def test_bars_can_share_a_scale() -> None:
    assert sparkline([0, 1, 4], 8) == "·▁▄"
    assert sparkline([0, 1, 4]) == "·▂█"
