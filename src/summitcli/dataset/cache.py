"""Keeps the compiled forms of datasets in the system's cache folder, found by their content."""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from summitcli import __version__
from summitcli.dataset.compiled import StoredDataset, compiled
from summitcli.dataset.files import source_files
from summitcli.errors import DamagedError
from summitcli.model import Dataset

KEPT = 8  # compiled forms that are kept, the ones used last: a few datasets, a few edits of each
_SUFFIX = ".compiled"
_PACKAGE = Path(__file__).parent.parent

# The modules that decide what a compiled form holds; a change in one makes all of them again.
_FORM = (
    *("model/values.py", "model/meeting.py", "model/records.py", "model/dataset.py", "dates.py"),
    *("dataset/compiled.py", "search/documents.py", "search/fold.py"),
    *("search/index.py", "search/weights.py"),
)


def folder() -> Path:
    """The folder of the compiled forms: SUMMIT_CACHE_DIR, or the system's place for caches."""
    chosen = os.environ.get("SUMMIT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path

    return user_cache_path("summit")


def entries() -> list[Path]:
    """The compiled forms that are kept, the one used last first."""
    with suppress(OSError):
        files = [(file.stat().st_mtime, file) for file in folder().glob(f"*{_SUFFIX}")]
        return [file for _, file in sorted(files, reverse=True)]
    return []


def fingerprint(path: Path) -> str:
    """A name for what the files of a dataset hold, and for the form into which it is compiled."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=20)
    for file in (*(_PACKAGE / name for name in _FORM), *source_files(path)):
        content = file.read_bytes()
        digest.update(f"\0{file.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def cached(path: Path, read: Callable[[Path], Dataset]) -> Dataset:
    """The dataset at a path, from its compiled form; where there is none it is read and compiled.

    Without a compiled form, and without a word, where the folder cannot be read or written.
    """
    try:
        name = fingerprint(path)
        file = folder() / f"{name}{_SUFFIX}"
    except (OSError, RuntimeError):
        return read(path)
    with suppress(OSError, DamagedError):
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
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".writing-")
    try:
        with os.fdopen(handle, "wb") as new:
            new.write(content)
        Path(name).replace(file)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    for old in entries()[KEPT:]:
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


def _leftovers() -> list[Path]:
    with suppress(OSError):
        return list(folder().glob(".writing-*"))
    return []
