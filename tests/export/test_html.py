"""HTML: valid, self-contained, linked both ways, and inert whatever the texts contain."""

from __future__ import annotations

import sys
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import html5lib
import pytest

from summitcli.derived.views import build_view
from summitcli.errors import SummitError
from summitcli.export import html
from summitcli.export.html import write_html, write_meetings
from summitcli.model import SECTIONS, Dataset, Note, Topic
from summitcli.pages.comparison import compare
from summitcli.pages.page import Pages
from summitcli.tables.record_tables import meetings_table, sources_table
from summitcli.tables.result_tables import comparison_document

if TYPE_CHECKING:
    from summitcli.export.selection import Extract
    from summitcli.tables.result import Result


def parsed(result: Result, fields: tuple[str, ...] | None = None) -> tuple[str, Element]:
    """Return an HTML document as text and as a tree; any error in it fails the test."""
    out = BytesIO()
    write_html(result, fields, out)
    return out.getvalue().decode(), parse(out.getvalue())


def parse(content: bytes) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: Element = parser.parse(content)
    return root


def pages_of(dataset: Dataset, *ids: str) -> Pages:
    return Pages([build_view(dataset.by_id[identifier], dataset) for identifier in ids], dataset)


def elements(root: Element, name: str) -> list[Element]:
    return list(root.iter(name))


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("section", SECTIONS)
def test_pages_of_every_type_are_valid(record: Dataset, section: str) -> None:
    ids = [item.id for item in getattr(record, section)]
    _, root = parsed(pages_of(record, *ids))
    assert [article.get("id") for article in elements(root, "article")] == ids


def test_no_two_elements_have_one_id_and_every_link_leads_somewhere(record: Dataset) -> None:
    _, root = parsed(pages_of(record, *record.by_id))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    targets = {
        (a.get("href") or "")[1:] for a in elements(root, "a") if a.get("href", "")[0] == "#"
    }
    assert targets <= set(ids)


def test_notes_are_linked_both_ways(record: Dataset) -> None:
    _, root = parsed(pages_of(record, "greyford-2014"))
    references = {a.get("id"): a.get("href") for a in elements(root, "a") if a.get("id")}
    assert references
    notes = {li.get("id"): li for li in elements(root, "li") if li.get("id")}
    for identifier, target in references.items():
        note = notes[(target or "")[1:]]
        assert f"#{identifier}" in [a.get("href") for a in elements(note, "a")]


def test_accounts_are_in_columns(record: Dataset) -> None:
    _, root = parsed(pages_of(record, "greyford-2014"))
    columns = [
        [text(column) for column in div]
        for div in elements(root, "div")
        if div.get("class") == "columns"
    ]
    assert [
        "Arden Vale said that Stone had accepted 40 per cent.",
        "Borea Stone's office said that no figure had been named.",
    ] in columns


def test_titles_of_sources_have_their_language(record: Dataset) -> None:
    changed = replace(record.sources[0], title="Наконец встреча")
    dataset = replace(record, sources=(changed, *record.sources[1:]))
    _, root = parsed(pages_of(dataset, changed.id))
    assert {a.text: a.get("lang") for a in elements(root, "a")}[changed.title] == "ru"
    _, root = parsed(pages_of(record, changed.id))
    assert {a.text: a.get("lang") for a in elements(root, "a")}[record.sources[0].title] == "en"


def test_a_record_on_the_same_page_is_a_link(record: Dataset) -> None:
    _, root = parsed(pages_of(record, "greyford-2014", "river-rights"))
    links = [(a.get("href"), text(a)) for a in elements(root, "a")]
    assert ("#greyford-2014", "Greyford summit") in links
    _, root = parsed(pages_of(record, "river-rights"))
    assert "Greyford summit" not in [text(a) for a in elements(root, "a")]


