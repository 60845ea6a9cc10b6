"""What one takes away: citations, ids, addresses, and pages in files."""

from __future__ import annotations

import webbrowser
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from explorer import Press

CITATION = (
    "“Larkhill summit,” record larkhill-1969 in Meetings of the leaders of Arden and Borea,"
    " version 3.1.0, as of June 2021."
)


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_record_is_cited(press: Press) -> None:
    seen = press("y")
    assert seen.clipboard == CITATION
    assert seen.bottom.startswith("Copied: “Larkhill summit,” record larkhill-1969")


def test_the_chosen_source_is_cited(press: Press) -> None:
    by_note = press("enter", "n", "y").clipboard
    assert by_note.startswith("“Memorandum of conversation: Vale and Orlov, 23-25 June 1969,”")
    assert press("enter", "n", "enter", "y").clipboard == by_note
    assert press("right*8", "end", "y").clipboard.startswith("“")


def test_each_meeting_of_a_comparison_is_cited(press: Press) -> None:
    seen = press("m", "down", "c", "y")
    assert seen.clipboard.splitlines()[0] == CITATION
    assert seen.clipboard.splitlines()[1].startswith("“Port Amber visit,” record port-amber-1973")
    assert seen.bottom.startswith("Copied: “Larkhill summit,”")


def test_a_timeline_is_not_cited(press: Press) -> None:
    assert press("t", "y").bottom == "Only records and sources can be cited."


def test_ids_are_copied(press: Press) -> None:
    assert press("Y").clipboard == "larkhill-1969"
    assert press("m", "down", "c", "Y").clipboard == "larkhill-1969 port-amber-1973"


def test_a_source_is_opened_in_a_browser(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def open_in_browser(address: str) -> bool:
        opened.append(address)
        return True

    monkeypatch.setattr("summitcli.browse.web.open_in_browser", open_in_browser)
    seen = press("right*8", "b")
    assert opened == ["https://amber-tv.example.org/2014/09/a-meeting-at-last"]
    assert seen.bottom == f"Opening {opened[0]}"


@pytest.mark.parametrize("browser", [webbrowser.GenericBrowser("lynx"), None])
def test_without_a_browser_in_a_window_the_address_is_copied(
    press: Press, monkeypatch: pytest.MonkeyPatch, browser: webbrowser.GenericBrowser | None
) -> None:
    def get() -> webbrowser.GenericBrowser:
        if browser is None:
            raise webbrowser.Error("none")
        return browser

    monkeypatch.setattr(webbrowser, "get", get)
    seen = press("right*8", "b")
    assert seen.clipboard == "https://amber-tv.example.org/2014/09/a-meeting-at-last"
    assert seen.bottom.startswith("No browser to open; copied: https://amber-tv")


def test_a_page_is_saved_as_markdown(press: Press, tmp_path: Path) -> None:
    seen = press("s", "enter")
    assert seen.bottom == "Saved larkhill-1969.md"
    assert (tmp_path / "larkhill-1969.md").read_text("utf-8").startswith("# Larkhill summit")


def test_a_page_is_saved_as_html(press: Press, tmp_path: Path) -> None:
    press("s", "backspace*2", "=html", "enter")
    saved = (tmp_path / "larkhill-1969.html").read_text("utf-8")
    assert saved.casefold().startswith("<!doctype html>")
    assert "Larkhill summit" in saved


def test_a_comparison_and_a_timeline_are_saved(press: Press, tmp_path: Path) -> None:
    press("m", "down", "c", "s", "enter")
    press("t", "s", "enter")
    names = sorted(file.name for file in tmp_path.glob("*.md"))
    assert names == ["larkhill-1969-port-amber-1973-comparison.md", "larkhill-1969-timeline.md"]


def test_an_existing_file_is_replaced_only_on_a_second_enter(press: Press, tmp_path: Path) -> None:
    file = tmp_path / "larkhill-1969.md"
    file.write_text("mine")
    assert "exists; press Enter again to replace it" in press("s", "enter").text
    assert file.read_text() == "mine"
    press("s", "enter", "enter")
    assert file.read_text("utf-8").startswith("# Larkhill")


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("x", "the name of the file must end in .md or .html"),
        ("backspace*30", "type the name of a file"),
    ],
)
def test_a_file_that_cannot_be_written_is_explained(press: Press, typed: str, problem: str) -> None:
    assert problem in press("s", typed, "enter").text


def test_saving_can_be_given_up(press: Press, tmp_path: Path) -> None:
    assert press("s", "escape", "down").row == "port-amber-1973"
    assert list(tmp_path.glob("*.md")) == []


def test_nothing_else_is_written(press: Press, tmp_path: Path) -> None:
    press("down", "enter", "slash", "=fort", "escape", "m", "y", "t", "d")
    assert list(tmp_path.iterdir()) == []
