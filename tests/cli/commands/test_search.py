"""`summit search`: what it says about a search besides the hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import json_in

if TYPE_CHECKING:
    from conftest import Summit


def test_a_note_says_which_words_the_best_hit_lacks(here: Summit) -> None:
    run = here("search", "greyford selfie hashtag", "--json")
    best = json_in(run)[0]
    assert (best["id"], best["partial"]) == ("greyford-2014", True)
    assert best["unmatched"] == ["selfie", "hashtag"]
    note = "no record has all of these words; the best hit lacks 'selfie', 'hashtag'"
    assert run.err == f"summit: note: {note}\n"


def test_the_note_is_about_the_best_hit_in_any_order(here: Summit) -> None:
    run = here("search", "greyford selfie hashtag", "--reverse")
    assert "the best hit lacks 'selfie', 'hashtag'" in run.err


@pytest.mark.parametrize("query", ["greyford", "greyford summit", "12 september 2014"])
def test_nothing_is_noted_if_a_record_has_all_the_words(here: Summit, query: str) -> None:
    assert here("search", query).err == ""


def test_both_days_of_an_unclear_date_are_searched(here: Summit) -> None:
    run = here("search", "9/12/2014", "--fields", "id")
    assert "greyford-2014" in run.out.split()
    assert run.err == (
        "summit: note: the date may be 2014-12-09 or 2014-09-12; both are looked for\n"
    )


def test_other_words_for_a_theme_are_not_shown_as_its_text(here: Summit) -> None:
    for hit in json_in(here("search", "irrigation", "--json")):
        for match in hit["matches"]:
            assert match["word"] == "irrigation"
            assert match["text"] == "River rights" or "irrigation" in match["text"].lower()
