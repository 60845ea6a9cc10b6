"""The characters that a dataset may hold, in texts and addresses, and in every form of file."""

from __future__ import annotations

import json
import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from builders import plain, problems_of, write
from strategies import ANY_TEXT
from summitcli.dataset.yaml_text import dump
from summitcli.model.characters import MAX_MARKS, character_fault

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Summit

ALLOWED = {
    "two lines and a tab": "a\n\tb",
    "Cyrillic": "Хельсинки – «да»",
    "letters with marks": "Tiê\u0301ng Vi\u00ea\u0323t",
    "a joiner in Persian": "می\u200cخواهم",
    "a joiner in Hindi": "क्\u200dष",
    "an emoji of several": "👩\u200d🚀 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥",
    "an emoji with a selector": "❤\ufe0f 1\ufe0f\u20e3 ↔\ufe0e",
    "a flag": "🇺🇸🇷🇺",
    "thirty marks": "a" + "\u0301" * MAX_MARKS,
    "private use": "\ue000",
}
REFUSED = {
    "a backspace": ("safe\bevil", "a control character (U+0008)"),
    "a carriage return": ("x\ry", "a control character (U+000D)"),
    "a form feed": ("x\fy", "a control character (U+000C)"),
    "an escape": ("\x1b[2J", "a control character (U+001B)"),
    "a C1 control": ("\x9b2J", "a control character (U+009B)"),
    "an override": ("a\u202eb", "a control of the direction of text (U+202E)"),
    "an isolate": ("a\u2066b", "a control of the direction of text (U+2066)"),
    "a mark of direction": ("a\u200fb", "a control of the direction of text (U+200F)"),
    "a tag": ("a\U000e0041", "an invisible tag (U+E0041)"),
    "a soft hyphen": ("a\xadb", "an invisible format character (U+00AD)"),
    "a zero-width space": ("a\u200bb", "an invisible format character (U+200B)"),
    "a byte-order mark": ("\ufeffa", "an invisible format character (U+FEFF)"),
    "an annotation": ("a\ufff9b", "an invisible format character (U+FFF9)"),
    "a deprecated format": ("a\u206ab", "an invisible format character (U+206A)"),
    "a noncharacter": ("a\ufdd0", "a code that is not a character (U+FDD0)"),
    "a noncharacter of a plane": ("a\U0001fffe", "a code that is not a character (U+1FFFE)"),
    "a joiner at the end": ("a\u200d", "a joiner that is not between two letters or emoji"),
    "a joiner at the start": ("\u200ca", "a joiner that is not between two letters or emoji"),
    "a joiner beside a space": ("a \u200db", "a joiner that is not between two letters or"),
    "a selector after a letter": ("a\ufe0f", "a variation selector that does not follow an"),
    "two selectors": ("❤\ufe0f\ufe0f", "a variation selector that does not follow an emoji"),
    "a selector of an ideograph": ("中\U000e0100", "a variation selector that does not follow"),
    "too many marks": ("a" + "\u0301\u0316" * 16, "more than 30 combining marks in a row"),
}


@pytest.mark.parametrize("text", ALLOWED.values(), ids=ALLOWED)
def test_what_real_texts_need_is_allowed(text: str) -> None:
    assert character_fault(text) is None


@pytest.mark.parametrize(("text", "fault"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_seen_is_refused(text: str, fault: str) -> None:
    found = character_fault(text)
    assert found is not None
    assert found.startswith(fault)
    assert found.isprintable()


def test_every_format_character_is_refused() -> None:
    codes = (chr(code) for code in range(0x110000))
    formats = [letter for letter in codes if unicodedata.category(letter) == "Cf"]
    assert len(formats) > 150
    assert [letter for letter in formats if character_fault(f"1 {letter} 2") is None] == []


@given(ANY_TEXT)
def test_a_text_without_a_fault_has_no_control_and_no_format_but_joiners(text: str) -> None:
    if character_fault(text) is None:
        special = {letter for letter in text if unicodedata.category(letter) in ("Cc", "Cf", "Cs")}
        assert special <= set("\t\n\u200c\u200d")


# A dataset whose theme has a title, as text that a file contains.
FORMS: dict[str, Callable[[str], str]] = {
    "a.json": lambda title: json.dumps(themed(title)),
    "b.json": lambda title: json.dumps(themed(title), ensure_ascii=False),
    "c.yaml": lambda title: dump(themed(title)),
    "themes.jsonl": lambda title: json.dumps(themed(title)["themes"][0]),
}


def themed(title: str) -> dict[str, list[dict[str, str]]]:
    return plain(themes=[{"id": "t", "title": title, "description": "x"}])


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize(("title", "fault"), REFUSED.values(), ids=REFUSED)
def test_every_form_of_file_refuses_the_same(
    tmp_path: Path, name: str, title: str, fault: str
) -> None:
    file = write(tmp_path / name, FORMS[name](title).encode("utf-8", "surrogatepass"))
    if name.endswith(".jsonl"):
        write(tmp_path / "dataset.json", plain())
        file = tmp_path
    problems = problems_of(file)
    assert len(problems) == 1
    assert f"themes[0].title: contains {fault}" in problems[0]


@pytest.mark.parametrize("name", ["a.json", "c.yaml"])
@pytest.mark.parametrize("title", ALLOWED.values(), ids=ALLOWED)
def test_every_form_of_file_takes_the_same(tmp_path: Path, name: str, title: str) -> None:
    assert problems_of(write(tmp_path / name, FORMS[name](title))) == []


ADDRESSES = {
    "https://example.org": True,
    "http://example.org:8080/a?b#c": True,
    "https://example.org?q=a@b": True,
    "https://dni.example./polit/1.html": True,
    "https://[::1]/": True,
    "https://xn--e1afmkfd.org/": True,
    "https://ru.example.org/wiki/Встреча_в_Хельсинки": True,
    "https://аррӏе.com/": False,
    "https://e\u200bvil.org/": False,
    "https://user:password@example.org/": False,
    "https://user@example.org/": False,
    "https://example.org/a b": False,
    "https://example.org/a\u00a0b": False,
    "https://example.org/a\u200db": False,
    "https://example.org/a\u2060b": False,
    "https://example.org/\U000e0041": False,
    "javascript:alert(1)": False,
    "https:///path": False,
    "https://example.org:port/": False,
}


@pytest.mark.parametrize(("address", "is_good"), ADDRESSES.items(), ids=map(ascii, ADDRESSES))
def test_addresses_show_where_they_lead(tmp_path: Path, address: str, is_good: bool) -> None:
    source = {"id": "s", "title": "S", "language": "en", "type": "news", "url": address}
    theme = {"id": "t", "title": "T", "description": "x"}
    claim = {"id": "c", "article": "s", "section": "a", "claim": "b", "record": "d"}
    claim |= {"kind": "fact", "verdict": "supported"}
    problems = problems_of(
        write(tmp_path / "a.json", plain(sources=[source], claims=[claim], themes=[theme]))
    )
    assert (problems == []) == is_good, problems
    assert all("sources[0].url" in problem for problem in problems)


def test_the_longest_text_with_as_many_marks_as_allowed_is_read(
    here: Summit, tmp_path: Path
) -> None:
    text = ("a" + "\u0301\u0316" * 15) * 1000
    file = write(
        tmp_path / "a.json", plain(themes=[{"id": "t", "title": "T", "description": text}])
    )
    assert here("--data", str(file), "list").code == 0
