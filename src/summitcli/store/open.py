"""Opening a dataset: from its store, or by parsing its files."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from summitcli.dataset.bundled import shipped
from summitcli.model import Dataset

if TYPE_CHECKING:
    from summitcli.dataset.load import OnProgress
    from summitcli.store.freshness import SourceState
    from summitcli.store.stored import StoredDataset


def open_dataset(
    path: Path | str | None = None,
    use_store: bool = True,
    on_progress: "OnProgress | None" = None,
) -> Dataset:
    """Open the dataset at a path, by default the shipped one.

    The dataset is parsed and stored when it is first opened and when its files or the program have
    changed; otherwise its store is opened, from which records are read when they are needed.
    Without `use_store`, or if the folder of stored datasets cannot be used or may be written by
    others, the files are parsed. `on_progress` is called now and then while files are parsed. A
    store that turns out to be damaged is removed, and the files are parsed again.

    Raise DatasetError if the dataset cannot be read or breaks a rule.
    """
    target = Path(path) if path is not None else shipped()
    if use_store:
        with suppress(OSError, sqlite3.Error):
            return _open_stored(target, on_progress)
    from summitcli.dataset.load import load

    return load(target, on_progress)


def _open_stored(path: Path, on_progress: "OnProgress | None") -> Dataset:
    """Open the store of a dataset, after making it if there is none with the same content.

    Raise OSError or sqlite3.Error if it can be neither read nor written.
    """
    from summitcli.store.folder import private_folder
    from summitcli.store.freshness import SourceState, store_name

    state = SourceState(path)
    file = private_folder() / f"{store_name(path)}.db"
    stamp = file.with_suffix(".stamp")
    content = state.known_hash(stamp)
    if content is None:
        content = state.content_hash()
        state.note(stamp, content)
    stored = _open_file(path, file, on_progress)
    if stored is None or stored.meta.get("content") != content:
        stored = None  # closes the old store; Windows could not replace it otherwise
        _write_file(path, file, state, content, on_progress)
        stored = _open_file(path, file, on_progress)
    if stored is None:
        raise OSError(f"{file} cannot be read")
    with suppress(OSError):
        os.utime(file)  # the least recently used stores are removed first
    return stored


def _open_file(path: Path, file: Path, on_progress: "OnProgress | None") -> "StoredDataset | None":
    """Open a store, or return None if there is none that is ours, of this version and whole."""
    from summitcli.store.folder import is_private_file
    from summitcli.store.read import DAMAGE, open_store
    from summitcli.store.stored import StoredDataset

    source = path.absolute()  # the working directory may have changed when it is needed

    def make_again() -> sqlite3.Connection:
        """Return a store in memory; the next run finds none and writes one."""
        from summitcli.store.write import write_store

        with suppress(OSError):
            file.unlink()
        connection = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            write_store(connection, source, lambda: "", on_progress)
        except BaseException:
            connection.close()
            raise
        return connection

    if not is_private_file(file):
        return None
    try:
        store = open_store(file)
        dataset = StoredDataset(store)
    except DAMAGE:
        return None
    store.make_again = make_again
    return dataset


def _write_file(
    path: Path, file: Path, state: "SourceState", content: str, on_progress: "OnProgress | None"
) -> None:
    """Parse a dataset and write its store. Raise OSError or sqlite3.Error."""
    from summitcli.store.folder import remove_old_files, replacement
    from summitcli.store.write import write_store

    def content_hash() -> str:
        """Return the hash of the content, or no hash if it has changed while it was parsed."""
        return content if state.content_hash() == content else ""

    with replacement(file) as new, closing(sqlite3.connect(new)) as connection:
        write_store(connection, path, content_hash, on_progress)
    remove_old_files()
