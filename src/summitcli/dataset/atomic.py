"""Files that are replaced only when their new content is complete."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def temporary_beside(target: Path) -> Path:
    """Return an unused path in the folder of a file or folder, so that it can be moved there."""
    return target.with_name(f".{os.urandom(8).hex()}.tmp")


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
