"""What the global options say, and the dataset that they name."""

import sys
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self, cast

import typer

if TYPE_CHECKING:
    from threading import Timer

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
        from summitcli.dataset.bundled import shipped

        path = self.data or shipped()
        with Progress() as progress:

            def read(path: Path) -> "Dataset":
                from summitcli.dataset.load import load

                progress.start()
                return load(path)

            if not self.cache:
                return read(path)
            from summitcli.store.folder import cached

            return cached(path, read)

    @cached_property
    def index(self) -> "Index":
        """The words of the dataset, for search."""
        from summitcli.search.index import build
        from summitcli.store.compiled import StoredDataset

        dataset = self.dataset
        return dataset.index if isinstance(dataset, StoredDataset) else build(dataset)


class Progress:
    """A line on standard error while something takes long, on a terminal only."""

    LINE = "summit: reading ..."  # fits into the narrowest terminal, so that it can be taken away

    def __init__(self, after: float = 0.5) -> None:
        self._after = after
        self._timer: Timer | None = None
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def start(self) -> None:
        """What may take long begins; the line comes after a while."""
        if sys.stderr is not None and sys.stderr.isatty():
            from threading import Timer

            self._timer = Timer(self._after, self._show)
            self._timer.daemon = True
            self._timer.start()

    def _show(self) -> None:
        self._shown = True
        self._write(self.LINE)

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()  # after this it can no longer write
        if self._shown:
            self._write(f"\r{' ' * len(self.LINE)}\r")

    @staticmethod
    def _write(text: str) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.write(text)
            sys.stderr.flush()


def settings_of(context: typer.Context) -> Settings:
    """The settings that the root command left in the context."""
    return cast(Settings, context.find_root().obj or Settings())
