"""An extract is a dataset of its own: every reference in it leads to one of its records."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builders import dataset, event, meeting
from summitcli.dataset.load import load, load_with_problems
from summitcli.export.dataset_json import write_json
from summitcli.export.selection import Extract, extract_meetings, sources_of_meetings
from summitcli.model import SECTIONS
from summitcli.store.open import open_dataset

if TYPE_CHECKING:
    from summitcli.model import Dataset

FIXTURE = Path(__file__).parent.parent / "fixture"
MEETINGS = sorted(meeting.id for meeting in load(FIXTURE).meetings)


def ids(extract: Extract) -> dict[str, list[str]]:
    """Return the ids of an extract by section, without empty sections."""
    found = {section: list(extract.ids(section)) for section in SECTIONS}
    return {section: sorted(named) for section, named in found.items() if named}


def test_the_whole_dataset_has_every_record(whole: Extract, record: Dataset) -> None:
    assert all(tuple(whole.stream(section)) == getattr(record, section) for section in SECTIONS)


def test_a_meeting_brings_all_that_it_links_to(record: Dataset) -> None:
    found = ids(extract_meetings(record, ["greyford-2014"]))
    assert found["meetings"] == ["greyford-2014"]
    assert set(found["people"]) >= {"anna-vale", "boris-stone"}
    assert found["claims"] == ["claim-1", "claim-2"]
    assert "gazette-2020" in found["sources"]  # the article of the claims


def test_the_focus_pair_is_always_there(record: Dataset) -> None:
    assert set(ids(extract_meetings(record, ["port-amber-1973"]))["people"]) == {
        "anna-vale",
        "boris-stone",
        "mikael-orlov",
        "oswin-vale",
    }


def test_an_event_at_the_beginning_of_the_calendar_is_brought_too() -> None:
    data = dataset(meeting("talks", "0001-01-20"), event("flood", "0001-01"))
    assert ids(extract_meetings(data, ["talks"]))["context"] == ["flood"]


def test_outcomes_refer_only_to_meetings_of_the_extract(record: Dataset) -> None:
    outcome = next(item for item in record.outcomes if len(item.meetings) > 1)
    extract = extract_meetings(record, outcome.meetings[:1])
    (found,) = (item for item in extract.stream("outcomes") if item.id == outcome.id)
    assert found == replace(outcome, meetings=outcome.meetings[:1])


@pytest.mark.parametrize("opened", ["parsed", "stored"])
def test_a_stored_dataset_gives_the_same(
    opened: str, record: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMIT_CACHE_DIR", str(tmp_path))
    dataset = open_dataset(FIXTURE, use_store=opened == "stored")
    extract = extract_meetings(dataset, ["greyford-2014"])
    expected = extract_meetings(record, ["greyford-2014"])
    for section in SECTIONS:
        assert list(extract.stream(section)) == list(expected.stream(section))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(chosen=st.sets(st.sampled_from(MEETINGS), min_size=1))
def test_every_extract_passes_the_check(chosen: set[str], record: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "extract.json"
    out = io.BytesIO()
    write_json(extract_meetings(record, chosen), out)
    path.write_bytes(out.getvalue())
    dataset, problems = load_with_problems(path)
    assert problems == []
    assert dataset is not None
    assert {meeting.id for meeting in dataset.meetings} == chosen


def test_progress_counts_every_record_once(record: Dataset) -> None:
    seen: list[tuple[int, int]] = []
    extract = Extract(record, on_progress=lambda done, total: seen.append((done, total)))
    for section in SECTIONS:
        list(extract.stream(section))
    total = len(record.by_id)
    assert seen == [(number, total) for number in range(1, total + 1)]


def test_a_bibliography_has_the_sources_that_meetings_cite(record: Dataset) -> None:
    found = [source.id for source in sources_of_meetings(record, {"larkhill-1969"})]
    assert found == ["herald-1969", "holm-1999", "memo-1969"]
