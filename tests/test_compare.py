"""Meetings side by side: the same rows for each, whatever is known of them."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from summitcli.model import (
    Account,
    Assessment,
    Dataset,
    DatasetInfo,
    Deliverable,
    DeliverableStatus,
    DeliverableType,
    Duration,
    Extent,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Outcome,
    Participant,
    Person,
    Place,
    Side,
    Theme,
    Topic,
    Valence,
)
from summitcli.pages.comparison import Comparison, compare
from summitcli.pages.page import Link, text_of
from summitcli.terminal.console import draw
from summitcli.terminal.draw_comparison import draw_comparison

if TYPE_CHECKING:
    from conftest import Summit


def meeting(name: str, *themes: str, **fields: Any) -> Meeting:
    """A summit that was held, but for what is told otherwise."""
    usual = {"kind": MeetingKind.SUMMIT, "status": MeetingStatus.HELD, "leaders": {}}
    told = {"title": name.title(), "summary": f"Talks at {name}.", "date": "2015", **usual}
    return Meeting(id=name, topics=(Topic(themes=themes),), **{**told, **fields})


def judged(who: str, valence: Valence) -> Assessment:
    """An assessment."""
    return Assessment(who=who, valence=valence, claim="So it was.")


def agreed(text: str, status: str) -> Deliverable:
    """Something that was agreed, and what became of it."""
    return Deliverable(text=text, type=DeliverableType.AGREEMENT, status=DeliverableStatus(status))


OSLO = meeting(
    "oslo", "trade", "peace", "arms",
    date="2015-05-01", end_date="2015-05-02",
    place=Place(city="Oslo", country="Norway", venue="Castle"),
    duration=Duration(planned_minutes=60, actual_minutes=130),
    participants=(Participant(name="Ann", office="President", side="us"),),
    accounts=(Account(point="Who asked", versions={"us": "They did."}),),
    deliverables=(agreed("A treaty", "not-realised"), agreed("A talk", "none")),
    assessments=(
        judged("Cy", Valence.NEGATIVE), judged("Di", Valence.POSITIVE),
        judged("Ed", Valence.POSITIVE),
    ),
)  # fmt: skip
BONN = meeting("bonn", "peace", "energy", status=MeetingStatus.CANCELLED, occasion="A congress")
ROME = meeting("rome", "peace", "arms", duration=Duration(note="not known"))
DATA = Dataset(
    info=DatasetInfo(title="T", sides=(Side(id="us", name="US"), Side(id="ru", name="RU"))),
    themes=tuple(
        Theme(id=name, title=name.title(), description="D")
        for name in ("trade", "peace", "arms", "energy")
    ),
    meetings=(OSLO, BONN, ROME),
    outcomes=tuple(
        Outcome(id=f"o-{number}", statement="S", scope="global", valence=valence,
                extent=Extent.LIMITED, meetings=meetings)
        for number, (valence, meetings) in enumerate(
            [(Valence.MIXED, ("oslo", "rome")), (Valence.POSITIVE, ("oslo",)),
             (Valence.MIXED, ("oslo",))]
        )
    ),
)  # fmt: skip


def rows(*meetings: Meeting) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The rows of a comparison by what they compare."""
    return {
        row.field: tuple(tuple(map(text_of, lines)) for lines in row.values)
        for row in compare(meetings, DATA).rows
    }


def test_each_row_says_the_same_thing_of_each_meeting() -> None:
    assert rows(OSLO, BONN) == {
        "In short": (("Talks at oslo.",), ("Talks at bonn.",)),
        "Date": (("1–2 May 2015",), ("2015",)),
        "Place": (("Oslo, Norway", "Castle"), ()),
        "Kind": (("summit",), ("summit, cancelled",)),
        "Occasion": ((), ("A congress",)),
        "Length": (("2 h 10 min actual", "1 h planned"), ()),
        "At the table: US": (("Ann, President",), ()),
        "Themes in common": (("Peace",), ("Peace",)),
        "Themes of its own": (("Trade", "Arms"), ("Energy",)),
        "Agreed": (("A treaty → not realised", "A talk"), ()),
        "Accounts differ on": (("Who asked",), ()),
        "Judged": (("2 positive: Di, Ed", "1 negative: Cy"), ()),
        "Its outcomes": (("1 positive", "2 mixed"), ()),
    }


def test_the_order_asked_for_is_kept() -> None:
    compared = compare([ROME, OSLO, BONN], DATA)
    assert compared.meetings == ("rome", "oslo", "bonn")
    assert compared.titles == ("Rome", "Oslo", "Bonn")
    assert all(len(row.values) == 3 for row in compared.rows)
    swapped = rows(BONN, OSLO)
    assert {field: values[::-1] for field, values in swapped.items()} == rows(OSLO, BONN)
    assert list(swapped) == list(rows(OSLO, BONN))


def test_themes_in_common_are_those_of_all_the_meetings() -> None:
    assert compare([OSLO, ROME], DATA).themes_in_common == ("peace", "arms")
    assert compare([OSLO, ROME, BONN], DATA).themes_in_common == ("peace",)
    assert rows(OSLO, ROME, BONN)["Themes of its own"] == (
        ("Trade", "Arms"),
        ("Arms",),
        ("Energy",),
    )
    assert "Themes in common" not in rows(meeting("x", "trade"), meeting("y", "peace"))


def test_where_only_a_note_tells_of_the_length_it_stands_there() -> None:
    assert rows(OSLO, ROME)["Length"][1] == ("not known",)


