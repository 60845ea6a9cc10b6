"""A progress line on standard error."""

from time import monotonic
from typing import TYPE_CHECKING, Self

from summitcli.cli.streams import stderr_is_terminal, write_stderr

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
        if self._thread is None and stderr_is_terminal():
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
        write_stderr(f"\r{line.ljust(len(self._shown))}")
        self._shown = line

    def __exit__(self, *_: object) -> None:
        if self._thread is not None:
            self._ended.set()
            self._thread.join()
        if self._shown:
            self._show("")
            self._show("")


class ProgressBar:
    """A bar on a terminal for a task that counts its records; it appears if the task is slow."""

    _CELLS = 24  # the whole line has less than 60 columns

    def __init__(self, verb: str, after: float = 0.5, every: float = 0.1) -> None:
        self._verb = verb
        self._every = every
        self._next = monotonic() + after
        self._shown = 0
        self._visible = stderr_is_terminal()

    def __enter__(self) -> Self:
        return self

    def update(self, done: int, total: int) -> None:
        """Draw the bar, unless it was drawn a moment ago."""
        if not self._visible or monotonic() < self._next:
            return
        self._next = monotonic() + self._every
        share = min(done / total, 1) if total else 1.0
        full = round(share * self._CELLS)
        bar = "#" * full + "." * (self._CELLS - full)
        line = f"summit: {self._verb} [{bar}] {share:4.0%}"
        self._shown = len(line)
        write_stderr(f"\r{line}")

    def __exit__(self, *_: object) -> None:
        if self._shown:
            write_stderr(f"\r{' ' * self._shown}\r")
