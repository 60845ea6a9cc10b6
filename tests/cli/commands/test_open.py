"""`summit open`: a source in the browser, or its address."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summitcli.export.archive import archived_address

if TYPE_CHECKING:
    from conftest import Run, Summit

FIXTURE = Path(__file__).parent.parent.parent / "fixture"
ADDRESS = "https://amber-tv.example.org/2014/09/a-meeting-at-last"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replace the browser; return the addresses that it is given."""
    addresses: list[str] = []

    def browse(address: str) -> bool:
        addresses.append(address)
        return True

    monkeypatch.setattr(webbrowser, "open", browse)
    return addresses


@pytest.fixture
def open_(here: Summit) -> Summit:
    """Run `summit open` on the invented dataset."""

    def run(*arguments: str, **variables: str | None) -> Run:
        return here("--data", str(FIXTURE), "open", *arguments, **variables)

    return run


def test_a_source_opens_in_the_browser(open_: Summit, opened: list[str]) -> None:
    run = open_("amber-tv-2014")
    assert (run.code, run.out) == (0, "")
    assert run.err == f"summit: note: opened {ADDRESS}\n"
    assert opened == [ADDRESS]


def test_the_address_is_printed_without_a_browser(
    open_: Summit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    run = open_("amber-tv-2014")
    assert (run.code, run.out, run.err) == (0, f"{ADDRESS}\n", "")


def test_a_record_opens_its_first_source_or_another(open_: Summit, opened: list[str]) -> None:
    open_("greyford-2014")
    open_("greyford-2014", "1")
    open_("greyford-2014", "2")
    assert opened[0] == opened[1] != opened[2]


def test_the_archive_is_asked_for_the_date_of_the_source(open_: Summit, opened: list[str]) -> None:
    open_("amber-tv-2014", "--archived")
    assert opened == [f"https://web.archive.org/web/20140913/{ADDRESS}"]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2018-07-16", "https://web.archive.org/web/20180716/https://a.org"),
        ("2018-07", "https://web.archive.org/web/201807/https://a.org"),
        ("2018", "https://web.archive.org/web/2018/https://a.org"),
        (None, "https://web.archive.org/web/https://a.org"),
    ],
)
def test_addresses_in_the_archive(date: str | None, expected: str) -> None:
    assert archived_address("https://a.org", date) == expected


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["holm-1999"], 1, "the source 'holm-1999' has no address"),
        (["greyford-2014", "99"], 3, "'greyford-2014' has no note 99"),
        (["anna-vale"], 3, "'anna-vale' cites no sources"),
    ],
)
def test_a_source_without_an_address_is_one_line(
    arguments: list[str], code: int, message: str, open_: Summit, opened: list[str]
) -> None:
    run = open_(*arguments)
    assert (run.code, run.out) == (code, "")
    assert run.err.startswith(f"summit: error: {message}")
    assert opened == []
