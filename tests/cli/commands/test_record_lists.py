"""The lists of outcomes, people, sources, claims, events and outlook: filters and order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import ids_in, json_in

if TYPE_CHECKING:
    from conftest import Summit


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("outcomes", ["habit-of-talking", "quota-in-doubt"]),
        ("outcomes --scope Bilateral", ["habit-of-talking"]),
        ("outcomes --valence positiv", ["habit-of-talking"]),
        ("outcomes --theme tariffs", ["quota-in-doubt"]),
        ("outcomes --meeting LARKHILL-1969", ["habit-of-talking"]),
        ("outcomes --meeting highmoor-2019", []),
        ("sources --type Primary --limit 2", ["arden-readout-2014", "borea-readout-2014"]),
        ("sources --meeting larkhill-1969", ["memo-1969", "herald-1969", "holm-1999"]),
        ("sources --meeting larkhill-1969 --type news", ["herald-1969"]),
        ("claims", ["claim-1", "claim-2", "claim-3"]),
        ("claims --verdict disputed", ["claim-2"]),
        ("claims --verdict Not_Checkable", ["claim-3"]),
        ("claims --section timeline", ["claim-1"]),
        ("claims --theme water", ["claim-1"]),
        ("context", ["guns-treaty-1973", "flood-2014", "dam-break-2017"]),
        ("context --category nature", ["flood-2014", "dam-break-2017"]),
        ("context --theme fortifications", ["guns-treaty-1973"]),
        ("context --since 2014-02-10 --until 2016", ["flood-2014"]),
        ("outlook", ["dry-summers", "joint-commission"]),
        ("outlook --kind scenario", ["joint-commission"]),
        ("outlook --kind driver", ["dry-summers"]),
    ],
)
def test_a_list_contains_what_its_filters_choose(
    here: Summit, command: str, expected: list[str]
) -> None:
    assert ids_in(here(*command.split(), "--fields", "id")) == expected


def test_every_source_is_listed(here: Summit) -> None:
    sources = json_in(here("sources", "--json"))
    assert {source["id"] for source in sources} >= {"memo-1969", "amber-tv-2020", "gazette-2020"}
    assert {source["type"] for source in sources} == {"primary", "news", "analysis", "reference"}


def test_leaders_are_listed_with_their_side_and_number_of_meetings(here: Summit) -> None:
    lines = {line.split("\t")[0]: line.split("\t") for line in here("people").out.splitlines()}
    met = {person: (line[2], line[3]) for person, line in lines.items()}
    assert met == {
        "anna-vale": ("Arden", "3"),
        "oswin-vale": ("Arden", "2"),
        "clara-finch": ("Arden", "1"),
        "boris-stone": ("Borea", "4"),
        "mikael-orlov": ("Borea", "2"),
    }


@pytest.mark.parametrize("command", ["outcomes --meeting highmoor-2019", "context --until 1900"])
def test_an_empty_list_is_reported(here: Summit, command: str) -> None:
    run = here(*command.split(), "--json")
    assert json_in(run) == []
    assert "no matching" in run.err


@pytest.mark.parametrize(
    "command",
    ["outcomes", "sources", "claims", "context", "outlook", "themes", "people", "timeline"],
)
def test_every_list_is_limited_and_reversed(here: Summit, command: str) -> None:
    every = ids_in(here(command, "--fields", "id"))
    run = here(command, "-n", "1", "--reverse", "--fields", "id")
    assert (ids_in(run), run.err) == (every[-1:], "")
