"""The record since 1943, its background, claims and outlook: found, shown, and linked both ways."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

import pytest

from summitcli.derived.views import build_view
from summitcli.model import ContextEvent, Dataset, Meeting, MeetingStatus
from summitcli.search.select import Selection, ordered, select
from summitcli.tables.record_tables import meetings_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from conftest import Summit


def asked(summit: Summit, *arguments: str) -> Any:
    """What a command gives as JSON."""
    run = summit(*arguments, "--json")
    assert run.code == 0, run.err
    return json.loads(run.out)


def test_since_1943_there_were_114_meetings(summit: Summit) -> None:
    meetings = asked(summit, "list", "--all")
    assert len(meetings) == 114
    assert [meeting["date"] for meeting in meetings] == sorted(m["date"] for m in meetings)
    assert (meetings[0]["id"], meetings[-1]["id"]) == ("tehran-1943", "anchorage-2025")
    assert {meeting["status"] for meeting in meetings} == {"held"}


@pytest.mark.parametrize(
    ("filters", "side", "leader", "count"),
    [
        ("--leader reagan", "us", "ronald-reagan", 5),
        ("--leader gorbachev --since 1988", "russia", "mikhail-gorbachev", 9),
        ("--leader Хрущев", "russia", "nikita-khrushchev", 4),
        ("--leader biden", "us", "joe-biden", 1),
    ],
)
def test_a_leader_opens_the_wider_record(
    here: Summit, filters: str, side: str, leader: str, count: int
) -> None:
    meetings = asked(here, "list", *filters.split())
    assert len(meetings) == count
    assert all(leader in meeting["leaders"][side] for meeting in meetings)
    assert all(meeting["date"] >= "1988" for meeting in meetings if "--since" in filters)


def test_a_table_of_all_is_grouped_by_presidency(here: Summit) -> None:
    table = here("list", "--all", "-f", "table", COLUMNS="100").out
    headings = re.findall(r"^[A-Z][\w. ]+, \d{4}–(?:\d{4})?$", table, re.MULTILINE)
    assert headings[0] == "Franklin D. Roosevelt, 1933–1945"
    assert headings[-3:] == [
        "Donald Trump, 2017–2021",
        "Joe Biden, 2021–2025",
        "Donald Trump, 2025–",
    ]
    assert len(set(headings)) == len(headings) == 16
    assert table.count("Meeting  ") == 1  # the columns are named once
    for options in (["--all", "--sort", "title"], ["--leader", "reagan"]):
        assert headings[0] not in here("list", *options, "-f", "table").out


def test_the_meetings_of_a_presidency_follow_each_other(shipped: Dataset) -> None:
    held = ordered(select(shipped, Selection(all_leaders=True)))
    group = meetings_table(held, shipped, by_presidency=True).group
    assert group is not None
    headings = [heading for heading, _ in groupby(held, key=group)]
    assert len(headings) == len(set(headings))
    assert all(re.fullmatch(r".+, \d{4}–(\d{4})?", heading) for heading in headings)


def test_reykjavik_is_shown_with_what_happened_around_it(summit: Summit) -> None:
    shown = asked(summit, "show", "reykjavik-1986")
    assert (shown["record_type"], shown["date"], shown["end_date"]) == (
        *("meeting", "1986-10-11"),
        "1986-10-12",
    )
    assert shown["leaders"] == {"us": ["ronald-reagan"], "russia": ["mikhail-gorbachev"]}
    assert shown["cited"]


def test_an_event_is_shown_with_the_meetings_within_30_days(here: Summit) -> None:
    shown = asked(here, "show", "salt-abm-1972")
    assert (shown["record_type"], shown["meetings"]) == ("event", ["moscow-1972"])
    assert asked(here, "context", "salt-abm-1972") == shown
    assert "salt-abm-1972" in asked(here, "show", "moscow-1972")["events"]
    page = here("show", "salt-abm-1972", "-f", "table").out
    assert "Meetings within 30 days (1)" in page
    assert "1972-05-22  Moscow summit" in page


def test_a_claim_names_the_article_that_makes_it(here: Summit, shipped: Dataset) -> None:
    (article_id,) = {claim.article for claim in shipped.claims}
    shown = asked(here, "claims", "claim-26")
    assert (shown["record_type"], shown["article"]) == ("claim", article_id)
    assert shown["cited"][-1]["id"] == article_id
    page = here("show", "claim-26", "-f", "table").out
    assert re.search(r"^Claimed in  'Trump And Putin Meetings", page, re.MULTILINE)
    cited_by = asked(here, "show", article_id)["cited_by"]
    assert {claim.id for claim in shipped.claims} <= set(cited_by)


@pytest.mark.parametrize(
    ("command", "key", "value"),
    [
        ("claims --verdict disputed", "verdict", "disputed"),
        ("claims --verdict Not_Checkable", "verdict", "not-checkable"),
        ("claims --section timeline", "section", "timeline"),
        ("claims --theme syria", "themes", "syria"),
        ("context --category sanctions", "category", "sanctions"),
        ("context --theme ukraine", "themes", "ukraine"),
        ("outlook --kind scenario", "kind", "scenario"),
    ],
)
def test_the_background_is_filtered(here: Summit, command: str, key: str, value: str) -> None:
    found = asked(here, *command.split())
    every = asked(here, command.split(maxsplit=1)[0])
    expected = [row for row in every if value == row[key] or value in row[key]]
    assert 0 < len(expected) < len(every)
    assert found == expected


def test_background_events_are_listed_in_order_of_time(here: Summit) -> None:
    dates = [event["date"] for event in asked(here, "context", "--since", "2014")]
    assert dates == sorted(dates)
    assert dates[0] >= "2014"
    assert {"2014", "2022"} <= {date[:4] for date in dates}


def test_a_driver_is_shown_with_its_indicators_and_the_evidence_so_far(here: Summit) -> None:
    shown = asked(here, "outlook", "scenario-thaw")
    assert shown["record_type"] == "outlook"
    assert shown["indicators"]
    page = " ".join(here("outlook", "scenario-thaw", "-f", "table").out.split())
    assert "What to watch" in page
    assert "Evidence so far" in page
    assert " ".join(shown["evidence"][0]["text"].split()[:4]) in page


@pytest.mark.parametrize(
    ("words", "record_type", "found"),
    [
        ("reykjavik", "meeting", "reykjavik-1986"),
        ("wagner mutiny", "event", "wagner-mutiny-2023"),
        ("scenario thaw", "outlook", "scenario-thaw"),
        ("seemed to accept putin's denials of interference", "claim", "claim-30"),
        ("cyber security", "theme", "cyber-security"),
        ("gorbachev", "person", "mikhail-gorbachev"),
        ("lines of communication kept open", "outcome", "channels-kept"),
        (
            "trump and putin meetings diplomacy international relations",
            "source",
            "article-trump-putin-meetings",
        ),
    ],
)
def test_search_finds_records_of_every_type(
    here: Summit, words: str, record_type: str, found: str
) -> None:
    hits = asked(here, "search", *words.split())
    assert (record_type, found) in [(hit["type"], hit["id"]) for hit in hits[:5]]


# One record shows the other in this field ⇄ the other shows the first in one of those fields.
LINKS = [
    (("outcome", ["meetings"]), ("meeting", ["outcomes"])),
    (("outcome", ["themes"]), ("theme", ["outcomes"])),
    (("claim", ["meetings"]), ("meeting", ["claims"])),
    (("claim", ["themes"]), ("theme", ["claims"])),
    (("event", ["themes"]), ("theme", ["events"])),
    (("outlook", ["themes"]), ("theme", ["outlook"])),
    (("meeting", ["events"]), ("event", ["meetings", "remote"])),
]


@pytest.fixture(scope="module")
def views(shipped: Dataset) -> dict[str, list[Any]]:
    """Every record but the sources as `show` gives it, by type."""
    found: dict[str, list[Any]] = defaultdict(list)
    for section in ("meetings", "themes", "people", "outcomes", "context", "outlook", "claims"):
        for record in getattr(shipped, section):
            shown = build_view(record, shipped)
            found[shown.record_type].append(shown)
    return found


def pairs(records: Iterable[Any], names: Iterable[str]) -> set[tuple[str, str]]:
    """Each record with each id that it shows in some fields."""
    return {(item.id, other) for item in records for name in names for other in getattr(item, name)}


def turned(links: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The same links, looked at from the other end."""
    return {(other, one) for one, other in links}


