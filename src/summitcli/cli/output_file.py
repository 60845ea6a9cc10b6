"""The file that `-o` names."""

import os
from pathlib import Path

from summitcli.dataset.atomic import Write, replace_file
from summitcli.errors import SummitError, UsageError


def write_file(path: str, write: Write) -> None:
    """Write a file; an existing one is replaced only when the new content is complete.

    A symbolic link stays, and its target is replaced. Devices and pipes are written directly.
    """
    try:
        _check(path)
        replace_file(Path(path), write)
    except BrokenPipeError:
        pass  # the reader of a named pipe has seen enough, as on standard output
    except OSError as error:
        raise SummitError(f"cannot write '{path}': {error.strerror or error}") from None


def note_written(path: str, content: str) -> None:
    """Say on a terminal what was written to which file or folder, but not to which device."""
    from summitcli.cli.streams import log_note, stderr_is_terminal

    is_device = Path(path).exists() and not (Path(path).is_file() or Path(path).is_dir())
    if stderr_is_terminal() and not is_device:
        log_note(f"wrote {content} to {path}")


def _check(path: str) -> None:
    """Raise UsageError for what cannot be the path of a file."""
    if not path:
        raise UsageError("-o needs the path of a file")
    if Path(path).is_dir():
        raise UsageError(f"-o {path}: this is a folder; name a file in it")
    is_folder = path.endswith(("/", os.sep))
    folder = path if is_folder else str(Path(os.path.realpath(path)).parent)
    if is_folder or (not Path(path).exists() and not Path(folder).is_dir()):
        raise UsageError(f"-o {path}: the folder '{folder}' does not exist; create it first")
