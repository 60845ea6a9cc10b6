"""Watch the files of a dataset by looking at them twice a second, on any system."""

import time
from collections.abc import Callable
from pathlib import Path

from summitcli.cli.streams import log_line
from summitcli.dataset.files import source_files
from summitcli.errors import DatasetError

INTERVAL = 0.5  # seconds

State = dict[Path, tuple[int, int]]


def watch_files(path: Path, on_change: Callable[[], None]) -> None:
    """Call a function now, and whenever the files of a dataset have changed, until interrupted."""
    seen: State | None = None
    while True:
        state = _state(path)
        if state != seen:
            seen = state
            log_line(f"{time.strftime('%H:%M:%S')} checking {path}; Ctrl-C to stop")
            on_change()
        time.sleep(INTERVAL)


def _state(path: Path) -> State:
    """Return the time and size of each file; a file may vanish while we look."""
    found: State = {}
    try:
        for file in source_files(path):
            status = file.stat()
            found[file] = (status.st_mtime_ns, status.st_size)
    except (DatasetError, OSError):
        return found
    return found
