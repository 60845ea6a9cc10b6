"""Bibliographies read back by the programs they are for: nothing is lost on the way."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pybtex.database
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st

from summitcli import Dataset, Source, load
from summitcli.export import bibtex, csl_json, ris
from summitcli.export.bibliography import Kind, credits_of, kind_of, one_spaced
from summitcli.model import SourceType

PLAIN = Source(id="a", title="Title", language="en", type=SourceType.NEWS)

Fields = tuple[str, list[str], str, str]


@pytest.fixture(scope="module")
def sources(fixture_data: Dataset) -> tuple[Source, ...]:
    """Return the thirty real sources, and those of the fixture."""
    return (*load(Path(__file__).parent / "sources.yaml").sources, *fixture_data.sources)


def expected(source: Source) -> Fields:
    """Return title, names, date and address of a source."""
    credit = credits_of(source)
    names = [name.inverted for name in credit.names] + ["others"] * credit.others
    return one_spaced(source.title), names, source.date or "", source.url or ""


def written(module: object, *sources: Source) -> bytes:
    out = io.BytesIO()
    module.write(sources, out)  # type: ignore[attr-defined]
    return out.getvalue()


def from_csl(content: bytes) -> dict[str, Fields]:
    """Read CSL-JSON with the standard library."""
    found = {}
    for item in json.loads(content):
        parts = item.get("issued", {"date-parts": [[]]})["date-parts"][0]
        date = "-".join(f"{part:02}" for part in parts)
        names = item.get("author") or item.get("editor") or []
        found[item["id"]] = item["title"], list(map(csl_name, names)), date, item.get("URL", "")
    return found


def csl_name(name: dict[str, str]) -> str:
    if "literal" in name:
        return name["literal"]
    family = f"{name.get('non-dropping-particle', '')} {name['family']}".strip()
    return ", ".join(filter(None, (family, name["given"], name.get("suffix"))))


def from_bibtex(content: bytes) -> dict[str, Fields]:
    """Read BibTeX with pybtex."""
    data = pybtex.database.parse_bytes(content, "bibtex")
    found = {}
    for key, entry in data.entries.items():
        persons = entry.persons.get("author") or entry.persons.get("editor") or []
        title = unescape(entry.fields["title"][1:-1])
        date, url = entry.fields.get("date", ""), entry.fields.get("url", "")
        found[key] = title, [bibtex_name(person) for person in persons], date, url
    return found


def bibtex_name(person: pybtex.database.Person) -> str:
    """Return `Family, Given, Suffix`; BibTeX puts the suffix before the given name."""
    parts = (
        person.prelast_names + person.last_names,
        person.first_names + person.middle_names,
        person.lineage_names,
    )
    text = ", ".join(" ".join(part) for part in parts if part)
    return unescape(text[1:-1] if text.startswith("{") else text)


WORDS = {
    "backslash": "\\",
    "braceleft": "{",
    "braceright": "}",
    "asciitilde": "~",
    "asciicircum": "^",
    "less": "<",
    "greater": ">",
    "bar": "|",
}


def unescape(text: str) -> str:
    """Return LaTeX as LaTeX prints it."""
    assert not re.search(r"(?<!\\)[$&%#_]", text)
    return re.sub(
        r"\\text(\w+)\{\}|\\(.)", lambda found: WORDS[found[1]] if found[1] else found[2], text
    )


def from_ris(content: bytes) -> dict[str, Fields]:
    """Read RIS with rispy."""
    found = {}
    for record in rispy.loads(content.decode()):
        names = record.get("authors") or record.get("secondary_authors") or []
        date = "-".join(filter(None, record.get("date", "").split("/")))
        url = ";".join(record.get("urls", []))  # rispy takes an address apart at semicolons
        found[record["id"]] = record["title"], names, date, url
    return found


FORMATS = [(csl_json, from_csl), (bibtex, from_bibtex), (ris, from_ris)]
every_format = pytest.mark.parametrize(
    ("module", "read"), FORMATS, ids=lambda value: getattr(value, "__name__", "").split(".")[-1]
)


@every_format
def test_every_source_survives(sources: tuple[Source, ...], module: object, read: object) -> None:
    found = read(written(module, *sources))  # type: ignore[operator]
    assert found == {source.id: expected(source) for source in sources}


def test_citeproc_reads_every_source(sources: tuple[Source, ...]) -> None:
    found = CiteProcJSON(json.loads(written(csl_json, *sources)))
    for source in sources:
        title, names, date, url = expected(source)
        reference = found[source.id]
        assert str(reference.title) == title
        assert str(reference.get("URL", "")) == url
        people = reference.get("author") or reference.get("editor") or []
        assert len(people) == len(names)
        issued = reference.get("issued")
        assert (str(issued["year"]) if issued else "") == date[:4].lstrip("0")


texts = st.text(
    st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=30
).filter(str.strip)
people = st.lists(
    st.from_regex(r"\A[A-Z][a-z&_#]{0,5}( [a-z]{2,3})? [A-Z][a-z%$]{1,5}( Jr\.)?\Z"), max_size=4
)


@every_format
@given(title=texts, publisher=texts, authors=people, others=st.booleans())
def test_any_text_survives(
    module: object, read: object, title: str, publisher: str, authors: list[str], others: bool
) -> None:
    source = replace(
        PLAIN,
        title=title,
        publisher=publisher,
        author="; ".join([*authors, *["others"] * (others and bool(authors))]) or None,
        url="https://example.org/%41?a={b}&c=d;e#f_~\\g",
    )
    (_, found) = read(written(module, source)).popitem()  # type: ignore[operator]
    *whole, url = expected(source)
    assert list(found[:3]) == whole
    address = url.replace("{b}", "%7Bb%7D").replace("\\", "%5C") if module is bibtex else url
    assert found[3] == address


def test_an_entry_in_bibtex() -> None:
    source = replace(
        PLAIN,
        id="herald-2014",
        title="[Quota: 40 % of the water & no more]",
        author="Jaap de Boer, Jr.; US Department of State",
        publisher="The Herald",
        date="2014-09-13",
        url="https://example.org/a_b?c=1&d=%20#e~f",
        language="ru",
        reprint=True,
        state_media=True,
    )
    assert (
        written(bibtex, source).decode()
        == r"""@article{herald-2014,
    author = "de Boer, Jr., Jaap and {US Department of State}",
    title = "{[Quota: 40 \% of the water \& no more]}",
    journal = "The Herald",
    year = "2014",
    month = "September",
    date = "2014-09-13",
    url = "https://example.org/a_b?c=1&d=%20#e~f",
    language = "ru",
    keywords = "news, reprint, state media",
    note = "title translated from Russian; reprint of another outlet's text; look for the original"
}
"""
    )


def test_an_item_in_csl_json() -> None:
    source = replace(
        PLAIN, author="Ann Lee", publisher="Herald", date="2014-09", same_text_as="other"
    )
    assert json.loads(written(csl_json, source)) == [
        {
            "id": "a",
            "type": "article-newspaper",
            "title": "Title",
            "author": [{"family": "Lee", "given": "Ann"}],
            "container-title": "Herald",
            "issued": {"date-parts": [[2014, 9]]},
            "language": "en",
            "keyword": "news",
            "note": "same agency text as other",
        }
    ]


def test_a_record_in_ris() -> None:
    source = replace(
        PLAIN, author="Ann Lee III", publisher="Herald", date="2014", url="https://example.org/a;b"
    )
    assert written(ris, source).decode().lstrip() == (
        "TY  - NEWS\nID  - a\nTI  - Title\nAU  - Lee, Ann, III\nT2  - Herald\nPY  - 2014\n"
        "DA  - 2014///\nUR  - https://example.org/a;b\nLA  - en\nKW  - news\nER  - \n"
    )


@pytest.mark.parametrize(
    ("type_", "publisher", "url", "kind"),
    [
        ("primary", "The White House", "https://example.org", Kind.DOCUMENT),
        ("news", "The Herald", None, Kind.NEWSPAPER),
        ("analysis", "Journal of Rivers 13.3", None, Kind.JOURNAL),
        ("analysis", "Brookings Institution", None, Kind.REPORT),
        ("analysis", "A weblog", "https://example.org", Kind.WEBPAGE),
        ("analysis", None, None, Kind.DOCUMENT),
        ("reference", "Wikipedia", "https://example.org", Kind.ENCYCLOPEDIA),
        ("reference", "Office of the Historian", "https://example.org", Kind.WEBPAGE),
    ],
)
def test_maps_types_to_kinds_of_text(
    type_: str, publisher: str | None, url: str | None, kind: Kind
) -> None:
    source = replace(PLAIN, type=SourceType(type_), publisher=publisher, url=url)
    assert kind_of(source) is kind


@pytest.mark.parametrize(("module", "empty"), [(csl_json, b"[]\n"), (bibtex, b""), (ris, b"")])
def test_no_sources_make_an_empty_bibliography(module: object, empty: bytes) -> None:
    assert written(module) == empty
