"""Files that are written whole or not at all; no other module opens a file for writing."""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

Write = Callable[[BinaryIO], object]
"A function that writes a content to a stream, which takes all of it or raises OSError."


def temporary_beside(target: Path) -> Path:
    """Return an unused path in the folder of a file or folder, so that it can be moved there."""
    return target.with_name(f".{os.urandom(8).hex()}.tmp")


def hold(file: BinaryIO) -> None:
    """Mark an open file as in use, until it is closed or its process ends, however that ends.

    On Windows, a file that is open cannot be removed anyway.
    """
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX)


def is_held(path: Path) -> bool:
    """Return whether another process, or another part of this one, holds a file."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        with path.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    return False


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """Give the path of a new file, and move it to its target when it is complete.

    If writing fails, the target stays as it was and nothing is left behind. The new file has the
    permissions of any new file; a caller that wants others sets them before it leaves.
    """
    temporary = temporary_beside(target)
    try:
        yield temporary
        temporary.replace(target)
    finally:
        with suppress(OSError):  # it is gone if it was moved
            temporary.unlink()


def open_new(path: Path) -> BinaryIO:
    """Open a file that does not exist yet; what is written is complete when it is closed."""
    return path.open("xb")


def write_new(path: Path, write: Write) -> None:
    """Write a file that does not exist yet. Raise OSError unless all of it is on the disk.

    If writing fails, nothing is left behind.
    """
    out = open_new(path)
    try:
        with out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def replace_file(path: Path, write: Write) -> None:
    """Write a file, or replace one when the new content is complete. Raise OSError.

    Permissions stay, and so does a symbolic link, whose target is replaced. Devices and pipes are
    written to directly.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        status = None
    if status is not None and not stat.S_ISREG(status.st_mode):
        with path.open("wb") as out:
            write(out)
        return
    target = Path(os.path.realpath(path))
    if status is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    with replacing(target) as temporary:
        write_new(temporary, write)
        if status is not None:
            temporary.chmod(stat.S_IMODE(status.st_mode))