def painted(compared: Comparison, width: int) -> list[str]:
    """The lines of a comparison as it is drawn."""
    return draw(width, False, partial(draw_comparison, comparison=compared)).splitlines()


def test_side_by_side_each_meeting_has_its_column() -> None:
    lines = painted(compare([OSLO, BONN], DATA), 90)
    assert lines[0].split() == ["Oslo", "Bonn"]
    assert lines[1].split() == ["oslo", "bonn"]
    column = lines[0].index("Bonn")
    said = {line[:18].strip(): line[18:] for line in lines if line[:1].strip()}
    assert said["Date"].split("  ")[-1] == "2015"
    assert said["Date"].index("2015", 15) + 18 == column
    assert said["Place"].strip().endswith("not on record")
    assert any(re.fullmatch(r" +· Castle", line) for line in lines)


@pytest.mark.parametrize("width", [20, 60])
def test_on_a_narrow_terminal_the_meetings_stand_under_each_other(width: int) -> None:
    lines = painted(compare([OSLO, BONN, ROME], DATA), width)
    date = lines.index("Date")
    assert lines[date:date + 7] == [
        "Date", "  Oslo", "    1–2 May 2015", "  Bonn", "    2015", "  Rome", "    2015",
    ]  # fmt: skip
    assert "A treaty → not realised" in " ".join(line.strip("· ") for line in lines)
    assert max(map(len, lines)) <= width


def test_reykjavik_and_anchorage_can_be_compared(summit: Summit, here: Summit) -> None:
    ids = ("reykjavik-1986", "anchorage-2025")
    run = summit("compare", *ids, "--json")
    compared = json.loads(run.out)
    assert list(compared) == ["meetings", "titles", "themes_in_common", "rows", "records"]
    assert compared["meetings"] == list(ids)
    assert compared["themes_in_common"] == ["arms-control", "human-rights"]
    found = {row["field"]: row["values"] for row in compared["rows"]}
    assert found["Date"] == [["11–12 October 1986"], ["15 August 2025"]]
    assert "2 h 45 min actual" in found["Length"][1]
    assert [list(row) for row in compared["rows"]] == [["field", "values"]] * len(found)
    plain = here("compare", *ids).out.splitlines()
    assert [line.split("\t")[0] for line in plain] == list(found)
    assert {line.count("\t") for line in plain} == {2}
    records = json.loads(here("show", *ids, "--json").out)
    for record, whole in zip(compared["records"], records, strict=True):
        assert record == {name: whole[name] for name in record}
        assert record["date"] in ("1986-10-11", "2025-08-15")
    by_title = here("compare", "Reykjavik summit", "Anchorage summit", "--json")
    assert by_title.out == run.out


def test_in_a_flat_format_each_meeting_has_a_column(here: Summit) -> None:
    ids = ("osaka-2019", "helsinki-2018", "hamburg-2017")
    rows = json.loads(here("compare", *ids, "--json").out)["rows"]
    expected = [[row["field"], *("; ".join(lines) for lines in row["values"])] for row in rows]
    written = list(csv.reader(io.StringIO(here("compare", *ids, "-f", "csv").out)))
    assert written[0] == ["field", *ids]
    assert [[cell.split("; ") for cell in line] for line in written[1:]] == [
        [list(dict.fromkeys(cell.split("; "))) for cell in line] for line in expected
    ]
    tsv = [line.split("\t") for line in here("compare", *ids, "-f", "tsv").out.splitlines()]
    assert tsv == written
    plain = [line.split("\t") for line in here("compare", *ids).out.splitlines()]
    assert plain == expected
    lines = [json.loads(line) for line in here("compare", *ids, "-f", "jsonl").out.splitlines()]
    assert [list(line) for line in lines] == [["field", *ids]] * len(rows)
    table = here("compare", *ids, "-f", "md").out.splitlines()
    assert table[0] == "| Compared | osaka-2019 | helsinki-2018 | hamburg-2017 |"
    assert len(table) == len(rows) + 2


def test_who_sat_at_the_table_is_told_side_by_side() -> None:
    leaders = {"us": ("cy",), "ru": ("di",)}
    data = replace(
        DATA,
        people=(Person(id="cy", name="Cy", side="us"), Person(id="di", name="Di", side="ru")),
    )
    compared = compare([OSLO, replace(ROME, leaders=leaders)], data)
    found = {row.field: row.values for row in compared.rows}
    assert found["At the table: US"] == ((("Ann, President",),), ((Link("cy", "Cy"),),))
    assert found["At the table: RU"] == ((), ((Link("di", "Di"),),))


@pytest.mark.parametrize(
    "ids",
    [
        ["nowhere-1900"],
        ["nowhere-1900"] * 4,
        ["helsinki-2018"],
        ["helsinki-2018", "helsinki-2018"],
        ["helsinki-2018", "osaka-2019", "Helsinki summit"],
        ["helsinki-2018", "osaka-2019", "paris-2018", "hamburg-2017"],
    ],
    ids=len,
)
def test_two_or_three_different_meetings_are_asked_for(here: Summit, ids: list[str]) -> None:
    run = here("compare", *ids)
    assert (run.code, run.out) == (2, "")
    assert "two or three different meetings: summit compare A B [C]" in run.err


def test_only_meetings_are_compared(here: Summit) -> None:
    run = here("compare", "helsinki-2018", "arms-control")
    assert (run.code, run.out) == (3, "")
    assert "'arms-control'" in run.err
