"""`summit store`: the compiled datasets."""

from pathlib import Path
from typing import Annotated

import typer


def store(
    clear: Annotated[bool, typer.Option("--clear", help="Remove all compiled datasets.")] = False,
) -> None:
    """List the compiled datasets, or remove them.

      summit store
      summit store --clear

    A dataset is compiled when it is first read, and again when its files change. Each line has the
    size in bytes, the compiled file, and the title and path of the dataset, separated by tabs.
    SUMMIT_CACHE_DIR names another folder; summit --no-cache works without compiled datasets.
    """
    from summitcli.cli.streams import log_note, write_stdout
    from summitcli.errors import SummitError, one_line
    from summitcli.store.folder import clear_store, compiled_files, store_folder

    try:
        folder = store_folder()
    except OSError as error:
        raise SummitError(f"{error}; set SUMMIT_CACHE_DIR to a folder") from None
    if clear:
        count = clear_store()
        log_note(f"{count} file{'' if count == 1 else 's'} removed from {folder}")
        return
    sizes = {file: size for file in compiled_files() if (size := _size(file)) is not None}
    for file, size in sizes.items():
        title, source = _described(file)
        cells = (str(size), str(file), title, source)
        write_stdout("\t".join(one_line(cell) for cell in cells) + "\n")
    plural = "" if len(sizes) == 1 else "s"
    total = sum(sizes.values()) / 1e6
    log_note(f"{len(sizes)} compiled dataset{plural}, {total:.1f} MB, in {folder}")


def _size(file: Path) -> int | None:
    """Return the size of a file, or None if another run has just removed it."""
    try:
        return file.stat().st_size
    except OSError:
        return None


def _described(file: Path) -> tuple[str, str]:
    """Return the title and the path of the dataset in a compiled file, as far as they are known."""
    from summitcli.errors import DamagedError
    from summitcli.store.compiled import CompiledFile

    try:
        header = CompiledFile(file).header if file.is_file() else None
    except (OSError, DamagedError):
        header = None
    return (
        (header.info.title, header.source) if header else ("(damaged, or of another version)", "")
    )
