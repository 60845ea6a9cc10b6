"""Write files and folders beside their place, and move them there when they are complete."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summitcli.dataset.atomic import temporary_beside, write_new
from summitcli.errors import SummitError, UsageError

MARK = ".summit-export"
"A file in each folder that was written here: the names of the other files."


@contextmanager
def new_file(path: Path) -> Iterator[Path]:
    """Give the path of a temporary file, which replaces the one at `path` when it is complete.

    A symbolic link stays, and its target is replaced. If writing fails, nothing is left behind.
    """
    target = Path(os.path.realpath(path))
    if target.is_dir():
        raise UsageError(f"-o {path}: this is a folder; name a file in it")
    if target.exists() and not target.is_file():
        raise UsageError(f"-o {path}: this is not an ordinary file; choose another name")
    with beside(path, target) as temporary:
        yield temporary
        temporary.replace(target)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give the path of a temporary folder, which becomes the one at `path` when it is complete.

    An existing folder is replaced only if it is empty, or has only files that were written here.
    """
    target = Path(os.path.realpath(path))
    _check_folder(path, target)
    with beside(path, target) as temporary:
        temporary.mkdir()
        yield temporary
        names = sorted(file.name for file in temporary.iterdir())
        listed = "".join(f"{name}\n" for name in names)
        write_new(temporary / MARK, lambda out: out.write(listed.encode()))
        replace_folder(temporary, target)


def _check_folder(path: Path, target: Path) -> None:
    """Raise UsageError unless a folder can be written without losing other files."""
    if not target.exists():
        return
    if not target.is_dir():
        raise UsageError(f"-o {path}: this is a file; name a folder")
    if target == Path.cwd():
        raise UsageError(f"-o {path}: this is the working folder; name a folder in it")
    try:
        names = {file.name for file in target.iterdir()}
        ours = (target / MARK).read_text(encoding="utf-8").splitlines() if MARK in names else []
    except OSError as error:
        raise SummitError(f"'{path}' cannot be read: {error.strerror}") from None
    if others := sorted(names - {MARK, *ours}):
        raise UsageError(
            f"-o {path}: the folder has other files, such as '{others[0]}'; name a new folder"
        )


@contextmanager
def beside(path: Path, target: Path) -> Iterator[Path]:
    """Give a temporary path beside a target; remove what is left there in the end."""
    if not target.parent.is_dir():
        message = f"-o {path}: the folder '{target.parent}' does not exist; create it first"
        raise UsageError(message)
    temporary = temporary_beside(target)
    try:
        yield temporary
    except OSError as error:
        raise SummitError(f"cannot write '{path}': {error.strerror or error}") from None
    finally:
        _remove(temporary)


def replace_folder(new: Path, target: Path) -> None:
    """Move a folder to its place; an old one is removed when the new one is there."""
    if not target.exists():
        new.rename(target)
        return
    old = temporary_beside(target)
    target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        old.rename(target)
        raise
    _remove(old)


def _remove(path: Path) -> None:
    """Remove a file or folder, as far as possible."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink()
