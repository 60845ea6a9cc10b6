"""The settings of one run, from the global options."""

from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from summitcli.model.record import cached_record

if TYPE_CHECKING:
    from summitcli.model import Dataset
    from summitcli.search.index import Index


class Color(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@cached_record
class Settings:
    """The global options of one run, and the dataset that they name."""

    data: Path | None = None
    color: Color = Color.AUTO
    use_store: bool = True

    @cached_property
    def dataset(self) -> "Dataset":
        """The dataset of this run, opened when it is first used."""
        from summitcli.cli.progress import Progress
        from summitcli.store.open import open_dataset

        with Progress() as progress:
            return open_dataset(self.data, self.use_store, on_progress=progress.report)

    @cached_property
    def index(self) -> "Index":
        """The search index of the dataset."""
        from summitcli.search.index import index_of

        return index_of(self.dataset)


def settings_of(context: typer.Context) -> Settings:
    """Return the settings that the root command stored in the context."""
    return cast(Settings, context.find_root().obj or Settings())
