"""Write the shipped dataset twice into one: every record, and a copy of it with another id.

    python benchmarks/double.py FOLDER

It shows how commands would do on a record of twice the size. The copies refer to each other.
"""

import argparse
from pathlib import Path
from typing import Any

import msgspec

from summitcli import load
from summitcli.model import SECTIONS

SUFFIX = "-doubled"


def with_other_ids(value: Any, ids: set[str]) -> Any:
    """Return plain data in which every id of a record has a suffix."""
    if isinstance(value, str):
        return value + SUFFIX if value in ids else value
    if isinstance(value, list | tuple):
        return [with_other_ids(item, ids) for item in value]
    if isinstance(value, dict):
        return {key: with_other_ids(item, ids) for key, item in value.items()}
    return value


def main() -> None:
    """Write the dataset, a JSON Lines file for each section."""
    parser = argparse.ArgumentParser(description="Write the shipped dataset twice into one.")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    folder.mkdir(parents=True)
    dataset = load()
    ids = {record.id for record in dataset.records()}
    parts: dict[str, list[Any]] = {"dataset": [msgspec.to_builtins(dataset.info)]}
    for section in SECTIONS:
        records = [msgspec.to_builtins(record) for record in getattr(dataset, section)]
        parts[section] = [*records, *(with_other_ids(record, ids) for record in records)]
    for name, records in parts.items():
        lines = [msgspec.json.encode(without_nulls(record)) for record in records]
        (folder / f"{name}.jsonl").write_bytes(b"\n".join(lines) + b"\n")


def without_nulls(value: Any) -> Any:
    """Return plain data without the keys whose value is null, which files leave out."""
    if isinstance(value, list | tuple):
        return [without_nulls(item) for item in value]
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    return value


if __name__ == "__main__":
    main()
