"""`summit timeline`: the entries that the filters choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import ids_in, json_in

if TYPE_CHECKING:
    from conftest import Summit

MEETINGS = ["greyford-2014", "larkhill-2015", "port-amber-2016"]
CONTACTS = ["call-2014-02-03", "greyford-2014", "letter-2015-01-01", *MEETINGS[1:]]
CONTACTS += ["call-2016-08-20"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("", ["flood-2014", *CONTACTS, "dam-break-2017"]),
        ("--no-context", CONTACTS),
        ("--no-context --kind in-person", MEETINGS),
        ("--no-context --kind call", ["call-2014-02-03", "call-2016-08-20"]),
        ("--since 2014-02-03 --until 2014-09", ["flood-2014", *CONTACTS[:2]]),
        ("--theme tariffs", ["larkhill-2015", "port-amber-2016", "call-2016-08-20"]),
        ("--all --until 1973", ["larkhill-1969", "port-amber-1973", "guns-treaty-1973"]),
    ],
)
def test_entries_are_chosen_in_order_of_time(
    here: Summit, filters: str, expected: list[str]
) -> None:
    entries = json_in(here("timeline", *filters.split(), "--json"))
    assert [entry["id"] for entry in entries] == expected
    assert [entry["date"] for entry in entries] == sorted(entry["date"] for entry in entries)


def test_events_stand_around_meetings_and_never_alone(here: Summit) -> None:
    run = here("timeline", "--place", "highmoor")
    assert (run.code, run.out) == (0, "")
    assert "no matching entries" in run.err
    assert json_in(here("timeline", "--place", "highmoor", "--all", "--json"))


def test_every_entry_says_what_it_is(here: Summit) -> None:
    entries = json_in(here("timeline", "--all", "--json"))
    assert {entry["what"] for entry in entries} == {"meeting", "call", "letter", "event"}
    assert all((entry["status"] is None) == (entry["what"] == "event") for entry in entries)


def test_the_background_begins_with_the_meetings_of_the_focus_pair(here: Summit) -> None:
    assert "guns-treaty-1973" not in ids_in(here("timeline", "--fields", "id"))
    assert "guns-treaty-1973" in ids_in(here("timeline", "--all", "--fields", "id"))


def test_an_empty_timeline_is_reported(here: Summit) -> None:
    run = here("timeline", "--until", "1900", "--json")
    assert json_in(run) == []
    assert run.err.startswith("summit: note: ")


@pytest.mark.parametrize(
    ("filters", "gap"),
    [
        ("--all", "1974–2013: 40 years without an entry"),
        ("--kind dinner,bilateral --all --no-context", "2016–2018: 3 years without a match"),
    ],
)
def test_a_gap_says_whether_its_years_are_empty_or_filtered(
    here: Summit, filters: str, gap: str
) -> None:
    assert gap in here("timeline", *filters.split(), "-f", "table").out
