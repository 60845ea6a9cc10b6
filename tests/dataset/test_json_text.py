"""JSON and JSON Lines: read fast, and refused like YAML if they are hostile."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from builders import plain, problems_of, write
from summitcli.dataset.load import load
from summitcli.dataset.validate import MAX_TEXT

if TYPE_CHECKING:
    from pathlib import Path

THEME = {"id": "trade", "title": "Trade", "description": "Tariffs."}


def test_json_lines_have_a_record_on_each_line(tmp_path: Path) -> None:
    write(tmp_path / "about.json", plain())
    other = {**THEME, "id": "water"}
    write(tmp_path / "themes-1990s.jsonl", f"{json.dumps(THEME)}\n\n{json.dumps(other)}\n")
    assert [theme.id for theme in load(tmp_path).themes] == ["trade", "water"]


def test_a_line_that_is_not_json_is_named(tmp_path: Path) -> None:
    write(tmp_path / "about.json", plain())
    file = write(tmp_path / "themes.ndjson", f"{json.dumps(THEME)}\n{{\n")
    problem = problems_of(tmp_path)[0]
    assert problem.startswith(f"{file}:2: not plain JSON; each line must be one record")


def test_a_problem_in_indented_json_has_its_line(tmp_path: Path) -> None:
    text = json.dumps(plain(themes=[{**THEME, "title": 7}]), indent=1)
    file = write(tmp_path / "mine.json", text)
    line = 1 + text.split("\n").index('   "title": 7,')
    (problem,) = problems_of(file)
    assert problem.startswith(f"{file}:{line}: themes[0].title: expected text")


def titled(title: str, more: str = "") -> str:
    """Return a dataset as JSON text with a raw title, and more sections."""
    sides = '[{"id": "arden", "name": "Arden"}, {"id": "borea", "name": "Borea"}]'
    return '{"dataset": {"title": "' + title + '", "sides": ' + sides + "}" + more + "}"


REFUSED = {
    "an escape sequence": (titled("\\u001b[2J"), "dataset.title: contains a control character"),
    "a bare escape": (titled("\x1b[2J"), "a character that YAML does not allow"),
    "a lone surrogate": (
        titled("\\ud800"),
        "dataset.title: contains half of a surrogate",
    ),
    "a right-to-left override": (
        titled("\\u202e"),
        "a control of the direction of text (U+202E)",
    ),
    "a section twice": (titled("A", ', "themes": [], "themes": []'), "duplicate key"),
    "not a number": (titled("A", ', "themes": [NaN]'), "themes[0]: expected keys and values"),
    "an endless number": (titled("A", f', "themes": [{"9" * 5000}]'), "themes[0]: expected"),
    "depth": (titled("A", ', "themes": ' + "[" * 100_000), "nested deeper than 200 levels"),
    "a text too long": (titled("x" * (MAX_TEXT + 1)), "dataset.title: 1,000,001 characters"),
    "more after the end": (titled("A") + "x", ":1: did not find expected"),
}


@pytest.mark.parametrize(("content", "message"), REFUSED.values(), ids=REFUSED)
def test_hostile_json_is_refused_in_one_line(tmp_path: Path, content: str, message: str) -> None:
    (problem,) = problems_of(write(tmp_path / "mine.json", content))
    assert message in problem
    assert problem.isprintable()


def test_a_surrogate_pair_is_a_character(tmp_path: Path) -> None:
    assert load(write(tmp_path / "mine.json", titled("\\ud83d\\ude00"))).info.title == "😀"
    with_pair_in_yaml_syntax = titled("\\ud83d\\ude00", ", # a comment, which JSON has not\n")
    dataset = load(write(tmp_path / "mine.json", with_pair_in_yaml_syntax))
    assert dataset.info.title == "😀"
