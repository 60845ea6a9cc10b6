"""Reading the bytes of a dataset's files, with a limit on their size."""

import os
import stat
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path

from summitcli.errors import UsageError

# 100,000 meetings as detailed as the shipped ones take 200 MB. The node tree of a YAML file takes
# ten times the file's size, and more if the file is mostly brackets.
MAX_FILE_MB = 256
VARIABLE = "SUMMIT_MAX_FILE_MB"

_CHUNK = 1 << 20


class UnreadableError(OSError):
    """A file that cannot or must not be read; the message says why."""


def content(file: Path, pipe: bool = False) -> bytes:
    """Return the bytes of a file. Raise UnreadableError.

    A pipe or device is read only if `pipe` is true, that is, if the user named it: it may never
    end.
    """
    return b"".join(_pieces(file, pipe, whole_lines=False))


def content_lines(file: Path, pipe: bool = False) -> Iterator[bytes]:
    """Yield the bytes of a file line by line. Raise UnreadableError, as `content` does."""
    return _pieces(file, pipe, whole_lines=True)


def _pieces(file: Path, pipe: bool, whole_lines: bool) -> Iterator[bytes]:
    # Without O_NONBLOCK, opening a named pipe waits until another program writes to it.
    flags = 0 if pipe else getattr(os, "O_NONBLOCK", 0)
    try:
        with open(file, "rb", opener=lambda name, mode: os.open(name, mode | flags)) as stream:
            yield from _limited(stream, pipe, whole_lines)
    except UnreadableError:
        raise
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror or error}") from None


def _limited(stream: BufferedReader, pipe: bool, whole_lines: bool) -> Iterator[bytes]:
    """Yield the lines or other pieces of a stream up to the maximum size of a file."""
    state = os.fstat(stream.fileno())
    if not (pipe or stat.S_ISREG(state.st_mode)):
        raise UnreadableError("a pipe or a device, not a file; remove it from the folder")
    limit = left = max_file_size()
    too_large = UnreadableError(
        f"larger than {limit // 1_000_000} MB; to read it anyway, raise {VARIABLE}"
    )
    if stat.S_ISREG(state.st_mode) and state.st_size > limit:
        raise too_large
    while piece := stream.readline(left + 1) if whole_lines else stream.read(_CHUNK):
        left -= len(piece)
        if left < 0:
            raise too_large
        yield piece


def max_file_size() -> int:
    """Return the maximum size of a file in bytes. Raise UsageError if the variable is wrong."""
    value = os.environ.get(VARIABLE, "")
    if value and not (value.isascii() and value.isdecimal() and int(value[:20]) > 0):
        raise UsageError(f"{VARIABLE} is '{value[:40]}'; it must be a whole number of megabytes")
    return int(value[:20] or MAX_FILE_MB) * 1_000_000
