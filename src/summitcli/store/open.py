"""Opening a dataset: from its compiled form, or by parsing its files."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from summitcli.dataset.bundled import shipped
from summitcli.errors import DamagedError
from summitcli.model import Dataset


def open_dataset(
    path: Path | str | None = None,
    use_store: bool = True,
    on_read: Callable[[], None] | None = None,
) -> Dataset:
    """Open the dataset at a path, by default the shipped one.

    The dataset is parsed when it is first opened and when its files or the program have changed;
    otherwise its compiled form is opened, which reads records only when they are needed. Without
    `use_store`, or if the folder of compiled datasets cannot be used, the files are parsed.
    `on_read` is called before files are parsed.

    Raise DatasetError if the dataset cannot be read or breaks a rule. A compiled dataset raises
    DamagedError, with the path of the file to delete, if reading a record finds it damaged.
    """
    target = Path(path) if path is not None else shipped()

    def parse() -> Dataset:
        from summitcli.dataset.load import load

        if on_read is not None:
            on_read()
        return load(target)

    return _open_compiled(target, parse) if use_store else parse()


def _open_compiled(path: Path, parse: Callable[[], Dataset]) -> Dataset:
    """Open the compiled form of a dataset, after compiling it if there is none.

    If the folder of compiled datasets cannot be read or written, the dataset is parsed.
    """
    from summitcli.store.folder import compiled_file, fingerprint, write_compiled
    from summitcli.store.stored import StoredDataset

    try:
        key = fingerprint(path)
        file = compiled_file(key)
    except OSError:
        return parse()
    with suppress(OSError, DamagedError):
        if file.exists() and not file.is_file():  # opening a pipe or device could wait for ever
            return parse()
        stored = StoredDataset(file)
        with suppress(OSError):
            os.utime(file)  # the least recently used files are removed first
        return stored
    dataset = parse()
    with suppress(OSError):
        if fingerprint(path) == key:  # the files have not changed while they were parsed
            from summitcli.store.compiled import compile_dataset

            write_compiled(file, compile_dataset(dataset, path))
            return StoredDataset(file)
    return dataset
