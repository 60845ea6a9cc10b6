"""Each kind of fault in a dataset, alone: named with its file, its line and its path."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summitcli.dataset.load import load_with_problems
from summitcli.dataset.yaml_text import YamlError, compose

if TYPE_CHECKING:
    from conftest import Summit

INFO = """\
dataset:
  title: Two sides
  as_of: 2020-12
  sides:
  - id: us
    name: United States
  - id: china
    name: China
  focus:
    us: ann
    china: bo
"""
RECORDS = """\
people:
- id: ann
  name: Ann
  side: us
  born: 1950-01-01
  died: '2020'
  offices:
  - title: President
    start_date: '2010'
    end_date: 2018-01-20
- id: bo
  name: Bo
  side: china
themes:
- id: trade
  title: Trade
  description: Tariffs.
meetings:
- id: oslo-2015
  title: Talks in Oslo
  summary: They talked.
  kind: summit
  status: held
  date: 2015-05-01
  end_date: 2015-05-02
  announced_on: 2015-03
  cancelled_on: 2015-04
  place:
    city: Oslo
    country: Norway
    lat: 59.9
    lon: 10.7
  occasion: A congress
  leaders:
    us: [ann]
    china: [bo]
  participants:
  - name: Cy
    office: Minister
    side: us
  duration:
    actual_minutes: 90
  topics:
  - themes: [trade]
  sources: [wire]
outcomes:
- id: calm
  statement: It grew calmer.
  scope: global
  valence: mixed
  extent: limited
  themes: [trade]
  sources: [wire]
sources:
- id: wire
  title: They met
  publisher: The Wire
  url: https://example.org/met
  language: en
  type: news
