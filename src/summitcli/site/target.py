"""The folder of a site: replaced only if it is ours, and only when the new one is complete."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summitcli.dataset.atomic import write_new
from summitcli.errors import SummitError, UsageError
from summitcli.export.target import beside, replace_folder

MARK = ".summit-site"
"A file in each folder that was written here."
_MEANING = b"Written by `summit site`, which replaces this folder as a whole.\n"


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

    If anything fails, the old site stays as it was, and nothing is left behind.
    """
    check_folder(path)
    target = Path(os.path.realpath(path))
    with beside(path, target) as temporary:
        temporary.mkdir()
        yield temporary
        write_new(temporary / MARK, lambda out: out.write(_MEANING))
        replace_folder(temporary, target)