@pytest.mark.parametrize("result", ["pages", "table", "comparison"])
def test_a_page_loads_nothing(record: Dataset, result: str) -> None:
    results: dict[str, Result] = {
        "pages": pages_of(record, "greyford-2014"),
        "table": meetings_table(list(record.meetings), record, by_presidency=True),
        "comparison": comparison_document(compare(record.meetings[:2], record)),
    }
    content, root = parsed(results[result])
    assert not elements(root, "script")
    assert not elements(root, "link")
    assert not [element for element in root.iter() if element.get("src") or element.get("style")]
    assert "url(" not in content
    assert "@import" not in content
    policy = next(m for m in elements(root, "meta") if m.get("http-equiv"))
    assert (policy.get("content") or "").startswith("default-src 'none'")
    assert "prefers-color-scheme: dark" in content
    assert "@media print" in content


def test_a_table_has_headings_and_links(record: Dataset) -> None:
    _, root = parsed(sources_table(list(record.sources)))
    assert [text(h1) for h1 in elements(root, "h1")] == ["Sources"]
    assert {a.get("rel") for a in elements(root, "a")} == {"noopener nofollow"}
    assert len(elements(root, "tr")) == len(record.sources) + 1


def test_a_table_has_the_chosen_fields(record: Dataset) -> None:
    _, root = parsed(meetings_table(list(record.meetings), record), ("id", "place.city"))
    assert [text(th) for th in elements(root, "th")] == ["id", "place.city"]


def test_a_comparison_has_lists_of_lines(record: Dataset) -> None:
    both = [record.meeting("larkhill-1969"), record.meeting("greyford-2014")]
    _, root = parsed(comparison_document(compare(both, record)))
    rows = {text(row[0]): row for row in elements(root, "tr")}
    assert [text(li) for li in elements(rows["At the table: Arden"][2], "li")] == [
        "Anna Vale, President of Arden",
        "Peter Lund, Foreign Minister",
    ]


def test_an_empty_table_is_valid(record: Dataset) -> None:
    parsed(meetings_table([], record))


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% include 'x' %}",
    "nul \x00 escape \x1b[31m delete \x7f noncharacter \ufffe\U0001ffff",
    "surrogate \ud800",
    "right to left \u202e override",
    "&amp; &lt; &#60;",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_only_text(record: Dataset, hostile: str) -> None:
    meeting = replace(
        record.meeting("greyford-2014"),
        title=hostile,
        summary=hostile,
        topics=(Topic(label=hostile, detail=hostile),),
        notes=(Note(text=hostile, sources=("herald-2014",)),),
    )
    sources = tuple(replace(s, title=hostile, publisher=hostile) for s in record.sources)
    dataset = replace(record, meetings=(meeting,), sources=sources)
    for result in (pages_of(dataset, meeting.id), meetings_table([meeting], dataset)):
        content, root = parsed(result)
        assert not {"script", "img", "svg"} & {str(element.tag) for element in root.iter()}
        assert not [name for e in root.iter() for name in e.attrib if name.startswith("on")]
        assert "49" not in content
        if hostile.isprintable() and "\\u" not in ascii(hostile):
            assert " ".join(hostile.split()) in text(root)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//host/x",
        "https://a b",
        'https://"onclick=x',
        "",
    ],
)
def test_only_web_addresses_become_links(record: Dataset, url: str) -> None:
    dataset = replace(record, sources=tuple(replace(s, url=url) for s in record.sources))
    for result in (pages_of(dataset, "greyford-2014"), sources_table(list(dataset.sources))):
        _, root = parsed(result)
        assert all((a.get("href") or "").startswith("#") for a in elements(root, "a"))


def test_meetings_are_exported_as_pages(whole: Extract) -> None:
    out = BytesIO()
    write_meetings(whole, out)
    root = parse(out.getvalue())
    assert [a.get("id") for a in elements(root, "article")] == list(whole.ids("meetings"))


def test_without_jinja_a_line_says_what_to_install(
    record: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    html._environment.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(SummitError, match=r"html needs jinja2: pip install 'summitcli\[export"):
        write_html(pages_of(record, "greyford-2014"), None, BytesIO())
