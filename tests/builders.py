"""Short ways to make records, datasets and files for tests.

The world is that of the fixture dataset: Anna Vale leads Arden, Boris Stone leads Borea. Every
function returns the simplest valid record; keywords give or replace any of its fields.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summitcli.dataset.load import load_with_problems
from summitcli.dataset.yaml_text import dump
from summitcli.model import (
    SECTIONS,
    Assessment,
    ContextEvent,
    Dataset,
    DatasetInfo,
    Deliverable,
    DeliverableStatus,
    DeliverableType,
    Duration,
    Extent,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Outcome,
    Person,
    Place,
    Record,
    Side,
    Source,
    SourceType,
    Theme,
    Topic,
    Valence,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from conftest import Run

ARDEN, BOREA = Side(id="arden", name="Arden"), Side(id="borea", name="Borea")
ANNA_AND_BORIS = {"arden": ("anna-vale",), "borea": ("boris-stone",)}
CLARA_AND_BORIS = {"arden": ("clara-finch",), "borea": ("boris-stone",)}


def _title(identifier: str) -> str:
    return identifier.replace("-", " ").title()


def meeting(
    identifier: str,
    date: str | None = "2015-05-01",
    *,
    minutes: int | None = None,
    themes: Sequence[str] = (),
    **fields: Any,
) -> Meeting:
    """Return a summit of Anna and Boris that was held, with a length and one topic a theme."""
    usual = {
        "title": _title(identifier),
        "summary": "They met. They left.",
        "kind": MeetingKind.SUMMIT,
        "status": MeetingStatus.HELD,
        "leaders": ANNA_AND_BORIS,
        "duration": None if minutes is None else Duration(actual_minutes=minutes),
        "topics": tuple(Topic(themes=(theme,)) for theme in themes),
    }
    return Meeting(id=identifier, date=date, **{**usual, **fields})


def place(city: str | None, country: str, **fields: Any) -> Place:
    """Return a place."""
    return Place(city=city, country=country, **fields)


def person(identifier: str, side: str = "arden", **fields: Any) -> Person:
    """Return a leader of Arden, named after the id."""
    return Person(**{"id": identifier, "name": _title(identifier), "side": side, **fields})


def theme(identifier: str, **fields: Any) -> Theme:
    """Return a theme, named after the id."""
    usual = {"title": _title(identifier), "description": "It comes up."}
    return Theme(id=identifier, **{**usual, **fields})


def event(identifier: str, date: str, end_date: str | None = None, **fields: Any) -> ContextEvent:
    """Return a background event, named after the id."""
    usual = {"title": _title(identifier), "category": "nature", "summary": "It happened."}
    return ContextEvent(id=identifier, date=date, end_date=end_date, **{**usual, **fields})


def outcome(identifier: str, *meetings: str, **fields: Any) -> Outcome:
    """Return an outcome of meetings: bilateral, mixed and limited."""
    usual = {
        "statement": f"{_title(identifier)}.",
        "scope": "bilateral",
        "valence": Valence.MIXED,
        "extent": Extent.LIMITED,
    }
    return Outcome(id=identifier, meetings=meetings, **{**usual, **fields})


def source(identifier: str, **fields: Any) -> Source:
    """Return a news item in English, named after the id."""
    usual = {"title": _title(identifier), "language": "en", "type": SourceType.NEWS}
    return Source(id=identifier, **{**usual, **fields})


def assessment(who: str, valence: str, **fields: Any) -> Assessment:
    """Return a judgement of a meeting."""
    return Assessment(**{"who": who, "valence": Valence(valence), "claim": "So it was.", **fields})


def deliverable(text: str, status: str, **fields: Any) -> Deliverable:
    """Return an agreement with its status today."""
    usual = {"type": DeliverableType.AGREEMENT, "status": DeliverableStatus(status)}
    return Deliverable(text=text, **{**usual, **fields})


ANNA, BORIS = person("anna-vale"), person("boris-stone", "borea")
CLARA = person("clara-finch")


def dataset(*records: Record, focus: bool = True, **info: Any) -> Dataset:
    """Return a dataset of records, each in its section.

    The leaders are Anna, Boris and Clara unless people are given; Anna and Boris are the focus
    pair unless `focus` is false. Other keywords are fields of the dataset's description.
    """
    sections: dict[str, Any] = {
        name: tuple(record for record in records if isinstance(record, kind))
        for name, kind in SECTIONS.items()
    }
    sections["people"] = sections["people"] or (ANNA, BORIS, CLARA)
    pair = {"arden": "anna-vale", "borea": "boris-stone"} if focus else None
    usual = {"title": "Two countries", "sides": (ARDEN, BOREA), "focus": pair}
    return Dataset(info=DatasetInfo(**{**usual, **info}), **sections)


# The beginning of a dataset in YAML: more sections may follow.
HEAD = """\
dataset:
  title: Two countries
  sides:
  - {id: arden, name: Arden}
  - {id: borea, name: Borea}
