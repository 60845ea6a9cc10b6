"""What the global options say, and the dataset that they name."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

if TYPE_CHECKING:
    from summitcli.model import Dataset
    from summitcli.search.index import Index


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True)
class Settings:
    """The global options of one run."""

    data: Path | None = None
    color: Color = Color.AUTO
    cache: bool = True

    @cached_property
    def dataset(self) -> "Dataset":
        """The dataset that the run looks at; read when first asked for."""
        from summitcli.dataset.locate import shipped

        path = self.data or shipped()
        if not self.cache:
            return _read(path)
        from summitcli.dataset.cache import cached

        return cached(path, _read)

    @cached_property
    def index(self) -> "Index":
        """The words of the dataset, for search."""
        from summitcli.dataset.compiled import StoredDataset
        from summitcli.search.index import build

        dataset = self.dataset
        return dataset.index if isinstance(dataset, StoredDataset) else build(dataset)


def _read(path: Path) -> "Dataset":
    from summitcli.dataset.load import load

    return load(path)


def settings_of(context: typer.Context) -> Settings:
    """The settings that the root command left in the context."""
    return cast(Settings, context.find_root().obj or Settings())
