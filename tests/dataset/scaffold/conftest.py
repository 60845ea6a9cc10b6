"""A new dataset to which records are added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from summitcli.dataset.scaffold.create import create_dataset

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A new dataset."""
    create_dataset(tmp_path / "own", ("United States", "China"))
    return tmp_path / "own"
