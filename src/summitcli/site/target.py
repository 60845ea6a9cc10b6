"""The folder of a site: replaced only if it is ours, and only when the new one is complete."""

import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from summitcli.dataset.atomic import hold, is_held, open_new
from summitcli.errors import SummitError, UsageError
from summitcli.export.target import beside, replace_folder

MARK = ".summit-site"
"A file in each folder that was written here."
_MEANING = b"Written by `summit site`, which replaces this folder as a whole.\n"
_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.tmp")


def check_folder(path: Path) -> None:
    """Raise UsageError unless a folder is missing, empty, or a site that was written here."""
    target = Path(os.path.realpath(path))
    try:
        names = [file.name for file in target.iterdir()]
    except FileNotFoundError:
        if not target.parent.is_dir():
            raise UsageError(
                f"{path}: the folder '{target.parent}' does not exist; create it first"
            ) from None
        return
    except NotADirectoryError:
        raise UsageError(f"{path}: this is a file; name a folder") from None
    except OSError as error:
        raise SummitError(f"'{path}' cannot be read: {error.strerror}") from None
    if names and MARK not in names:
        raise UsageError(
            f"{path}: the folder has other files, such as '{min(names)}'; name a new folder"
        )
    if target == Path.cwd():
        raise UsageError(f"{path}: this is the working folder; name a folder in it")


@contextmanager
def new_site(path: Path) -> Iterator[Path]:
    """Give a folder beside that of a site, and move it there when it is complete.

    If anything fails, the old site stays as it was, and nothing is left behind. What a build
    that was killed has left beside it is removed at the end.
    """
    check_folder(path)
    target = Path(os.path.realpath(path))
    with beside(path, target) as temporary:
        temporary.mkdir()
        with open_new(temporary / MARK) as mark:
            mark.write(_MEANING)
            mark.flush()
            hold(mark)
            yield temporary
            if sys.platform == "win32":
                mark.close()  # a folder with an open file cannot be moved there
            replace_folder(temporary, target)
    _remove_leftovers(target.parent)


def _remove_leftovers(folder: Path) -> None:
    """Remove unfinished sites that were written here, and that nobody writes any more."""
    for path in folder.glob(".*.tmp"):
        if not _TEMPORARY.fullmatch(path.name) or path.is_symlink():
            continue
        mark = path / MARK
        with suppress(OSError):  # any other folder, or one that goes at this moment
            if mark.read_bytes() == _MEANING and not is_held(mark):
                shutil.rmtree(path)
