"""`summit cache`: where compiled datasets are kept, and how to be rid of them."""

from typing import Annotated

import typer


def cache(
    clear: Annotated[bool, typer.Option("--clear", help="Remove every compiled dataset.")] = False,
) -> None:
    """Tell where compiled datasets are kept, and how large each is; or remove them.

      summit cache

      summit cache --clear

    A dataset is compiled when it is first read, and again when its files change. SUMMIT_CACHE_DIR
    names another folder; summit --no-cache does without.
    """
    from summitcli.cli.streams import put, say
    from summitcli.dataset.cache import clear as remove
    from summitcli.dataset.cache import entries, folder

    if clear:
        count = remove()
        say(f"{count} file{'' if count == 1 else 's'} removed from {folder()}")
        return
    kept = [(file, file.stat().st_size) for file in entries()]
    put("".join(f"{size}\t{file}\n" for file, size in kept))
    total = sum(size for _, size in kept) / 1e6
    say(f"{len(kept)} compiled, {total:.1f} MB, in {folder()}")
