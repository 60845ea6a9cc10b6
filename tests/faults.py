"""A valid dataset in YAML, and faults: one change each, with the problem that it must cause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from builders import problems_of, write

if TYPE_CHECKING:
    from pathlib import Path

INFO = """\
dataset:
  title: Two sides
  as_of: 2020-12
  sides:
  - id: arden
    name: Arden
  - id: borea
    name: Borea
  focus:
    arden: anna
    borea: boris
"""
RECORDS = """\
people:
- id: anna
  name: Anna
  side: arden
  born: 1950-01-01
  died: '2020'
  offices:
  - title: President
    start_date: '2010'
    end_date: 2018-01-20
- id: boris
  name: Boris
  side: borea
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
    arden: [anna]
    borea: [boris]
  participants:
  - name: Cy
    office: Minister
    side: arden
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
    """A piece of the dataset, its replacement, and the beginning of the problem that follows."""

    old: str
    new: str
    message: str
    "Path and text, such as `meetings[0].title: expected text`."
    line: str = ""
    "The line that is named; by default the last line of the replacement."

    @property
    def text(self) -> str:
        """The dataset with the fault."""
        assert WHOLE.count(self.old) == 1, f"{self.old!r} does not occur exactly once"
        return WHOLE.replace(self.old, self.new)


def assert_reported_once(fault: Fault, folder: Path) -> None:
    """Check that a fault is the only problem, and reported with file, line and path."""
    file = write(folder / "mine.yaml", fault.text)
    (problem,) = problems_of(file)
    lines = fault.text.split("\n")
    line = fault.line or fault.new.splitlines()[-1]
    number = max(number for number, text in enumerate(lines, 1) if text == line)
    assert problem.startswith(f"{file}:{number}: {fault.message}")
