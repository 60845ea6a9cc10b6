"""A progress line on standard error."""

from time import monotonic
from typing import TYPE_CHECKING, Self

from summitcli.cli.streams import stderr_is_terminal, write_stderr

if TYPE_CHECKING:
    from threading import Timer


class Progress:
    """A context in which a slow task can announce itself on a terminal by a temporary line."""

    LINE = "summit: reading ..."  # short enough for any terminal, so that it can be erased

    def __init__(self, after: float = 0.5) -> None:
        self._after = after
        self._timer: Timer | None = None
        self._shown = False

    def __enter__(self) -> Self:
        return self

    def start(self) -> None:
        """Start the slow task: the line appears if it takes longer than `after` seconds."""
        if stderr_is_terminal():
            from threading import Timer

            self._timer = Timer(self._after, self._show)
            self._timer.daemon = True
            self._timer.start()

    def _show(self) -> None:
        self._shown = True
        write_stderr(self.LINE)

    def __exit__(self, *_: object) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer.join()  # so that it cannot write after the line is erased
        if self._shown:
            write_stderr(f"\r{' ' * len(self.LINE)}\r")


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
