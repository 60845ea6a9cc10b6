"""The list of equivalents: its form, and how its entries are understood."""

from __future__ import annotations

import re

import pytest

from summitcli.search.equivalents import Equivalents, _read, forms, stem
from summitcli.search.normalize import fold

TEXT, SECTIONS = _read()
LINES = [line.strip() for line in TEXT.splitlines() if line.strip() and "[" not in line]


def english(text: str) -> list[str]:
    """Return the words of a text in English."""
    typed = text.split()
    return [item.word for item in Equivalents(typed).translate(typed)]


def test_every_entry_is_written_as_words_are_folded() -> None:
    for line in LINES:
        plain = re.sub("[:;,-]", "", line)
        assert fold(plain) == plain, line


def test_the_sections_are_known() -> None:
    assert [name for _, name in SECTIONS] == ["forms", "groups", "languages"]


def test_words_of_other_languages_have_the_code_of_a_known_language() -> None:
    lines = [line for line in LINES if ": " in line]
    parts = [part for line in lines for part in line.partition(": ")[2].split("; ")]
    assert {part.partition(" ")[0] for part in parts} == {"de", "fr", "es", "it", "ru"}


def test_no_group_has_a_word_twice() -> None:
    for line in (line for line in LINES if ", " in line and ": " not in line):
        group = line.split(", ")
        assert len(set(group)) == len(group), line


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("gipfel", ["summit"]),
        ("raketenabwehr", ["missile", "defence"]),
        ("abrustungsvertrag", ["disarmament", "treaty"]),
        ("vstrecha v zheneve", ["meeting", "v", "geneva"]),
        ("crise des missiles de cuba", ["cuban", "missile", "crisis"]),
        ("greyford summit", ["greyford", "summit"]),
    ],
)
def test_words_of_other_languages_are_translated(typed: str, meaning: list[str]) -> None:
    assert english(typed) == meaning


def test_an_everyday_phrase_is_one_term_with_any_ending() -> None:
    for typed in ("kick out", "kicked out", "kicking out"):
        words = typed.split()
        ((phrase, meanings),) = Equivalents(words).everyday(words)
        assert phrase == tuple(words)
        assert "expel" in meanings


def test_words_of_a_group_find_each_other() -> None:
    for typed, other in (("soldiers", "troops"), ("troops", "soldiers"), ("seamen", "crew")):
        ((_, meanings),) = Equivalents([typed]).everyday([typed])
        assert other in meanings


@pytest.mark.parametrize("typed", ["step down", "stepped down", "tear up", "tore up", "torn up"])
def test_a_phrase_is_known_by_every_form_of_its_verb(typed: str) -> None:
    words = typed.split()
    ((phrase, _),) = Equivalents(words).everyday(words)
    assert phrase == tuple(words)


def test_short_stems_are_only_looked_for_in_cyrillic_words() -> None:
    found = Equivalents(["stenami"])
    assert [item.word for item in found.translate(["stenami"], cyrillic=True)] == ["wall"]
    assert [item.word for item in found.translate(["stenami"])] == ["stenami"]


def test_a_plane_is_not_a_plan() -> None:
    assert stem("planes") == stem("plane") != stem("plan") == stem("plans")


def test_forms_of_one_word_find_each_other() -> None:
    assert "withdrawal" in forms("withdrew")
    assert forms("greyford") == ()


@pytest.mark.parametrize("word", ["seize", "seized", "seizes", "seizing"])
def test_forms_of_a_word_have_one_stem(word: str) -> None:
    assert stem(word) == "seiz"
