"""Whether a store has what a dataset's files contain: by their state on disk, else by a hash.

The state covers device, inode, size and times of each file, also of the modules that decide what is
stored or whether it is valid. No program can set the time of the last change (ctime), so an edit is
seen even if it keeps the size and the time of modification. A stamp beside the store notes the
state at which the files had a known hash. Two changes within one tick of the clock look alike, so a
state is noted only if the files have been left alone for two seconds; git does the same.
"""

import os
import stat
import time
import zlib
from contextlib import suppress
from pathlib import Path

from summitcli._version import __version__
from summitcli.dataset.bundled import is_installed
from summitcli.dataset.content import max_file_size
from summitcli.dataset.files import source_files
from summitcli.store.folder import is_private_file, replacement

try:
    from _blake2 import blake2b  # avoids loading OpenSSL through hashlib, which takes 2 ms
except ImportError:
    from hashlib import blake2b

_SETTLED_AFTER = 2_000_000_000  # nanoseconds
_CHUNK = 1 << 20
_PACKAGE = Path(__file__).parent.parent
_KEY_FOLDERS = ("model", "dataset", "search", "store")
"The folders whose modules decide what is stored, or whether it is valid."


def store_name(path: Path) -> str:
    """Return the name, without a suffix, of the store of a dataset's path."""
    place = os.fsencode(path.absolute()) + b"\0" + os.fsencode(_PACKAGE)
    return blake2b(place, digest_size=20).hexdigest()


class SourceState:
    """The files on which a store depends, as they were at one moment. Raise OSError."""

    def __init__(self, path: Path) -> None:
        self.seen_at = time.time_ns()
        self._files = [(file, file.stat()) for file in source_files(path)]
        limit = max_file_size()
        for file, state in self._files:
            if not stat.S_ISREG(state.st_mode) or state.st_size > limit:
                raise OSError(f"{file} cannot be read twice, or is too large")
        self._files += _modules()
        parts = [
            (str(file), s.st_dev, s.st_ino, s.st_size, s.st_mtime_ns, s.st_ctime_ns)
            for file, s in self._files
        ]
        self.digest = blake2b(repr((__version__, parts)).encode(), digest_size=20).hexdigest()

    def content_hash(self) -> str:
        """Return a hash of what the files contain now."""
        digest = blake2b(__version__.encode(), digest_size=20)
        for file, state in self._files:
            length = 0
            with file.open("rb", buffering=0) as stream:
                while (chunk := stream.read(_CHUNK)) and length <= state.st_size:
                    digest.update(chunk)
                    length += len(chunk)
            digest.update(b"\0%b\0%d\0" % (os.fsencode(file.name), length))
        return digest.hexdigest()

    def known_hash(self, stamp: Path) -> str | None:
        """Return the hash of the contents if a stamp has noted it at this state."""
        if os.name == "nt" or not is_private_file(stamp):  # ctime is the time of creation there
            return None
        try:
            digest, content, crc = stamp.read_text("utf-8").split()
        except (OSError, ValueError):
            return None
        known = digest == self.digest and crc == _crc(digest, content)
        return content if known else None

    def note(self, stamp: Path, content: str) -> None:
        """Note a hash of the contents in a stamp, unless a file has changed too recently."""
        newest = max(state.st_ctime_ns for _, state in self._files)
        if os.name == "nt" or newest > self.seen_at - _SETTLED_AFTER:
            return
        with suppress(OSError), replacement(stamp) as new:
            new.write_text(f"{self.digest} {content} {_crc(self.digest, content)}\n", "utf-8")


def _crc(digest: str, content: str) -> str:
    return f"{zlib.crc32(f'{digest} {content}'.encode()):08x}"


def _modules() -> list[tuple[Path, os.stat_result]]:
    """Return the modules of a checkout that decide what is stored, in a fixed order.

    An installed program changes only with its version.
    """
    if is_installed():
        return []
    found = []
    for name in _KEY_FOLDERS:
        with os.scandir(_PACKAGE / name) as entries:
            files = [(entry.path, entry.stat()) for entry in entries if entry.name.endswith(".py")]
        found += [(Path(file), state) for file, state in sorted(files)]
    return found
