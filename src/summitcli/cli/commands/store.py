"""`summit store`: where compiled datasets are kept, and how to be rid of them."""

from contextlib import suppress
from typing import Annotated

import typer


def store(
    clear: Annotated[bool, typer.Option("--clear", help="Remove every compiled dataset.")] = False,
) -> None:
    """Tell where compiled datasets are kept, and how large each is; or remove them.

      summit store

      summit store --clear

    A dataset is compiled when it is first read, and again when its files change. SUMMIT_CACHE_DIR
    names another folder; summit --no-cache does without.
    """
    from summitcli.cli.streams import log_note, write_stdout
    from summitcli.errors import SummitError, one_line
    from summitcli.store.folder import clear as remove
    from summitcli.store.folder import entries, folder

    try:
        place = folder()
    except OSError as error:
        raise SummitError(f"{error}; name a folder in SUMMIT_CACHE_DIR") from None
    if clear:
        count = remove()
        log_note(f"{count} file{'' if count == 1 else 's'} removed from {place}")
        return
    sizes = {}
    for file in entries():
        with suppress(OSError):  # another run may just have removed it
            sizes[file] = file.stat().st_size
    write_stdout("".join(f"{size}\t{one_line(str(file))}\n" for file, size in sizes.items()))
    log_note(f"{len(sizes)} compiled, {sum(sizes.values()) / 1e6:.1f} MB, in {place}")
