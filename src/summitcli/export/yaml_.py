"""YAML in the form of the data files: keys without a value are left out."""

from typing import Any, BinaryIO

import msgspec

from summitcli.dataset.yaml_text import dump
from summitcli.tables.result import Result, records_of


def write_yaml(result: Result, fields: tuple[str, ...] | None, out: BinaryIO) -> None:
    """Write a list of records, or one object for a single record shown in full."""
    content = _without_empty(msgspec.to_builtins(records_of(result, fields)))
    out.write(dump(content).encode("utf-8", "replace"))


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, [], {})}
    if isinstance(value, tuple | list):
        return [_without_empty(item) for item in value]
    return value
