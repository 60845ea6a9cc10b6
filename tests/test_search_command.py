"""The search command: its filters, what it says, what it prints and what it draws."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

import pytest

from summitcli.errors import ExitCode
from summitcli.model import Dataset, Meeting
from summitcli.search.hit import Hit
from summitcli.search.index import build
from summitcli.search.lookup import lookup
from summitcli.terminal.console import draw
from summitcli.terminal.draw_hits import draw_hits

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Summit

    Find = Callable[[str], list[Hit]]


@pytest.fixture(scope="module")
def find(shipped: Dataset) -> Find:
    """Search the shipped dataset."""
    index = build(shipped)
    return lambda query: lookup(query, shipped, index)


@pytest.mark.parametrize("field", ["leader", "place", "theme", "type", "kind", "status", "year"])
def test_an_unknown_value_of_a_field_is_named_in_one_line(here: Summit, field: str) -> None:
    run = here("search", f"helsinki {field}:qqqqqq")
    assert (run.code, run.out) == (ExitCode.USAGE, "")
    assert run.err.startswith("summit: error: ")
    assert field in run.err
    assert "qqqqqq" in run.err
    assert run.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "fits"),
    [
        (["--year", "1986"], lambda m: m.date.startswith("1986")),
        (["--leader", "reagan"], lambda m: "ronald-reagan" in m.everyone),
        (["--place", "reykjavik"], lambda m: m.place.city == "Reykjavik"),
        (["--theme", "arms control"], lambda m: "arms-control" in m.themes),
        (["--kind", "summit"], lambda m: m.kind == "summit"),
        (["--status", "held"], lambda m: m.status == "held"),
        (["--since", "1985", "--until", "1988"], lambda m: "1985" <= m.date < "1989"),
    ],
)
def test_the_filters_of_the_command_line_narrow(
    here: Summit, shipped: Dataset, arguments: list[str], fits: Callable[[Meeting], bool]
) -> None:
    run = here("search", "gorbachev", *arguments, "--json")
    found = [shipped.by_id[row["id"]] for row in json.loads(run.out)]
    meetings = [record for record in found if isinstance(record, Meeting)]
    assert "reykjavik-1986" in {meeting.id for meeting in meetings}
    assert all(fits(meeting) for meeting in meetings)


def test_nothing_found_is_said_and_is_no_failure(here: Summit) -> None:
    run = here("search", "zzzqqq", "--json")
    assert (run.code, json.loads(run.out)) == (ExitCode.OK, [])
    assert run.err == "summit: note: nothing found for 'zzzqqq'\n"
    assert "; did you mean " in here("search", "summer 1985").err


def test_json_has_a_hit_with_its_matches(here: Summit) -> None:
    (hit,) = json.loads(here("search", "helsinky", "--json", "--limit", "1").out)
    assert list(hit)[:6] == ["score", "type", "id", "title", "date", "matches"]
    assert 0 < hit["score"] <= 100
    named = {key: hit[key] for key in ("type", "id", "title", "date")}
    assert named == {
        "type": "meeting", "id": "helsinki-2018", "title": "Helsinki summit", "date": "2018-07-16",
    }  # fmt: skip
    (matched,) = hit["matches"]
    assert {key: matched[key] for key in ("field", "text", "query", "how")} == {
        "field": "title", "text": "Helsinki summit", "query": "helsinky", "how": "typo",
    }  # fmt: skip


def test_explain_says_what_a_score_is_made_of(here: Summit) -> None:
    run = here("search", "helsinky", "--explain", "--limit", "1")
    assert "helsinky typo in title" in run.out
    assert "whole name" in run.out
    assert "helsinky typo" not in here("search", "helsinky", "--limit", "1").out


def test_the_command_takes_the_words_as_they_come(summit: Summit) -> None:
    run = summit("search", "putin", "osakka", "--limit", "1")
    assert run.code == ExitCode.OK
    assert "\tosaka-2019\t" in run.out


@pytest.mark.parametrize(
    ("query", "set_off"),
    [
        ("helsinky", "Helsinki"),
        ("do not congratulate", "congratulate"),
        ("salt 2", "II"),
        ("fd roosevelt", "F. D."),
        ("maralago", "Mar-a-Lago"),
        ("Хельсинки", "Хельсинки"),
    ],
)
def test_words_are_set_off_in_the_text_they_stand_in(find: Find, query: str, set_off: str) -> None:
    draw_first = partial(draw_hits, hits=find(query)[:3], explain=False)
    assert f"\x1b[1;33m{set_off}\x1b[0m" in draw(100, True, draw_first)
    assert "\x1b" not in draw(100, False, draw_first)


def test_a_long_text_is_cut_around_the_first_word(find: Find) -> None:
    hit = next(h for h in find("interpreter") if h.matches[0].text.find("interpreter") > 200)
    shown = " ".join(draw(400, False, lambda console: draw_hits(console, [hit], False)).split())
    assert "interpreter" in shown.lower()
    assert "…" in shown
    assert hit.matches[0].text not in shown


def test_a_query_that_is_too_long_is_said_to_be(here: Summit) -> None:
    run = here("search", "helsinki " * 1000, "--limit", "1")
    assert "\thelsinki-2018\t" in run.out
    assert run.err.startswith("summit: note: the query is too long; only its first 1,000")
