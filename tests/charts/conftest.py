"""What the tests of pictures share: the invented dataset, and pictures of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from summitcli.charts.subject import Subject
from summitcli.dataset.load import load
from summitcli.model import Dataset, Meeting

FIXTURE = Path(__file__).parent.parent / "fixture"


@pytest.fixture(scope="session")
def record() -> Dataset:
    """The invented dataset."""
    return load(FIXTURE)


@pytest.fixture
def subject(record: Dataset) -> Subject:
    """All meetings of the invented dataset."""
    return Subject(
        dataset=record, meetings=record.meetings, events=record.context, scope="all leaders"
    )


@pytest.fixture
def chosen(subject: Subject) -> Callable[[Callable[[Meeting], bool]], Subject]:
    """Some meetings of the invented dataset."""

    def choose(wanted: Callable[[Meeting], bool]) -> Subject:
        return replace(subject, meetings=[m for m in subject.meetings if wanted(m)])

    return choose
