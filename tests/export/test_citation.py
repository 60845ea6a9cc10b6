"""Citations: thirty real sources in three styles, names, titles, and records of the dataset."""

from __future__ import annotations

import builtins
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summitcli import Source, load
from summitcli.errors import SummitError
from summitcli.export.bibliography import credits_of
from summitcli.export.citation import Style, cite_record, cite_source
from summitcli.model import SourceType

HERE = Path(__file__).parent
DATASET = load(HERE / "sources.yaml")
BLOCKS = (HERE / "citations.txt").read_text(encoding="utf-8").split("\n\n")
CITATIONS = {
    (block.split("\n")[0], style): text
    for block in BLOCKS
    for style, text in re.findall(r"^  (\w+): (.*)$", block, re.MULTILINE)
}
PLAIN = Source(id="a", title="Title", language="en", type=SourceType.NEWS)


@pytest.mark.parametrize(("identifier", "style"), CITATIONS)
def test_cites_thirty_sources(identifier: str, style: str) -> None:
    source = DATASET.by_id[identifier]
    assert isinstance(source, Source)
    assert cite_source(source, Style(style)) == CITATIONS[identifier, style]


def test_the_thirty_sources_are_of_every_type_and_in_every_style() -> None:
    assert {source.type for source in DATASET.sources} == set(SourceType)
    assert len(CITATIONS) == 3 * len(DATASET.sources) == 90


AUTHORS = [
    ("Peter Baker", ["Baker, Peter"]),
    ("Baker, Peter", ["Baker, Peter"]),
    ("Peter Baker and Robin Wright", ["Baker, Peter", "Wright, Robin"]),
    ("Peter Baker, Michael D. Shear, and Ana Li", ["Baker, Peter", "Shear, Michael D.", "Li, Ana"]),
    ("Baker, Peter; Wright, Robin", ["Baker, Peter", "Wright, Robin"]),
    ("Martin Luther King, Jr.", ["King, Martin Luther, Jr."]),
    ("W. Taylor Fain III", ["Fain, W. Taylor, III"]),
    ("Jaap de Hoop Scheffer", ["de Hoop Scheffer, Jaap"]),
    ("Ursula von der Leyen", ["von der Leyen, Ursula"]),
    ("de Gaulle", ["de Gaulle"]),
    ("US Department of State", ["US Department of State"]),
    ("Center for Arms and Trade", ["Center for Arms and Trade"]),
    ("The Associated Press", ["The Associated Press"]),
    ("TASS", ["TASS"]),
    ("Robert Service", ["Service, Robert"]),
    ("; ;", []),
]


@pytest.mark.parametrize(("author", "names"), AUTHORS)
def test_splits_authors_into_names(author: str, names: list[str]) -> None:
    credit = credits_of(replace(PLAIN, author=author))
    assert [name.inverted for name in credit.names] == names


@pytest.mark.parametrize(
    ("author", "note", "apa", "mla"),
    [
        ("Ann Lee", "Ann Lee, “Title,” n.d.", "Lee, A. (n.d.). Title.", "Lee, Ann. “Title.”"),
        ("Ann Lee (ed.)", "Ann Lee, ed., “", "Lee, A. (Ed.). (n.d.)", "Lee, Ann, editor. “"),
        ("Ann Lee and others", "Ann Lee et al., “", "Lee, A., et al. (", "Lee, Ann, et al. “"),
        ("JC Lee", "JC Lee, “", "Lee, J. C. (", "Lee, JC. “"),
        ("M K Lee", "M K Lee, “", "Lee, M. K. (", "Lee, M K. “"),
        ("Jo-Ann Lee", "Jo-Ann Lee, “", "Lee, J.-A. (", "Lee, Jo-Ann. “"),
        ("NATO", "NATO, “", "NATO. (", "NATO. “"),
        (None, "“Title,” n.d.", "Title. (n.d.).", "“Title.”"),
    ],
)
def test_names_authors_in_each_style(author: str | None, note: str, apa: str, mla: str) -> None:
    source = replace(PLAIN, author=author)
    written = {style: cite_source(source, style) for style in Style if style is not Style.BIBTEX}
    assert written[Style.NOTE].startswith(note)
    assert written[Style.APA].startswith(apa)
    assert written[Style.MLA].startswith(mla)


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("Who won?", "“Who won?,” n.d."),
        ("They met.", "“They met,” n.d."),
        ('A "deal" at last', "“A ‘deal’ at last,” n.d."),
        ("It's a 'deal'", "“It’s a ‘deal,’” n.d."),
        ("[Talks]", "“[Talks],” n.d."),
        ("Two\n  lines", "“Two lines,” n.d."),
    ],
)
def test_quotes_titles(title: str, note: str) -> None:
    assert cite_source(replace(PLAIN, title=title), Style.NOTE) == note


