"""Matching what someone types with the names of things: exactly, in part, or despite typos."""

from __future__ import annotations

import pytest

from summitcli.search.match import (
    MAX_NAME_LENGTH,
    Named,
    match_names,
    nearest,
    typo_allowance,
)

LEADERS = [
    Named("mikhail-gorbachev", "Mikhail Gorbachev", ("Gorbachov", "Горбачёв")),
    Named("george-h-w-bush", "George H. W. Bush", ("Bush senior",)),
    Named("george-w-bush", "George W. Bush", ("Bush junior",)),
    Named("nikita-khrushchev", "Nikita Khrushchev", ("Хрущёв",)),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mikhail-gorbachev", ["mikhail-gorbachev"]),
        ("MIKHAIL GORBACHEV", ["mikhail-gorbachev"]),
        ("горбачев", ["mikhail-gorbachev"]),
        ("khrushchev", ["nikita-khrushchev"]),
        ("bush senior", ["george-h-w-bush"]),
        ("bush", ["george-h-w-bush", "george-w-bush"]),
        ("george w bush", ["george-w-bush"]),
    ],
)
def test_a_name_or_part_of_it_matches_everyone_who_has_it(typed: str, found: list[str]) -> None:
    matched = match_names(typed, LEADERS)
    assert [named.id for named in matched.found] == found
    assert not matched.guessed


@pytest.mark.parametrize("typed", ["gorbachyov", "gorbahcev", "gorbachef", "mikail gorbachev"])
def test_a_misspelled_name_is_a_guess(typed: str) -> None:
    matched = match_names(typed, LEADERS)
    assert [named.id for named in matched.found] == ["mikhail-gorbachev"]
    assert matched.guessed


@pytest.mark.parametrize("typed", ["merkel", "", "?!", "gorbachev yeltsin", "xyz", "bush " * 50])
def test_other_text_matches_nothing(typed: str) -> None:
    assert match_names(typed, LEADERS).found == ()


@pytest.mark.parametrize(
    ("typed", "known"),
    [("unsupported", "supported"), ("precise", "imprecise"), ("disproved", "proved")],
)
def test_the_opposite_is_never_guessed(typed: str, known: str) -> None:
    assert match_names(typed, [Named(known, known)]).found == ()


def test_numbers_are_never_guessed() -> None:
    treaties = [Named("salt-2018", "Osaka 2018"), Named("b", "Osaka 2019")]
    assert [named.id for named in match_names("oskaa 2019", treaties).found] == ["b"]
    assert match_names("osaka 2017", treaties).found == ()


@pytest.mark.parametrize(
    ("word", "typos"), [("war", 0), ("iran", 1), ("ukraine", 1), ("helsinki", 2)]
)
def test_longer_words_may_contain_more_typos(word: str, typos: int) -> None:
    assert typo_allowance(word) == typos


IDS = ["helsinki-2018", "helsinki-1990", "hamburg-2017", "arms-control"]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("helsinki-2081", ["helsinki-2018"]),
        ("Hamburgh-2017", ["hamburg-2017"]),
        ("arms control", ["arms-control"]),
    ],
)
def test_the_most_similar_names_are_suggested_first(typed: str, near: list[str]) -> None:
    assert nearest(typed, IDS)[: len(near)] == near


@pytest.mark.parametrize("typed", ["zzqqzz", "", "he", "helsinki " * MAX_NAME_LENGTH])
def test_nothing_similar_means_no_suggestion(typed: str) -> None:
    assert nearest(typed, IDS) == []


def test_at_most_three_different_names_are_suggested() -> None:
    assert len(nearest("helsinki", [f"helsinki-{year}" for year in range(1990, 2000)])) == 3
    assert len(nearest("helsinki", ["helsinki-1990", "helsinki-1990"])) == 1
