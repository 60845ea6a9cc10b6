"""The index of the site's search, made by Pagefind: files that a browser reads piece by piece."""

import shutil
import subprocess
from pathlib import Path

from summitcli.errors import SummitError
from summitcli.export.extras import library
from summitcli.site.site import EXTRA, NEEDED_FOR

_FOLDER = "pagefind"
# Interfaces that come with Pagefind; the site has its own.
_UNUSED = ("*ui*", "*highlight*", "*playground*")

# Other records and sources have pages of their own, and should be found there.
_NOT_SEARCHED = ".link, .references, .sources, .trail, .actions, .contents, .neighbours, #cite"


def find_pagefind() -> Path:
    """Return the program. Raise SummitError if it is not installed."""
    with library("Pagefind", NEEDED_FOR, EXTRA):
        from pagefind.service import get_executable
    found = get_executable()
    if found is None:
        raise SummitError(f"{NEEDED_FOR} needs Pagefind: pip install 'summitcli[{EXTRA}]'")
    return Path(found)


def write_index(program: Path, folder: Path) -> None:
    """Write the index of all pages of a site that have a body to be searched."""
    command = [
        str(program),
        *("--site", str(folder)),
        *("--output-subdir", _FOLDER),
        *("--force-language", "en"),  # one index, whatever languages the quotations are in
        *("--exclude-selectors", _NOT_SEARCHED),
        "--quiet",
    ]
    done = subprocess.run(  # noqa: S603 - the program of our own extra, and a folder of our own
        command, check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL
    )
    if done.returncode:
        last = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no message"]
        raise SummitError(f"Pagefind could not index the site: {last[0]}")
    for pattern in _UNUSED:
        for path in (folder / _FOLDER).glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