"""


def plain(**sections: Any) -> dict[str, Any]:
    """Return the plain data of a dataset with two sides and the given sections."""
    sides = [{"id": side.id, "name": side.name} for side in (ARDEN, BOREA)]
    return {"dataset": {"title": "Two countries", "sides": sides}, **sections}


def write(path: Path | str, content: str | bytes | dict[str, Any]) -> Path:
    """Write text, bytes or plain data, as YAML or JSON by the suffix, without other line ends."""
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, dict):
        as_json = file.suffix == ".json"
        content = json.dumps(content, ensure_ascii=False) if as_json else dump(content)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def problems_of(path: Path | str) -> list[str]:
    """Return the problems of the dataset at a path, as text."""
    return [str(problem) for problem in load_with_problems(Path(path))[1]]


def ids_in(run: Run) -> list[str]:
    """Return the ids that a successful run wrote with `--fields id`."""
    assert run.code == 0, run.err
    return run.out.split()


def json_in(run: Run) -> Any:
    """Return what a successful run wrote with `--json`."""
    assert run.code == 0, run.err
    return json.loads(run.out)


def assert_refused(run: Run, code: int, *said: str) -> None:
    """Check that a run wrote one clean line on standard error, which contains all that is said."""
    assert (run.code, run.out) == (code, ""), run.err
    assert run.err.startswith("summit: error: ")
    assert [character for character in run.err if not character.isprintable()] == ["\n"]
    assert run.err.endswith("\n")
    assert [text for text in said if text not in run.err] == [], run.err


def everywhere(said: str, **source_fields: Any) -> dict[str, Any]:
    """Return a dataset as plain data, in which every free text is the same."""
    names = [{"id": side.id, "name": said} for side in (ARDEN, BOREA)]
    people = {"arden": "anna-vale", "borea": "boris-stone"}
    talks = {
        "id": "talks",
        "title": said,
        "summary": said,
        "kind": "summit",
        "status": "held",
        "date": "2015-05-01",
        "date_note": said,
        "leaders": {side: [person] for side, person in people.items()},
        "place": {"city": said, "country": said, "lat": -33.5, "lon": -70.6},
        "topics": [{"themes": ["trade"], "label": said, "detail": said}],
        "accounts": [{"point": said, "versions": dict.fromkeys(people, said)}],
        "notes": [{"text": said}],
        "sources": ["paper"],
    }
    paper = {
        "id": "paper",
        "title": said,
        "publisher": said,
        "language": "en",
        "type": "news",
        "url": "https://example.org/",
    }
    return {
        "dataset": {"title": said, "focus": people, "sides": names},
        "people": [{"id": who, "name": said, "side": side} for side, who in people.items()],
        "themes": [{"id": "trade", "title": said, "description": said, "aliases": [said]}],
        "meetings": [talks],
        "sources": [{**paper, **source_fields}],
    }


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the content of each file of a folder."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}
