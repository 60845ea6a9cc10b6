"""Text on a terminal: no markup, no jumps, and links only to web addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.style import Style

from builders import everywhere, write
from summitcli.terminal.console import host, styled

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Summit

# The only escape sequences that the program writes: colours, and links to web addresses.
OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^;\x1b]*;(https?://[^\x1b\s]+)?\x1b\\")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the path of the dataset that each test writes."""
    return tmp_path / "mine.yaml"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [("a\nb", "a b"), ("a\n", "a"), ("a\u2028b", "a b"), ("a\tb", "a b"), ("a\xa0b", "a\xa0b")],
)
def test_a_break_in_a_text_is_a_space(text: str, drawn: str) -> None:
    assert styled(text).plain == drawn


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.example.org:80/a?b#c", "example.org"),
        ("http://good.org@evil.org/", "evil.org"),
        ("https://evil.org\\@good.org/", "evil.org"),
        ("https://[::1]:80/", "[::1]"),
        ("https://[a", "[a"),
        ("https://a℀b/", "a℀b"),
    ],
)
def test_a_web_address_is_linked_and_its_true_host_is_named(address: str, name: str) -> None:
    assert host(address) == name
    assert links(address) == [address]


@pytest.mark.parametrize(
    "address",
    [
        "https:///path",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://a.org/\x1b]8;;file:///x",
        "https://a.org/\x9c",
        "ftp://a.org/",
    ],
)
def test_any_other_address_is_not_linked(address: str) -> None:
    assert host(address) == ""
    assert links(address) == []


def links(address: str) -> list[str | None]:
    """Return the links of a text that is drawn with an address."""
    spans = styled("x", link=address).spans
    return [span.style.link for span in spans if isinstance(span.style, Style)]


@pytest.mark.parametrize(
    "text",
    ["[bold red]x[/]", "[link=file:///etc/passwd]x[/link]", ":bomb: @x #1", "[/]", "\\[x]", "{x}"],
)
@pytest.mark.parametrize(
    "command", ["list", "show talks", "show trade", "search trade", "timeline"]
)
def test_markup_in_a_text_is_drawn_as_it_is(
    here: Summit, data: Path, text: str, command: str
) -> None:
    write(data, everywhere(text))
    run = here("--color", "always", *command.split(), "-f", "table", COLUMNS="200")
    assert run.code == 0
    assert "\x1b" in run.out
    drawn = OURS.sub("", run.out)
    assert "\x1b" not in drawn
    assert text in drawn


@pytest.mark.parametrize(
    "url", ["https://[::]/", "https://a?℀b/", "http://./", "https://b.org/\\@`"]
)
def test_an_address_that_leads_nowhere_does_no_harm(here: Summit, data: Path, url: str) -> None:
    write(data, everywhere("A", url=url))
    coloured = here("--color", "always", "show", "talks", "-f", "table")
    assert coloured.code == 0
    assert "\x1b" not in OURS.sub("", coloured.out)
    assert url in here("show", "talks", "-f", "table").out
