"""The settings of one run, from the global options."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

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


class Palette(StrEnum):
    """The background for which colours are chosen."""

    AUTO = "auto"
    DARK = "dark"
    LIGHT = "light"
    MONO = "mono"


@cached_record
class Settings:
    """The global options of one run, and the dataset that they name."""

    data: Path | None = None
    color: Color = Color.AUTO
    palette: Palette = Palette.AUTO
    pager: bool = True
    use_store: bool = True
    quiet: bool = False
    "Whether to read a dataset without a progress line, as completion has to."
    words: tuple[str, ...] = ()
    "The command line, as a title for what it draws."

    @cached_property
    def dataset(self) -> "Dataset":
        """The dataset of this run, opened when it is first used."""
        from summitcli.cli.progress import Progress
        from summitcli.store.open import open_dataset

        with Progress() as progress:
            on_progress = None if self.quiet else progress.report
            return open_dataset(self.data, self.use_store, on_progress)

    @cached_property
    def index(self) -> "Index":
        """The search index of the dataset."""
        from summitcli.search.index import index_of

        return index_of(self.dataset)


def settings_of(context: typer.Context) -> Settings:
    """Return the settings that the root command stored in the context."""
    settings = context.find_root().obj
    return settings if isinstance(settings, Settings) else Settings()


def settings_of_parameters(parameters: Mapping[str, Any]) -> Settings:
    """Return the settings for a command that does not run: for help, advice or completion."""
    data = parameters.get("data")
    use_store = not parameters.get("no_cache")
    return Settings(data=Path(data) if data else None, use_store=use_store, quiet=True)
