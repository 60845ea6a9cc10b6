"""The folder of compiled datasets: the names of its files, writing and removing them."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from summitcli._version import __version__
from summitcli.dataset.files import source_files

try:
    from _blake2 import blake2b  # avoids loading OpenSSL through hashlib, which takes 2 ms
except ImportError:
    from hashlib import blake2b

MAX_ENTRIES = 8  # compiled datasets that are kept: a few datasets, and a few versions of each
STALE_AFTER = 3600  # seconds after which an unfinished file is assumed to be abandoned

_SUFFIX = ".compiled"
_UNFINISHED = ".writing-"
_CHUNK = 1 << 20
_PACKAGE = Path(__file__).parent.parent

# The folders whose modules decide what is stored, or whether it is valid. A change in any of them
# makes every compiled dataset stale.
_KEY_FOLDERS = ("model", "dataset", "search", "store")


def store_folder() -> Path:
    """Return the folder of compiled datasets: SUMMIT_CACHE_DIR, or the system's place for caches.

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


def compiled_file(key: str) -> Path:
    """Return the path of the compiled dataset with a fingerprint. Raise OSError."""
    return store_folder() / f"{key}{_SUFFIX}"


def compiled_files() -> list[Path]:
    """Return the compiled datasets, the most recently used first."""
    with suppress(OSError):
        files = [(file.stat().st_mtime, file) for file in store_folder().glob(f"*{_SUFFIX}")]
        return [file for _, file in sorted(files, reverse=True)]
    return []


def fingerprint(path: Path) -> str:
    """Return a hash of a dataset's files and of the program that compiles them. Raise OSError."""
    digest = blake2b(__version__.encode(), digest_size=20)
    for file in (*_key_modules(), *source_files(path)):
        length = 0
        for chunk in _chunks(file):
            digest.update(chunk)
            length += len(chunk)
        digest.update(b"\0%b\0%d\0" % (os.fsencode(file.name), length))
    return digest.hexdigest()


def _key_modules() -> list[Path]:
    """Return the modules that decide what a compiled dataset contains, in a fixed order."""
    return sorted(file for name in _KEY_FOLDERS for file in (_PACKAGE / name).glob("*.py"))


def _chunks(file: Path) -> Iterator[bytes]:
    if not file.is_file():
        raise OSError("a pipe can be read only once, and the parser has to read it")
    with file.open("rb", buffering=0) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def write_compiled(file: Path, content: bytes) -> None:
    """Write a compiled dataset atomically, and remove the least recently used ones."""
    import tempfile

    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=_UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(content)
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    for old in (*compiled_files()[MAX_ENTRIES:], *_unfinished_files(STALE_AFTER)):
        with suppress(OSError):
            old.unlink()


def clear_store() -> int:
    """Remove all compiled and unfinished files, and return their number."""
    removed = 0
    for file in (*compiled_files(), *_unfinished_files()):
        with suppress(OSError):
            file.unlink()
            removed += 1
    return removed


def _unfinished_files(min_age: float = 0) -> list[Path]:
    """Return the files that interrupted runs left behind, of a minimum age in seconds."""
    with suppress(OSError):
        before = time.time() - min_age
        files = store_folder().glob(f"{_UNFINISHED}*")
        return [file for file in files if file.stat().st_mtime <= before]
    return []
