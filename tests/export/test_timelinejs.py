"""The JSON of TimelineJS, checked for the rules that its reader has."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from summitcli.export.selection import Extract
from summitcli.export.timelinejs import write

if TYPE_CHECKING:
    from summitcli.model import Dataset


def written(extract: Extract) -> dict[str, Any]:
    out = io.BytesIO()
    write(extract, out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


@pytest.fixture(scope="module")
def found(whole: Extract) -> dict[str, Any]:
    return written(whole)


@pytest.fixture(scope="module")
def slides(found: dict[str, Any]) -> dict[str, Any]:
    return {slide["unique_id"]: slide for slide in found["events"]}


def test_there_is_a_slide_for_each_dated_meeting_and_event(
    slides: dict[str, Any], record: Dataset
) -> None:
    dated = {meeting.id for meeting in record.meetings if meeting.date}
    assert set(slides) == dated | {event.id for event in record.context}


def test_slides_are_in_order_of_time(found: dict[str, Any]) -> None:
    dates = [tuple(slide["start_date"].values()) for slide in found["events"]]
    assert dates == sorted(dates)


def test_slides_that_do_not_fit_in_memory_are_the_same(
    whole: Extract, found: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summitcli.export.timelinejs._IN_MEMORY", 100)
    assert written(whole) == found


def test_dates_are_only_as_exact_as_they_are_known(slides: dict[str, Any]) -> None:
    assert slides["port-amber-1973"]["start_date"] == {"year": 1973, "month": 5}
    assert slides["larkhill-1969"]["start_date"] == {"year": 1969, "month": 6, "day": 23}
    assert slides["larkhill-1969"]["end_date"] == {"year": 1969, "month": 6, "day": 25}
    assert "end_date" not in slides["port-amber-1973"]


def test_the_others_are_counted(whole: Extract) -> None:
    assert write(whole, io.BytesIO()) == (
        "1 of 14 meetings and contacts has no date and is not on the timeline"
    )


def test_slides_are_in_three_groups(slides: dict[str, Any]) -> None:
    assert slides["larkhill-1969"]["group"] == "In person"
    assert slides["call-2014-02-03"]["group"] == "Calls, letters and statements"
    assert {slide["group"] for slide in slides.values()} == {
        "In person",
        "Calls, letters and statements",
        "Background",
    }


def test_a_disputed_point_is_the_medium_with_a_credit(slides: dict[str, Any]) -> None:
    medium = slides["greyford-2014"]["media"]
    assert medium["url"].startswith("<blockquote><p><b>Arden:</b> Vale said that Stone")
    assert "<b>Borea:</b>" in medium["url"]
    assert "Office of the President of Arden" in medium["credit"]


def test_texts_are_escaped(record: Dataset) -> None:
    evil = "<script>alert('x')</script> & more"
    meetings = [replace(meeting, title=evil, summary=evil) for meeting in record.meetings]
    found = written(Extract(replace(record, meetings=tuple(meetings))))
    texts = [text for slide in found["events"] for text in slide["text"].values()]
    assert not any("<script" in text for text in texts)
    tags = {tag for text in texts for tag in re.findall(r"<(\w+)", text)}
    assert tags <= {"p", "ul", "li", "a"}