"""
WHOLE = INFO + RECORDS


@dataclass(frozen=True)
class Fault:
    """A piece of the whole dataset, what stands there instead, and what is to be said of it."""

    old: str
    new: str
    path: str
    message: str
    at: str = ""
    "Text in the line that is named; without it, the last line of what was put in."

    @property
    def text(self) -> str:
        """The dataset with the fault."""
        assert WHOLE.count(self.old) == 1, f"{self.old!r} is not there once"
        return WHOLE.replace(self.old, self.new)

    @property
    def said(self) -> str:
        """How the problem begins."""
        lines = self.text.split("\n")
        at = self.at or self.new.splitlines()[-1]
        line = max(number for number, text in enumerate(lines, 1) if text == at)
        return f"mine.yaml:{line}: {self.path}: {self.message}"


M = "meetings[0]"
TITLE, DATE, TALKS = "  title: Talks in Oslo", "  date: 2015-05-01", "  occasion: A congress"
DEEP = "[" * 50 + "]" * 50
FAULTS = {
    "unknown key": Fault(TITLE, f"{TITLE}\n  agrements: []", f"{M}.agrements",
                         "unknown key; did you mean 'agreements'?"),
    "unknown key, inside": Fault("    city: Oslo", "    citty: Oslo", f"{M}.place.citty",
                                 "unknown key; did you mean 'city'?"),
    "key off": Fault(TITLE, f"{TITLE}\n  off: 1", f"{M}.off", "unknown key; the keys are id, t"),
    "missing key": Fault("  summary: They talked.\n", "", M, "'summary' is missing",
                         "- id: oslo-2015"),
    "missing key, inside": Fault("    country: Norway\n", "", f"{M}.place",
                                 "'country' is missing", "  place:"),
    "list for text": Fault(TITLE, "  title: [a]", f"{M}.title", "expected text, got a list"),
    "number for text": Fault(TITLE, "  title: 1984", f"{M}.title", "expected text, got a whole"),
    "number for a date": Fault(DATE, "  date: 2015", f"{M}.date", "expected text"),
    "nothing for text": Fault(TITLE, "  title:", f"{M}.title", "expected text, got nothing"),
    "empty text": Fault(TITLE, "  title: ''", f"{M}.title", "'' is not text"),
    "text for a list": Fault("  themes: [trade]\n  sources", "  themes: trade\n  sources",
                             "outcomes[0].themes", "expected a list, got text", "  themes: trade"),
    "text for keys": Fault("  duration:\n    actual_minutes: 90", "  duration: long",
                           f"{M}.duration", "expected keys and values, got text"),
    "text for a number": Fault("actual_minutes: 90", "actual_minutes: long",
                               f"{M}.duration.actual_minutes", "expected a whole number",
                               "    actual_minutes: long"),
    "text for a record": Fault("  side: china", "  side: china\n- Cy", "people[2]",
                               "expected keys and values, got text"),
    "bad value": Fault("  kind: summit", "  kind: sumit", f"{M}.kind",
                       "'sumit' is not an allowed value; did you mean 'summit'?"),
    "bad id": Fault("- id: calm", "- id: Calm_2015", "outcomes[0].id", "'Calm_2015' is not an id"),
    "id with a line feed": Fault("- id: calm", '- id: "calm\\n"', "outcomes[0].id", "'calm"),
    "address with a line feed": Fault("url: https://example.org/met",
                                      'url: "https://example.org/met\\n"', "sources[0].url",
                                      "'https", '  url: "https://example.org/met\\n"'),
    "other address": Fault("url: https:", "url: ftp:", "sources[0].url",
                           "'ftp://example.org/met' is not a web address", "  url: ftp://example.org/met"),
    "id twice": Fault("  side: china", "  side: china\n- {id: bo, name: Al, side: china}",
                      "people[2].id", "duplicate id 'bo', first used at mine.yaml:22"),
    "id of another type": Fault("- id: calm", "- id: trade", "outcomes[0].id",
                                "duplicate id 'trade', first used at mine.yaml:26"),
    "reference to nothing": Fault("  - themes: [trade]", "  - themes: [trade, peace]",
                                  f"{M}.topics[0].themes[1]", "no record 'peace' in themes"),
    "reference elsewhere": Fault("  extent: limited", "  extent: limited\n  meetings: [trade]",
                                 "outcomes[0].meetings[0]",
                                 "'trade' is in themes; an id from meetings"),
    "unknown side": Fault("Minister\n    side: us", "Minister\n    side: eu",
                          f"{M}.participants[0].side",
                          "no side 'eu'; the sides are china, us", "    side: eu"),
    "unknown side of leaders": Fault("    us: [ann]", "    eu: [ann]", f"{M}.leaders.eu",
                                     "no side 'eu'; the sides are china, us"),
    "leader of the other side": Fault("    us: [ann]", "    us: [bo]", f"{M}.leaders.us[0]",
                                      "'bo' belongs to the side 'china', not to 'us'"),
    "focus on the other side": Fault("    us: ann", "    us: bo", "dataset.focus.us",
                                     "'bo' belongs to the side 'china', not to 'us'"),
    "no leader": Fault("  leaders:\n    us: [ann]\n    china: [bo]", "  leaders: {}",
                       f"{M}.leaders", "no leader is named; add at least one"),
    "no calendar": Fault("  end_date: 2015-05-02", "  end_date: 2015-06-31", f"{M}.end_date",
                         "'2015-06-31' is not a valid date: June 2015 has 30 days"),
    "no date": Fault(DATE, "  date: May 2015", f"{M}.date", "'May 2015' is no"),
    "held, undated": Fault(f"{DATE}\n  end_date: 2015-05-02\n", "", M,
                           "a meeting that was held must have a date", "- id: oslo-2015"),
    "end without a start": Fault(f"  status: held\n{DATE}", "  status: planned",
                                 f"{M}.end_date", "end_date is given without date",
                                 "  end_date: 2015-05-02"),
    "end before start": Fault("  end_date: 2015-05-02", "  end_date: 2015-04", f"{M}.end_date",
                              "end_date 2015-04 is before date 2015-05-01"),
    "left before taken": Fault("    end_date: 2018-01-20", "    end_date: '2009'",
                               "people[0].offices[0].end_date",
                               "end_date 2009 is before start_date 2010"),
    "cancelled before announced": Fault("  cancelled_on: 2015-04", "  cancelled_on: 2015-02-28",
                                        f"{M}.cancelled_on",
                                        "cancelled_on 2015-02-28 is before announced_on 2015-03"),
    "died before born": Fault("  died: '2020'", "  died: '1949'", "people[0].died",
                              "died 1949 is before born 1950-01-01"),
    "too far north": Fault("    lat: 59.9", "    lat: 90.1", f"{M}.place.lat",
                           "expected a number <= 90"),
    "too far west": Fault("    lon: 10.7", "    lon: -180.1", f"{M}.place.lon",
                          "expected a number >= -180"),
    "latitude alone": Fault("    lon: 10.7\n", "", f"{M}.place.lat", "lat is given without lon",
                            "    lat: 59.9"),
    "longitude alone": Fault("    lat: 59.9\n", "", f"{M}.place.lon", "lon is given without lat",
                             "    lon: 10.7"),
    "unused source": Fault("sources:\n", "sources:\n- id: idle\n  title: I\n  publisher: P\n"
                           "  url: https://example.org/i\n  language: en\n  type: news\n",
                           "sources[0].id", "no record refers to the source 'idle'", "- id: idle"),
    "key twice": Fault(TITLE, f"{TITLE}\n  title: Again", f"{M}.title", "duplicate key"),
    "key of several": Fault(TITLE, f"{TITLE}\n  ? [a, b]\n  : c", M, "keys must be plain text",
                            "  ? [a, b]"),
    "anchor": Fault(TITLE, "  title: &a Talks in Oslo\n  status_note: *a", f"{M}.status_note",
                    "YAML aliases are not allowed"),
    "tag": Fault(TALKS, "  occasion: !!python/object/apply:os.system ls", f"{M}.occasion",
                 "the YAML tag !!python/object/apply:os.system is not allowed"),
    "tag of keys": Fault("  place:\n", "  place: !!python/object:os.stat\n", f"{M}.place",
                         "the YAML tag !!python/object:os.stat is not allowed"),
    "tag of a list": Fault("    us: [ann]", "    us: !!python/tuple [ann]", f"{M}.leaders.us",
                           "the YAML tag !!python/tuple is not allowed"),
    "tag that is untrue": Fault("    lat: 59.9", "    lat: !!float north", f"{M}.place.lat", ""),
    "escape sequence": Fault(TALKS, '  occasion: "\\e[31mred"', f"{M}.occasion",
                             "contains a control character"),
    "text turned round": Fault(TALKS, "  occasion: a\u202eb", f"{M}.occasion",
                               "contains a control character"),
    "too deep": Fault("  scope: global", f"  evidence: {DEEP}\n  scope: global",
                      "outcomes[0].evidence" + "[0]" * 39, "nested deeper than 40 levels",
                      f"  evidence: {DEEP}"),
    "third side": Fault("    name: China\n", "    name: China\n  - id: eu\n    name: EU\n",
                        "dataset.sides", "expected a list of length <= 2", "  sides:"),
}  # fmt: skip


def problems_of(path: str) -> list[str]:
    """The problems of a dataset in the working directory, as text."""
    return [str(problem) for problem in load_with_problems(Path(path))[1]]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_with_file_line_and_path(fault: Fault) -> None:
    write("mine.yaml", fault.text)
    problems = problems_of("mine.yaml")
    assert [problem for problem in problems if problem.startswith(fault.said)], problems


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_reported_once(fault: Fault) -> None:
    write("mine.yaml", fault.text)
    problems = problems_of("mine.yaml")
    assert len(problems) == 1, problems


def test_a_faulty_record_still_uses_its_sources() -> None:
    text = WHOLE.replace("  themes: [trade]\n  sources: [wire]", "  themes: [trade]")
    assert len(text) < len(WHOLE)
    write("mine.yaml", text.replace("kind: summit", "kind: feast"))
    (problem,) = problems_of("mine.yaml")
    assert "'feast' is not an allowed value" in problem


def test_sides_of_the_same_id_are_refused() -> None:
    write("mine.yaml", INFO.split("  focus", maxsplit=1)[0].replace("china", "us"))
    assert problems_of("mine.yaml") == [
        "mine.yaml:4: dataset.sides: the two sides have the same id; change one of them"
    ]


def test_a_dataset_without_fault_passes_the_check(summit: Summit) -> None:
    write("mine.yaml", WHOLE)
    run = summit("check", "mine.yaml")
    assert (run.code, run.out) == (0, "")
    assert run.err == "summit: note: no problems in the 6 records of 'Two sides'\n"


def test_all_faults_are_reported_in_one_go_in_order_of_file_and_line(summit: Summit) -> None:
    Path("mine").mkdir()
    people, rest = RECORDS.split("themes:\n", 1)
    write("mine/b.yaml", INFO.replace("Two sides", "[]"))
    write("mine/c.yaml", people.replace("died: '2020'", "died: '1949'"))
    faulty = rest.replace("2015-05-01", "May").replace("wire]", "wire, wier]")
    write("mine/a.yaml", "themes:\n" + faulty)
    run = summit("check", "mine")
    where = [line.split(": ")[:2] for line in run.out.splitlines()]
    assert where == [
        ["mine/a.yaml:11", "meetings[0].date"],
        ["mine/a.yaml:32", "meetings[0].sources[1]"],
        ["mine/a.yaml:40", "outcomes[0].sources[1]"],
        ["mine/b.yaml:2", "dataset.title"],
        ["mine/c.yaml:6", "people[0].died"],
    ]
    assert (run.code, run.err) == (4, "summit: error: 5 problems\n")


def test_a_section_may_be_split_over_files() -> None:
    Path("mine").mkdir()
    people, rest = RECORDS.split("- id: bo\n", 1)
    write("mine/1.yml", people)
    write("mine/2.yaml", "people:\n- id: bo\n" + rest)
    write("mine/3.json", json.dumps({"dataset": {"title": "T", "sides": [
        {"id": "us", "name": "United States"}, {"id": "china", "name": "China"}
    ]}}))  # fmt: skip
    dataset, problems = load_with_problems(Path("mine"))
    assert problems == []
    assert dataset is not None
    assert [person.id for person in dataset.people] == ["ann", "bo"]


def test_an_id_that_another_file_has_is_refused() -> None:
    Path("mine").mkdir()
    write("mine/1.yaml", WHOLE)
    write("mine/2.yaml", "themes:\n- id: ann\n  title: A\n  description: A.\n")
    assert problems_of("mine") == [
        "mine/2.yaml:2: themes[0].id: duplicate id 'ann', first used at mine/1.yaml:13; "
        "change one of the two"
    ]


def test_a_dataset_says_once_what_it_is() -> None:
    Path("mine").mkdir()
    write("mine/1.yaml", WHOLE)
    write("mine/2.yaml", INFO)
    assert problems_of("mine") == [
        "mine/2.yaml:2: dataset: the section 'dataset' is already in mine/1.yaml; "
        "remove one of the two"
    ]
    write("mine/1.yaml", RECORDS)
    Path("mine/2.yaml").unlink()
    assert problems_of("mine") == [
        "mine/1.yaml:1: dataset: the section 'dataset' is missing; add it, with 'title' and 'sides'"
    ]


def test_a_dataset_may_be_json() -> None:
    info = {"title": "Caf\u00e9 \U0001f600 a/b", "sides": [
        {"id": "us", "name": "United States"}, {"id": "china", "name": "\u4e2d\u56fd"}
    ]}  # fmt: skip
    for text in (json.dumps({"dataset": info}), json.dumps({"dataset": info}, indent="\t",
                 ensure_ascii=False, separators=(",", ":"))):  # fmt: skip
        write("mine.json", text)
        dataset, problems = load_with_problems(Path("mine.json"))
        assert problems == []
        assert dataset is not None
        assert dataset.info.title == info["title"]


def test_what_yaml_1_1_would_change_stays_text() -> None:
    words = ["NO", "off", "yes", "12:30", "0123", "0x1F", "0o17", "1_000", "2018-07-16", "+1"]
    text = WHOLE.replace(TITLE, f"  title: NO\n  aliases: [{', '.join(words)}]")
    text = text.replace("  topics:", "  sessions:\n  - {title: on, start_local: 12:30}\n  topics:")
    write("mine.yaml", text)
    dataset, problems = load_with_problems(Path("mine.yaml"))
    assert problems == []
    assert dataset is not None
    (meeting,) = dataset.meetings
    assert (meeting.title, meeting.date) == ("NO", "2015-05-01")
    assert list(meeting.aliases) == words
    assert (meeting.sessions[0].title, meeting.sessions[0].start_local) == ("on", "12:30")


@pytest.mark.parametrize("text", ["a: [", "a: b: c", "a: *b", "a: 1\n---\nb: 2", "\ta: 1"])
def test_what_is_no_yaml_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(YamlError) as caught:
        compose("# a comment\n" + text)
    assert caught.value.line >= 2
