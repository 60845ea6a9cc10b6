"""Parsing and writing YAML: errors with their line, no traps, and data that come back unchanged."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import HEAD, problems_of, write
from strategies import CLEAN
from summitcli.dataset.read import read
from summitcli.dataset.validate import MAX_TEXT
from summitcli.dataset.yaml_text import YamlError, compose, dump

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("text", ["a: [", "a: b: c", "a: *b", "a: 1\n---\nb: 2", "\ta: 1"])
def test_an_error_of_syntax_has_its_line(text: str) -> None:
    with pytest.raises(YamlError) as caught:
        compose("# a comment\n" + text)
    assert caught.value.line >= 2


def test_dates_are_quoted_and_long_texts_folded() -> None:
    data = {"date": "2018-07-16", "note": "null", "title": "Talks"}
    assert dump(data) == "date: '2018-07-16'\nnote: 'null'\ntitle: Talks\n"
    assert dump({"summary": "word " * 30 + "end"}).startswith("summary: >-\n  word word")


TEXT = HEAD + "themes:\n- {id: trade, title: Trade, description: Tariffs.}\n"
READ = {
    "a byte-order mark": "\ufeff" + TEXT,
    "CRLF": TEXT.replace("\n", "\r\n"),
    "CR alone": TEXT.replace("\n", "\r"),
    "a text of many brackets": TEXT.replace("Tariffs.", "'" + "[" * 1000 + "'"),
    "a text far to the right": TEXT.replace("Tariffs.", " " * 10_000 + "Tariffs."),
    "the longest text": TEXT.replace("Tariffs.", "x" * MAX_TEXT),
}


@pytest.mark.parametrize("text", READ.values(), ids=READ)
def test_unusual_but_valid_files_are_read(tmp_path: Path, text: str) -> None:
    assert problems_of(write(tmp_path / "mine.yaml", text)) == []


REFUSED: dict[str, tuple[str | bytes, str]] = {
    "a text too long": (TEXT.replace("Trade", "x" * (MAX_TEXT + 1)), "1,000,001 characters"),
    "10 MB of one text": (TEXT.replace("Trade", "x" * 10**7), "10,000,000 characters; a text may"),
    "an object at the top": ("!!python/object:os.stat\ndataset: 1\n", ":2: dataset: expected keys"),
    "an undefined alias": ("dataset: *a\n", "found undefined alias"),
    "two documents": (TEXT + "---\n" + TEXT, "a second document; a file may have only one"),
    "a NUL": (TEXT.replace("Two", "a\0b"), ":2: a binary file, not text"),
    "a bare escape": (TEXT.replace("Two", "é\né: \x1b[2J"), ":3: a character that YAML does not"),
    "a C1 control": (TEXT.replace("Two", "a\x9b2Jb"), "a character that YAML does not allow"),
    "a lone surrogate": (TEXT.replace("Two countries", '"\\ud800"'), ":2: found invalid Unicode"),
    "half a pair in bytes": (TEXT.encode().replace(b"Two", b"\xed\xa0\x80"), ":2: not UTF-8 text"),
    "UTF-16": (TEXT.encode("utf-16"), ":1: not UTF-8 text; save the file as UTF-8"),
    "only line feeds": ("\n" * 1_000_000, ":1: the file is empty"),
}


@pytest.mark.parametrize(("content", "message"), REFUSED.values(), ids=REFUSED)
def test_other_files_are_refused_with_a_reason(
    tmp_path: Path, content: str | bytes, message: str
) -> None:
    (problem,) = problems_of(write(tmp_path / "mine.yaml", content))
    assert message in problem
    assert problem.isprintable()
    assert len(problem) < 500


DEEP = {
    "flow": "themes: " + "[" * 100_000,
    "flow, closed": "themes: " + "[" * 100_000 + "]" * 100_000,
    "keys in flow": "themes: " + "{a: " * 100_000,
    "block": "".join(f"{' ' * level}a:\n" for level in range(2_000)),
    "sequences in mappings": "".join(f"{' ' * level}- a:\n" for level in range(0, 2_000, 2)),
    "one line": "- " * 100_000 + "x\n",
    "one line of keys": "? " * 100_000 + "x\n",
    "one line with gaps": "-   " * 100_000 + "x\n",
    "after a carriage return": "# x\r" + "- " * 100_000 + "x\n",
    "after a next line": "# x\x85" + "- " * 100_000 + "x\n",
    "after a line separator": "# x\u2028" + "- " * 100_000 + "x\n",
    "after two byte-order marks": "\ufeff\ufeff" + "- " * 100_000 + "x\n",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_deep_nesting_does_not_overflow_the_stack(tmp_path: Path, text: str) -> None:
    (problem,) = problems_of(write(tmp_path / "mine.yaml", text))
    assert "nested deeper than 200 levels" in problem


def bomb(form: str) -> str:
    """Return a kilobyte in which each line names the one before nine times."""
    lines = ["- &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefghij", "bcdefghijk", strict=True):
        lines.append(f"- &{name} " + form.format(", ".join([f"*{before}"] * 9)))
    return "themes:\n" + "\n".join(lines) + "\n"


BOMBS = {"lists": bomb("[{}]"), "keys": bomb("{{? [{}] : 1}}"), "values": bomb("{{a: [{}]}}")}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_an_alias_bomb_is_refused_within_a_second(tmp_path: Path, text: str) -> None:
    start = time.process_time()
    problems = problems_of(write(tmp_path / "mine.yaml", text))
    assert time.process_time() - start < 1
    assert any("aliases are not" in problem or "keys must" in problem for problem in problems)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited differently elsewhere")
@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_an_alias_bomb_is_refused_within_200_megabytes(tmp_path: Path, text: str) -> None:
    write(tmp_path / "mine.yaml", text)
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (200_000_000,) * 2); "
        "from summitcli.cli.run import run; sys.exit(run(['check', 'mine.yaml']))"
    )
    command = [sys.executable, "-c", program]
    done = subprocess.run(
        command, check=False, cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60
    )
    assert (done.returncode, done.stderr.count("\n")) == (4, 1), done.stderr
    assert "mine.yaml:3: themes[1]" in done.stdout


TEXTS = st.text(CLEAN | st.sampled_from("\n\t"), max_size=150)
NUMBERS = st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False)
PLAIN = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(data=PLAIN)
@example(data="2018-07-16")
@example(data=["NO", "off", "12:30", "0123", "~", "null", "", "<<", "=", "1_000", "#", "- a"])
@example(data=["1e5", "-12E+3", " word" * 30, "word " * 30, "\u2028" * 90, "word\u2028" * 30])
def test_plain_data_come_back_unchanged(
    tmp_path_factory: pytest.TempPathFactory, data: Any
) -> None:
    file = write(tmp_path_factory.mktemp("yaml") / "mine.yaml", {"meetings": [data]})
    raw = read(file, frozenset({"meetings"}))
    assert raw.problems == []
    assert [entry.data for entry in raw.entries] == [data]
