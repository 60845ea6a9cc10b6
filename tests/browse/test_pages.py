"""The page: links, notes, sections, history, marks, comparison and timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import dataset as make
from builders import meeting, person, theme

if TYPE_CHECKING:
    from explorer import Press


def test_enter_gives_the_keys_to_the_page_and_escape_takes_them_back(press: Press) -> None:
    assert press("enter", "down").row == "larkhill-1969"
    assert press("enter", "down", "escape", "down").row == "port-amber-1973"
    assert press("tab", "left", "down").row == "port-amber-1973"


def test_a_link_leads_to_its_record_and_back(press: Press) -> None:
    to_person = ("enter", "tab", "enter")
    assert press(*to_person).page == "Oswin Vale"
    assert press(*to_person).trail == "Meetings › Larkhill summit › Oswin Vale"
    assert press(*to_person, "backspace").page == "Larkhill summit"
    assert press(*to_person, "alt+left", "alt+right").page == "Oswin Vale"
    assert press(*to_person, "backspace*2").bottom == "This is the first page."
    assert press(*to_person, "alt+right").bottom == "No page follows."


def test_a_participant_without_a_record_is_a_link(press: Press) -> None:
    to_participant = ("down*2", "enter", "tab*4", "enter")
    assert press(*to_participant).page == "Sergei Laurin"
    assert press(*to_participant).trail == "Meetings › Greyford summit › Sergei Laurin"


def test_back_leads_to_the_same_link(press: Press) -> None:
    assert press("enter", "tab*2", "enter", "backspace", "enter").page == "Mikael Orlov"


def test_links_are_chosen_in_both_directions_and_round(press: Press) -> None:
    assert press("enter", "tab*2", "shift+tab", "enter").page == "Oswin Vale"


def test_a_note_leads_to_its_source_and_back(press: Press) -> None:
    seen = press("enter", "n", "enter", size=(100, 24))
    assert any("[1] Memorandum of conversation" in line for line in seen.lines)
    assert seen.lines[3].find("Larkhill summit") < 0
    back = press("enter", "n", "enter", "backspace", size=(100, 24))
    assert "Larkhill summit" in back.lines[3]


def test_a_source_in_the_list_leads_to_its_own_page(press: Press) -> None:
    assert (
        press("enter", "n", "enter", "enter").page
        == "Memorandum of conversation: Vale and Orlov, 23-25 June 1969"
    )


def test_sections_are_reached_by_number_and_from_the_outline(press: Press) -> None:
    assert "What was talked about" in press("3", size=(100, 16)).lines[3]
    assert "Course of the meeting" in press("o", "down", "enter", size=(100, 16)).lines[3]
    assert "What was talked about" in press("o", "3", size=(100, 16)).lines[3]
    assert "Larkhill summit" in press("o", "escape", size=(100, 16)).lines[3]
    assert press("9").bottom == "The page has 7 sections."


def test_a_page_scrolls(press: Press) -> None:
    def top(*keys: str) -> str:
        return press("enter", *keys, size=(80, 16)).lines[3]

    assert top().startswith(" Larkhill summit")
    assert top("down").startswith(" Summit, held")
    assert top("j*2", "k").startswith(" Summit, held")
    assert top("pagedown", "pageup") == top("space", "home") == top()
    assert "Ida Holm" in "".join(press("enter", "end", size=(80, 16)).lines[-4:])


def test_marked_meetings_are_compared(press: Press) -> None:
    marked = press("m", "down", "m")
    assert marked.bottom == "2 marked; c compares them"
    assert sum(line.startswith("● ") for line in marked.lines) == 2
    seen = press("m", "down", "m", "c")
    assert seen.page == "Larkhill summit and Port Amber visit"
    assert any("In short" in line for line in seen.lines)


def test_one_marked_meeting_is_compared_with_the_one_on_the_page(press: Press) -> None:
    assert press("m", "down", "c").page == "Larkhill summit and Port Amber visit"


def test_marks_can_be_removed(press: Press) -> None:
    assert press("m", "m").bottom == "0 marked"


@pytest.mark.parametrize("keys", [("c",), ("m", "c"), ("m", *("down", "m") * 3, "c")])
def test_fewer_or_more_are_not_compared(press: Press, keys: tuple[str, ...]) -> None:
    assert press(*keys).bottom.startswith("Mark two or three meetings with m")


def test_only_meetings_are_marked(press: Press) -> None:
    assert press("right*2", "m").bottom == "Only meetings, calls and letters can be marked."


def test_the_timeline_has_what_was_before_and_after(press: Press) -> None:
    seen = press("down*2", "t")
    assert seen.page == "Timeline: Greyford summit"
    assert any("Flood on the Long River" in line for line in seen.lines)
    assert press("down*2", "t", "tab", "enter").page == "New Year letter"


def test_the_timeline_of_a_theme_has_its_meetings(press: Press) -> None:
    seen = press("right*2", "end", "t")
    assert seen.page == "Timeline: Prisoners"


def test_accounts_are_side_by_side_where_there_is_room(press: Press) -> None:
    wide = press("down*2", "z", "5", size=(120, 30)).lines
    assert any("Arden" in line and "Borea" in line for line in wide)


def test_one_pane_has_the_whole_width(press: Press) -> None:
    assert not any("│" in line for line in press(size=(80, 24)).lines)
    seen = press("enter", size=(80, 24))
    assert "Larkhill summit" in seen.lines[2]
    assert "Meeting  " in press("enter", "escape", size=(80, 24)).lines[2]
    assert not any("│" in line for line in press("z").lines)
    assert any("│" in line for line in press("z", "z").lines)


def test_a_page_links_to_so_many_records_and_says_how_many_there_are(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaders = (person("anna-vale"), person("boris-stone", "borea"))
    many = make(
        *leaders,
        theme("arms"),
        *(meeting(f"talks-{n}", f"{2000 + n}", themes=["arms"]) for n in range(6)),
    )
    assert "Meetings in person (6)" in press("right*2", dataset=many).text
    monkeypatch.setattr("summitcli.browse.content._MOST", 4)
    shown = press("right*2", dataset=many).text
    assert "Meetings in person (the last 4 of 6)" in shown
    assert "Talks 1 " not in shown
    assert "Talks 2 " in shown
    timeline = press("right*2", "t", dataset=many)
    assert timeline.page == "Timeline: Arms (the last 4 of 6)"
    assert "Talks 1 " not in timeline.text


def test_a_timeline_shows_the_record_that_it_is_around(press: Press) -> None:
    seen = press("down*6", "t", size=(60, 14))
    assert "highmoor-2019" in seen.text
    assert press("down*6", "t", "enter").page == "Highmoor bilateral"


def test_a_long_title_of_a_timeline_has_several_lines(press: Press) -> None:
    seen = press(
        "enter",
        "t",
        size=(40, 14),
        dataset=make(
            person("anna-vale"),
            person("boris-stone", "borea"),
            meeting("talks", title="Talks " * 12),
        ),
    )
    assert seen.text.count("Talks") > 12


def test_a_page_keeps_its_place_while_it_is_hidden(press: Press) -> None:
    before = press("enter", "pagedown", size=(60, 12)).lines
    assert press("enter", "pagedown", "escape", "enter", size=(60, 12)).lines == before
    assert press("enter", "pagedown", "escape", "d", "d", "enter", size=(60, 12)).lines == before
    assert press("enter", "tab", "escape", "d", "y", size=(60, 12)).clipboard
