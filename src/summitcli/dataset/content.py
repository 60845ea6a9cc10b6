"""Reading the bytes of a dataset's files, with a limit on their size."""

import os
import stat
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
    limit = _limit()
    found = bytearray()
    # Without O_NONBLOCK, opening a named pipe waits until another program writes to it.
    flags = 0 if pipe else getattr(os, "O_NONBLOCK", 0)
    try:
        with open(file, "rb", opener=lambda name, mode: os.open(name, mode | flags)) as stream:
            regular = stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
            while (regular or pipe) and len(found) <= limit:
                chunk = stream.read(_CHUNK)
                if not chunk:
                    break
                found += chunk
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror or error}") from None
    if not (regular or pipe):
        raise UnreadableError("a pipe or a device, not a file; remove it from the folder")
    if len(found) > limit:
        raise UnreadableError(
            f"larger than {limit // 1_000_000} MB; to read it anyway, raise {VARIABLE}"
        )
    return bytes(found)


def _limit() -> int:
    """Return the maximum size of a file, in bytes."""
    value = os.environ.get(VARIABLE, "")
    if value and not (value.isascii() and value.isdecimal() and int(value[:20]) > 0):
        raise UsageError(f"{VARIABLE} is '{value[:40]}'; it must be a whole number of megabytes")
    return int(value[:20] or MAX_FILE_MB) * 1_000_000
