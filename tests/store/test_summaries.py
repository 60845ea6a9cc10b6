"""Summaries of meetings: decoded as they were, with values that they share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from builders import ANNA_AND_BORIS, CLARA_AND_BORIS, meeting, place
from summitcli import load
from summitcli.model import summary_of
from summitcli.store.summaries import SummaryDecoder

if TYPE_CHECKING:
    from summitcli.model import Meeting, MeetingSummary

MEETINGS = load(Path(__file__).parent.parent / "fixture").meetings


def decode(*meetings: Meeting) -> list[MeetingSummary]:
    """Return the summaries of meetings, encoded and decoded by one decoder."""
    decoder = SummaryDecoder()
    return [decoder.decode(msgspec.json.encode(summary_of(item)).decode()) for item in meetings]


def test_every_summary_is_as_it_was() -> None:
    assert decode(*MEETINGS) == [summary_of(item) for item in MEETINGS]


def test_equal_values_are_kept_once() -> None:
    helsinki = place("Helsinki", "Finland")
    one, two = decode(
        meeting("one", place=helsinki, minutes=90, themes=["arms"]),
        meeting("two", place=helsinki, minutes=90, themes=["arms"]),
    )
    for field in ("place", "leaders", "duration", "themes"):
        assert getattr(one, field) is getattr(two, field), field


def test_different_values_are_not_mixed_up() -> None:
    one, two = decode(
        meeting("one", leaders=ANNA_AND_BORIS, minutes=90),
        meeting("two", leaders=CLARA_AND_BORIS, minutes=91, place=place("Oslo", "Norway")),
    )
    assert (one.leaders, two.leaders) == (ANNA_AND_BORIS, CLARA_AND_BORIS)
    assert (one.place, one.duration) != (two.place, two.duration)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"kind":"summit"', '"kind":"picnic"'),
        ('"leaders":{', '"leaders":[{'),
        ('"place":null', '"place":{"city":1}'),
        ('"themes":[]', '"themes":[1]'),
        ('"title":', '"titel":'),
    ],
)
def test_a_damaged_summary_is_refused(before: str, after: str) -> None:
    json = msgspec.json.encode(summary_of(meeting("one"))).decode()
    assert before in json
    with pytest.raises(msgspec.MsgspecError):
        SummaryDecoder().decode(json.replace(before, after))
