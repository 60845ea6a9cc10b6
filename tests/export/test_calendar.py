"""iCalendar, read back with icalendar and with khal."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from summitcli.export.calendar_ import uid_of, write
from summitcli.export.selection import Extract, NothingToWriteError, extract_meetings
from summitcli.model import MeetingStatus

if TYPE_CHECKING:
    from summitcli.model import Dataset

KHAL = shutil.which("khal", path=str(Path(sys.executable).parent))
DAYS = 10  # meetings of the invented dataset that are dated to the day


def written(extract: Extract, anniversaries: bool = False) -> bytes:
    out = io.BytesIO()
    write(extract, out, anniversaries)
    return out.getvalue()


def events(content: bytes) -> dict[str, Any]:
    """Return the events of a calendar by the part of their UID before the sign @."""
    calendar = Calendar.from_ical(content)
    return {str(event["uid"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}


@pytest.fixture(scope="module")
def found(whole: Extract) -> dict[str, Any]:
    return events(written(whole))


def test_there_is_an_event_for_each_meeting_dated_to_the_day(
    found: dict[str, Any], record: Dataset
) -> None:
    exact = {meeting.id for meeting in record.meetings if len(meeting.date or "") == 10}
    assert set(found) == exact
    assert len(found) == DAYS


def test_the_others_are_counted(whole: Extract) -> None:
    assert write(whole, io.BytesIO()) == (
        "4 of 14 meetings and contacts have no exact date and are not in the calendar"
    )


def test_no_event_has_a_clock_time(found: dict[str, Any]) -> None:
    for event in found.values():
        assert type(event.decoded("dtstart")) is date
        assert type(event.decoded("dtend")) is date


def test_the_last_day_is_included(found: dict[str, Any]) -> None:
    event = found["larkhill-1969"]
    assert event.decoded("dtstart") == date(1969, 6, 23)
    assert event.decoded("dtend") == date(1969, 6, 26)


def test_an_event_says_where_and_on_what(found: dict[str, Any]) -> None:
    event = found["greyford-2014"]
    assert event["summary"] == "Greyford summit"
    assert event["location"] == "Town Hall, Greyford, Lorn"
    assert (event["geo"].latitude, event["geo"].longitude) == (48.2, 16.4)
    assert "River rights" in [str(category) for category in event["categories"].cats]
    assert event["url"] == "https://president.example.org/readouts/greyford"
    assert event["status"] == "CONFIRMED"


def test_the_description_has_both_sides_and_the_sources(found: dict[str, Any]) -> None:
    text = str(found["greyford-2014"]["description"])
    assert "Arden: Anna Vale\nBorea: Boris Stone" in text
    assert "\nArden: Vale said that Stone had accepted 40 per cent." in text
    assert "\nBorea: Stone's office said that no figure had been named." in text
    assert "Sources:\n1. " in text


def test_clock_times_are_in_the_description(found: dict[str, Any]) -> None:
    text = str(found["larkhill-1969"]["description"])
    assert "Local time:\n1969-06-23 10:40–12:30: First talk of the two leaders" in text


@pytest.mark.parametrize(
    ("status", "summary", "word"),
    [
        (MeetingStatus.CANCELLED, "Cancelled: Greyford summit", "CANCELLED"),
        (MeetingStatus.NOT_HELD, "Not held: Greyford summit", "CANCELLED"),
        (MeetingStatus.PLANNED, "Planned: Greyford summit", "TENTATIVE"),
        (MeetingStatus.DISPUTED, "Disputed: Greyford summit", "TENTATIVE"),
    ],
)
def test_a_meeting_that_was_not_simply_held_says_so(
    status: MeetingStatus, summary: str, word: str, record: Dataset
) -> None:
    meeting = replace(record.meeting("greyford-2014"), status=status)
    found = events(written(Extract(replace(record, meetings=(meeting,)))))
    assert found["greyford-2014"]["summary"] == summary
    assert found["greyford-2014"]["status"] == word


def test_the_same_dataset_gives_the_same_bytes(whole: Extract) -> None:
    assert written(whole) == written(whole)


def test_the_time_stamp_is_that_of_the_dataset(found: dict[str, Any]) -> None:
    stamps = {event.decoded("dtstamp") for event in found.values()}
    assert stamps == {datetime(2021, 6, 1, tzinfo=UTC)}


def test_uids_differ_between_datasets(record: Dataset) -> None:
    sides = tuple(replace(side, id=f"{side.id}-2") for side in record.info.sides)
    meeting = record.meeting("greyford-2014")
    assert uid_of(meeting, record.info) == "greyford-2014@arden-borea.summitcli"
    assert uid_of(meeting, replace(record.info, sides=sides)) != uid_of(meeting, record.info)


def test_anniversaries_recur_every_year(whole: Extract, record: Dataset) -> None:
    found = events(written(whole, anniversaries=True))
    recurring = {key for key, event in found.items() if "rrule" in event}
    assert recurring == {m.id for m in record.meetings if m.status == "held" and m.id in found}
    assert found["greyford-2014"]["rrule"] == {"FREQ": ["YEARLY"]}


def test_lines_end_with_crlf_and_have_at_most_75_octets(whole: Extract) -> None:
    lines = written(whole).split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)


def test_a_calendar_without_events_is_not_written(record: Dataset) -> None:
    with pytest.raises(NothingToWriteError):
        written(extract_meetings(record, ["port-amber-1973"]))


KHAL_SETTINGS = """\
[calendars]
[[summit]]
path = {path}/calendar/
[sqlite]
path = {path}/khal.db
[locale]
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
timeformat = %H:%M
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = summit
"""


@pytest.mark.skipif(KHAL is None, reason="khal is not installed")
def test_khal_imports_and_lists_the_events(whole: Extract, tmp_path: Path) -> None:
    def khal(*arguments: str) -> str:
        done = subprocess.run(
            [str(KHAL), "-c", str(tmp_path / "config"), *arguments],
            check=True,
            capture_output=True,
            text=True,
            timeout=60,
            env={"HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        )
        return done.stdout

    (tmp_path / "calendar").mkdir()
    (tmp_path / "config").write_text(KHAL_SETTINGS.format(path=tmp_path), encoding="utf-8")
    file = tmp_path / "meetings.ics"
    file.write_bytes(written(whole))
    assert khal("printics", str(file)).startswith(f"{DAYS} events found")
    khal("import", "--batch", "-a", "summit", str(file))
    assert len(list((tmp_path / "calendar").iterdir())) == DAYS
    assert "Greyford summit|Town Hall, Greyford, Lorn" in khal(
        "list", "2014-09-12", "1d", "-f", "{title}|{location}"
    )
