"""The files that make up a dataset."""

from pathlib import Path

from summitcli.errors import DatasetError

LINES = frozenset({".jsonl", ".ndjson"})
SUFFIXES = frozenset({".yaml", ".yml", ".json"}) | LINES
SCHEMA = "schema.json"
"A file of this name, or ending in `.schema.json`, is a JSON Schema for editors, not data."


def source_files(path: Path) -> list[Path]:
    """Return the files of a dataset: one file, or the data files of a folder ordered by name.

    JSON Schemas in the folder are skipped.
    """
    try:
        if path.is_dir():
            files = sorted(file for file in path.iterdir() if _has_data(file))
            if not files:
                raise DatasetError(
                    f"{path}: no .yaml or .json files in this folder; "
                    "give the file or folder of a dataset"
                )
            return files
        if not path.exists():
            raise DatasetError(f"{path}: no such file or folder; give the path of a dataset")
    except OSError as error:
        raise DatasetError(f"{path}: cannot be read: {error.strerror}") from None
    return [path]


def _has_data(file: Path) -> bool:
    name = file.name.lower()
    schema = name == SCHEMA or name.endswith(f".{SCHEMA}")
    return file.suffix.lower() in SUFFIXES and not schema
