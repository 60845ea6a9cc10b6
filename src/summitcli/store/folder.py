"""Keeps the compiled forms of datasets in the system's cache folder, found by their content."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from summitcli._version import __version__
from summitcli.dataset.files import source_files
from summitcli.errors import DamagedError
from summitcli.model import Dataset
from summitcli.store.compiled import StoredDataset, compiled

try:
    from _blake2 import blake2b  # the same as below, without loading OpenSSL, which takes 2 ms
except ImportError:
    from hashlib import blake2b

KEPT = 8  # compiled forms that are kept, the ones used last: a few datasets, a few edits of each
_SUFFIX = ".compiled"
_WRITING = ".writing-"
_GIVEN_UP = 3600  # seconds after which a file that was being written has been left behind
_CHUNK = 1 << 20
_PACKAGE = Path(__file__).parent.parent

# The folders whose modules decide what is stored or whether it is valid: a change in any of them
# makes every compiled file stale.
_KEY_FOLDERS = ("model", "dataset", "search", "store")


def folder() -> Path:
    """The folder of the compiled forms: SUMMIT_CACHE_DIR, or the system's place for caches.

    Raises OSError where the system has no such place.
    """
    chosen = os.environ.get("SUMMIT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    found = user_cache_path("summit")
    if not found.is_absolute():  # no home: a folder named ~ in the working directory is no cache
        raise OSError("there is no home folder")
    return found


def entries() -> list[Path]:
    """The compiled forms that are kept, the one used last first."""
    with suppress(OSError):
        files = [(file.stat().st_mtime, file) for file in folder().glob(f"*{_SUFFIX}")]
        return [file for _, file in sorted(files, reverse=True)]
    return []


def fingerprint(path: Path) -> str:
    """A name for what the files of a dataset hold, and for the form into which it is compiled."""
    digest = blake2b(__version__.encode(), digest_size=20)
    for file in (*_key_modules(), *source_files(path)):
        length = 0
        for chunk in _chunks(file):
            digest.update(chunk)
            length += len(chunk)
        digest.update(b"\0%b\0%d\0" % (os.fsencode(file.name), length))
    return digest.hexdigest()


def _key_modules() -> list[Path]:
    """Return the modules that decide what a compiled file holds, in a fixed order."""
    return sorted(file for name in _KEY_FOLDERS for file in (_PACKAGE / name).glob("*.py"))


def _chunks(file: Path) -> Iterator[bytes]:
    """What a file holds, bit by bit, as large ones would fill the memory."""
    if not file.is_file():
        raise OSError("a pipe can be read but once, and that is for the reader to do")
    with file.open("rb", buffering=0) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def cached(path: Path, read: Callable[[Path], Dataset]) -> Dataset:
    """The dataset at a path, from its compiled form; where there is none it is read and compiled.

    Without a compiled form, and without a word, where the folder cannot be read or written.
    """
    try:
        name = fingerprint(path)
        file = folder() / f"{name}{_SUFFIX}"
    except OSError:
        return read(path)
    with suppress(OSError, DamagedError):
        if file.exists() and not file.is_file():  # a pipe or device would be waited for
            return read(path)
        stored = StoredDataset(file)
        with suppress(OSError):
            os.utime(file)
        return stored
    dataset = read(path)
    with suppress(OSError):
        if fingerprint(path) == name:  # the files have not changed while they were read
            _store(file, compiled(dataset))
            return StoredDataset(file)
    return dataset


def _store(file: Path, content: bytes) -> None:
    """Write a compiled form at once or not at all, and let the oldest go."""
    import tempfile

    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=_WRITING)
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(content)
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    for old in (*entries()[KEPT:], *_leftovers(_GIVEN_UP)):
        with suppress(OSError):
            old.unlink()


def clear() -> int:
    """Remove every compiled form, and what a killed writer left; the number of files removed."""
    removed = 0
    for file in (*entries(), *_leftovers()):
        with suppress(OSError):
            file.unlink()
            removed += 1
    return removed


def _leftovers(age: float = 0) -> list[Path]:
    """Files that a killed writer left, of an age in seconds at least."""
    with suppress(OSError):
        before = time.time() - age
        files = folder().glob(f"{_WRITING}*")
        return [file for file in files if file.stat().st_mtime <= before]
    return []
