"""Show long output in a pager, as git and gh do."""

import os
import re
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from rich.cells import cell_len

from summitcli.errors import SummitError

# -F: leave if it fits on a screen; -R: let colours and hyperlinks through; -X: keep the screen.
_OWN_CHOICE = "less"
_LESS = "FRX"

_SEQUENCE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")
_HYPERLINK = re.compile(r"\x1b\]8;[^\x1b]*\x1b\\")


@dataclass(frozen=True, slots=True)
class Pager:
    """A program that shows a text screen by screen."""

    command: tuple[str, ...]
    own: bool = False
    "Whether it is this program's choice, which is known to show hyperlinks."


def choose_pager(environment: Mapping[str, str]) -> Pager | None:
    """Return the pager of SUMMIT_PAGER, or of PAGER, or `less`; None if there is none.

    An empty variable and `cat` mean that no pager is wanted. Raise SummitError if the value of
    SUMMIT_PAGER cannot be split into words or names a program that does not exist.
    """
    for variable in ("SUMMIT_PAGER", "PAGER"):
        text = environment.get(variable)
        if text is None:
            continue
        command = _split(variable, text)
        if not command or command == ("cat",):
            return None
        if shutil.which(command[0]) is not None:
            return Pager(command)
        if variable == "SUMMIT_PAGER":
            raise SummitError(
                f"SUMMIT_PAGER: program '{command[0]}' not found; SUMMIT_PAGER=cat turns paging off"
            )
    return Pager((_OWN_CHOICE,), own=True) if shutil.which(_OWN_CHOICE) else None


def _split(variable: str, text: str) -> tuple[str, ...]:
    try:
        return tuple(shlex.split(text, posix=os.name != "nt"))
    except ValueError as error:
        raise SummitError(f"{variable}: '{text}' is not a command: {error}") from None


def count_lines(text: str, width: int) -> int:
    """Return the lines that a text takes on a screen, where long lines are broken."""
    bare = _SEQUENCE.sub("", text).removesuffix("\n")
    return sum(max(1, -(-cell_len(line) // max(1, width))) for line in bare.split("\n"))


def without_hyperlinks(text: str) -> str:
    """Return a text without the escape sequences of hyperlinks, which many pagers garble."""
    return _HYPERLINK.sub("", text)


def show_in_pager(content: bytes, pager: Pager, environment: Mapping[str, str]) -> bool:
    """Show a content in a pager, and wait for its end; return False if it cannot be started.

    A reader who leaves early has seen enough: neither that nor an interrupt is an error.
    """
    variables = {"LESS": _LESS, **environment} if pager.own else dict(environment)
    try:
        process = subprocess.Popen(pager.command, stdin=subprocess.PIPE, env=variables)  # noqa: S603
    except OSError:
        return False
    with _uninterrupted():
        process.communicate(content)
    return True


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Leave Ctrl-C to the pager, which uses it to stop a search."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
