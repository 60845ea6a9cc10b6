"""What tests of exports share: the invented dataset, and the whole of it as an extract."""

from pathlib import Path

import pytest

from summitcli.dataset.load import load
from summitcli.export.selection import Extract
from summitcli.model import Dataset

FIXTURE = Path(__file__).parent.parent / "fixture"


@pytest.fixture(scope="session")
def record() -> Dataset:
    """The invented dataset."""
    return load(FIXTURE)


@pytest.fixture(scope="session")
def whole(record: Dataset) -> Extract:
    """The whole invented dataset."""
    return Extract(record)
