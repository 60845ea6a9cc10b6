"""A progress line on standard error."""

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from threading import Thread

_STEPS = {"read": "reading", "index": "indexing"}


class Progress:
    """A context in which reading a dataset shows on a terminal how far it is, if it takes long."""

    def __init__(self, after: float = 0.5, every: float = 0.2) -> None:
        self._after, self._every = after, every
        self._line = self._shown = ""
        self._thread: Thread | None = None

    def __enter__(self) -> Self:
        return self

    def report(self, step: str, records: int) -> None:
        """Note how many records have gone through a step; the line shows it a little later."""
        number = f" {records:,} records" if records else ""
        self._line = f"summit: {_STEPS[step]} ...{number}"
        if self._thread is None and sys.stderr is not None and sys.stderr.isatty():
            from threading import Event, Thread

            self._ended = Event()
            self._thread = Thread(target=self._keep_showing, daemon=True)
            self._thread.start()

    def _keep_showing(self) -> None:
        pause = self._after
        while not self._ended.wait(pause):
            self._show(self._line)
            pause = self._every

    def _show(self, line: str) -> None:
        with suppress(OSError, ValueError):
            sys.stderr.write(f"\r{line.ljust(len(self._shown))}")
            sys.stderr.flush()
        self._shown = line

    def __exit__(self, *_: object) -> None:
        if self._thread is not None:
            self._ended.set()
            self._thread.join()
        if self._shown:
            self._show("")
            self._show("")
