"""The folder of stored datasets: whose it is, the names of its files, and which of them go."""

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summitcli.dataset.atomic import hold, is_held, open_new, replacing

MAX_STORES = 8  # stored datasets that are kept

# The only files that are ever removed: stores, their stamps, the compiled datasets of earlier
# versions, and unfinished files.
_OWN_NAME = r"[0-9a-f]{40}\.(db|stamp|compiled)|\.[0-9a-f]{16}\.tmp"


def store_folder() -> Path:
    """Return the folder of stored datasets: SUMMIT_CACHE_DIR, or the system's place for caches.

    Raise OSError if the system has none.
    """
    chosen = os.environ.get("SUMMIT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    found = user_cache_path("summit")
    if not found.is_absolute():  # without a home, it would be a folder named ~ in the working one
        raise OSError("no home folder")
    return found


def private_folder() -> Path:
    """Return the folder of stored datasets, after making it if there is none.

    Raise OSError if anyone else could have put files there.
    """
    folder = store_folder()
    with suppress(FileExistsError):
        folder.mkdir(mode=0o700, parents=True)
    state = folder.lstat()
    others_write = sys.platform != "win32" and bool(state.st_mode & 0o022)
    if not stat.S_ISDIR(state.st_mode) or not _is_ours(state) or others_write:
        raise OSError(f"{folder} is a link, or a folder that others may write")
    return folder


def is_private_file(file: Path) -> bool:
    """Return whether a path is a file of the current user: not a link, pipe or device."""
    try:
        state = file.lstat()
    except OSError:
        return False
    return stat.S_ISREG(state.st_mode) and _is_ours(state)


def _is_ours(state: os.stat_result) -> bool:
    return sys.platform == "win32" or state.st_uid == os.geteuid()


def stores() -> list[Path]:
    """Return the stored datasets, the most recently used first."""
    found = []
    for file in _own_files(".db"):
        with suppress(OSError):
            found.append((file.lstat().st_mtime, file))
    return [file for _, file in sorted(found, reverse=True)]


@contextmanager
def replacement(file: Path) -> Iterator[Path]:
    """Give the path of a new file, which takes the place of another if the block succeeds."""
    with replacing(file) as new, open_new(new) as lock:
        new.chmod(0o600)
        hold(lock)
        yield new


def remove_old_files() -> None:
    """Remove the least recently used stores, and what interrupted runs left behind."""
    kept = {file.stem for file in stores()[:MAX_STORES]}
    for file in (*_own_files(".db", ".stamp"), *_own_files(".tmp"), *_own_files(".compiled")):
        if file.suffix == ".tmp":
            unused = not _in_use(file)
        else:
            unused = file.suffix == ".compiled" or file.stem not in kept
        if unused:
            with suppress(OSError):
                file.unlink()


def _in_use(file: Path) -> bool:
    """Return whether another run is writing an unfinished store."""
    return is_private_file(file) and is_held(file)


def clear_stores() -> int:
    """Remove all stored datasets and unfinished ones with their stamps; return their number."""
    removed = 0
    for file in _own_files(".db", ".tmp", ".compiled", ".stamp"):
        with suppress(OSError):
            file.unlink()
            removed += file.suffix != ".stamp"
    return removed


def _own_files(*suffixes: str) -> list[Path]:
    """Return the files of the folder that this program has named."""
    with suppress(OSError):
        files = store_folder().iterdir()
        return [f for f in files if f.suffix in suffixes and re.fullmatch(_OWN_NAME, f.name)]
    return []
