"""Lines: wrapped once, joined without padding."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from summitcli.terminal.console import draw
from summitcli.terminal.layout import (
    balanced,
    beside,
    hanging,
    indented,
    print_lines,
    stack,
    wrap,
)

CONSOLE = Console(width=80)


def lines(*texts: str) -> list[Text]:
    """Return texts as lines."""
    return [Text(text) for text in texts]


def plain(block: list[Text]) -> list[str]:
    """Return lines as strings."""
    return [line.plain for line in block]


def test_text_is_wrapped_between_words_and_has_no_trailing_blanks() -> None:
    assert plain(wrap(CONSOLE, Text("one two  three"), 9)) == ["one two", "three"]
    assert plain(wrap(CONSOLE, Text("a" * 7), 5)) == ["aaaaa", "aa"]
    assert plain(wrap(CONSOLE, Text("letter-2018-02-15 of"), 17)) == ["letter-2018-02-15", "of"]


def test_columns_are_joined_without_padding_at_the_end() -> None:
    assert plain(beside([lines("a", "bb"), lines("c"), []], [4, 4, 4])) == ["a   c", "bb"]
    assert plain(beside([lines("a", "bb")], [4], [True])) == ["   a", "  bb"]


def test_wide_letters_take_two_columns() -> None:
    assert plain(beside([lines("谈"), lines("x")], [4, 1])) == ["谈  x"]


def test_blocks_are_stacked_indented_and_hung() -> None:
    assert plain(stack([lines("a"), lines("b")], gap=True)) == ["a", "", "b"]
    assert plain(indented(lines("a", "b"))) == ["  a", "  b"]
    assert plain(hanging(Text("·"), 2, lines("a", "b"))) == ["· a", "  b"]


def test_two_columns_are_about_as_high_as_each_other() -> None:
    blocks = [lines("1", "1", "1"), lines("2"), lines("3"), lines("4")]
    assert plain(balanced(blocks, (4, 4), gap=False)) == ["1   2", "1   3", "1   4"]


def test_lines_are_printed_in_their_style() -> None:
    drawn = draw(20, True, lambda console: print_lines(console, [Text("a", style="title"), Text()]))
    assert drawn == "\x1b[1ma\x1b[0m\n\n"


def test_lines_are_printed_whole_however_long_they_are() -> None:
    address = "https://example.org/" + "a" * 100
    drawn = draw(20, True, lambda console: print_lines(console, [Text(address, style="bold")]))
    assert address in drawn
    assert drawn.count("\n") == 1
