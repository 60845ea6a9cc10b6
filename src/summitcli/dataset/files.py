"""Which files a dataset is made of."""

from pathlib import Path

from summitcli.errors import DatasetError

LINES = frozenset({".jsonl", ".ndjson"})
SUFFIXES = frozenset({".yaml", ".yml", ".json"}) | LINES


def source_files(path: Path) -> list[Path]:
    """The files of a dataset: one, or those of a folder in the order of their names."""
    try:
        if path.is_dir():
            files = sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES)
            if not files:
                raise DatasetError(
                    f"{path}: no .yaml or .json file here; name a dataset's folder or file"
                )
            return files
        if not path.exists():
            raise DatasetError(f"{path}: no such file or folder; name a dataset's file or folder")
    except OSError as error:
        raise DatasetError(f"{path}: cannot be read: {error.strerror}") from None
    return [path]
