"""Folding text, and from what someone types to the thing that it names."""

import pytest

from summitcli.search.match import Named, match_names, nearest, typo_allowance
from summitcli.search.normalize import fold, words

LEADERS = [
    Named("mikhail-gorbachev", "Mikhail Gorbachev", ("Gorbachov", "Горбачёв")),
    Named("george-h-w-bush", "George H. W. Bush", ("Bush senior",)),
    Named("george-w-bush", "George W. Bush", ("Bush junior",)),
    Named("nikita-khrushchev", "Nikita Khrushchev", ("Хрущёв",)),
]


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Хрущёв", "khrushchev"),
        ("ХРУЩЕВ", "khrushchev"),
        ("Đà Nẵng", "da nang"),
        ("Reykjavík", "reykjavik"),
        ("Höfði", "hofdi"),
        ("Хельсинки", "khelsinki"),
        ("Ельцин", "eltsin"),
        ("Подъезд", "podezd"),
        ("Київ", "kiyiv"),
        ("Żółć", "zolc"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("Putin's plane", "putin plane"),
        ("Putin’s plane", "putin plane"),
        ("START-II_treaty", "start 2 treaty"),
        ("  two\n\twords ", "two words"),
        ("ＨＥＬＳＩＮＫＩ", "helsinki"),
        ("½", "1 2"),
        ("首脳会談", "首脳会談"),
        ("!?", ""),
        ("", ""),
    ],
)
def test_text_is_folded_to_plain_words(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert words(text) == folded.split()


def test_marks_fold_away_whether_composed_or_not() -> None:
    assert fold("й") == fold("и\u0306") == "y"
    assert fold("é") == fold("e\u0301") == "e"


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
def test_a_name_finds_all_that_bear_it(typed: str, found: list[str]) -> None:
    matched = match_names(typed, LEADERS)
    assert [named.id for named in matched.found] == found
    assert not matched.guessed


@pytest.mark.parametrize("typed", ["gorbachyov", "gorbahcev", "gorbachef", "mikail gorbachev"])
def test_a_name_is_guessed_in_spite_of_a_slip(typed: str) -> None:
    matched = match_names(typed, LEADERS)
    assert [named.id for named in matched.found] == ["mikhail-gorbachev"]
    assert matched.guessed


@pytest.mark.parametrize("typed", ["merkel", "", "?!", "gorbachev yeltsin", "xyz"])
def test_what_names_nothing_finds_nothing(typed: str) -> None:
    assert match_names(typed, LEADERS).found == ()


def test_numbers_are_never_guessed() -> None:
    treaties = [Named("salt-2018", "Osaka 2018"), Named("b", "Osaka 2019")]
    assert [named.id for named in match_names("oskaa 2019", treaties).found] == ["b"]
    assert match_names("osaka 2017", treaties).found == ()


@pytest.mark.parametrize(
    ("word", "typos"), [("war", 0), ("iran", 1), ("ukraine", 1), ("helsinki", 2)]
)
def test_longer_words_may_hold_more_typos(word: str, typos: int) -> None:
    assert typo_allowance(word) == typos


IDS = ["helsinki-2018", "helsinki-1990", "hamburg-2017", "arms-control"]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("helsinki-2081", ["helsinki-2018"]),
        ("Hamburgh-2017", ["hamburg-2017"]),
        ("arms control", ["arms-control"]),
        ("zzqqzz", []),
        ("", []),
    ],
)
def test_the_nearest_names_are_suggested_best_first(typed: str, near: list[str]) -> None:
    assert nearest(typed, IDS)[: len(near) or None] == near


def test_no_more_suggestions_are_made_than_asked_for() -> None:
    assert len(nearest("helsinki", [f"helsinki-{year}" for year in range(1990, 2000)])) == 3
    assert len(nearest("helsinki", ["helsinki-1990", "helsinki-1990"])) == 1
