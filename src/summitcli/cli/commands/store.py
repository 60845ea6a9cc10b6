"""`summit store`: the stored datasets."""

from pathlib import Path
from typing import Annotated

import typer


def store(
    clear: Annotated[bool, typer.Option("--clear", help="Remove all stored datasets.")] = False,
) -> None:
    """List the stored datasets, or remove them.

      summit store
      summit store --clear

    A dataset is stored when it is first read, and again when its files change. Each line has the
    size in bytes, the file (an SQLite database), and the title and path of the dataset, separated
    by tabs. SUMMIT_CACHE_DIR names another folder, which must be your own and not writable by
    others; summit --no-cache works without stored datasets.
    """
    from summitcli.cli.streams import log_note, write_stdout
    from summitcli.errors import SummitError, one_line
    from summitcli.store.folder import clear_stores, store_folder, stores

    try:
        folder = store_folder()
    except OSError as error:
        raise SummitError(f"{error}; set SUMMIT_CACHE_DIR to a folder") from None
    if clear:
        count = clear_stores()
        log_note(f"{count} file{'' if count == 1 else 's'} removed from {folder}")
        return
    sizes = {file: size for file in stores() if (size := _size(file)) is not None}
    for file, size in sizes.items():
        title, source = _described(file)
        cells = (str(size), str(file), title, source)
        write_stdout("\t".join(one_line(cell) for cell in cells) + "\n")
    plural = "" if len(sizes) == 1 else "s"
    total = sum(sizes.values()) / 1e6
    log_note(f"{len(sizes)} stored dataset{plural}, {total:.1f} MB, in {folder}")


def _size(file: Path) -> int | None:
    """Return the size of a file, or None if another run has just removed it."""
    try:
        return file.stat().st_size
    except OSError:
        return None


def _described(file: Path) -> tuple[str, str]:
    """Return the title and the path of the dataset in a store, as far as they are known."""
    from summitcli.store.folder import is_private_file
    from summitcli.store.read import DAMAGE, open_store
    from summitcli.store.stored import StoredDataset

    unknown = ("(damaged, or of another version)", "")
    if not is_private_file(file):
        return unknown
    try:
        dataset = StoredDataset(open_store(file))
    except DAMAGE:
        return unknown
    return dataset.info.title, dataset.meta.get("source", "")
