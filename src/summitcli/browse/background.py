"""Work that may take longer than a keystroke: in a thread of its own, or at once."""

import sys
from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")

LARGE = 5_000  # meetings from which reading or searching a dataset may take that long

_SWITCH = 0.001  # seconds after which work in a thread lets a key act; Python's own are 0.005


class Background(Generic[T]):
    """Pieces of work of which only the last one matters."""

    def __init__(self, in_thread: bool) -> None:
        self._in_thread = in_thread
        self._waiting: SimpleQueue[tuple[Future[T], Callable[[], T]]] | None = None
        self.last: Future[T] | None = None
        "The last piece, unless it was cancelled."

    @property
    def is_busy(self) -> bool:
        """Whether the last piece of work is not done."""
        return self.last is not None and not self.last.done()

    def cancel(self) -> None:
        """Forget the last piece of work; it is not started if it waits for the one before it."""
        if self.last is not None:
            self.last.cancel()
            self.last = None

    def start(self, work: Callable[[], T]) -> "Future[T]":
        """Start a piece of work in place of the one before; return what will have its result."""
        self.cancel()
        self.last = Future()
        if not self._in_thread:
            _run(self.last, work)
            return self.last
        if self._waiting is None:
            self._waiting = SimpleQueue()
            sys.setswitchinterval(_SWITCH)
            # A daemon: the program need not wait for it in order to end.
            Thread(target=_run_all, args=(self._waiting,), daemon=True).start()
        self._waiting.put((self.last, work))
        return self.last


def _run_all(waiting: "SimpleQueue[tuple[Future[T], Callable[[], T]]]") -> None:
    while True:
        _run(*waiting.get())


def _run(future: "Future[T]", work: Callable[[], T]) -> None:
    """Do a piece of work, unless it was cancelled; an error is raised where the result is used."""
    if future.set_running_or_notify_cancel():
        try:
            future.set_result(work())
        except Exception as error:  # noqa: BLE001
            future.set_exception(error)
