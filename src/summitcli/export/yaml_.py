"""YAML in the form of the data files: a list of records, keys without a value left out."""

from typing import Any

import msgspec

from summitcli.dataset.yaml_text import dump
from summitcli.tables.fields import get_path
from summitcli.tables.table import Listing


def yaml(listing: Listing, fields: tuple[str, ...] | None) -> str:
    """A list of records, or of one record its keys."""
    if fields is None and listing.document is not None:
        return dump(_without_empty(msgspec.to_builtins(listing.document)))
    if fields is not None:
        rows: list[Any] = [{path: get_path(row, path) for path in fields} for row in listing.rows]
    else:
        rows = list(listing.rows)
    plain = _without_empty(msgspec.to_builtins(rows))
    return dump(plain[0] if listing.whole and len(plain) == 1 else plain)


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, [], {})}
    if isinstance(value, tuple | list):
        return [_without_empty(item) for item in value]
    return value
