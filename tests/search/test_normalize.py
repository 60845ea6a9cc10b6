"""Folding text to plain words, so that spelling, scripts and marks do not matter."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summitcli.search.normalize import fold, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Хрущёв", "khrushchev"),
        ("ХРУЩЕВ", "khrushchev"),
        ("Хельсинки", "khelsinki"),
        ("Ельцин", "eltsin"),
        ("Подъезд", "podezd"),
        ("Київ", "kiyiv"),
        ("首脳会談", "首脳会談"),
    ],
)
def test_other_scripts_are_written_in_latin_letters_if_possible(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đà Nẵng", "da nang"),
        ("Reykjavík", "reykjavik"),
        ("Höfði", "hofdi"),
        ("Żółć", "zolc"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("ＨＥＬＳＩＮＫＩ", "helsinki"),
        ("½", "1 2"),
        ("e\u0301é", "ee"),
        ("йи\u0306", "yy"),
    ],
)
def test_marks_and_capitals_are_removed(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Putin's plane", "putin plane"),
        ("Putin’s plane", "putin plane"),
        ("START-II_treaty", "start 2 treaty"),
        ("F.D.R.", "fdr"),
        ("  two\n\twords ", "two words"),
        ("!?", ""),
        ("", ""),
    ],
)
def test_words_are_separated_by_single_spaces(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert words(text) == folded.split()


@given(st.text())
@example("ŉ İ ẞ ͅ ϓ ᾳ ﬃ Ⅷ ½ ʼn й и\u0306 각 ۲ _'s’S")
@example("I.I.I. i.i's 'S.s İ Ⅷ ½ F. D. Roosevelt’s")
def test_folding_twice_is_the_same_as_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert words(fold(text)) == words(text)