@pytest.mark.parametrize(
    ("date", "note", "apa", "mla"),
    [
        ("2018-09-05", "September 5, 2018", "2018, September 5", "5 Sept. 2018"),
        ("2018-05", "May 2018", "2018, May", "May 2018"),
        ("2018", "2018", "2018", "2018"),
    ],
)
def test_writes_dates_as_precisely_as_they_are_known(
    date: str, note: str, apa: str, mla: str
) -> None:
    source = replace(PLAIN, date=date, publisher="Herald")
    assert cite_source(source, Style.NOTE) == f"“Title,” Herald, {note}."
    assert cite_source(source, Style.APA) == f"Title. ({apa}). Herald."
    assert cite_source(source, Style.MLA) == f"“Title.” Herald, {mla}."


def test_an_institution_that_publishes_its_own_text_is_named_once() -> None:
    source = replace(PLAIN, author="NATO", publisher="NATO", date="2018")
    assert cite_source(source, Style.APA) == "NATO. (2018). Title."


def test_the_marks_of_state_media_are_left_to_the_reader() -> None:
    for style in (Style.NOTE, Style.APA, Style.MLA):
        assert cite_source(replace(PLAIN, state_media=True), style) == cite_source(PLAIN, style)


def test_cites_a_record_with_the_version_of_its_dataset() -> None:
    event = DATASET.by_id["all-sources"]
    assert cite_record(event, DATASET.info, Style.NOTE) == (
        "“An event that cites every source,” record all-sources in Thirty sources, version 1.2.0, "
        "as of July 2026."
    )
    assert cite_record(event, DATASET.info, Style.APA) == (
        "An event that cites every source [Record all-sources]. (2026, July). In Thirty sources "
        "(Version 1.2.0) [Data set]."
    )
    assert cite_record(event, DATASET.info, Style.MLA) == (
        "“An event that cites every source.” Thirty sources, version 1.2.0, July 2026, "
        "record all-sources."
    )
    bibtex = cite_record(event, DATASET.info, Style.BIBTEX)
    assert bibtex.startswith("@misc{all-sources,\n")
    assert "Record all-sources in Thirty sources, version 1.2.0" in bibtex


def test_cites_a_record_of_a_dataset_without_version_and_date() -> None:
    info = replace(DATASET.info, version=None, as_of=None)
    event = DATASET.by_id["all-sources"]
    assert cite_record(event, info, Style.NOTE).endswith("record all-sources in Thirty sources.")
    assert cite_record(event, info, Style.APA).endswith("(n.d.). In Thirty sources [Data set].")
    assert cite_record(event, info, Style.MLA).endswith("Thirty sources, record all-sources.")


def test_a_record_that_is_a_source_is_cited_as_itself() -> None:
    source = DATASET.sources[0]
    assert cite_record(source, DATASET.info, Style.APA) == cite_source(source, Style.APA)


@pytest.mark.parametrize(("module", "package"), [("bibtex", "pybtex"), ("ris", "rispy")])
def test_a_missing_library_is_named_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, module: str, package: str
) -> None:
    import_module = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == package:
            raise ModuleNotFoundError(name)
        return import_module(name, *rest)

    monkeypatch.delitem(sys.modules, f"summitcli.export.{module}", raising=False)
    monkeypatch.setattr(builtins, "__import__", without)
    advice = f"{module} needs {package}: pip install 'summitcli[export]'"
    with pytest.raises(SummitError, match=f"^{re.escape(advice)}$"):
        import_module(f"summitcli.export.{module}", {}, {}, ["write"], 0)
