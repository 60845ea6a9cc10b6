"""Interrupts, which end a run quietly: Ctrl-C, SIGTERM, and a terminal that is closed."""

import signal
import sys
from types import FrameType

_CAUGHT = ("SIGINT", "SIGTERM", "SIGHUP")  # Windows has no SIGHUP
_received: list[int] = []


class Interrupted(KeyboardInterrupt):
    """A signal came.

    A plain KeyboardInterrupt inside `exec`, which makes dataclasses, is remembered: even if it is
    caught, Python 3.11 ends by killing itself.
    """


def catch_signals() -> None:
    """Let signals raise KeyboardInterrupt, so that unfinished files are removed on the way out.

    A signal that is ignored, as SIGHUP is under nohup, stays so.
    """
    for name in _CAUGHT:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)
    sys.unraisablehook = _report_unraisable


def exit_code() -> int | None:
    """Return the exit code for the signal that ended the run, 130 for Ctrl-C; None without one."""
    return 128 + _received[0] if _received else None


def _interrupt(number: int, _frame: FrameType | None) -> None:
    _received.append(number)
    raise Interrupted


def _report_unraisable(unraisable: "sys.UnraisableHookArgs") -> None:
    """Say nothing of exceptions that Python cannot raise if an interrupt caused them."""
    if not _received:
        sys.__unraisablehook__(unraisable)
