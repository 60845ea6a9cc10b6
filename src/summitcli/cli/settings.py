"""What the global options say, and the dataset that they name."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from summitcli.model import Dataset

if TYPE_CHECKING:
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

    @cached_property
    def dataset(self) -> Dataset:
        """The dataset that the run looks at; read when first asked for."""
        from summitcli.dataset import load

        return load(self.data)

    @cached_property
    def index(self) -> "Index":
        """The words of the dataset, for search."""
        from summitcli.search.index import build

        return build(self.dataset)


def settings_of(context: typer.Context) -> Settings:
    """The settings that the root command left in the context."""
    return cast(Settings, context.find_root().obj or Settings())
