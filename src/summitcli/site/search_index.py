"""The index of the site's search, made by Pagefind: files that a browser reads piece by piece."""

import gzip
import shutil
import subprocess
from pathlib import Path

import msgspec

from summitcli.errors import SummitError
from summitcli.export.extras import library
from summitcli.site.site import EXTRA, NEEDED_FOR, Site

_FOLDER = "pagefind"
# Interfaces that come with Pagefind; the site has its own.
_UNUSED = ("*ui*", "*highlight*", "*playground*")

# Other records and sources have pages of their own, and should be found there.
_NOT_SEARCHED = ".link, .references, .sources, .trail, .actions, .contents, .neighbours, #cite"

_SIGNATURE = b"pagefind_dcd"  # what its files begin with


class _Fragment(msgspec.Struct):
    """What Pagefind keeps of a page, to show it as a result."""

    url: str


def find_pagefind() -> Path:
    """Return the program. Raise SummitError if it is not installed."""
    with library("Pagefind", NEEDED_FOR, EXTRA):
        from pagefind.service import get_executable
    found = get_executable()
    if found is None:
        raise SummitError(f"{NEEDED_FOR} needs Pagefind: pip install 'summitcli[{EXTRA}]'")
    return Path(found)


def write_index(program: Path, site: Site) -> None:
    """Write the index of all pages of a site that have a body to be searched."""
    command = [
        str(program),
        *("--site", str(site.folder)),
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
    index = site.folder / _FOLDER
    for pattern in _UNUSED:
        for path in index.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    site.write("search/facets.json", _facets(index, site.searched))


def _facets(index: Path, searched: dict[str, tuple[str, str]]) -> bytes:
    """Return the type and the year of each result, by the id that Pagefind gives it.

    Pagefind has facets of its own, but writes them in another order each time.
    """
    facets = {}
    for file in sorted(index.glob("fragment/*")):
        content = gzip.decompress(file.read_bytes())
        fragment = msgspec.json.decode(content.removeprefix(_SIGNATURE), type=_Fragment)
        facets[file.name.split(".")[0]] = searched[fragment.url.removeprefix("/")]
    return msgspec.json.encode(facets)
