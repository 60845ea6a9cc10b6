"""Picture files: every format, the same bytes twice, and nothing loaded."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import altair as alt
import jsonschema
import pytest

from summitcli.charts import ChartName, PictureFormat
from summitcli.charts.draw import draw_chart
from summitcli.charts.render import render
from summitcli.charts.subject import Subject
from summitcli.charts.theme import Picture
from summitcli.errors import SummitError

SVG = "{http://www.w3.org/2000/svg}"
STARTS = {
    PictureFormat.SVG: b"<svg ",
    PictureFormat.PNG: b"\x89PNG\r\n",
    PictureFormat.PDF: b"%PDF-",
    PictureFormat.HTML: b"<!DOCTYPE html>",
    PictureFormat.JSON: b"{",
}
EXPECTED = {
    ChartName.TIMELINE: ["Timeline of meetings", "O. Vale", "River treaty signed", "In person · 6"],
    ChartName.MAP: ["Where they met", "Port Amber 2", "Greyford 2"],
    ChartName.YEARS: ["Meetings by year, and who met whom", "A. Vale–Stone · 9", "1970"],
    ChartName.THEMES: ["Themes by term of office", "River rights · 6", "2014–2018"],
    ChartName.LENGTHS: ["Lengths of meetings", "over 6 h 40 min · O. Vale–Orlov"],
}


@pytest.fixture
def picture(subject: Subject) -> Picture:
    return draw_chart(ChartName.YEARS, subject)


def texts(svg: bytes) -> list[str]:
    """The texts of a picture."""
    return ["".join(item.itertext()) for item in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("format_", PictureFormat)
def test_every_format_begins_as_it_should(picture: Picture, format_: PictureFormat) -> None:
    assert render(picture, format_).startswith(STARTS[format_])


def test_a_failed_conversion_is_one_line(picture: Picture, monkeypatch: pytest.MonkeyPatch) -> None:
    """As with `ulimit -n 16`."""
    monkeypatch.setattr("vl_convert.vegalite_to_svg", _fail)
    with pytest.raises(SummitError, match=r"^the picture cannot be converted: No more files$"):
        render(picture, PictureFormat.SVG)


def _fail(*_: object, **__: object) -> str:
    raise ValueError("No more\nfiles")


@pytest.mark.parametrize("format_", PictureFormat)
def test_the_same_meetings_give_the_same_bytes(subject: Subject, format_: PictureFormat) -> None:
    first, second = (draw_chart(ChartName.YEARS, subject) for _ in range(2))
    assert render(first, format_) == render(second, format_)


@pytest.mark.parametrize("name", ChartName)
def test_the_same_picture_gives_the_same_pdf(subject: Subject, name: ChartName) -> None:
    picture = draw_chart(name, subject)
    assert len({render(picture, PictureFormat.PDF) for _ in range(5)}) == 1


@pytest.mark.parametrize("name", ChartName)
def test_the_specification_follows_the_schema_of_vega_lite(
    subject: Subject, name: ChartName
) -> None:
    spec = json.loads(render(draw_chart(name, subject), PictureFormat.JSON))
    schema = alt.load_schema()
    assert spec["$schema"] == schema_address()
    jsonschema.Draft7Validator(schema).validate(spec)


def schema_address() -> str:
    return f"https://vega.github.io/schema/vega-lite/{alt.SCHEMA_VERSION}.json"


@pytest.mark.parametrize("name", ChartName)
def test_a_picture_says_what_it_shows_and_where_it_comes_from(
    subject: Subject, name: ChartName
) -> None:
    found = texts(render(draw_chart(name, subject), PictureFormat.SVG))
    joined = "\n".join(found)
    for text in (*EXPECTED[name], "all leaders", "as of June 2021", "version 3.1.0", "13 sources"):
        assert text in joined


@pytest.mark.parametrize("name", ChartName)
def test_an_svg_loads_nothing(subject: Subject, name: ChartName) -> None:
    svg = render(draw_chart(name, subject), PictureFormat.SVG).decode()
    addresses = set(re.findall(r"https?://[^\"' )]+", svg))
    assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}
    assert "@font-face" not in svg
    assert "<image" not in svg


def test_a_page_loads_nothing_and_forbids_loading(picture: Picture) -> None:
    page = render(picture, PictureFormat.HTML).decode()
    markup = re.sub(r"<script>.*?</script>", "", page, flags=re.DOTALL)
    assert re.findall(r"<script|src=|href=|url\(|@import|https?:", markup) == []
    assert "default-src 'none'" in markup
    assert "editor: false" in page


def test_no_text_of_a_record_ends_the_script(subject: Subject) -> None:
    bad = replace(subject, scope="</script><script>alert(1)</script>\u2028")
    page = render(draw_chart(ChartName.YEARS, bad), PictureFormat.HTML).decode()
    assert page.count("</script>") == 2
    assert "\u2028" not in page


def test_texts_of_records_are_escaped_in_an_svg(subject: Subject) -> None:
    bad = replace(subject, scope="<script>alert('&')</script>")
    svg = render(draw_chart(ChartName.YEARS, bad), PictureFormat.SVG)
    assert bad.scope in texts(svg)
