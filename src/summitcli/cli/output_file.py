"""Write a file completely or not at all."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from summitcli.dataset.atomic import replacing
from summitcli.errors import SummitError, UsageError


def write_file(path: str, write: Callable[[BinaryIO], object]) -> None:
    """Write a file; an existing one is replaced only when the new content is complete.

    A symbolic link stays, and its target is replaced. Devices and pipes are written directly.
    """
    try:
        status = _status(path)
        if status is not None and not stat.S_ISREG(status.st_mode):
            with Path(path).open("wb") as out:
                write(out)
        else:
            _replace(Path(os.path.realpath(path)), status, write)
    except BrokenPipeError:
        pass  # the reader of a named pipe has seen enough, as on standard output
    except OSError as error:
        raise SummitError(f"cannot write '{path}': {error.strerror}") from None


def _status(path: str) -> os.stat_result | None:
    """Return the status of a file, or None for a new one; raise UsageError for a folder."""
    if not path:
        raise UsageError("-o needs the path of a file")
    try:
        status = Path(path).stat()
    except FileNotFoundError:
        is_folder = path.endswith(("/", os.sep))
        folder = path if is_folder else str(Path(os.path.realpath(path)).parent)
        if is_folder or not Path(folder).is_dir():
            message = f"-o {path}: the folder '{folder}' does not exist; create it first"
            raise UsageError(message) from None
        return None
    if stat.S_ISDIR(status.st_mode):
        raise UsageError(f"-o {path}: this is a folder; name a file in it")
    return status


def _replace(
    target: Path, status: os.stat_result | None, write: Callable[[BinaryIO], object]
) -> None:
    """Write a temporary file beside the target, then move it there."""
    if status is not None and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    with replacing(target) as temporary:
        with temporary.open("xb") as out:  # with the permissions of any new file
            write(out)
            out.flush()
            os.fsync(out.fileno())
        if status is not None:
            temporary.chmod(stat.S_IMODE(status.st_mode))
