"""Views: every link between records is shown from both ends."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest

from builders import dataset as dataset_of
from builders import event, meeting, source, theme
from summitcli.derived.views import View, build_view
from summitcli.model import MeetingStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from summitcli import Dataset

Links = set[tuple[str, str]]


@pytest.fixture(scope="module")
def views(fixture_data: Dataset) -> dict[str, list[Any]]:
    """Return the views of all records, by type."""
    found: dict[str, list[Any]] = defaultdict(list)
    for record in fixture_data.by_id.values():
        view = build_view(record, fixture_data)
        found[view.record_type].append(view)
    return found


def view_of(views: dict[str, list[Any]], identifier: str) -> Any:
    """Return the view of a record."""
    (found,) = (view for items in views.values() for view in items if view.id == identifier)
    return found


def test_a_meeting_names_what_refers_to_it(views: dict[str, list[Any]]) -> None:
    view = view_of(views, "greyford-2014")
    assert view.outcomes == ("habit-of-talking", "quota-in-doubt")
    assert view.claims == ("claim-1", "claim-2")
    assert view_of(views, "call-2014-02-03").events == ("flood-2014",)


def test_a_theme_names_what_concerns_it(views: dict[str, list[Any]]) -> None:
    view = view_of(views, "river-rights")
    assert view.meetings == (
        "port-amber-1973",
        "greyford-2014",
        "port-amber-2016",
        "highmoor-2019",
    )
    assert view.remote == ("call-2014-02-03",)
    assert view.outcomes == ("habit-of-talking", "quota-in-doubt")
    assert view.outlook == ("dry-summers",)
    assert view.claims == ("claim-1",)
    assert view.years == {"1973": 1, "2014": 2, "2016": 1, "2019": 1}


def test_a_person_names_the_meetings_that_were_held(views: dict[str, list[Any]]) -> None:
    view = view_of(views, "clara-finch")
    assert (view.meetings, view.remote) == (("highmoor-2019",), ("call-2019-06-02",))


def test_an_event_names_the_contacts_around_it(views: dict[str, list[Any]]) -> None:
    view = view_of(views, "flood-2014")
    assert (view.meetings, view.remote) == ((), ("call-2014-02-03",))


def test_sources_are_cited_in_full_in_the_order_of_their_mention(
    views: dict[str, list[Any]],
) -> None:
    cited = [item.id for item in view_of(views, "larkhill-1969").cited]
    assert cited == ["memo-1969", "herald-1969", "holm-1999"]
    assert view_of(views, "claim-2").cited[-1].id == "gazette-2020"


def test_a_source_names_the_records_that_cite_it(views: dict[str, list[Any]]) -> None:
    assert view_of(views, "memo-1969").cited_by == ("larkhill-1969",)
    article = view_of(views, "gazette-2020")
    assert set(article.cited_by) == {"claim-1", "claim-2", "claim-3"}
    assert "herald-2016" in view_of(views, "herald-2019").cited_by  # the same text


# One record names the other in this field, and the other names it in one of those fields.
ENDS = [
    (("outcome", ["meetings"]), ("meeting", ["outcomes"])),
    (("outcome", ["themes"]), ("theme", ["outcomes"])),
    (("claim", ["meetings"]), ("meeting", ["claims"])),
    (("claim", ["themes"]), ("theme", ["claims"])),
    (("event", ["themes"]), ("theme", ["events"])),
    (("outlook", ["themes"]), ("theme", ["outlook"])),
    (("meeting", ["events"]), ("event", ["meetings", "remote"])),
]


def links(records: Iterable[Any], names: Iterable[str]) -> Links:
    """Return the id of each record with each id in some of its fields."""
    return {(item.id, other) for item in records for name in names for other in getattr(item, name)}


def turned(pairs: Links) -> Links:
    """Return the same links from the other end."""
    return {(other, one) for one, other in pairs}


@pytest.mark.parametrize(("one", "other"), ENDS, ids=lambda end: f"{end[0]}.{'+'.join(end[1])}")
def test_every_link_is_shown_from_both_ends(
    views: dict[str, list[Any]], one: tuple[str, list[str]], other: tuple[str, list[str]]
) -> None:
    found = links(views[one[0]], one[1])
    assert found
    assert found == turned(links(views[other[0]], other[1]))


@pytest.mark.parametrize(("record_type", "field"), [("theme", "themes"), ("person", "everyone")])
def test_themes_and_people_name_all_meetings_held_with_them(
    views: dict[str, list[Any]], record_type: str, field: str
) -> None:
    held = [item for item in views["meeting"] if item.status is MeetingStatus.HELD]
    in_person, remote = (
        [item for item in held if item.in_person],
        [item for item in held if not item.in_person],
    )
    assert turned(links(in_person, [field])) == links(views[record_type], ["meetings"])
    assert turned(links(remote, [field])) == links(views[record_type], ["remote"])


def test_a_record_without_links_has_an_empty_view() -> None:
    lonely = theme("lonely")
    view: Any = build_view(lonely, dataset_of(lonely))
    assert (view.meetings, view.remote, view.claims, view.years) == ((), (), (), {})
    paper = source("paper")
    unused: View = build_view(paper, dataset_of(paper))
    assert unused.record_type == "source"
    assert unused.cited_by == ()


@pytest.mark.parametrize(
    ("met", "happened", "related"),
    [
        ("2015-05-01", "2015-05-31", True),
        ("2015-05-01", "2015-06-01", False),
        ("2015-05-01", "2015-04-01", True),
        ("2015-05-01", "2015-03-31", False),
        ("2015-05-01/2015-05-02", "2015-06-01", True),
        ("2015-05-01", "2015-05", True),
        ("2015", "2015-05-01", False),
        ("2015-05-01", "2015", False),
    ],
)
def test_events_and_meetings_within_30_days_are_linked(
    met: str, happened: str, related: bool
) -> None:
    date, _, end_date = met.partition("/")
    met_then, event_then = meeting("m", date, end_date=end_date or None), event("e", happened)
    data = dataset_of(met_then, event_then)
    meeting_view: Any = build_view(met_then, data)
    event_view: Any = build_view(event_then, data)
    assert (meeting_view.events == ("e",)) is related
    assert (event_view.meetings == ("m",)) is related


def test_a_meeting_that_was_not_held_is_not_linked_to_events() -> None:
    off, then = meeting("m", status=MeetingStatus.CANCELLED), event("e", "2015-05-01")
    view: Any = build_view(off, dataset_of(off, then))
    assert view.events == ()
