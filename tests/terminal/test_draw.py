"""Pages, tables, comparisons, timelines and counts, as they are drawn."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summitcli import load
from summitcli.derived.counts import By, Measure, count_meetings, presidents
from summitcli.derived.timeline import build_timeline
from summitcli.derived.views import build_view
from summitcli.model import Outlook, OutlookKind
from summitcli.pages.comparison import compare
from summitcli.pages.page import Choice, Pages
from summitcli.search.hit import Hit, TermHit
from summitcli.tables.record_tables import meetings_table, outlook_table, sources_table
from summitcli.terminal.console import draw
from summitcli.terminal.draw_comparison import draw_comparison
from summitcli.terminal.draw_counts import draw_bars, draw_heat_table
from summitcli.terminal.draw_hits import draw_hits
from summitcli.terminal.draw_page import draw_pages
from summitcli.terminal.draw_table import draw_table
from summitcli.terminal.draw_timeline import draw_timeline
from summitcli.terminal.palette import PALETTES

if TYPE_CHECKING:
    from summitcli.model import MeetingLike

DATA = load(Path(__file__).parent.parent / "fixture")
SEQUENCE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")
WIDTHS = (20, 40, 56, 80, 119, 120, 160, 200)


def page(identifier: str, width: int, urls: bool = False, colour: bool = False) -> str:
    """Return the page of a record, drawn."""
    pages = Pages([build_view(DATA.by_id[identifier], DATA)], DATA).build()
    return draw(width, colour, partial(draw_pages, pages=pages, urls=urls))


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_of_a_page_is_wider_than_the_screen(width: int) -> None:
    for identifier in DATA.by_id:
        for line in page(identifier, width).splitlines():
            assert len(line) <= width or "://" in line, (identifier, line)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_says_the_same_at_every_width(width: int) -> None:
    def words(text: str) -> list[str]:
        joined = re.sub(r"[─\s]", "", text)
        return sorted(joined)

    for identifier in ("greyford-2014", "larkhill-1969", "river-rights"):
        drawn = words(page(identifier, width))
        assert [c for c in drawn if c != "·"] == [
            c for c in words(page(identifier, 100)) if c != "·"
        ]


@pytest.mark.parametrize("palette", PALETTES)
def test_colour_changes_no_text_and_leaves_no_blanks_at_the_end_of_lines(palette: str) -> None:
    contents = [
        partial(draw_pages, pages=Pages([build_view(r, DATA)], DATA).build(), urls=False)
        for r in (DATA.meeting("greyford-2014"), DATA.by_id["river-rights"])
    ]
    tables = [
        partial(draw_table, table=meetings_table(list(DATA.meetings), DATA)),
        partial(draw_table, table=sources_table(list(DATA.sources))),
        partial(draw_comparison, comparison=compare(list(DATA.meetings[:2]), DATA)),
        partial(draw_timeline, entries=build_timeline([*DATA.meetings, *DATA.context])),
    ]
    for content in (*contents, *tables):
        bare = draw(90, False, content)
        coloured = SEQUENCE.sub("", draw(90, True, content, palette))
        assert coloured == bare
        assert all(line == line.rstrip() for line in bare.splitlines())


def test_the_course_shows_days_times_rooms_and_people() -> None:
    drawn = page("larkhill-1969", 80)
    assert "\nTuesday, 24 June 1969\n22:15–00:45  Night session  Great hall, 2 h 30 min\n" in drawn
    assert "  It ended after midnight. [1][2]\n  With the leaders: Ruth Marsh\n" in drawn


def test_sources_are_grouped_by_type_and_keep_their_numbers() -> None:
    drawn = page("greyford-2014", 80)
    found = drawn[drawn.index("Sources (5) ─") :].splitlines()
    assert found[1] == "Primary (3)"
    assert [line[2:5] for line in found if re.match(r" +\[", line)] == [
        "[1]",
        "[2]",
        "[4]",
        "[3]",
        "[5]",
    ]
    assert "(state media)." in " ".join(drawn.split())
    assert ".  (" not in drawn


def test_addresses_stand_whole_under_their_sources_if_asked_for() -> None:
    address = "https://president.example.org/readouts/greyford"
    with_urls = page("greyford-2014", 40, urls=True)
    assert f"\n      {address}\n" in with_urls
    assert "president.example.org\n" in page("greyford-2014", 80)
    assert address not in page("greyford-2014", 80)


def test_columns_of_accounts_have_the_same_width() -> None:
    lines = page("greyford-2014", 80).splitlines()
    heads = next(line for line in lines if line.startswith("  Arden") and "Lorn" in line)
    starts = [heads.index(name) for name in ("Arden", "Borea", "Republic")]
    assert starts[1] - starts[0] == starts[2] - starts[1]


def test_brief_fits_on_a_screen() -> None:
    for record in DATA.by_id.values():
        pages = Pages([build_view(record, DATA)], DATA, Choice(brief=True)).build()
        assert draw(80, False, partial(draw_pages, pages=pages)).count("\n") <= 23, record.id


def test_an_empty_cell_of_a_comparison_is_a_gap_in_the_record() -> None:
    comparison = compare([DATA.meeting("greyford-2014"), DATA.meeting("highmoor-2020")], DATA)
    drawn = draw(80, False, partial(draw_comparison, comparison=comparison))
    assert "not recorded here" in drawn
    assert "not on record" not in drawn
    lines = drawn.splitlines()
    kind = next(number for number, line in enumerate(lines) if line.startswith("Kind"))
    assert lines[kind - 1].strip()
    assert lines[kind + 1].strip()


def test_ids_stay_whole_on_a_narrow_timeline() -> None:
    entries = build_timeline([*DATA.meetings, *DATA.context])
    lines = draw(40, False, partial(draw_timeline, entries=entries)).splitlines()
    for entry in entries:
        assert any(line.strip() == entry.id for line in lines), entry.id
    assert all(len(line) <= 40 for line in lines)


def test_a_column_of_themes_is_never_a_bare_number() -> None:
    long = tuple(f"a-rather-long-theme-number-{number}" for number in range(3))
    rows = [
        Outlook(id="a", kind=OutlookKind.DRIVER, title="A driver", summary="S", themes=long),
        Outlook(id="b", kind=OutlookKind.DRIVER, title="A driver", summary="S", themes=long[:1]),
    ]
    for width in range(40, 140):
        drawn = draw(width, False, partial(draw_table, table=outlook_table(rows)))
        head, _, *lines = drawn.splitlines()
        if "Themes" in head:
            cells = [line[head.index("Themes") :].strip() for line in lines]
            assert not any(cell.isdecimal() for cell in cells), drawn


def test_the_heat_table_has_a_legend_and_wraps_labels_only_for_more_columns() -> None:
    meetings: list[MeetingLike] = list(DATA.meetings)
    tallies = count_meetings(meetings, By.THEME, Measure.COUNT, DATA, split=True)
    across = presidents(meetings, DATA)
    drawn = draw(120, False, partial(draw_heat_table, tallies=tallies, across=across))
    assert "Shades: " in drawn
    assert "· none" in drawn
    assert "14–18" in drawn
    assert "20–" in drawn
    assert all(any(line.startswith(t.label) for line in drawn.splitlines()) for t in tallies)


def test_a_bar_that_is_not_zero_can_be_seen() -> None:
    meetings: list[MeetingLike] = list(DATA.meetings)
    tallies = count_meetings(meetings, By.YEAR, Measure.COUNT, DATA)
    drawn = draw(80, False, partial(draw_bars, tallies=tallies, measure=Measure.COUNT))
    for tally, line in zip(tallies, drawn.splitlines(), strict=True):
        assert ("█" in line) is (tally.count > 0)


def test_a_hit_says_its_kind_its_score_and_where_in_words_of_readers() -> None:
    match = TermHit(
        field="topics.themes", text="Old forts", query="forts", word="forts", how="exact"
    )
    own = TermHit(field="id", text="call-2014-02-03", query="call", word="call", how="exact")
    hit = Hit(
        score=47.2,
        type="meeting",
        id="call-2014-02-03",
        title="Call on the flood",
        date="2014-02-03",
        matches=(match, own),
        score_parts=(),
    )
    content = partial(draw_hits, hits=[hit], explain=False, kinds={hit.id: "phone-call"})
    drawn = draw(80, False, content)
    assert drawn == (
        "1  Call on the flood  call-2014-02-03\n"
        "   phone call · 2014-02-03 · score 47\n"
        "   theme: Old forts\n"
    )
    coloured = draw(80, True, content, "dark")
    assert (
        re.search(r"\x1b\[[0-9;]*1;93m\x1b?call|1;93mcall|1;36;93m", coloured) or "93m" in coloured
    )


def test_the_address_of_a_source_in_a_table_is_on_a_line_of_its_own() -> None:
    table = sources_table(list(DATA.sources[:1]))
    address = "https://amber-tv.example.org/2014/09/a-meeting-at-last"
    assert f"\n  {address}\n" in draw(80, False, partial(draw_table, table=table, urls=True))
    assert address not in draw(80, False, partial(draw_table, table=table))


def test_lengths_that_are_not_known_have_no_bar_of_zero() -> None:
    meetings: list[MeetingLike] = list(DATA.meetings)
    tallies = count_meetings(meetings, By.YEAR, Measure.MINUTES, DATA)
    drawn = draw(80, False, partial(draw_bars, tallies=tallies, measure=Measure.MINUTES))
    assert "0 min" not in [line.split("  ")[1].strip() for line in drawn.splitlines()]
    assert len(drawn.splitlines()) == sum(1 for tally in tallies if tally.timed)
