"""The bytes of a dataset's files: of files only, and of no more than memory can bear."""

import os
import stat
from pathlib import Path

from summitcli.errors import UsageError

# 100,000 meetings as detailed as the shipped ones take 200 MB. The tree that is made of a YAML file
# takes ten times its size, and more where it is nothing but brackets.
MAX_FILE_MB = 256
VARIABLE = "SUMMIT_MAX_FILE_MB"

_CHUNK = 1 << 20


class UnreadableError(OSError):
    """A file that cannot or must not be read; the text says why."""


def content(file: Path, pipe: bool = False) -> bytes:
    """What a file holds, read once from beginning to end. Raises UnreadableError.

    A pipe or device is read only where `pipe` says so, as it may never end: the user has named it.
    """
    limit = _limit()
    found = bytearray()
    # Without waiting, as opening a named pipe waits for someone to write into it.
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
        raise UnreadableError("a pipe or a device, not a file; take it out of the folder")
    if len(found) > limit:
        raise UnreadableError(
            f"larger than {limit // 1_000_000} MB; set {VARIABLE} to read it all the same"
        )
    return bytes(found)


def _limit() -> int:
    """The most bytes that a file may have."""
    asked = os.environ.get(VARIABLE, "")
    if asked and not (asked.isascii() and asked.isdecimal() and int(asked[:20]) > 0):
        raise UsageError(f"{VARIABLE} is '{asked[:40]}'; write a whole number of megabytes")
    return int(asked[:20] or MAX_FILE_MB) * 1_000_000
