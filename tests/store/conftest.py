"""A dataset that tests may change, and a folder of stores for each test."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from summitcli.store.folder import stores
from summitcli.store.open import open_dataset

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Summit

FIXTURE = Path(__file__).parent.parent / "fixture"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of stores of this test; it does not exist yet."""
    return tmp_path / "stores"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return the path of a copy of the fixture dataset, which the test may change."""
    return Path(shutil.copytree(FIXTURE, tmp_path / "rivers"))


@pytest.fixture
def environment(environment: dict[str, str], folder: Path) -> dict[str, str]:
    """Return the clean environment, with the folder of this test."""
    return {**environment, "SUMMIT_CACHE_DIR": str(folder)}


@pytest.fixture(autouse=True)
def _in_this_environment(here: Summit) -> None:
    """Use the environment in this process as well: `here` has done so."""


@pytest.fixture
def stored(data: Path) -> Path:
    """Return the store of that dataset."""
    open_dataset(data)
    (file,) = stores()
    return file


@pytest.fixture
def ask(here: Summit, data: Path) -> Callable[..., str]:
    """Run a command on that dataset; it has to succeed without a message."""

    def run(*arguments: str, **variables: str) -> str:
        done = here("--data", str(data), *arguments, **variables)
        assert (done.code, done.err) == (0, "")
        return done.out

    return run
