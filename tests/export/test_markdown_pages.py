"""Pages and tables in Markdown: links to sources, parts, and columns worth a reader's time."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from summitcli import load
from summitcli.derived.timeline import build_timeline
from summitcli.derived.views import MeetingView, build_view
from summitcli.export.markdown import write_markdown
from summitcli.pages.page import Choice, Pages
from summitcli.tables.record_tables import meetings_table
from summitcli.tables.result_tables import timeline_table

if TYPE_CHECKING:
    from summitcli.tables.result import Result

DATA = load(Path(__file__).parent.parent / "fixture")


def written(result: Result) -> str:
    """Return a result in Markdown."""
    out = BytesIO()
    write_markdown(result, None, out)
    return out.getvalue().decode()


def page(identifier: str, choice: Choice | None = None) -> str:
    """Return the page of a record in Markdown."""
    view = build_view(DATA.by_id[identifier], DATA)
    return written(Pages([view], DATA, choice or Choice()))


def test_a_number_links_to_its_source_and_is_the_number_in_the_list() -> None:
    text = page("greyford-2014")
    address = "https://president.example.org/readouts/greyford"
    assert f"Did Stone accept the quota?** [\\[1\\]]({address})" in text
    assert (
        f"- \\[1\\] [Readout of the President's meeting with Chancellor Stone]({address})" in text
    )
    links = [
        token.attrGet("href")
        for block in MarkdownIt().parse(text)
        for token in block.children or ()
        if token.type == "link_open"
    ]
    assert links.count(address) > 2


def test_a_number_of_a_source_without_an_address_is_text() -> None:
    assert "(2 h 30 min)" not in page("larkhill-1969")
    assert " \\[2\\]" in page("larkhill-1969", Choice(("course",)))


def test_sources_are_listed_by_type() -> None:
    lines = page("greyford-2014").splitlines()
    start = lines.index("## Sources (5)")
    assert [line for line in lines[start:] if line.startswith("### ")] == [
        "### Primary (3)",
        "### News (2)",
    ]


def test_the_course_has_days_and_the_people_present() -> None:
    text = page("larkhill-1969")
    assert "### Tuesday, 24 June 1969\n" in text
    assert "- **22:15–00:45 Night session** (Great hall, 2 h 30 min): It ended after" in text
    assert "  - With the leaders: Ruth Marsh\n" in text


def test_a_title_that_ends_in_a_question_mark_is_followed_by_a_space() -> None:
    view = build_view(DATA.meeting("greyford-2014"), DATA)
    assert isinstance(view, MeetingView)
    asked = tuple(replace(source, title="What next?") for source in view.cited)
    text = written(Pages([replace(view, cited=asked)], DATA))
    assert "[What next?](https://herald.example.org/greyford) Lena Frost, " in text


def test_the_address_of_a_source_is_a_link_on_its_page() -> None:
    address = "https://herald.example.org/greyford"
    assert f"- **Address:** [{address}]({address})" in page("herald-2014")


def test_columns_that_say_the_same_in_every_row_are_left_out() -> None:
    meetings = [DATA.meeting("greyford-2014"), DATA.meeting("larkhill-2015")]
    header = written(meetings_table(meetings, DATA)).splitlines()[0]
    assert "Status" not in header
    assert "Leaders" not in header
    assert "Leaders" in written(meetings_table(list(DATA.meetings), DATA)).splitlines()[0]


def test_a_timeline_has_the_summaries() -> None:
    text = written(timeline_table(build_timeline([DATA.meeting("larkhill-1969")])))
    assert text.splitlines()[0].endswith("| Summary |")
    assert "agreed to count the guns" in text