@pytest.mark.parametrize(("here_", "there"), LINKS, ids=lambda end: f"{end[0]}.{'+'.join(end[1])}")
def test_every_link_is_shown_from_both_ends(
    views: dict[str, list[Any]], here_: tuple[str, list[str]], there: tuple[str, list[str]]
) -> None:
    links = pairs(views[here_[0]], here_[1])
    assert links
    assert links == turned(pairs(views[there[0]], there[1]))


@pytest.mark.parametrize("record_type", ["theme", "person"])
def test_a_theme_and_a_person_show_the_meetings_that_were_held_with_them(
    views: dict[str, list[Any]], record_type: str
) -> None:
    names = ["themes" if record_type == "theme" else "everyone"]
    held = [meeting for meeting in views["meeting"] if meeting.status is MeetingStatus.HELD]
    shown = views[record_type]
    assert turned(pairs((m for m in held if m.in_person), names)) == pairs(shown, ["meetings"])
    assert turned(pairs((m for m in held if not m.in_person), names)) == pairs(shown, ["remote"])


def test_a_source_shows_the_records_that_name_it(
    shipped: Dataset, views: dict[str, list[Any]]
) -> None:
    naming = defaultdict(set)
    for shown in (item for items in views.values() for item in items):
        for source in getattr(shown, "cited", ()):
            naming[source.id].add(shown.id)
    for source in shipped.sources:
        naming[source.same_text_as].add(source.id)
    several = sorted(naming.keys() - {None}, key=lambda name: -len(naming[name]))[:15]
    some = [source.id for source in shipped.sources[::40]]
    for name in [*several, *some]:
        assert set(build_view(shipped.by_id[name], shipped).cited_by) == naming[name] != set()


def test_events_and_meetings_belong_together_where_not_more_than_30_days_lie_between() -> None:
    def related(met: str, was: str, status: str = "held", met_to: str | None = None) -> bool:
        meeting = Meeting(
            id="m", title="M", summary="S", kind="summit", status=MeetingStatus(status),
            date=met, end_date=met_to, leaders={},
        )  # fmt: skip
        event = ContextEvent(id="e", date=was, title="E", category="c", summary="S")
        data = Dataset(info=None, meetings=(meeting,), context=(event,))
        shown = build_view(meeting, data).events == ("e",)
        assert shown == (build_view(event, data).meetings == ("m",))
        return shown

    assert related("2015-05-01", "2015-05-31")
    assert not related("2015-05-01", "2015-06-01")
    assert related("2015-05-01", "2015-04-01")
    assert not related("2015-05-01", "2015-03-31")
    assert related("2015-05-01", "2015-06-01", met_to="2015-05-02")
    assert related("2015-05-01", "2015-05")
    assert not related("2015", "2015-05-01")
    assert not related("2015-05-01", "2015")
    assert not related("2015-05-01", "2015-05-01", status="cancelled")
