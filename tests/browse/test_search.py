"""Search and filters: results while typing, the way back, chips, the form."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from explorer import Running, look_at, settle, use
from summitcli.browse.finder import Finder
from summitcli.search.index import index_of
from summitcli.search.lookup import lookup
from summitcli.search.select import Selection

if TYPE_CHECKING:
    from explorer import Press
    from summitcli import Dataset
    from summitcli.search.hit import Hit


def test_results_replace_the_list_as_one_types(press: Press) -> None:
    seen = press("slash", "=grey")
    assert seen.row == "greyford-2014"
    assert seen.tabs.startswith("Found ")
    assert seen.page == "Greyford summit"
    assert press("slash", "=greyfrod").row == "greyford-2014"


def test_a_second_search_replaces_the_first(press: Press) -> None:
    seen = press("slash", "=forts", "enter", "slash", "=larkhill")
    assert seen.row == press("slash", "=larkhill").row
    assert "fortslarkhill" not in seen.lines[0]


def test_enter_opens_the_first_result_and_arrows_choose_another(press: Press) -> None:
    assert press("slash", "=forts", "enter", "end").page == "Old forts"
    chosen = press("slash", "=forts", "down")
    assert chosen.row == chosen.rows[1]
    assert press("slash", "=forts", "tab", "down", "up").row == chosen.rows[0]


def test_escape_returns_to_where_one_was(press: Press) -> None:
    seen = press("right", "down*2", "slash", "=greyford", "escape")
    assert (seen.row, seen.page) == ("call-2016-08-20", "Three-way call on the ferry")
    assert not seen.tabs.startswith("Found")
    from_page = press("down*2", "enter", "tab", "enter", "slash", "=fort", "escape")
    assert from_page.page == "Anna Vale"


def test_escape_clears_a_filter_that_is_wrong(press: Press) -> None:
    seen = press("down", "slash", "=theme:qqqq", "escape")
    assert (seen.lines[0].strip(), seen.row) == (press().lines[0].strip(), "port-amber-1973")


def test_an_emptied_search_returns_too(press: Press) -> None:
    assert press("down", "slash", "x", "backspace").row == "port-amber-1973"


def test_escape_leads_from_a_result_to_the_results_and_then_out(press: Press) -> None:
    reading = ("slash", "=greyford", "enter")
    assert press(*reading, "escape").tabs.startswith("Found")
    assert not press(*reading, "escape", "escape").tabs.startswith("Found")


def test_nothing_found(press: Press) -> None:
    seen = press("slash", "=zzzzqq", "enter")
    assert "Nothing found." in seen.text
    assert seen.page == ""


def test_words_and_filters_can_be_given_at_the_start(press: Press) -> None:
    seen = press(query="greyford leader:stone", filters=(("year", "2014"),))
    assert seen.lines[0].split("  ")[0].strip() == "greyford"
    assert "2014 ×" in seen.lines[0]
    assert "leader: Boris Stone ×" in seen.lines[0]
    assert seen.row == "greyford-2014"


def test_a_filter_in_the_search_line_becomes_a_chip(press: Press) -> None:
    seen = press("slash", "=leader:orlov", "space")
    assert "leader: Mikael Orlov ×" in seen.lines[0]
    assert seen.rows == ["larkhill-1969", "port-amber-1973"]
    assert press("slash", "=year:2014").bottom == "Enter sets the filter."
    entered = press("slash", "=year:2014", "enter")
    assert entered.rows == ["greyford-2014"]
    assert entered.bottom.startswith("Enter read")


def test_backspace_in_an_empty_line_removes_the_last_chip(press: Press) -> None:
    seen = press("slash", "=year:2014", "space", "backspace")
    assert len(seen.rows) == 10
    assert "×" not in seen.lines[0]


def test_a_filter_that_matches_nothing_is_explained(press: Press) -> None:
    seen = press("slash", "=leader:qqqq", "space")
    assert seen.bottom.startswith("no leader matches 'qqqq'")


def test_the_form_sets_filters_and_changes_them(press: Press) -> None:
    seen = press("f", "=finch", "enter")
    assert seen.rows == ["highmoor-2019"]
    assert seen.lines[0].endswith("leader: Clara Finch ×")
    assert press("f", "=finch", "escape").rows[0] == "larkhill-1969"
    assert len(press("f", "=finch", "enter", "f", "backspace*5", "enter").rows) == 10


def test_the_form_explains_a_wrong_value(press: Press) -> None:
    seen = press("f", "=qqqq", "enter")
    assert "no leader matches 'qqqq'" in seen.text
    assert "Filter: Enter applies" in seen.text


def test_filters_narrow_every_list(press: Press) -> None:
    seen = press("f", "=finch", "enter", "right")
    assert seen.tabs.startswith("Meetings 1  Contacts 1  Themes ")
    assert seen.rows == ["call-2019-06-02"]


@pytest.mark.parametrize(
    ("field", "value", "rows"),
    [
        ("participant", "marsh", ["larkhill-1969"]),
        ("place", "highmoor", ["highmoor-2019"]),
        ("theme", "prisoners", ["greyford-2014"]),
        ("since", "2020", ["highmoor-2020", "larkhill-2021"]),
        ("until", "1970", ["larkhill-1969"]),
        ("kind", "pull-aside", ["port-amber-2016"]),
        ("status", "cancelled", ["greyford-2017"]),
    ],
)
def test_each_filter(press: Press, field: str, value: str, rows: list[str]) -> None:
    assert press(filters=((field, value),)).rows == rows


def test_the_focus_pair_is_followed_or_not(press: Press, fixture_data: Dataset) -> None:
    pair = press("F")
    assert pair.lines[0].endswith("Vale – Stone ×")
    assert "larkhill-1969" not in pair.rows
    assert len(press("F", "F").rows) == len(fixture_data.meetings) - 4


def test_a_large_dataset_is_searched_in_a_thread(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summitcli.browse.finder.LARGE", 1)
    seen = press("slash", "=greyford", "down", "up")
    assert seen.row == "greyford-2014"


@pytest.mark.parametrize("key", ["escape", "backspace"])
def test_one_can_leave_a_search_that_is_still_running(
    fixture_data: Dataset, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setattr("summitcli.browse.finder.LARGE", 1)
    started, gate = Event(), Event()

    def look_up(finder: Finder, words: str, wanted: Selection) -> list[Hit]:
        del finder, words, wanted
        started.set()
        gate.wait(60)
        return lookup("greyford", fixture_data, index_of(fixture_data), Selection())

    monkeypatch.setattr(Finder, "_look_up", look_up)

    async def script(explorer: Running) -> None:
        await explorer.press("down*2", "slash", "=g", until=lambda _: started.is_set())
        away = await explorer.press(key, until=lambda seen: "Search everything" in seen.lines[0])
        assert (away.row, away.page) == ("greyford-2014", "Greyford summit")
        gate.set()
        await settle(explorer.app)
        later = look_at(explorer.app)
        assert (later.row, later.page) == (away.row, away.page)
        assert later.tabs.startswith("Meetings")

    use(fixture_data, script)


def test_a_value_that_only_search_can_refuse_is_explained(press: Press) -> None:
    seen = press("slash", '=stone theme:s((%"\\')
    assert "no theme matches" in seen.bottom
    assert not seen.has_ended


def test_enter_does_not_open_a_page_while_a_filter_is_wrong(press: Press) -> None:
    seen = press("down", "slash", "=year:2014 theme:qqqq", "enter", size=(60, 20))
    assert seen.bottom.startswith("no theme matches 'qqqq'")
    assert seen.row == "port-amber-1973"
    assert "Port Amber visit" in seen.text.splitlines()[5]


def test_results_are_in_front_on_a_narrow_screen_and_escape_returns_to_the_page(
    press: Press,
) -> None:
    reading = ("enter", "pagedown", "slash", "=greyford")
    found = press(*reading, size=(60, 12))
    assert "Greyford summit" in found.lines[3]
    back = press(*reading, "escape", size=(60, 12))
    assert back.lines[2:] == press("enter", "pagedown", size=(60, 12)).lines[2:]
